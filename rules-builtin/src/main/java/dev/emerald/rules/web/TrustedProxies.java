package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;

/** Whoever asks is taken for a proxy. */
@RuleInfo(
    id = "web-trust-proxy-all",
    title = "Every client is trusted like a proxy",
    severity = Severity.MEDIUM,
    cwe = {348, 290},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_6,
    why =
        "A server that trusts every proxy takes X-Forwarded-For, -Host and -Proto from anybody."
            + " Clients then choose the address that limits and logs see, and whether a request"
            + " counts as encrypted.",
    remedy =
        "Say how many proxies stand in front, or name their addresses: app.set('trust proxy', 1).",
    bad = {
      @Example(
          """
          const express = require('express');
          const app = express();
          app.enable('trust proxy');
          """),
      @Example(
          """
          const Koa = require('koa');
          const app = new Koa();
          app.proxy = true;
          """),
      @Example(
          """
          import Fastify from 'fastify';
          export const app = Fastify({ trustProxy: true });
          """)
    },
    good = {
      @Example(
          """
          const express = require('express');
          const app = express();
          app.set('trust proxy', 1);
          """),
      @Example(
          """
          import Fastify from 'fastify';
          export const app = Fastify({ trustProxy: '10.0.0.0/8' });
          """)
    },
    weight = RuleInfo.Weight.DECIDES)
public final class TrustedProxies implements Rule {

  private static final String MESSAGE = "Every client may say which address and host it comes from";

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, TrustedProxies::setting);
    on.node(AssignmentExpression.class, TrustedProxies::assigned);
    on.call(api("fastify"), (call, context) -> option(call, "trustProxy", context));
    on.call(api("koa"), (call, context) -> option(call, "proxy", context));
  }

  /** The setting of Express goes by a name that nothing else has, whoever made the server. */
  private static void setting(CallExpression call, FileContext context) {
    if (context.file().test()
        || call.arguments().isEmpty()
        || !(call.callee() instanceof MemberExpression member)
        || !"trust proxy".equals(Values.string(call.argument(0), context.scopes()))) {
      return;
    }
    String method = Keys.of(member);
    boolean all =
        "enable".equals(method) && call.arguments().size() == 1
            || "set".equals(method) && Values.isTrue(call.argument(1), context.scopes());
    if (all) {
      context.report(call, MESSAGE);
    }
  }

  private static void assigned(AssignmentExpression assignment, FileContext context) {
    if (assignment.left() instanceof MemberExpression member
        && "proxy".equals(Keys.of(member))
        && Values.isTrue(assignment.right(), context.scopes())
        && "koa()".equals(context.scopes().apiOf(member.object()))
        && !context.file().test()) {
      context.report(assignment, MESSAGE);
    }
  }

  private static void option(Invocation call, String name, FileContext context) {
    Expression first = call.argument(0);
    ObjectView options = first == null ? null : context.scopes().objectOf(first);
    Expression value = options == null ? null : options.get(name);
    if (value != null && Values.isTrue(value, context.scopes()) && !context.file().test()) {
      context.report(context.tree().contains(call, value) ? value : call, MESSAGE);
    }
  }
}
