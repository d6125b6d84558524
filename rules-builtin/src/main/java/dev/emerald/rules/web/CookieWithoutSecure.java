package dev.emerald.rules.web;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;

/** Cookies that travel over plain http. */
@RuleInfo(
    id = "web-cookie-secure",
    title = "Session or login cookie without Secure",
    severity = Severity.MEDIUM,
    cwe = 614,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Without the attribute a browser sends the cookie over plain http as well, where anybody on"
            + " the way can read it and go on as the user.",
    remedy = "Set secure: true. Behind a proxy that ends TLS, set 'trust proxy' too.",
    bad = {
      @Example(
          """
          const session = require('express-session');
          module.exports = session({ secret: process.env.SECRET, cookie: { secure: false } });
          """),
      @Example(
          """
          const express = require('express');
          express().post('/login', (req, res) => {
            res.cookie('session_id', id, { httpOnly: true });
          });
          """)
    },
    good = {
      @Example(
          """
          const session = require('express-session');
          module.exports = session({ secret: process.env.SECRET, cookie: { secure: true } });
          """),
      @Example(
          """
          const session = require('express-session');
          const secure = process.env.NODE_ENV === 'production';
          module.exports = session({ secret: process.env.SECRET, cookie: { secure } });
          """),
      @Example(
          value =
              """
              const express = require('express');
              express().get('/', (req, res) => res.cookie('theme', 'dark', {}));
              """,
          note = "Nobody gains by reading it.")
    })
public final class CookieWithoutSecure implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(CookieCalls.SET, this::cookie);
    on.call(CookieCalls.SESSION, this::session);
  }

  private void cookie(Invocation call, FileContext context) {
    if (!CookieCalls.isSensitive(call, context)) {
      return;
    }
    Expression argument = call.argument(2);
    ObjectView options = argument == null ? null : context.scopes().objectOf(argument);
    if (CookieCalls.isRemoval(call, options, context)) {
      return;
    }
    if (argument == null) {
      if (call.arguments().size() <= 2 && call.argument(call.arguments().size() - 1) != null) {
        context.report(call, "The cookie is sent over plain http too");
      }
    } else if (options != null) {
      judge(options, call, Confidence.HIGH, context);
    }
  }

  private void session(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 0, context.scopes());
    if (options == null) {
      return;
    }
    if ("cookie-session".equals(context.scopes().apiOf(call.callee()))) {
      if (Values.isFalse(options.get("secure"), context.scopes())) {
        context.report(call, "The session cookie is sent over plain http too");
      }
      return;
    }
    Expression cookie = options.get("cookie");
    if (cookie == null) {
      if (options.lacks("cookie")) {
        context.report(
            Problem.at(context.location(call), "The session cookie is sent over plain http too")
                .withConfidence(Confidence.MEDIUM));
      }
      return;
    }
    ObjectView view = context.scopes().objectOf(cookie);
    if (view != null) {
      judge(view, call, Confidence.MEDIUM, context);
    }
  }

  /**
   * @param unsaid how sure a missing attribute is a flaw; one that says false always is
   */
  private static void judge(
      ObjectView view, Invocation call, Confidence unsaid, FileContext context) {
    Expression secure = view.get("secure");
    if (secure == null) {
      if (view.lacks("secure")) {
        context.report(
            Problem.at(context.location(call), "The cookie is sent over plain http too")
                .withConfidence(unsaid));
      }
    } else if (Values.isFalse(secure, context.scopes())) {
      context.report(
          Settings.place(call, secure, context), "The cookie is sent over plain http too");
    }
  }
}
