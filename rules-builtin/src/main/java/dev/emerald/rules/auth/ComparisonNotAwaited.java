package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.WhileStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;

/** A check whose answer is a promise, and a promise is always truthy. */
@RuleInfo(
    id = "auth-bcrypt-callback-ignored",
    title = "The promise of a check is taken for its answer",
    severity = Severity.CRITICAL,
    cwe = {287, 252},
    owasp = {"A07:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEV_10},
    why =
        "The comparison gives a promise, and a promise counts as true whatever it resolves to:"
            + " every password is accepted.",
    remedy = "Await it: if (await bcrypt.compare(password, hash)).",
    bad = {
      @Example(
          """
          const bcrypt = require('bcrypt');
          module.exports = (user, password) => {
            if (bcrypt.compare(password, user.hash)) {
              return user;
            }
            return null;
          };
          """),
      @Example(
          """
          import argon2 from 'argon2';
          export function login(user, password) {
            const valid = argon2.verify(user.hash, password);
            if (!valid) throw new Error('no');
            return user;
          }
          """)
    },
    good = {
      @Example(
          """
          const bcrypt = require('bcrypt');
          module.exports = async (user, password) => {
            if (await bcrypt.compare(password, user.hash)) {
              return user;
            }
            return null;
          };
          """),
      @Example(
          """
          const bcrypt = require('bcrypt');
          module.exports = (user, password, done) => {
            bcrypt.compare(password, user.hash, (error, same) => done(error, same && user));
          };
          """)
    })
public final class ComparisonNotAwaited implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("{bcrypt,bcryptjs}.compare", "argon2.verify", "jose.jwtVerify"), this::comparison);
  }

  private void comparison(Invocation call, FileContext context) {
    if (call.arguments().stream().anyMatch(a -> context.scopes().origin(a) instanceof FunctionLike)
        || call.arguments().size() > 2 && call.argument(2) instanceof Identifier) {
      return;
    }
    if (isCondition(call, context)) {
      context.report(call, "The promise is always true, whatever it resolves to");
      return;
    }
    if (context.tree().parent(call) instanceof VariableDeclarator declarator
        && declarator.id() instanceof Identifier name) {
      Symbol symbol = context.scopes().symbolOf(name);
      if (symbol != null && !symbol.reassigned()) {
        for (Identifier reference : symbol.references()) {
          if (isCondition(reference, context)) {
            context.report(reference, "The promise is always true, whatever it resolves to");
          }
        }
      }
    }
  }

  private static boolean isCondition(Expression expression, FileContext context) {
    Node parent = context.tree().parent(expression);
    if (parent instanceof IfStatement statement) {
      return statement.test() == expression;
    }
    if (parent instanceof ConditionalExpression conditional) {
      return conditional.test() == expression;
    }
    if (parent instanceof WhileStatement loop) {
      return loop.test() == expression;
    }
    if (parent instanceof UnaryExpression unary) {
      return unary.operator() == UnaryOperator.NOT;
    }
    return parent instanceof LogicalExpression logical
        && (logical.left() == expression || isCondition(logical, context));
  }
}
