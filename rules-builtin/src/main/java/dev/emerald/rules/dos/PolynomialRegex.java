package dev.emerald.rules.dos;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.function.Predicate;

/** Texts of outsiders that are matched in time that grows with a power of their length. */
@RuleInfo(
    id = "redos-polynomial",
    title = "A long text of an outsider makes a regular expression slow",
    severity = Severity.MEDIUM,
    cwe = {1333, 400},
    roadmap = RoadmapItem.DEP_5,
    why =
        "For some texts the expression is tried in as many ways as the text is long, at each of its"
            + " characters: twice the text takes four times as long, or more. A text of a hundred"
            + " thousand characters then keeps Node.js, which has one thread for all requests, busy"
            + " for seconds to minutes. The finding shows such a text and the steps that were"
            + " counted.",
    remedy =
        "Refuse texts that are longer than they need to be before they are matched, or write the"
            + " expression so that it can begin and go on in one way only: anchor it with ^, let"
            + " neighbours begin with different characters, and use trim() where blanks at the ends"
            + " are meant.",
    bad = {
      @Example(
          """
          const app = require('express')();
          app.get('/', (req, res) => {
            res.send(String(req.query.name).replace(/\\s+$/, ''));
          });
          """),
      @Example(
          """
          module.exports = (url) => url.match(/^(\\w+):\\/\\/(.*)@(.*):(.*)#$/);
          """)
    },
    good = {
      @Example(
          """
          const app = require('express')();
          app.get('/', (req, res) => {
            res.send(String(req.query.name).trimEnd());
          });
          """),
      @Example(
          value =
              """
              module.exports = (url) => {
                if (url.length > 2000) throw new RangeError('too long');
                return url.match(/^(\\w+):\\/\\/(.*)@(.*):(.*)#$/);
              };
              """,
          note = "A text that is known to be short takes no long time."),
      @Example(
          value =
              """
              module.exports = (text) => /^\\s*#\\w+/.test(text);
              """,
          note = "There is one place to begin and one way to go on.")
    })
public final class PolynomialRegex implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "library")
            .to("polynomial-match")
            .lower("library")
            .message("{source} reaches {sink}, which backtracks super-linearly"));
    on.call(
        RequestPatterns.MATCHES,
        (call, context) ->
            RequestPatterns.forEach(
                call, context, (regex, pattern) -> checked(regex, pattern, context)));
    on.node(
        Property.class,
        (property, context) ->
            RequestPatterns.forEach(
                property, context, (regex, pattern) -> checked(regex, pattern, context)));
    on.call(
        RoutePatterns.ROUTES,
        (call, context) ->
            RoutePatterns.forEach(call, context, (path, pattern) -> route(path, pattern, context)));
  }

  /** An expression that what requests bring is checked with. */
  private static void checked(Expression regex, RegexPattern pattern, FileContext context) {
    report(
        regex,
        pattern,
        witness -> true,
        "What requests bring is matched with this, which",
        context);
  }

  /** The expression that a framework makes of a path: each request is matched with it. */
  private static void route(Expression path, RegexPattern pattern, FileContext context) {
    String becomes = "The path becomes /" + pattern.source() + "/, which";
    report(path, pattern, RoutePatterns::isPath, becomes, context);
  }

  private static void report(
      Expression place,
      RegexPattern pattern,
      Predicate<BacktrackingWitness> counts,
      String which,
      FileContext context) {
    Backtracking verdict = context.backtracking(pattern, false);
    BacktrackingWitness witness = verdict.witness().orElse(null);
    if (witness != null && !verdict.isExponential() && counts.test(witness)) {
      context.report(
          place,
          String.format(
              "%s backtracks super-linearly: as n^%d, %s",
              which, verdict.degree(), witness.summary()));
    }
  }
}
