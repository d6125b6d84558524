package dev.emerald.core.internal.flow.prototypes;

import java.util.List;

/**
 * What is taken for granted while a condition is looked at: some values of a function are known.
 *
 * @param function the function
 * @param values values of its body
 * @param guesses what each of them is
 * @param own whether objects have the name as a property of their own
 */
record Assumption(int function, List<Integer> values, List<Guess> guesses, boolean own) {

  static Assumption of(int function, int value, Guess guess) {
    return new Assumption(function, List.of(value), List.of(guess), false);
  }
}
