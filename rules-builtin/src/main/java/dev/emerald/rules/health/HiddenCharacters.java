package dev.emerald.rules.health;

import dev.emerald.spi.ast.Program;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Audience;

/** Code that does not do what it shows. */
@RuleInfo(
    id = "health-bidi-unicode",
    title = "Invisible or direction-changing characters in code",
    severity = Severity.HIGH,
    cwe = {1007, 506},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_3,
    why =
        "Characters that change the direction of text show code in another order than it runs;"
            + " invisible ones hide in names. A reviewer approves something else than what runs.",
    remedy = "Remove the character, or write it as an escape such as \\u202e.",
    audience = Audience.EVERYTHING,
    bad = {
      @Example("const level = 'user\u202e // admins only'; // check"),
      @Example("const is\u200cAdmin = true;")
    },
    good = {
      @Example("const mark = '\\u202e';"),
      @Example(
          value = "const family = '\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67';",
          note = "A joiner within an emoji."),
      @Example("const text = 'naïve – “quoted” – 漢字 – שלום';")
    })
public final class HiddenCharacters implements Rule {

  /** A file with more of them needs no longer list. */
  private static final int MOST_REPORTS = 100;

  /** How much of a text is looked at together. */
  private static final int PART = 8_192;

  /** The least of the characters that are meant. */
  private static final char LOWEST = '\u200b';

  @Override
  public void register(Hooks on) {
    on.file(HiddenCharacters::check);
  }

  private static void check(Program program, FileContext context) {
    String text = context.source().text();
    if (!isAnywhere(text)) {
      return;
    }
    int reports = 0;
    int start = 0;
    while (start < text.length() && reports < MOST_REPORTS) {
      int end = lineEnd(text, start);
      int first = firstMark(text, start, end);
      if (first < end) {
        boolean ordered = isWithinItsScript(text, start, end);
        for (int i = first; i < end && reports < MOST_REPORTS; i++) {
          char unit = text.charAt(i);
          if (isDirection(unit) ? !ordered : isZeroWidth(unit) && isWithinWord(text, i)) {
            context.report(
                context.source().location(i, i + 1),
                String.format("The character U+%04X does not show", (int) unit));
            reports++;
          }
        }
      }
      start = end + 1;
    }
  }

  /** Whether there is any such character: nearly no text has one, and each is looked through. */
  private static boolean isAnywhere(String text) {
    char[] units = new char[Math.min(text.length(), PART)];
    for (int from = 0; from < text.length(); from += PART) {
      int size = Math.min(PART, text.length() - from);
      text.getChars(from, from + size, units, 0);
      for (int i = 0; i < size; i++) {
        if (units[i] >= LOWEST && (isDirection(units[i]) || isZeroWidth(units[i]))) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private static int firstMark(String text, int start, int end) {
    int at = start;
    while (at < end && !isDirection(text.charAt(at)) && !isZeroWidth(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Embeddings, overrides, isolates, and what ends them. */
  private static boolean isDirection(char unit) {
    return unit >= '\u202a' && unit <= '\u202e' || unit >= '\u2066' && unit <= '\u2069';
  }

  private static boolean isZeroWidth(char unit) {
    return unit == '\u200b' || unit == '\u200c' || unit == '\u2060';
  }

  /**
   * Whether a line is in a script that is written from right to left and ends all that it begins: a
   * translation, which shows as it is.
   */
  private static boolean isWithinItsScript(String text, int start, int end) {
    boolean rightToLeft = false;
    int open = 0;
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      if (!isDirection(unit)) {
        rightToLeft |= unit >= '\u0590' && unit <= '\u08ff';
      } else if (unit == '\u202c' || unit == '\u2069') {
        open--;
      } else {
        open++;
      }
      if (open < 0) {
        return false;
      }
    }
    return rightToLeft && open == 0;
  }

  /** Within other scripts a zero-width character shapes letters; between ASCII it only hides. */
  private static boolean isWithinWord(String text, int at) {
    return isAsciiLetter(text, at - 1) && isAsciiLetter(text, at + 1);
  }

  private static boolean isAsciiLetter(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && text.charAt(at) < 128;
  }
}
