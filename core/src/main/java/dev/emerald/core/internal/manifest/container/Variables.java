package dev.emerald.core.internal.manifest.container;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a stage hold, as the chapter "Environment replacement" of the Dockerfile
 * reference says.
 */
final class Variables {

  /** A value that grows beyond this is unknown: variables may double themselves. */
  private static final int LONGEST = 1_000;

  private final Map<String, Optional<String>> values;

  private Variables(Map<String, Optional<String>> values) {
    this.values = values;
  }

  static Variables none() {
    return new Variables(new HashMap<>());
  }

  Variables copy() {
    return new Variables(new HashMap<>(values));
  }

  /**
   * Gives a variable a value.
   *
   * @param value null for one that is unknown until the image is built
   */
  void set(String name, @Nullable String value) {
    values.put(name, Optional.ofNullable(value));
  }

  /** The value of a variable; null if it is unknown, or there is none. */
  @Nullable String get(String name) {
    return values.getOrDefault(name, Optional.empty()).orElse(null);
  }

  /**
   * Puts values in.
   *
   * @param escape the character that takes its meaning from a dollar sign
   * @return null if one of them is unknown
   */
  @Nullable String expand(String text, char escape) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == escape && at + 1 < text.length() && text.charAt(at + 1) == '$') {
        out.append('$');
        at += 2;
      } else if (unit == '$') {
        int end = variableEnd(text, at);
        String value = end == at + 1 ? "$" : value(text.substring(at + 1, end));
        if (value == null || out.length() + value.length() > LONGEST) {
          return null;
        }
        out.append(value);
        at = end;
      } else {
        out.append(unit);
        at++;
      }
    }
    return out.toString();
  }

  private static int variableEnd(String text, int dollar) {
    int at = dollar + 1;
    if (at < text.length() && text.charAt(at) == '{') {
      int close = text.indexOf('}', at);
      return close < 0 ? text.length() : close + 1;
    }
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isName(char unit) {
    return unit == '_' || unit < 0x80 && Character.isLetterOrDigit(unit);
  }

  private @Nullable String value(String reference) {
    if (!reference.startsWith("{")) {
      return get(reference);
    }
    int from = 1;
    int to = reference.endsWith("}") ? reference.length() - 1 : reference.length();
    int end = from;
    while (end < to && isName(reference.charAt(end))) {
      end++;
    }
    String held = get(reference.substring(from, end));
    if (end == to) {
      return held;
    }
    int operator = reference.charAt(end) == ':' ? end + 1 : end;
    if (operator >= to) {
      return null;
    }
    String word = reference.substring(operator + 1, to);
    boolean plain = word.indexOf('$') < 0;
    return switch (reference.charAt(operator)) {
      case '-' -> held != null ? held : plain ? word : null;
      case '+' -> held != null && plain ? word : held == null ? "" : null;
      default -> null;
    };
  }
}
