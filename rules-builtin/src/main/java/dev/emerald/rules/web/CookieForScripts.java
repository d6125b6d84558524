package dev.emerald.rules.web;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** Login cookies that scripts can read. */
@RuleInfo(
    id = "web-cookie-httponly",
    title = "Session or login cookie that scripts can read",
    severity = Severity.MEDIUM,
    cwe = 1004,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "A script that gets into the page, through a flaw or a library, can send the cookie away,"
            + " and its receiver goes on as the user.",
    remedy = "Set httpOnly: true.",
    bad = {
      @Example(
          """
          const express = require('express');
          express().post('/login', (req, res) => {
            res.cookie('authToken', token, { secure: true });
          });
          """),
      @Example(
          """
          const session = require('express-session');
          module.exports = session({
            secret: process.env.SECRET,
            cookie: { httpOnly: false, secure: true },
          });
          """)
    },
    good = {
      @Example(
          """
          const express = require('express');
          express().post('/login', (req, res) => {
            res.cookie('authToken', token, { secure: true, httpOnly: true });
          });
          """),
      @Example(
          value =
              """
              const express = require('express');
              express().get('/', (req, res) => {
                res.cookie('XSRF-TOKEN', req.csrfToken(), { secure: true, httpOnly: false });
              });
              """,
          note = "Made to be read by the page.")
    })
public final class CookieForScripts implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(CookieCalls.SET, this::cookie);
    on.call(CookieCalls.SESSION, this::session);
  }

  private void cookie(Invocation call, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    boolean readableByDefault =
        api == null || !api.startsWith("koa.") && !api.startsWith("cookies()");
    Expression argument = call.argument(2);
    ObjectView options = argument == null ? null : context.scopes().objectOf(argument);
    if (CookieCalls.isForScripts(call, context)
        || CookieCalls.isRemoval(call, options, context)
        || argument != null && options == null) {
      return;
    }
    boolean sensitive = CookieCalls.isSensitive(call, context);
    if (options == null) {
      boolean complete = call.arguments().size() == 2 && call.argument(1) != null;
      if (sensitive && readableByDefault && complete) {
        context.report(call, "Scripts of the page can read the cookie");
      }
      return;
    }
    Expression httpOnly = options.get("httpOnly");
    if (httpOnly == null) {
      if (sensitive && readableByDefault && options.lacks("httpOnly")) {
        context.report(call, "Scripts of the page can read the cookie");
      }
    } else if (sensitive) {
      explicit(httpOnly, call, context);
    }
  }

  private void session(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 0, context.scopes());
    boolean flat = "cookie-session".equals(context.scopes().apiOf(call.callee()));
    explicit(
        flat
            ? Settings.at(options, context.scopes(), "httpOnly")
            : Settings.at(options, context.scopes(), "cookie", "httpOnly"),
        call,
        context);
  }

  private static void explicit(
      @Nullable Expression httpOnly, Invocation call, FileContext context) {
    if (httpOnly != null && Values.isFalse(httpOnly, context.scopes())) {
      context.report(
          Settings.place(call, httpOnly, context), "Scripts of the page can read the cookie");
    }
  }
}
