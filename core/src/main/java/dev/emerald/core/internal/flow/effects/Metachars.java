package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.regex.characters.CodePointSet;

/** Sets of the characters that mean something in some language, as bits. */
final class Metachars {

  /** The characters, in the order of their bits. */
  private static final String ALL = "'\"`<>&;|$\\\n\r /.({[=:#%-@?*!\0";

  /** How many there are. */
  static final int COUNT = ALL.length();

  /** The set of all. */
  static final long EVERY = (1L << COUNT) - 1;

  private static final long[] BITS = bits();

  private Metachars() {}

  private static long[] bits() {
    long[] bits = new long[128];
    for (int i = 0; i < COUNT; i++) {
      bits[ALL.charAt(i)] = 1L << i;
    }
    return bits;
  }

  /** The set of a character; empty if it means nothing anywhere. */
  static long of(int character) {
    return character < 128 ? BITS[character] : 0;
  }

  /** The set of those that occur in a text. */
  static long of(String text) {
    long set = 0;
    for (int i = 0; i < text.length(); i++) {
      set |= of(text.charAt(i));
    }
    return set;
  }

  /** Those that are members of a set. */
  static long in(CodePointSet characters) {
    long set = 0;
    for (int i = 0; i < COUNT; i++) {
      if (characters.contains(ALL.charAt(i))) {
        set |= 1L << i;
      }
    }
    return set;
  }
}
