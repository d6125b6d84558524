package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** Cross-origin requests from anywhere. */
@RuleInfo(
    id = "web-cors-wildcard",
    title = "Cross-origin requests are allowed from every site",
    severity = Severity.MEDIUM,
    cwe = {942, 346},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "The same-origin policy keeps other sites from reading what a server answers to its users."
            + " Allowing every origin lifts it; an origin that is echoed together with credentials"
            + " lets any site act as the user who visits it.",
    remedy = "List the origins that need access: cors({ origin: ['https://app.example'] }).",
    bad = {
      @Example(
          """
          const express = require('express');
          const cors = require('cors');
          const app = express();
          app.use(cors());
          """),
      @Example(
          """
          import cors from 'cors';
          export default cors({ origin: true, credentials: true });
          """),
      @Example(
          """
          const express = require('express');
          const app = express();
          app.get('/', (req, res) => {
            res.setHeader('Access-Control-Allow-Origin', '*');
            res.json({});
          });
          """)
    },
    good = {
      @Example(
          """
          const cors = require('cors');
          module.exports = cors({ origin: ['https://app.example'] });
          """),
      @Example(
          """
          const cors = require('cors');
          module.exports = cors({ origin: process.env.ALLOWED_ORIGIN });
          """)
    })
public final class CorsForEverybody implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("{cors,@koa/cors,kcors,koa2-cors,koa-cors}"),
        (call, context) -> options(call.argument(0), call, context, true));
    FastifyPlugins.on(
        on,
        api("{@fastify/cors,fastify-cors}"),
        (call, context) -> options(call.argument(1), call, context, true));
    on.call(
        api("socket.io.Server"),
        (call, context) -> {
          for (int i = 0; i <= 1; i++) {
            Expression argument = call.argument(i);
            ObjectView view = argument == null ? null : context.scopes().objectOf(argument);
            Expression cors = view == null ? null : view.get("cors");
            if (cors != null) {
              options(cors, call, context, false);
            }
          }
        });
    on.call(
        anyOf(
            "express.Response().{set,setHeader,header}",
            "http.ServerResponse().setHeader",
            "fastify.Reply().header",
            "koa.Context().set"),
        this::header);
  }

  /**
   * @param openByDefault whether the library allows everybody when it is told nothing
   */
  private static void options(
      @Nullable Expression argument, Invocation call, FileContext context, boolean openByDefault) {
    if (argument == null) {
      if (openByDefault && call.arguments().isEmpty()) {
        context.report(call, "Without options every site may read the answers");
      }
      return;
    }
    ObjectView view = context.scopes().objectOf(argument);
    if (view == null) {
      return;
    }
    Expression origin = view.get("origin");
    if (origin == null) {
      if (openByDefault && view.lacks("origin")) {
        context.report(call, "Without 'origin' every site may read the answers");
      }
      return;
    }
    Constant value = context.scopes().constantOf(origin);
    if (value != null && (value.is("*") || value.is(true))) {
      boolean credentials = Values.isTrue(view.get("credentials"), context.scopes());
      Node place = Settings.place(call, origin, context);
      context.report(
          place,
          credentials
              ? "Every site may act as the user, credentials included"
              : "Every site may read the answers");
    }
  }

  private void header(Invocation call, FileContext context) {
    String name = Values.string(call.argument(0), context.scopes());
    if (name != null
        && name.equalsIgnoreCase("access-control-allow-origin")
        && "*".equals(Values.string(call.argument(1), context.scopes()))) {
      context.report(call, "Every site may read the answer");
    }
  }
}
