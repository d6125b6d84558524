package dev.emerald.core.internal.flow.effects;

/**
 * What a regular expression says of a text.
 *
 * @param whole whether a match is always the whole text
 * @param fromStart whether a match always starts at the start
 * @param outside the metacharacters that no match holds
 * @param firstOutside the metacharacters that no match starts with; none if a match may be empty
 * @param firstOnly the one metacharacter that every match starts with; none if there is more
 * @param every the metacharacters that each match by themselves, wherever they stand
 * @param start those that match by themselves at the start of the text
 * @param dots how far it matches {@code ..} in paths: as {@code States.DOTS_…}, where leading means
 *     only at the start
 * @param repeats whether it takes in a whole row of what it matches
 * @param token whether it matches something longer than a character
 * @param alphabet the metacharacters that a match may hold
 * @param prefix the constant text that every match starts with
 */
record RegexFacts(
    boolean whole,
    boolean fromStart,
    long outside,
    long firstOutside,
    long firstOnly,
    long every,
    long start,
    int dots,
    boolean repeats,
    boolean token,
    long alphabet,
    String prefix) {

  /** Nothing is known. */
  static final RegexFacts UNKNOWN =
      new RegexFacts(
          false, false, 0, 0, 0, 0, 0, States.DOTS_ANYWHERE, false, true, Metachars.EVERY, "");
}
