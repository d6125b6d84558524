package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Buffers that hold what was in memory before. */
@RuleInfo(
    id = "crypto-buffer-unsafe",
    title = "Buffer made by its constructor",
    severity = Severity.MEDIUM,
    cwe = {908, 665},
    owasp = {"A04:2021"},
    roadmap = {RoadmapItem.DEV_4, RoadmapItem.DEV_3},
    why =
        "What Buffer(x) does depends on the type of x: a number where a string was expected gives a"
            + " buffer of that size, in old versions of Node.js filled with whatever the memory"
            + " held. It has been deprecated since Node.js 6.",
    remedy = "Use Buffer.from(value) for a value, Buffer.alloc(size) for a size.",
    bad = {
      @Example("module.exports = (text) => new Buffer(text).toString('base64');"),
      @Example(
          """
          const { Buffer } = require('buffer');
          module.exports = (size) => Buffer(size);
          """)
    },
    good = {
      @Example("module.exports = (text) => Buffer.from(text).toString('base64');"),
      @Example(
          value = "module.exports = (text) => new Buffer(text, 'hex');",
          note = "Old, but a number is refused where there is an encoding."),
      @Example("module.exports = [new Buffer('secret'), new Buffer([1, 2, 3])];"),
      @Example(
          value =
              """
              class Buffer {}
              module.exports = () => new Buffer();
              """,
          note = "A class of the file's own.")
    })
public final class UnsafeBuffer implements Rule {

  /** Where code asks for these it uses the constructor only if they are not there. */
  private static final Words REPLACEMENTS = Words.of("alloc", "from", "allocunsafe");

  @Override
  public void register(Hooks on) {
    on.call(
        api("buffer.Buffer"),
        (call, context) -> {
          if (mayBeSize(call, context) && !Conditions.mention(REPLACEMENTS, call, context.tree())) {
            context.report(call, "What this makes depends on the type of the argument");
          }
        });
  }

  /**
   * Whether the value may be a number, and so a size. With an encoding a number is refused, and
   * text and lists that stand there are none.
   */
  private static boolean mayBeSize(Invocation call, FileContext context) {
    Expression value = call.argument(0);
    if (value == null || Values.string(call.argument(1), context.scopes()) != null) {
      return false;
    }
    Expression origin = context.scopes().origin(value);
    return !(origin instanceof ArrayExpression)
        && !(origin instanceof TemplateLiteral)
        && !isText(origin, context);
  }

  /** Whether something is added to a text. */
  private static boolean isText(Expression value, FileContext context) {
    return Values.string(value, context.scopes()) != null
        || value instanceof BinaryExpression sum
            && sum.operator() == BinaryOperator.ADD
            && (Values.string(sum.left(), context.scopes()) != null
                || Values.string(sum.right(), context.scopes()) != null);
  }
}
