package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Text that is run as code. */
@RuleInfo(
    id = "injection-eval-use",
    title = "Text is run as code",
    severity = Severity.MEDIUM,
    cwe = 95,
    owasp = {"A03:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEV_4},
    why =
        "Whoever has a say in the text has a say in what the program does, with all its rights."
            + " Engines can't optimise such code either, and linters can't read it.",
    remedy =
        "Parse data with JSON.parse, pick functions from a table by name, pass functions to"
            + " timers.",
    bad = {
      @Example("module.exports = (text) => eval('(' + text + ')');"),
      @Example("module.exports = (body) => new Function('value', `return ${body}`);"),
      @Example("module.exports = (name) => setTimeout('refresh(\"' + name + '\")', 100);")
    },
    good = {
      @Example("module.exports = (text) => JSON.parse(text);"),
      @Example(
          value = "const root = Function('return this')();",
          note = "A constant text; the usual way to the global object."),
      @Example("setTimeout(() => refresh(), 100);"),
      @Example(
          value = "function eval(text) { return text; }\nmodule.exports = (text) => eval(text);",
          note = "A function of the file's own.")
    })
public final class EvalUse implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("globalThis.{eval,execScript}"),
        (call, context) -> {
          Expression code = call.argument(0);
          if ((code == null ? isSpread(call) : !FixedCode.is(code, context))
              && !isRepeated(call, "globalThis.eval", context)) {
            context.report(call, "The text is run as code");
          }
        });
    on.call(
        anyOf("globalThis.{Function,GeneratorFunction,AsyncFunction}"),
        (call, context) -> {
          if (!isBind(call)
              && call.arguments().stream().anyMatch(argument -> !FixedCode.is(argument, context))) {
            context.report(call, "The text becomes a function");
          }
        });
    on.call(
        api("{timers,globalThis}.{setTimeout,setInterval,setImmediate}"),
        (call, context) -> {
          Expression code = call.argument(0);
          if (code != null && isBuiltText(code, context)) {
            context.report(code, "The text is run as code");
          }
        });
  }

  /** {@code Function.call.bind(method)} makes no function of a text. */
  private static boolean isBind(Invocation call) {
    return call.callee() instanceof MemberExpression member && "bind".equals(Keys.of(member));
  }

  /** Whether the same function does the same before, so that it is named already. */
  private static boolean isRepeated(Invocation call, String api, FileContext context) {
    Node function = context.tree().parent(call);
    while (function != null && !(function instanceof FunctionLike)) {
      function = context.tree().parent(function);
    }
    for (int i = function == null ? call.number() : function.number(); i < call.number(); i++) {
      if (context.tree().node(i) instanceof Invocation other
          && other.argument(0) != null
          && api.equals(context.scopes().apiOf(other.callee()))
          && !FixedCode.is(other.argument(0), context)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpread(Invocation call) {
    return !call.arguments().isEmpty() && call.arguments().get(0) instanceof SpreadElement;
  }

  /** Whether a value is sure to be text, made of more than constants. */
  private static boolean isBuiltText(Expression code, FileContext context) {
    Expression origin = context.scopes().origin(code);
    if (context.scopes().constantOf(origin) != null) {
      return false;
    }
    if (origin instanceof TemplateLiteral) {
      return true;
    }
    return origin instanceof BinaryExpression sum
        && sum.operator() == BinaryOperator.ADD
        && (Values.string(sum.left(), context.scopes()) != null
            || Values.string(sum.right(), context.scopes()) != null
            || isBuiltText(sum.left(), context));
  }
}
