package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
          """),
      @Example(
          """
          module.exports = (text) => {
            const padded = new Buffer(text.length + 8);
            padded.write(text);
            return padded;
          };
          """)
    },
    good = {
      @Example("module.exports = (text) => Buffer.from(text).toString('base64');"),
      @Example(
          value = "module.exports = (text) => new Buffer(text, 'hex');",
          note = "Old, but a number is refused where there is an encoding."),
      @Example("module.exports = [new Buffer('secret'), new Buffer([1, 2, 3])];"),
      @Example(
          """
          module.exports = (head, tail) => {
            const all = new Buffer(head.length + tail.length);
            head.copy(all);
            tail.copy(all, head.length);
            return all;
          };
          """),
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

  /** How the names of functions end that look whether a value is text. */
  private static final String LOOKS_FOR_TEXT = "string";

  @Override
  public void register(Hooks on) {
    on.call(
        api("buffer.Buffer"),
        (call, context) -> {
          if (mayBeSize(call, context) && !Conditions.mention(REPLACEMENTS, call, context.tree())) {
            report(call, context);
          }
        });
  }

  private static void report(Invocation call, FileContext context) {
    Expression value = Objects.requireNonNull(call.argument(0));
    Expression origin = context.scopes().origin(value);
    if (isCount(origin, context)) {
      if (PartlyWritten.is(call, context)) {
        context.report(call, "A text that is shorter than the buffer leaves the rest as it was");
      }
    } else if (isGiven(origin, context)) {
      context.report(call, "What this makes depends on the type of the argument");
    } else if (parameter(origin, context) == null) {
      context.report(
          Problem.at(context.location(call), "What this makes depends on the type of the argument")
              .withConfidence(Confidence.LOW));
    }
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
            && (isText(sum.left(), context) || isText(sum.right(), context));
  }

  /** Whether a value is sure to be a number: its author asks for a size. */
  private static boolean isCount(Expression value, FileContext context) {
    Expression origin = context.scopes().origin(value);
    if (origin instanceof BinaryExpression sum) {
      return sum.operator() != BinaryOperator.ADD
          || isCount(sum.left(), context)
          || isCount(sum.right(), context);
    }
    return !Double.isNaN(Values.number(origin, context.scopes()))
        || origin instanceof MemberExpression member
            && ("length".equals(Keys.of(member)) || "byteLength".equals(Keys.of(member)));
  }

  /** Whether a value is what a caller hands over, and nobody looks at its type. */
  private static boolean isGiven(Expression value, FileContext context) {
    Symbol symbol = parameter(value, context);
    return symbol != null
        && symbol.declarations().stream().allMatch(each -> each.typeAnnotation() == null)
        && symbol.references().stream().noneMatch(each -> isLookedAt(each, context));
  }

  /** The parameter that a value is, or is unless it is empty. */
  private static @Nullable Symbol parameter(Expression value, FileContext context) {
    Expression first = value instanceof LogicalExpression choice ? choice.left() : value;
    Symbol symbol = first instanceof Identifier name ? context.scopes().symbolOf(name) : null;
    return symbol != null && symbol.kind() == Symbol.Kind.PARAMETER ? symbol : null;
  }

  /** Whether a use of a name asks for the type: {@code typeof name}, {@code isString(name)}. */
  private static boolean isLookedAt(Identifier use, FileContext context) {
    Node parent = context.tree().parent(use);
    if (parent instanceof UnaryExpression operation) {
      return operation.operator() == UnaryOperator.TYPEOF;
    }
    if (!(parent instanceof Invocation call) || call.callee() == use) {
      return false;
    }
    String name =
        call.callee() instanceof MemberExpression member
            ? Keys.of(member)
            : call.callee() instanceof Identifier function ? function.name() : null;
    return name != null && name.toLowerCase(Locale.ROOT).endsWith(LOOKS_FOR_TEXT);
  }
}
