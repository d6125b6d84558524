package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.traits.Express;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;

/** Requests that are never answered. */
@RuleInfo(
    id = "async-express-handler-unwrapped",
    title = "Errors of an async handler are lost in Express 4",
    severity = Severity.HIGH,
    cwe = 755,
    owasp = {"A04:2021"},
    roadmap = {RoadmapItem.DEV_10, RoadmapItem.DEP_4},
    why =
        "Express 4 does not look at the promise of a handler. When it rejects, the request is never"
            + " answered and the rejection ends the process: one request can stop the server.",
    remedy = "Upgrade to Express 5, or catch and call next(error), or wrap handlers once for all.",
    bad =
        @Example(
            packageJson =
                """
                { "name": "a", "dependencies": { "express": "^4.18.0" } }
                """,
            value =
                """
                const express = require('express');
                const app = express();
                app.get('/', async (req, res) => {
                  res.json(await load(req.params.id));
                });
                """),
    good = {
      @Example(
          packageJson =
              """
              { "name": "a", "dependencies": { "express": "^4.18.0" } }
              """,
          value =
              """
              const express = require('express');
              const app = express();
              app.get('/', async (req, res, next) => {
                try {
                  res.json(await load(req.params.id));
                } catch (error) {
                  next(error);
                }
              });
              """),
      @Example(
          packageJson =
              """
              { "name": "a", "dependencies": { "express": "^5.0.0" } }
              """,
          value =
              """
              const express = require('express');
              express().get('/', async (req, res) => {
                res.json(await load(req.params.id));
              });
              """,
          note = "Express 5 passes the error on.")
    })
public final class ExpressAsyncHandler implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api(
            "{express(),express.Router()}"
                + ".{get,post,put,patch,delete,head,options,all,use,param}"),
        this::handlers);
    on.node(
        CallExpression.class,
        (call, context) -> {
          if (Express.isVersion4(context)) {
            ImportedHandlers.route(call, context);
          }
        });
    on.node(
        FunctionLike.class,
        (function, context) -> {
          if (Express.isVersion4(context)) {
            ImportedHandlers.function(function, context);
          }
        });
    on.project(ExpressAsyncHandler::elsewhere);
  }

  private static final String MESSAGE =
      "When this rejects, the request is never answered and the process may end";

  private static void elsewhere(Project project, RuleContext context) {
    if (!project.imports("express-async-errors")) {
      for (Location place : ImportedHandlers.escaping(project, context)) {
        context.report(place, MESSAGE);
      }
    }
  }

  private void handlers(Invocation call, FileContext context) {
    if (!Express.isVersion4(context) || context.project().imports("express-async-errors")) {
      return;
    }
    for (Expression argument : call.arguments()) {
      FunctionLike handler = Coroutines.of(argument, context);
      Location escaping = handler == null ? null : Coroutines.escape(handler, context);
      if (escaping != null) {
        context.report(escaping, MESSAGE);
      }
    }
  }
}
