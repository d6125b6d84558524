package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
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
import dev.emerald.spi.scope.ApiPattern;
import org.jspecify.annotations.Nullable;

/** Code that is kept where nobody can read it. */
@RuleInfo(
    id = "injection-hardcoded-data-as-code",
    title = "Encoded text is decoded and run",
    severity = Severity.HIGH,
    cwe = 506,
    owasp = {"A08:2021"},
    roadmap = {RoadmapItem.CI_1, RoadmapItem.DEP_5},
    why =
        "There is no need to hide code of one's own from its readers. A long text in hexadecimal or"
            + " Base64 that becomes code, a command or the name of a module is how malware gets"
            + " into packages.",
    remedy = "Remove it, and find out who put it there; take the machine for compromised.",
    bad = {
      @Example(
          """
          const text =
            '636f6e736f6c652e6c6f672827612074657874207468617420697320616e792074657874206f66206120'
            + '7365637265742070726f6772616d20746861742069732072756e2729';
          eval(Buffer.from(text, 'hex').toString());
          """)
    },
    good = {
      @Example(
          """
          const image = Buffer.from(
            'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E'
            + 'rkJggg==', 'base64');
          module.exports = image;
          """),
      @Example("module.exports = (text) => Buffer.from(text, 'base64').toString();")
    })
public final class HiddenCode implements Rule {

  /** Shorter texts may be constants that are awkward to write otherwise. */
  private static final int SHORTEST = 100;

  private static final int MOST_STEPS = 8;

  private static final ApiPattern FROM = anyOf("buffer.Buffer.from", "buffer.Buffer");
  private static final ApiPattern DECODING =
      anyOf(
          "{globalThis,buffer}.atob",
          "globalThis.{unescape,decodeURIComponent}",
          "base-64.decode",
          "js-base64.decode");
  private static final ApiPattern OF_CODES = api("globalThis.String.fromCharCode");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "globalThis.{eval,execScript,Function,setTimeout}",
            "vm.{runInThisContext,runInNewContext,runInContext,Script}",
            "child_process.{exec,execSync,spawn,spawnSync}",
            "globalThis.require"),
        (call, context) -> {
          for (Expression argument : call.arguments()) {
            if (isDecoded(argument, context)) {
              context.report(call, "A long encoded text is decoded and run");
              return;
            }
          }
        });
  }

  /** Whether a value is a long constant that was decoded. */
  private static boolean isDecoded(Expression value, FileContext context) {
    Expression current = context.scopes().origin(value);
    for (int i = 0; i < MOST_STEPS && current instanceof CallExpression call; i++) {
      if (call.callee() instanceof MemberExpression member && "toString".equals(Keys.of(member))) {
        current = context.scopes().origin(member.object());
        continue;
      }
      String api = context.scopes().apiOf(call.callee());
      Expression text = call.argument(0);
      if (OF_CODES.matches(api)) {
        return call.arguments().size() >= SHORTEST / 2 && isConstant(text, context);
      }
      if (DECODING.matches(api) || FROM.matches(api) && isEncoded(call, context)) {
        if (isLong(text, context)) {
          return true;
        }
        current = text == null ? null : context.scopes().origin(text);
        continue;
      }
      return false;
    }
    return false;
  }

  private static boolean isEncoded(Invocation call, FileContext context) {
    String encoding = Values.string(call.argument(1), context.scopes());
    return "hex".equals(encoding) || "base64".equals(encoding);
  }

  private static boolean isLong(@Nullable Expression text, FileContext context) {
    String constant = Values.string(text, context.scopes());
    return constant != null && constant.length() >= SHORTEST;
  }

  private static boolean isConstant(@Nullable Expression value, FileContext context) {
    return value != null && !Double.isNaN(Values.number(value, context.scopes()));
  }
}
