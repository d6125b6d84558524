package dev.emerald.spi.regex;

import java.util.Locale;

/**
 * Texts that show how much work a regular expression can be made to do: {@code prefix}, then {@code
 * pump} any number of times, then {@code suffix}. The steps were counted while matching such texts
 * as ECMA-262 describes it.
 *
 * @param prefix leads to where the pump repeats; may be empty
 * @param pump never empty
 * @param suffix makes the match fail; may be empty
 * @param repetitions how often the pump was repeated at first, from 1
 * @param steps steps with that many repetitions
 * @param stepsTwice steps with twice as many
 * @param stepsFourTimes steps with four times as many
 */
public record BacktrackingWitness(
    String prefix,
    String pump,
    String suffix,
    int repetitions,
    long steps,
    long stepsTwice,
    long stepsFourTimes) {

  /** How much of each part of a text is shown. */
  private static final int MOST_SHOWN = 24;

  /** Checks that there is something to repeat. */
  public BacktrackingWitness {
    if (pump.isEmpty() || repetitions < 1) {
      throw new IllegalArgumentException("nothing is repeated");
    }
  }

  /**
   * The text with some number of repetitions.
   *
   * @param count from 0
   */
  public String text(int count) {
    return prefix + pump.repeat(count) + suffix;
  }

  /**
   * The text as a JavaScript expression, and how many steps it takes: in ASCII, shortened, without
   * a full stop.
   */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s%s.repeat(n)%s takes %,d steps for n = %d and %,d for n = %d",
        prefix.isEmpty() ? "" : quoted(prefix) + " + ",
        quoted(pump),
        suffix.isEmpty() ? "" : " + " + quoted(suffix),
        stepsTwice,
        2 * repetitions,
        stepsFourTimes,
        4 * repetitions);
  }

  private static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    for (int i = 0; i < text.length() && i < MOST_SHOWN; i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        case '\'', '\\' -> shown.append('\\').append(unit);
        default -> {
          if (unit >= ' ' && unit <= '~') {
            shown.append(unit);
          } else {
            shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          }
        }
      }
    }
    return shown.append(text.length() > MOST_SHOWN ? "…'" : "'").toString();
  }
}
