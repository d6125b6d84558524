package dev.emerald.core.internal.files;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bracket expression of a {@link Glob}: ranges of characters, possibly negated. */
final class CharClass {

  private final char[] bounds;
  private final boolean negated;

  private CharClass(char[] bounds, boolean negated) {
    this.bounds = bounds;
    this.negated = negated;
  }

  boolean matches(char unit) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] <= unit && unit <= bounds[i + 1]) {
        return !negated;
      }
    }
    return negated;
  }

  /** Reads one bracket expression; after {@link #read} it knows where it ended. */
  static final class Reader {
    private final String pattern;
    private int at;
    private char[] bounds = new char[8];
    private int count;

    Reader(String pattern, int afterBracket) {
      this.pattern = pattern;
      this.at = afterBracket;
    }

    /** Offset just past the closing bracket. */
    int end() {
      return at;
    }

    /**
     * Reads up to the closing bracket.
     *
     * @return null if there is none, or a class of characters has an unknown name
     */
    @Nullable CharClass read() {
      boolean negated = at < pattern.length() && (peek() == '!' || peek() == '^');
      if (negated) {
        at++;
      }
      boolean first = true;
      while (at < pattern.length()) {
        char unit = pattern.charAt(at++);
        if (unit == ']' && !first) {
          return new CharClass(Arrays.copyOf(bounds, count), negated);
        }
        first = false;
        if (unit == '[' && at < pattern.length() && peek() == ':') {
          if (!readNamed()) {
            return null;
          }
          continue;
        }
        if (unit == '\\') {
          if (at == pattern.length()) {
            return null;
          }
          unit = pattern.charAt(at++);
        }
        readRange(unit);
      }
      return null;
    }

    private char peek() {
      return pattern.charAt(at);
    }

    private void readRange(char low) {
      boolean range = at + 1 < pattern.length() && peek() == '-' && pattern.charAt(at + 1) != ']';
      if (!range) {
        add(low, low);
        return;
      }
      char high = pattern.charAt(at + 1);
      at += 2;
      if (high == '\\' && at < pattern.length()) {
        high = pattern.charAt(at++);
      }
      add(low, low <= high ? high : low);
    }

    /** Reads {@code [:name:]}; the bracket is behind, the colon ahead. */
    private boolean readNamed() {
      int close = pattern.indexOf(']', at);
      if (close < 0) {
        return false;
      }
      if (pattern.charAt(close - 1) != ':' || close - 1 == at) {
        // No name after all: the bracket is a character like any other.
        add('[', '[');
        return true;
      }
      String ranges =
          switch (pattern.substring(at + 1, close - 1)) {
            case "alnum" -> "09AZaz";
            case "alpha" -> "AZaz";
            case "blank" -> "  \t\t";
            case "cntrl" -> "\0\u001f\u007f\u007f";
            case "digit" -> "09";
            case "graph" -> "!~";
            case "lower" -> "az";
            case "print" -> " ~";
            case "punct" -> "!/:@[`{~";
            case "space" -> "  \t\r";
            case "upper" -> "AZ";
            case "xdigit" -> "09AFaf";
            default -> "";
          };
      at = close + 1;
      for (int i = 0; i < ranges.length(); i += 2) {
        add(ranges.charAt(i), ranges.charAt(i + 1));
      }
      return !ranges.isEmpty();
    }

    private void add(char low, char high) {
      if (count + 2 > bounds.length) {
        bounds = Arrays.copyOf(bounds, count * 2);
      }
      bounds[count++] = low;
      bounds[count++] = high;
    }
  }
}
