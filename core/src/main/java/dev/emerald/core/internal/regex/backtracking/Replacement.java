package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.RegexPattern;
import org.jspecify.annotations.Nullable;

/** What {@code String.prototype.replace} gives, ECMA-262 §22.1.3.19, with bounded work. */
public final class Replacement {

  private static final long MOST_STEPS = 50_000;
  private static final int MOST_MATCHES = 1_000;
  private static final int MOST_TEXT = 1 << 16;

  private Replacement() {}

  /**
   * Replaces what an expression matches: the first match, or all with the {@code g} flag.
   *
   * @return null if that is not known
   */
  public static @Nullable String of(String source, String flags, String text, String by) {
    RegexPattern pattern = RegexParser.parse(source, flags);
    Pattern tree = pattern.tree().orElse(null);
    if (tree == null || pattern.flags().sticky() || by.contains("$<")) {
      return null;
    }
    try {
      CharacterSets characters = new CharacterSets(pattern.flags().unicodeMode());
      StepMatcher matcher = new StepMatcher(ProgramWriter.write(pattern, tree, characters));
      StringBuilder changed = new StringBuilder();
      int from = 0;
      int at = 0;
      for (int i = 0; at <= text.length(); i++) {
        if (!matcher.finds(text, at, MOST_STEPS)) {
          if (matcher.gaveUp()) {
            return null;
          }
          break;
        }
        if (i == MOST_MATCHES || changed.length() > MOST_TEXT) {
          return null;
        }
        changed.append(text, from, matcher.start());
        append(changed, by, text, matcher, pattern.groupCount());
        from = matcher.end();
        at = Math.max(from, matcher.start() + 1);
        if (!pattern.flags().global()) {
          break;
        }
      }
      return changed.append(text, from, text.length()).toString();
    } catch (NotDecidable unknown) {
      return null;
    }
  }

  /**
   * Replaces a word.
   *
   * @param all whether wherever it stands
   * @return null if that is not known
   */
  public static @Nullable String of(String word, String text, String by, boolean all) {
    StringBuilder changed = new StringBuilder();
    int from = 0;
    int at = text.indexOf(word);
    while (at >= 0) {
      changed.append(text, from, at);
      expand(changed, by, text, at, at + word.length(), null, 0);
      from = at + word.length();
      if (!all || changed.length() > MOST_TEXT) {
        break;
      }
      at = text.indexOf(word, from);
    }
    changed.append(text, from, text.length());
    return changed.length() > MOST_TEXT ? null : changed.toString();
  }

  private static void append(
      StringBuilder changed, String by, String text, StepMatcher matcher, int groups) {
    expand(changed, by, text, matcher.start(), matcher.end(), matcher, groups);
  }

  /** ECMA-262 §22.1.3.19.1, <em>GetSubstitution</em>, without names of groups. */
  private static void expand(
      StringBuilder changed,
      String by,
      String text,
      int start,
      int end,
      @Nullable StepMatcher matcher,
      int groups) {
    int i = 0;
    while (i < by.length()) {
      char c = by.charAt(i);
      char next = i + 1 < by.length() ? by.charAt(i + 1) : '\0';
      int taken = 2;
      if (c != '$' || next == '\0') {
        changed.append(c);
        taken = 1;
      } else if (next == '$') {
        changed.append('$');
      } else if (next == '&') {
        changed.append(text, start, end);
      } else if (next == '`') {
        changed.append(text, 0, start);
      } else if (next == '\'') {
        changed.append(text, end, text.length());
      } else {
        int number = digits(by, i + 1, groups);
        if (number == 0 || matcher == null) {
          changed.append('$');
          taken = 1;
        } else {
          int from = matcher.register(2 * (number - 1));
          int to = matcher.register(2 * number - 1);
          if (from >= 0 && to >= from) {
            changed.append(text, from, to);
          }
          taken = number > 9 || next == '0' ? 3 : 2;
        }
      }
      i += taken;
    }
  }

  /** The number of a group that stands at a place; 0 if there is none. */
  private static int digits(String by, int at, int groups) {
    int one = Character.digit(by.charAt(at), 10);
    if (one < 0) {
      return 0;
    }
    int two = at + 1 < by.length() ? Character.digit(by.charAt(at + 1), 10) : -1;
    if (two >= 0 && one * 10 + two >= 1 && one * 10 + two <= groups) {
      return one * 10 + two;
    }
    return one <= groups ? one : 0;
  }
}
