package dev.emerald.core.conformance;

import dev.emerald.spi.ast.Comment;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.source.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A tree as JSON: for each node its type, its offsets and all that its accessors give. Read off the
 * classes themselves, so that no part of a node is left out of a comparison.
 *
 * <p>It recurses as deep as the tree is.
 */
final class TreeJson {

  /** What every node has and is written first, or is no part of the tree. */
  private static final Set<String> NO_PART =
      Set.of("kind", "start", "end", "span", "parenthesized", "number", "toString", "hashCode");

  private static final Map<Class<?>, List<Method>> PARTS = new ConcurrentHashMap<>();

  private final StringBuilder json;

  TreeJson(StringBuilder json) {
    this.json = json;
  }

  /** Appends the tree of a file. */
  void append(Program program) {
    value(program);
  }

  private void node(Node node) {
    json.append("{\"type\":\"").append(node.getClass().getSimpleName());
    json.append("\",\"start\":").append(node.start());
    json.append(",\"end\":").append(node.end());
    if (node.parenthesized()) {
      json.append(",\"parenthesized\":true");
    }
    for (Method part : partsOf(node)) {
      Object value = read(part, node);
      if (value instanceof SourceText) {
        continue;
      }
      json.append(",\"").append(part.getName()).append("\":");
      value(value);
    }
    json.append('}');
  }

  /** The accessors of a node that are parts of it, sorted by name. */
  static List<Method> partsOf(Node node) {
    return PARTS.computeIfAbsent(node.getClass(), TreeJson::accessors);
  }

  private static List<Method> accessors(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0 && !NO_PART.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  static @Nullable Object read(Method part, Node node) {
    try {
      return part.invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(part + " cannot be read", e);
    }
  }

  private void value(@Nullable Object value) {
    if (value instanceof Node node) {
      node(node);
    } else if (value instanceof List<?> list) {
      list(list);
    } else if (value instanceof Comment comment) {
      json.append("{\"type\":");
      text(comment.type().name());
      json.append(",\"start\":").append(comment.start());
      json.append(",\"end\":").append(comment.end()).append('}');
    } else if (value instanceof String string) {
      text(string);
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      text(number.toString());
    } else if (value instanceof Enum<?> constant) {
      text(nameOf(constant));
    } else {
      json.append(value);
    }
  }

  /** An operator as it is written; anything else by its name in lower case. */
  private static String nameOf(Enum<?> constant) {
    try {
      return (String) constant.getDeclaringClass().getMethod("text").invoke(constant);
    } catch (NoSuchMethodException noOperator) {
      return constant.name().toLowerCase(Locale.ROOT);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(constant + " cannot be read", e);
    }
  }

  private void list(List<?> list) {
    json.append('[');
    boolean first = true;
    for (Object element : list) {
      if (!first) {
        json.append(',');
      }
      first = false;
      value(element);
    }
    json.append(']');
  }

  /** A string in quotes; all but ASCII is escaped, as a lone surrogate has no UTF-8. */
  void text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"' || unit == '\\') {
        json.append('\\').append(unit);
      } else if (unit < ' ' || unit > '~') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      } else {
        json.append(unit);
      }
    }
    json.append('"');
  }
}
