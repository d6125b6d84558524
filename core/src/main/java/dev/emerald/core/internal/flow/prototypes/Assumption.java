package dev.emerald.core.internal.flow.prototypes;

import java.util.Arrays;

/**
 * What is taken for granted while a condition is looked at: some values of a function are known.
 *
 * @param function the function
 * @param values values of its body
 * @param guesses what each of them is
 * @param own whether objects have the name as a property of their own
 */
record Assumption(int function, int[] values, Guess[] guesses, boolean own) {

  static Assumption of(int function, int value, Guess guess) {
    return new Assumption(function, new int[] {value}, new Guess[] {guess}, false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assumption that
        && function == that.function
        && own == that.own
        && Arrays.equals(values, that.values)
        && Arrays.equals(guesses, that.guesses);
  }

  @Override
  public int hashCode() {
    return 31 * function + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return function + " " + Arrays.toString(values) + " " + Arrays.toString(guesses);
  }
}
