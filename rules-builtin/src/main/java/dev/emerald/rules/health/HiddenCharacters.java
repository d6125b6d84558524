package dev.emerald.rules.health;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
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
      @Example("const is\u200bAdmin = true;")
    },
    good = {
      @Example("const mark = '\\u202e';"),
      @Example(
          value = "const family = '\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67';",
          note = "A joiner within an emoji."),
      @Example("const text = 'naïve – “quoted” – 漢字 – שלום';")
    })
public final class HiddenCharacters implements Rule {

  @Override
  public void register(Hooks on) {
    on.file(
        (program, context) -> {
          String text = context.source().text();
          for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= '\u200b' && isHidden(unit, text, i)) {
              context.report(
                  context.source().location(i, i + 1),
                  String.format("The character U+%04X does not show", (int) unit));
            }
          }
        });
  }

  private static boolean isHidden(char unit, String text, int at) {
    if (unit >= '\u202a' && unit <= '\u202e' || unit >= '\u2066' && unit <= '\u2069') {
      return true;
    }
    boolean zeroWidth = unit == '\u200b' || unit == '\u2060' || unit == '\u200c';
    return zeroWidth && isAscii(text, at - 1) && isAscii(text, at + 1);
  }

  /** Within other scripts a zero-width character shapes letters; between ASCII it only hides. */
  private static boolean isAscii(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && text.charAt(at) < 128;
  }
}
