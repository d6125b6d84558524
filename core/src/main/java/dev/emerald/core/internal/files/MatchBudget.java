package dev.emerald.core.internal.files;

/**
 * How much work matching patterns may take. Patterns come from the analysed project, in any number
 * and of any shape, so the sum over all paths has to be bounded.
 */
final class MatchBudget {

  private long steps;

  /**
   * A budget.
   *
   * @param steps comparisons of a character of a path with one of a pattern
   */
  MatchBudget(long steps) {
    this.steps = steps;
  }

  /** A budget that does not run out, for patterns of the configuration. */
  static MatchBudget unlimited() {
    return new MatchBudget(Long.MAX_VALUE);
  }

  void spend(long taken) {
    steps -= taken;
  }

  boolean exhausted() {
    return steps < 0;
  }
}
