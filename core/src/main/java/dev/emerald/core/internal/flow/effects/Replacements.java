package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.Nullable;

/** What a replacement of parts of a text takes away, and what it brings in. */
final class Replacements {

  private static final long SHELL = Metachars.of(";&|`$'\"\n");
  private static final long HTML = Metachars.of("<>&\"");
  private static final long PATH = Metachars.of("./\\");
  private static final long QUOTES = Metachars.of("'\"`$");
  private static final long BACKSLASH = Metachars.of('\\');
  private static final long SLASH = Metachars.of('/');

  private Replacements() {}

  /**
   * The state of a text after {@code replace} or {@code replaceAll}.
   *
   * @param facts of the pattern
   * @param every whether all matches are replaced
   * @param by the replacement; null if it is not constant, such as a function
   */
  static long replaced(long state, RegexFacts facts, boolean every, @Nullable String by) {
    boolean keeps = by != null && bringsBack(by);
    long gone = keeps || !every ? 0 : facts.every();
    if (by != null && by.length() > 1 && by.charAt(0) == '\\' && !escapes(state, facts)) {
      // A backslash in the data takes the meaning from the one that is put in.
      gone &= ~QUOTES;
    }
    long result = state | States.TEXT;
    String text = by == null ? "" : withoutReferences(by);
    long brought = Metachars.of(text) & ~escaped(text);
    result = result & ~(brought & ~facts.every()) | gone & ~brought;
    if (text.indexOf('.') >= 0) {
      result = States.withDots(result, States.DOTS_ANYWHERE);
    }
    if (!keeps) {
      result = dots(result, facts, every, by);
      result = slashes(result, facts, by);
    }
    return weak(state, result, facts, every, text);
  }

  private static boolean escapes(long state, RegexFacts facts) {
    return ((state | facts.every()) & BACKSLASH) != 0;
  }

  /** The state of a text after the first occurrence of another text was replaced, or all. */
  static long replaced(long state, String what, boolean every, @Nullable String by) {
    return replaced(state, facts(what), every, by);
  }

  /** What a constant text says as a pattern. */
  static RegexFacts facts(String text) {
    long set = Metachars.of(text);
    boolean dots = text.equals("..") || text.equals("../") || text.equals("/..");
    return new RegexFacts(
        false,
        false,
        Metachars.EVERY & ~set,
        0,
        0,
        text.length() == 1 ? set : 0,
        text.length() == 1 ? set : 0,
        dots ? States.DOTS_NONE : States.DOTS_ANYWHERE,
        false,
        text.length() > 1,
        set,
        "");
  }

  /** Whether a replacement puts back what was matched, and nothing that escapes it before it. */
  private static boolean bringsBack(String by) {
    for (int i = 0; i + 1 < by.length(); i++) {
      if (by.charAt(i) == '$' && isReference(by.charAt(i + 1))) {
        if (i == 0 || by.charAt(i - 1) != '\\' && by.charAt(i - 1) != '^') {
          return true;
        }
      }
    }
    return false;
  }

  /** A replacement without an escape of what was matched: {@code \\$&} becomes nothing. */
  private static String withoutReferences(String by) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < by.length()) {
      char c = by.charAt(i);
      boolean reference = i + 1 < by.length() && c == '$' && isReference(by.charAt(i + 1));
      i += reference ? 2 : 1;
      if (!reference) {
        text.append(c);
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) == '\\') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }

  private static boolean isReference(char c) {
    return c == '&' || c >= '0' && c <= '9';
  }

  /** The metacharacters of a replacement that are harmless where it has them. */
  private static long escaped(String by) {
    long set = 0;
    if (by.length() > 1 && by.charAt(0) == '&' && by.charAt(by.length() - 1) == ';') {
      return Metachars.of("&");
    }
    for (int i = 1; i < by.length(); i++) {
      char before = by.charAt(i - 1);
      if (before == '\\' || before == '^' || before == '%' || before == by.charAt(i)) {
        set |= Metachars.of(by.charAt(i));
      }
      if (before == '\\') {
        set |= Metachars.of('\\') | Metachars.of('$');
      }
    }
    return set;
  }

  private static long dots(long state, RegexFacts facts, boolean every, @Nullable String by) {
    if (by != null && by.indexOf('.') >= 0 || facts.dots() == States.DOTS_ANYWHERE) {
      return state;
    }
    boolean anywhere = every && facts.dots() == States.DOTS_NONE && !holdsSlash(facts);
    boolean leading =
        facts.dots() == States.DOTS_LEADING
            && facts.repeats()
            && States.dots(state) == States.DOTS_LEADING;
    return anywhere || leading ? States.withDots(state, States.DOTS_NONE) : state;
  }

  /** Whether a match takes in a slash: then what is left may come together to a new one. */
  private static boolean holdsSlash(RegexFacts facts) {
    return facts.token() && (facts.alphabet() & SLASH) != 0;
  }

  private static long slashes(long state, RegexFacts facts, @Nullable String by) {
    if (by == null || !by.isEmpty() || !facts.fromStart()) {
      return state;
    }
    if ((facts.start() & SLASH) == 0 || facts.dots() != States.DOTS_ANYWHERE) {
      return state;
    }
    boolean one = States.has(state, States.NORMALIZED);
    return States.withStart(state, facts.repeats() || one ? States.RELATIVE : States.START_UNKNOWN);
  }

  private static long weak(long before, long state, RegexFacts facts, boolean every, String by) {
    boolean half = facts.token() || !every;
    if (!half) {
      return state;
    }
    long meant = facts.alphabet() & ~(every ? facts.every() : 0);
    long weak = 0;
    boolean pathMeant = facts.dots() != States.DOTS_ANYWHERE && (meant & PATH) != 0;
    if (pathMeant && by.indexOf('.') < 0 && States.dots(state) != States.DOTS_NONE) {
      weak |= States.WEAK_PATH;
    }
    boolean narrow = Long.bitCount(facts.alphabet()) < Metachars.COUNT / 2;
    if (narrow && (meant & SHELL) != 0 && !pathMeant) {
      weak |= States.WEAK_SHELL | States.WEAK_OTHER;
    }
    if ((meant & HTML & Metachars.of('<')) != 0 && !States.has(state, Metachars.of('<'))) {
      weak |= States.WEAK_HTML;
    }
    return state | weak & ~before;
  }
}
