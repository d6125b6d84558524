package dev.emerald.spi.regex;

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
}
