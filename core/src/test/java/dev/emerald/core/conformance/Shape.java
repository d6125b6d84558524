package dev.emerald.core.conformance;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.source.SourceText;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tree means, as text: without what depends on spacing, comments, parentheses and quotes. A
 * key is its name however it is written, and operands of commas are one list.
 */
final class Shape {

  private final StringBuilder text = new StringBuilder();
  private final boolean spelling;

  private Shape(boolean spelling) {
    this.spelling = spelling;
  }

  static String of(Program program) {
    return new Shape(true).text(program);
  }

  /** The shape with all variables and numbers taken as one. */
  static String withoutSpelling(Program program) {
    return new Shape(false).text(program);
  }

  private String text(Program program) {
    value(program.body());
    return text.toString();
  }

  private void node(Node node) {
    if (!spelling && node instanceof NumericLiteral) {
      text.append("number");
      return;
    }
    text.append(node.getClass().getSimpleName()).append('(');
    for (Method part : TreeJson.partsOf(node)) {
      Object value = TreeJson.read(part, node);
      switch (part.getName()) {
        case "key" -> value = key(node, value);
        case "directive" -> value = value != null;
        case "shorthand" -> value = spelling ? value : null;
        case "name" -> value = spelling || !(node instanceof Identifier) ? value : null;
        default -> {
          if (node instanceof SequenceExpression sequence) {
            value = flat(sequence);
          }
        }
      }
      if (!(value instanceof SourceText)) {
        value(value);
        text.append(' ');
      }
    }
    text.append(')');
  }

  private @Nullable Object key(Node node, @Nullable Object key) {
    boolean computed =
        node instanceof Property property && property.computed()
            || node instanceof MethodDefinition method && method.computed();
    if (computed) {
      return key;
    }
    if (key instanceof Identifier name) {
      return spelling ? name.name() : null;
    }
    if (key instanceof StringLiteral string) {
      return string.value();
    }
    if (key instanceof NumericLiteral number) {
      double value = number.value();
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
    return key;
  }

  private static List<Expression> flat(SequenceExpression sequence) {
    List<Expression> operands = new ArrayList<>();
    for (Expression operand : sequence.expressions()) {
      if (operand instanceof SequenceExpression inner) {
        operands.addAll(flat(inner));
      } else {
        operands.add(operand);
      }
    }
    return operands;
  }

  private void value(@Nullable Object value) {
    if (value instanceof Node node) {
      node(node);
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(this::value);
      text.append(']');
    } else {
      text.append(value);
    }
  }
}
