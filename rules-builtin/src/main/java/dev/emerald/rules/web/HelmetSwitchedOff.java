package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security headers that are sent by default, and switched off. */
@RuleInfo(
    id = "web-helmet-disabled",
    title = "A protection of helmet is switched off",
    severity = Severity.MEDIUM,
    cwe = {693, 1021},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Each header of helmet closes a door: foreign scripts, framing by other sites, downgrades"
            + " to plain http, content taken for a script. The option opens it again for all"
            + " pages.",
    remedy = "Remove the option, or adjust the policy instead of switching it off.",
    bad = {
      @Example(
          """
          const helmet = require('helmet');
          module.exports = helmet({ contentSecurityPolicy: false });
          """),
      @Example(
          """
          const app = require('fastify')();
          app.register(require('@fastify/helmet'), { hsts: false, frameguard: false });
          """)
    },
    good = {
      @Example(
          """
          const helmet = require('helmet');
          module.exports = helmet();
          """),
      @Example(
          value =
              """
              const helmet = require('helmet');
              module.exports = helmet({ xssFilter: false, crossOriginEmbedderPolicy: false });
              """,
          note = "One is obsolete, the other off by default.")
    })
public final class HelmetSwitchedOff implements Rule {

  private static final ApiPattern POLICY = api("{helmet,koa-helmet}.contentSecurityPolicy");

  private static final List<String> PROTECTIONS =
      List.of(
          "contentSecurityPolicy",
          "frameguard",
          "xFrameOptions",
          "hsts",
          "strictTransportSecurity",
          "noSniff",
          "xContentTypeOptions",
          "referrerPolicy",
          "crossOriginOpenerPolicy",
          "crossOriginResourcePolicy");

  @Override
  public void register(Hooks on) {
    on.call(api("{helmet,koa-helmet}"), (call, context) -> check(call.argument(0), call, context));
    FastifyPlugins.on(
        on,
        api("{@fastify/helmet,fastify-helmet}"),
        (call, context) -> check(call.argument(1), call, context));
  }

  private static void check(@Nullable Expression argument, Invocation call, FileContext context) {
    ObjectView view = argument == null ? null : context.scopes().objectOf(argument);
    if (view == null) {
      return;
    }
    for (String name : PROTECTIONS) {
      Expression value = view.get(name);
      if (value != null
          && Values.isFalse(value, context.scopes())
          && !(name.equals("contentSecurityPolicy") && setsPolicyElsewhere(context))) {
        context.report(
            Settings.place(call, value, context), "'" + name + "' switches a protection off");
      }
    }
  }

  /** Whether a policy is sent by a middleware of its own. */
  private static boolean setsPolicyElsewhere(FileContext context) {
    if (context.project().imports("helmet-csp")) {
      return true;
    }
    SyntaxTree tree = context.tree();
    for (int i = 0; i < tree.size(); i++) {
      if (tree.kind(i) == NodeKind.CALL_EXPRESSION
          && tree.node(i) instanceof CallExpression call
          && POLICY.matches(context.scopes().apiOf(call.callee()))) {
        return true;
      }
    }
    return false;
  }
}
