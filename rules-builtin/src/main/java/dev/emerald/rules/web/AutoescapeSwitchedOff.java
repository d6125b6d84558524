package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import org.jspecify.annotations.Nullable;

/** Templates that put text into pages as it is. */
@RuleInfo(
    id = "xss-autoescape-disabled",
    title = "A template engine does not escape",
    severity = Severity.HIGH,
    cwe = {116, 79},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Text that users wrote becomes part of the page as it is, scripts included, in every"
            + " template at once.",
    remedy = "Leave escaping on and mark the few values that hold trusted markup.",
    bad = {
      @Example(
          """
          const nunjucks = require('nunjucks');
          nunjucks.configure('views', { autoescape: false });
          """),
      @Example(
          """
          const Handlebars = require('handlebars');
          const template = Handlebars.compile(source, { noEscape: true });
          """),
      @Example(
          """
          const mustache = require('mustache');
          mustache.escape = (text) => text;
          """)
    },
    good = {
      @Example(
          """
          const nunjucks = require('nunjucks');
          nunjucks.configure('views', { autoescape: true });
          """),
      @Example(
          """
          const Handlebars = require('handlebars');
          const template = Handlebars.compile(source);
          """)
    })
public final class AutoescapeSwitchedOff implements Rule {

  private static final ApiPattern MUSTACHE_ESCAPE = api("mustache.escape");

  @Override
  public void register(Hooks on) {
    on.call(
        api("nunjucks.{configure,Environment}"),
        (call, context) -> {
          off(call, 0, "autoescape", context);
          off(call, 1, "autoescape", context);
        });
    on.call(
        api("handlebars.{compile,precompile}"),
        (call, context) -> {
          Expression value =
              Settings.at(
                  Settings.argument(call, 1, context.scopes()), context.scopes(), "noEscape");
          if (value != null && Values.isTrue(value, context.scopes())) {
            report(value, call, context);
          }
        });
    on.call(
        anyOf("swig.{setDefaults,Swig}", "twig.twig", "eta.{configure,Eta}", "edge.js.Edge"),
        (call, context) -> {
          off(call, 0, "autoescape", context);
          off(call, 0, "autoEscape", context);
        });
    on.call(
        api("ejs.{render,compile,renderFile}"),
        (call, context) -> {
          for (int i = 1; i <= 2; i++) {
            Expression escape =
                Settings.at(
                    Settings.argument(call, i, context.scopes()), context.scopes(), "escape");
            if (escape != null && returnsItsParameter(escape, context)) {
              report(escape, call, context);
            }
          }
        });
    on.node(
        AssignmentExpression.class,
        (assignment, context) -> {
          if (assignment.left() instanceof MemberExpression member
              && MUSTACHE_ESCAPE.matches(context.scopes().apiOf(member))
              && returnsItsParameter(assignment.right(), context)) {
            context.report(assignment, "Text is put into pages as it is");
          }
        });
  }

  private static void off(Invocation call, int index, String option, FileContext context) {
    Expression value =
        Settings.at(Settings.argument(call, index, context.scopes()), context.scopes(), option);
    if (value != null && Values.isFalse(value, context.scopes())) {
      report(value, call, context);
    }
  }

  private static void report(Expression value, Invocation call, FileContext context) {
    context.report(Settings.place(call, value, context), "Text is put into pages as it is");
  }

  private static boolean returnsItsParameter(@Nullable Expression value, FileContext context) {
    FunctionLike function = value == null ? null : context.scopes().functionOf(value);
    return function instanceof ArrowFunctionExpression arrow
        && arrow.params().size() == 1
        && arrow.params().get(0) instanceof Identifier parameter
        && arrow.body() instanceof Identifier result
        && result.name().equals(parameter.name());
  }
}
