package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.Set;

/** Protection against forged requests that looks away. */
@RuleInfo(
    id = "web-csrf-disabled",
    title = "Protection against forged requests is switched off",
    severity = Severity.MEDIUM,
    cwe = 352,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "A browser sends cookies along with requests that other sites make it send. Without a check"
            + " such a request changes data in the name of the user.",
    remedy = "Check all methods that change something.",
    bad = {
      @Example(
          """
          const csrf = require('csurf');
          module.exports = csrf({ cookie: true, ignoreMethods: ['GET', 'POST'] });
          """),
      @Example(
          """
          import { ApolloServer } from '@apollo/server';
          const server = new ApolloServer({ typeDefs, resolvers, csrfPrevention: false });
          """)
    },
    good =
        @Example(
            """
            const csrf = require('csurf');
            module.exports = csrf({ cookie: true, ignoreMethods: ['GET', 'HEAD', 'OPTIONS'] });
            """))
public final class CsrfSwitchedOff implements Rule {

  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  public void register(Hooks on) {
    on.call(
        api("{csurf,csrf,tiny-csrf}"),
        (call, context) -> {
          Expression methods =
              Settings.at(
                  Settings.argument(call, 0, context.scopes()), context.scopes(), "ignoreMethods");
          if (methods == null
              || !(context.scopes().origin(methods) instanceof ArrayExpression array)) {
            return;
          }
          for (Expression element : array.elements()) {
            String method = Values.string(element, context.scopes());
            if (method != null && CHANGING.contains(method)) {
              context.report(call, "Requests with " + method + " are not checked");
              return;
            }
          }
        });
    on.call(
        api("{@apollo/server.ApolloServer,apollo-server.ApolloServer}"),
        (call, context) -> {
          Expression value =
              Settings.at(
                  Settings.argument(call, 0, context.scopes()), context.scopes(), "csrfPrevention");
          if (value != null && Values.isFalse(value, context.scopes())) {
            context.report(call, "Forged requests are not told apart");
          }
        });
    on.call(
        api("lusca"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          Expression value = options == null ? null : options.get("csrf");
          if (value != null && Values.isFalse(value, context.scopes())) {
            context.report(call, "Forged requests are not told apart");
          }
        });
  }
}
