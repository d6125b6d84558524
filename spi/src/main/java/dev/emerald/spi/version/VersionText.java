package dev.emerald.spi.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads versions, and versions with parts left open, character by character. */
final class VersionText {

  /** Longer numbers are no part of any version; far beyond what can be counted. */
  private static final int MOST_DIGITS = 256;

  /**
   * A version of which parts may be open: "1", "1.x", "1.2.3-beta". What is not written is null.
   *
   * @param prerelease without its hyphen
   */
  record Partial(
      String major, @Nullable String minor, @Nullable String patch, @Nullable String prerelease) {}

  private final String text;
  private final boolean loose;
  private int at;

  private VersionText(String text, int at, boolean loose) {
    this.text = text;
    this.at = at;
    this.loose = loose;
  }

  /** The version that a whole text is; null if it is none. */
  static @Nullable Version version(String written, boolean loose) {
    if (written.length() > Version.LONGEST) {
      return null;
    }
    VersionText reader = new VersionText(trimmed(written), 0, loose);
    if (loose) {
      reader.skipPrefix();
    } else if (reader.is('v')) {
      reader.at++;
    }
    return reader.version();
  }

  /**
   * The version with open parts that a text is from an offset to its end.
   *
   * @return null if it is none
   */
  static @Nullable Partial partial(String text, int from, boolean loose) {
    VersionText reader = new VersionText(text, from, loose);
    reader.skipPrefix();
    return reader.partial();
  }

  /** White space as JavaScript's regular expressions have it. */
  static boolean isSpace(char unit) {
    return switch (unit) {
      case '\t', '\n', '\u000b', '\f', '\r', ' ', '\u00a0', '\u1680', '\u2028', '\u2029' -> true;
      case '\u202f', '\u205f', '\u3000', '\ufeff' -> true;
      default -> unit >= '\u2000' && unit <= '\u200a';
    };
  }

  /** A text without the white space around it. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Whether a text is made of digits alone. */
  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  /** Whether a character may stand in a part of a prerelease or of build metadata. */
  static boolean isIdentifier(char unit) {
    return isDigit(unit) || unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit == '-';
  }

  private @Nullable Version version() {
    long major = component(number());
    long minor = skip('.') ? component(number()) : -1;
    String last = skip('.') ? number() : null;
    if (major < 0 || minor < 0 || last == null) {
      return null;
    }
    int end = at;
    List<String> prerelease = prerelease();
    if (prerelease == null && loose && last.length() > 1) {
      // "1.2.30.4" is 1.2.3-0.4: the last digit can be a prerelease's first.
      at = end - 1;
      last = last.substring(0, last.length() - 1);
      prerelease = prerelease();
    }
    long patch = component(last);
    List<String> build = prerelease == null ? null : build();
    return patch < 0 || prerelease == null || build == null
        ? null
        : new Version(major, minor, patch, prerelease, build);
  }

  private @Nullable Partial partial() {
    String major = openNumber();
    if (major == null) {
      return null;
    }
    if (atEnd()) {
      return new Partial(major, null, null, null);
    }
    String minor = skip('.') ? openNumber() : null;
    if (minor == null) {
      return null;
    }
    if (atEnd()) {
      return new Partial(major, minor, null, null);
    }
    String patch = skip('.') ? openNumber() : null;
    if (patch == null) {
      return null;
    }
    int end = at;
    List<String> prerelease = prerelease();
    if (prerelease == null && loose && patch.length() > 1) {
      at = end - 1;
      patch = patch.substring(0, patch.length() - 1);
      prerelease = prerelease();
    }
    if (prerelease == null || build() == null) {
      return null;
    }
    return new Partial(
        major, minor, patch, prerelease.isEmpty() ? null : String.join(".", prerelease));
  }

  /** Skips "v", "=" and white space. */
  private void skipPrefix() {
    while (at < text.length() && (is('v') || is('=') || isSpace(text.charAt(at)))) {
      at++;
    }
  }

  private @Nullable String openNumber() {
    if (is('x') || is('X') || is('*')) {
      at++;
      return text.substring(at - 1, at);
    }
    return number();
  }

  private @Nullable String number() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    int digits = at - start;
    boolean padded = digits > 1 && text.charAt(start) == '0';
    return digits == 0 || digits > MOST_DIGITS || padded && !loose
        ? null
        : text.substring(start, at);
  }

  private static long component(@Nullable String digits) {
    if (digits == null) {
      return -1;
    }
    String number = withoutZeros(digits);
    if (number.length() > 16) {
      return -1;
    }
    long value = Long.parseLong(number);
    return value > Version.LARGEST ? -1 : value;
  }

  static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /**
   * The parts of the prerelease up to the build metadata or the end.
   *
   * @return none if there is no prerelease; null if what stands there is something else
   */
  private @Nullable List<String> prerelease() {
    if (atEnd() || is('+')) {
      return List.of();
    }
    int start = at;
    if (is('-')) {
      at++;
      List<String> parts = parts(true);
      if (parts != null || !loose) {
        return parts;
      }
      at = start;
    }
    return loose ? parts(true) : null;
  }

  private @Nullable List<String> build() {
    return skip('+') ? parts(false) : atEnd() ? List.of() : null;
  }

  /** Parts with dots between them, up to a plus sign or the end; null if one is no such part. */
  private @Nullable List<String> parts(boolean ordered) {
    List<String> parts = new ArrayList<>();
    do {
      int start = at;
      while (at < text.length() && isIdentifier(text.charAt(at))) {
        at++;
      }
      String part = text.substring(start, at);
      if (part.isEmpty()) {
        return null;
      }
      if (ordered && isNumber(part)) {
        String number = withoutZeros(part);
        if (!loose && number.length() != part.length()) {
          return null;
        }
        part = number;
      }
      parts.add(part);
    } while (skip('.'));
    return atEnd() || ordered && is('+') ? List.copyOf(parts) : null;
  }

  private boolean skip(char unit) {
    boolean there = is(unit);
    if (there) {
      at++;
    }
    return there;
  }

  private boolean is(char unit) {
    return at < text.length() && text.charAt(at) == unit;
  }

  private boolean atEnd() {
    return at == text.length();
  }
}
