package dev.emerald.core.internal.flow.effects;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The families of the kinds that models speak of. Immutable. */
final class Kinds {

  private final Family[] families;
  private final long lengths;
  private final long visits;
  private final long pages;
  private final Map<Family, Long> members = new EnumMap<>(Family.class);

  /** The kinds by number. */
  Kinds(List<String> names) {
    int loops = names.indexOf("loop-bound-injection");
    lengths = loops < 0 ? 0 : 1L << loops;
    pages = set(names, "dom-xss") | set(names, "html-construction");
    visits = set(names, "xss") | set(names, "open-redirect");
    families = new Family[names.size()];
    for (int i = 0; i < families.length; i++) {
      families[i] = Family.of(names.get(i));
      members.merge(families[i], 1L << i, (some, more) -> some | more);
    }
  }

  private static long set(List<String> names, String kind) {
    int number = names.indexOf(kind);
    return number < 0 ? 0 : 1L << number;
  }

  /** The set of the kinds that harm a visitor who was given an address by somebody else. */
  long ofVisits() {
    return visits;
  }

  /** The set of the kinds that a script in a page can have, where it shows HTML. */
  long ofPages() {
    return pages;
  }

  /** The family of a kind. */
  Family family(int kind) {
    return kind < families.length ? families[kind] : Family.OTHER;
  }

  /** The set of the kinds of a family. */
  long of(Family family) {
    return members.getOrDefault(family, 0L);
  }

  /** The set of the kinds that a number does harm to. */
  long ofNumbers() {
    return of(Family.AMOUNT);
  }

  /** The set of the kinds that a wrong length does harm to. */
  long ofLengths() {
    return lengths;
  }

  /** The set of the kinds that need no special character: a word of letters does harm. */
  long ofWords() {
    return of(Family.KEY)
        | of(Family.AMOUNT)
        | of(Family.WORDS)
        | of(Family.OBJECT)
        | of(Family.LENGTH);
  }
}
