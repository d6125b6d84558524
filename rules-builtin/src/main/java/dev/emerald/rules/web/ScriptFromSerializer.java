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
import dev.emerald.spi.scope.ApiPattern;
import java.util.regex.Pattern;

/** Data in script elements whose mark-up is left as it is. */
@RuleInfo(
    id = "xss-serialize-javascript-unsafe",
    title = "Data is written into a script without escaping mark-up",
    severity = Severity.MEDIUM,
    cwe = {79, 116},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With 'unsafe' the serializer leaves </script> as it is: a text that holds it ends the"
            + " script, and what follows is mark-up of whoever wrote the text.",
    remedy = "Leave the option out.",
    bad =
        @Example(
            """
            const serialize = require('serialize-javascript');
            exports.page = (state) => `<script>state = ${serialize(state, { unsafe: true })}</script>`;
            """),
    good =
        @Example(
            """
            const serialize = require('serialize-javascript');
            exports.page = (state) => `<script>state = ${serialize(state, { isJSON: true })}</script>`;
            """))
public final class ScriptFromSerializer implements Rule {

  private static final ApiPattern SERIALIZE = ApiPattern.api("serialize-javascript");

  private static final Pattern PAGE = Pattern.compile("(?i)</?script");

  @Override
  public void register(Hooks on) {
    on.call(SERIALIZE, ScriptFromSerializer::check);
  }

  private static void check(Invocation call, FileContext context) {
    Expression option =
        Settings.at(Settings.argument(call, 1, context.scopes()), context.scopes(), "unsafe");
    boolean constant =
        call.argument(0) != null && Values.constant(call.argument(0), context.scopes()) != null;
    // What goes to a worker or into a cache is no mark-up.
    boolean page = PAGE.matcher(context.source().text()).find();
    if (option != null && Values.isTrue(option, context.scopes()) && !constant && page) {
      context.report(
          Settings.place(call, option, context), "A text with </script> in it ends the script");
    }
  }
}
