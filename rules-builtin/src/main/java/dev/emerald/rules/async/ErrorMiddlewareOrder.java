package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Symbol;
import org.jspecify.annotations.Nullable;

/** Error handlers that never hear of an error. */
@RuleInfo(
    id = "async-error-middleware-order",
    title = "An error handler stands before the routes",
    severity = Severity.MEDIUM,
    cwe = 755,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "Express calls middleware in the order it was added. Errors of routes that come after the"
            + " handler pass it by and reach the default handler, which sends stack traces.",
    remedy = "Add the error handler after all routes.",
    bad =
        @Example(
            """
            const express = require('express');
            const app = express();
            app.use((err, req, res, next) => res.sendStatus(500));
            app.get('/', (req, res) => res.send('hello'));
            """),
    good =
        @Example(
            """
            const express = require('express');
            const app = express();
            app.get('/', (req, res) => res.send('hello'));
            app.use((err, req, res, next) => res.sendStatus(500));
            """))
public final class ErrorMiddlewareOrder implements Rule {

  private static final int ERROR_HANDLER_PARAMETERS = 4;

  private static final ApiPattern ROUTES =
      api("{express(),express.Router()}.{get,post,put,patch,delete,all}");

  private static final ApiPattern USE = api("{express(),express.Router()}.use");

  @Override
  public void register(Hooks on) {
    on.call(USE, this::check);
  }

  private void check(Invocation call, FileContext context) {
    if (call.arguments().size() != 1
        || !takesErrors(call.arguments().get(0), context)
        || !(context.tree().parent(call) instanceof ExpressionStatement statement)) {
      return;
    }
    Symbol app = receiver(call, context);
    Node block = context.tree().parent(statement);
    if (app == null || block == null) {
      return;
    }
    CallExpression later = null;
    for (int i = context.tree().subtreeEnd(statement.number()),
            end = context.tree().subtreeEnd(block.number());
        i < end;
        i = context.tree().subtreeEnd(i)) {
      if (context.tree().node(i) instanceof ExpressionStatement sibling
          && sibling.expression() instanceof CallExpression next
          && receiver(next, context) == app) {
        if (ROUTES.matches(context.scopes().apiOf(next.callee()))) {
          later = later == null ? next : later;
        } else if (USE.matches(context.scopes().apiOf(next.callee()))
            && next.arguments().size() == 1
            && takesErrors(next.arguments().get(0), context)) {
          return;
        }
      }
    }
    if (later != null && later.arguments().size() > 1) {
      context.report(
          Problem.at(context.location(call), "Errors of the routes below pass this handler by")
              .withStep(context.location(later), "a route that is added after the handler"));
    }
  }

  private static boolean takesErrors(Expression argument, FileContext context) {
    FunctionLike function = context.scopes().functionOf(argument);
    return function != null && function.params().size() == ERROR_HANDLER_PARAMETERS;
  }

  private static @Nullable Symbol receiver(Invocation call, FileContext context) {
    return call.callee() instanceof MemberExpression member
            && member.object() instanceof Identifier name
        ? context.scopes().symbolOf(name)
        : null;
  }
}
