package dev.emerald.core.internal.regex.backtracking;

/** How much may still be done for a pattern. Running out does not end the analysis by itself. */
final class Work {

  private long left;

  Work(long most) {
    left = most;
  }

  /** Takes some of what is left; false if it was not enough. */
  boolean take(long amount) {
    left -= amount;
    return left >= 0;
  }

  /** Whether less was there than was asked for. */
  boolean exhausted() {
    return left < 0;
  }
}
