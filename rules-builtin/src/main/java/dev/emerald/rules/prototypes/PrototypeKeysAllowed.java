package dev.emerald.rules.prototypes;

import static dev.emerald.spi.scope.ApiPattern.api;

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
import java.util.Locale;

/** Parsers of requests that are told to let {@code __proto__} through. */
@RuleInfo(
    id = "proto-json-reviver",
    title = "A parser is told to accept __proto__ as a key",
    severity = Severity.MEDIUM,
    cwe = 1321,
    owasp = {"A05:2021", "A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "What is parsed from a request may then have a property __proto__ of its own, or one under"
            + " constructor that stands for the function. Whatever copies or merges such an object"
            + " later writes into what all objects inherit. The parsers refuse these keys unless"
            + " they are told not to.",
    remedy =
        "Leave the default, which refuses such keys, or have them removed: protoAction: 'remove'."
            + " If the keys are data, let qs make objects that inherit nothing: plainObjects:"
            + " true.",
    bad = {
      @Example(
          """
          const app = require('fastify')({ onProtoPoisoning: 'ignore' });
          app.listen({ port: 3000 });
          """),
      @Example(
          """
          const qs = require('qs');
          module.exports = (text) => qs.parse(text, { allowPrototypes: true });
          """)
    },
    good = {
      @Example(
          """
          const app = require('fastify')({ onProtoPoisoning: 'remove' });
          app.listen({ port: 3000 });
          """),
      @Example(
          """
          const qs = require('qs');
          module.exports = (text) => qs.parse(text, { plainObjects: true, allowPrototypes: true });
          """)
    },
    weight = RuleInfo.Weight.DECIDES)
public final class PrototypeKeysAllowed implements Rule {

  private static final String IGNORED = "ignore";

  @Override
  public void register(Hooks on) {
    on.call(api("qs.parse"), PrototypeKeysAllowed::query);
    on.call(
        api("fastify"),
        (call, context) -> {
          ignored(call, 0, context, "onProtoPoisoning");
          ignored(call, 0, context, "onConstructorPoisoning");
        });
    on.call(
        api("{secure-json-parse,secure-json-parse.parse,@hapi/bourne.parse}"),
        (call, context) -> {
          // The second argument may be a reviver, which moves the options on.
          for (int i = 1; i <= 2; i++) {
            ignored(call, i, context, "protoAction");
            ignored(call, i, context, "constructorAction");
          }
        });
    on.call(
        api("{@hapi/hapi,hapi}.{server,Server}"),
        (call, context) -> ignored(call, 0, context, "routes", "payload", "protoAction"));
    on.call(
        api("{@hapi/hapi,hapi}.{server,Server}().route"),
        (call, context) -> {
          ignored(call, 0, context, "options", "payload", "protoAction");
          ignored(call, 0, context, "config", "payload", "protoAction");
        });
  }

  private static void query(Invocation call, FileContext context) {
    ObjectView view = Settings.argument(call, 1, context.scopes());
    Expression allowed = Settings.at(view, context.scopes(), "allowPrototypes");
    Expression plain = Settings.at(view, context.scopes(), "plainObjects");
    if (Values.isTrue(allowed, context.scopes())
        && !Values.isTrue(plain, context.scopes())
        && allowed != null
        && !context.file().test()) {
      context.report(
          Settings.place(call, allowed, context),
          "qs is told to take keys that all objects inherit, such as toString");
    }
  }

  private static void ignored(Invocation call, int index, FileContext context, String... path) {
    ObjectView view = Settings.argument(call, index, context.scopes());
    Expression value = Settings.at(view, context.scopes(), path);
    if (value != null
        && IGNORED.equals(Values.string(value, context.scopes()))
        && !context.file().test()) {
      String option = path[path.length - 1];
      String key =
          option.toLowerCase(Locale.ROOT).contains("constructor") ? "constructor" : "__proto__";
      context.report(
          Settings.place(call, value, context),
          "The parser is told to take the key `%s` like any other".formatted(key));
    }
  }
}
