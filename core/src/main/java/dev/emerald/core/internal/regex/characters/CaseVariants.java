package dev.emerald.core.internal.regex.characters;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which characters are equal where case makes no difference: ECMA-262 §22.2.2.7.3,
 * <em>Canonicalize</em>.
 *
 * <p>Without {@code u} and {@code v} characters are compared in upper case, unless that would take
 * one from beyond ASCII into it; with them by simple case folding, for which lower case of upper
 * case stands here: they differ in a handful of characters, such as those of Cherokee.
 */
public final class CaseVariants {

  private static final int HIGHEST_UNIT = 0xFFFF;

  /** The last plane with letters that have case is the first supplementary one. */
  private static final int HIGHEST_CASED = 0x1FFFF;

  private CaseVariants() {}

  /** Tables that are costly to make, and often not needed. */
  private static final class Tables {
    static final long[] OF_UNITS = variants(HIGHEST_UNIT, false);
    static final long[] OF_CODE_POINTS = variants(HIGHEST_CASED, true);
  }

  /** What a character is compared by. */
  public static int canonical(int character, boolean unicode) {
    if (unicode) {
      return Character.toLowerCase(Character.toUpperCase(character));
    }
    if (character < 128) {
      return character >= 'a' && character <= 'z' ? character - 32 : character;
    }
    int upper = Character.toUpperCase(character);
    return upper == character || upper < 128 || expands(character) ? character : upper;
  }

  /** Whether upper case takes more than one character; Canonicalize then leaves it as it is. */
  private static boolean expands(int character) {
    return String.valueOf((char) character).toUpperCase(Locale.ROOT).length() > 1;
  }

  /** A set, and all that is equal to one of its members. */
  public static CodePointSet close(CodePointSet set, boolean unicode) {
    long[] variants = unicode ? Tables.OF_CODE_POINTS : Tables.OF_UNITS;
    CodePointSet.Builder closed = new CodePointSet.Builder(set.rangeCount() + 16);
    closed.addAll(set);
    int start = 0;
    while (start < variants.length) {
      int end = start + 1;
      int canonical = (int) (variants[start] >>> 32);
      boolean found = set.contains((int) variants[start]);
      while (end < variants.length && (int) (variants[end] >>> 32) == canonical) {
        found |= set.contains((int) variants[end]);
        end++;
      }
      for (int i = start; found && i < end; i++) {
        closed.add((int) variants[i], (int) variants[i]);
      }
      start = end;
    }
    return closed.build();
  }

  /**
   * Canonical form and character of all that has variants, sorted so that variants are neighbours.
   */
  private static long[] variants(int highest, boolean unicode) {
    long[] pairs = new long[highest + 1];
    int[] sizes = new int[highest + 1];
    for (int c = 0; c <= highest; c++) {
      int canonical = canonical(c, unicode);
      pairs[c] = (long) canonical << 32 | c;
      sizes[canonical]++;
    }
    int count = 0;
    for (int c = 0; c <= highest; c++) {
      if (sizes[(int) (pairs[c] >>> 32)] > 1) {
        pairs[count++] = pairs[c];
      }
    }
    long[] kept = Arrays.copyOf(pairs, count);
    Arrays.sort(kept);
    return kept;
  }
}
