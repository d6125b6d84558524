package dev.emerald.rules.dos;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Regular expressions for which a short text takes longer than anybody can wait. */
@RuleInfo(
    id = "redos-exponential",
    title = "A short text makes a regular expression run for years",
    severity = Severity.HIGH,
    cwe = {1333, 400},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The expression can match the same text in many ways, and where the match fails at the end"
            + " all of them are tried: each few characters more multiply the work. Node.js has one"
            + " thread for all requests, so one text of a few dozen characters stops the whole"
            + " process. The finding shows such a text and the steps that were counted.",
    remedy =
        "Leave only one way to match a text: no repetition directly inside a repetition, as in"
            + " (a+)+, and alternatives and neighbours that begin with different characters."
            + " Limiting the length of the text helps only if the limit is below a few dozen"
            + " characters.",
    bad = {
      @Example(
          """
          const NAME = /^([a-z0-9]+)*$/;
          module.exports = (name) => NAME.test(name);
          """),
      @Example(
          """
          export const isPath = (text) => new RegExp('^(?:\\\\.?\\\\w+)+$').test(text);
          """)
    },
    good = {
      @Example(
          """
          const NAME = /^[a-z0-9]*$/;
          module.exports = (name) => NAME.test(name);
          """),
      @Example(
          value =
              """
              const LIST = /^(?:\\d+,)*$/;
              module.exports = (text) => LIST.test(text);
              """,
          note = "A repetition in a repetition, with a comma that can stand in one place only."),
      @Example(
          value =
              """
              const WORDS = /(?:\\w+)+/;
              module.exports = (text) => WORDS.exec(text);
              """,
          note = "Nothing follows that could fail: the first way to match is the last one tried.")
    })
public final class ExponentialRegex implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(RegExpLiteral.class, ExponentialRegex::check);
    on.call(api("globalThis.RegExp"), ExponentialRegex::check);
    on.node(CallExpression.class, ExponentialRegex::checkMade);
    on.node(
        Property.class,
        (property, context) ->
            SchemaPatterns.forEach(
                property, context, (text, pattern) -> check(pattern, text, text, context)));
    on.call(
        RoutePatterns.ROUTES,
        (call, context) ->
            RoutePatterns.forEach(call, context, (path, pattern) -> route(path, pattern, context)));
    on.text(
        (file, context) ->
            SchemaFiles.forEach(
                file,
                context,
                (span, pattern) ->
                    context
                        .exponential(pattern, false)
                        .ifPresent(
                            witness ->
                                context.report(file.source().location(span), said(witness)))));
    on.taint(
        TaintQuery.from("remote", "library")
            .to("exponential-match")
            .silences("redos-exponential")
            .message("{source} reaches {sink}, which backtracks exponentially"));
  }

  private static void check(Invocation call, FileContext context) {
    Expression text = call.argument(0);
    RegexPattern pattern = context.scopes().regexOf(call);
    if (text != null
        && pattern != null
        && !(context.scopes().origin(text) instanceof RegExpLiteral)) {
      check(pattern, call, text, context);
    }
  }

  private static void check(RegExpLiteral literal, FileContext context) {
    RegexPattern pattern = context.scopes().regexOf(literal);
    if (pattern != null) {
      check(pattern, literal, literal, context);
    }
  }

  /** A call of a function that puts an expression together. */
  private static void checkMade(CallExpression call, FileContext context) {
    RegexPattern pattern = context.scopes().regexOf(call);
    if (pattern != null && !"globalThis.RegExp".equals(context.scopes().apiOf(call.callee()))) {
      check(pattern, call, call, context);
    }
  }

  private static void check(
      RegexPattern pattern, Expression regex, Expression flagged, FileContext context) {
    boolean every = pattern.flags().global();
    BacktrackingWitness witness = context.exponential(pattern, every).orElse(null);
    if (witness == null) {
      return;
    }
    Problem problem = Problem.at(context.location(flagged), said(witness));
    context.report(context.regexFix(regex, pattern, every).map(problem::withFix).orElse(problem));
  }

  /** The expression that a framework makes of a path. */
  private static void route(Expression path, RegexPattern pattern, FileContext context) {
    context
        .exponential(pattern, false)
        .filter(RoutePatterns::isPath)
        .ifPresent(
            witness ->
                context.report(
                    path,
                    "The path becomes /"
                        + pattern.source()
                        + "/, which backtracks exponentially: "
                        + witness.summary()));
  }

  private static String said(BacktrackingWitness witness) {
    return "Backtracks exponentially: " + witness.summary();
  }
}
