package dev.emerald.core.internal.flow.effects;

import java.util.List;

/** The families of the kinds that models speak of. Immutable. */
final class Kinds {

  private final Family[] families;
  private final long[] members = new long[Family.values().length];

  /** The kinds by number. */
  Kinds(List<String> names) {
    families = new Family[names.size()];
    for (int i = 0; i < families.length; i++) {
      families[i] = Family.of(names.get(i));
      members[families[i].ordinal()] |= 1L << i;
    }
  }

  /** The family of a kind. */
  Family family(int kind) {
    return kind < families.length ? families[kind] : Family.OTHER;
  }

  /** The set of the kinds of a family. */
  long of(Family family) {
    return members[family.ordinal()];
  }

  /** The set of the kinds that a number does harm to. */
  long ofNumbers() {
    return of(Family.AMOUNT);
  }

  /** The set of the kinds that need no special character: a word of letters does harm. */
  long ofWords() {
    return of(Family.KEY) | of(Family.AMOUNT) | of(Family.WORDS) | of(Family.OBJECT);
  }
}
