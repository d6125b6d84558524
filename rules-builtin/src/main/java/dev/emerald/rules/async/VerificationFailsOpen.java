package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Checks that let in whoever fails them. */
@RuleInfo(
    id = "async-generic-catch-leak",
    title = "A request goes on after its token was refused",
    severity = Severity.HIGH,
    cwe = {636, 280},
    owasp = {"A04:2021", "A07:2021"},
    roadmap = {RoadmapItem.DEP_4, RoadmapItem.DEP_5},
    why =
        "The check throws when a token is forged or has run out. A catch clause that goes on to the"
            + " next handler lets the request through as if it had passed.",
    remedy = "Answer 401 in the catch clause, or pass the error on: next(error).",
    bad =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            module.exports = (req, res, next) => {
              try {
                req.user = jwt.verify(req.headers.token, key, { algorithms: ['HS256'] });
                next();
              } catch (error) {
                next();
              }
            };
            """),
    good = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (req, res, next) => {
            try {
              req.user = jwt.verify(req.headers.token, key, { algorithms: ['HS256'] });
              next();
            } catch (error) {
              res.sendStatus(401);
            }
          };
          """),
      @Example(
          value =
              """
              const jwt = require('jsonwebtoken');
              module.exports = (req, res, next) => {
                try {
                  req.user = jwt.verify(req.headers.token, key, { algorithms: ['HS256'] });
                } catch (error) {
                  req.user = null;
                }
                next();
              };
              """,
          note = "Who the user is stays said: nobody.")
    })
public final class VerificationFailsOpen implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("jsonwebtoken.verify", "jose.jwtVerify", "jwt-simple.decode"),
        (call, context) -> {
          TryStatement attempt = guarding(call, context.tree());
          CatchClause handler = attempt == null ? null : attempt.handler();
          CallExpression going = handler == null ? null : goesOn(handler, context);
          if (going != null) {
            context.report(
                Problem.at(context.location(going), "A request with a refused token goes on")
                    .withStep(context.location(call), "the token is checked here"));
          }
        });
  }

  private static @Nullable TryStatement guarding(Node node, SyntaxTree tree) {
    Node inner = node;
    for (Node outer = tree.parent(inner); outer != null; outer = tree.parent(inner)) {
      if (outer instanceof TryStatement attempt && attempt.block() == inner) {
        return attempt;
      }
      if (outer instanceof FunctionLike) {
        return null;
      }
      inner = outer;
    }
    return null;
  }

  /** The plain {@code next()} that a catch clause does, unless it changes anything before. */
  private static @Nullable CallExpression goesOn(CatchClause handler, FileContext context) {
    for (Statement statement : handler.body().body()) {
      Expression expression =
          statement instanceof ExpressionStatement plain
              ? plain.expression()
              : statement instanceof ReturnStatement result ? result.argument() : null;
      if (expression instanceof AssignmentExpression) {
        return null;
      }
      if (expression instanceof CallExpression call
          && call.arguments().isEmpty()
          && call.callee() instanceof Identifier name
          && name.name().equals("next")
          && context.scopes().symbolOf(name) != null) {
        return call;
      }
    }
    return null;
  }
}
