package dev.emerald.core.internal.flow.prototypes;

import java.util.List;
import java.util.Map;

/**
 * What is taken for granted while a condition is looked at: some values of a function are known.
 *
 * @param function the function
 * @param values values of its body
 * @param guesses what each of them is
 * @param own whether objects have the name as a property of their own
 * @param flags how options and other flags were asked before, by {@link Definitions#flag}
 */
record Assumption(
    int function,
    List<Integer> values,
    List<Guess> guesses,
    boolean own,
    Map<String, Boolean> flags) {

  static Assumption of(int function, int value, Guess guess) {
    return of(function, value, guess, Map.of());
  }

  static Assumption of(int function, int value, Guess guess, Map<String, Boolean> flags) {
    return new Assumption(function, List.of(value), List.of(guess), false, flags);
  }

  /** Nothing but how flags were asked. */
  static Assumption nothing(int function, Map<String, Boolean> flags) {
    return new Assumption(function, List.of(), List.of(), false, flags);
  }
}
