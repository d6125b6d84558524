package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CodePointSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that no set of a pattern tells apart, as one <em>symbol</em> each; sets are then bits.
 */
public final class Alphabet {

  static final int MOST_SYMBOLS = 512;

  private static final int MOST_TESTS = 2_000_000;

  /** What a reader likes to see in a witness, best first. */
  private static final String PREFERRED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
          + "-_.:/,;=!@#$%&*+?'\"<>()[]{}|\\^~` \t\n\r";

  private final Map<CodePointSet, long[]> bits;
  private final int[] characters;

  private Alphabet(Map<CodePointSet, long[]> bits, int[] characters) {
    this.bits = bits;
    this.characters = characters;
  }

  /**
   * The symbols that some sets make necessary.
   *
   * @param sets all sets that will be asked for, none of them twice
   * @param highest the highest character
   * @throws NotDecidable if there are too many
   */
  public static Alphabet of(Collection<CodePointSet> sets, int highest) {
    List<CodePointSet> list = List.copyOf(sets);
    int[] starts = starts(list, highest);
    if ((long) starts.length * list.size() > MOST_TESTS) {
      throw NotDecidable.limit("characters in its classes");
    }
    Map<CodePointSet, Integer> symbolOf = new HashMap<>();
    int[] symbols = new int[starts.length];
    int[] firsts = new int[MOST_SYMBOLS];
    for (int i = 0; i < starts.length; i++) {
      CodePointSet.Builder members = new CodePointSet.Builder(8);
      for (int j = 0; j < list.size(); j++) {
        if (list.get(j).contains(starts[i])) {
          members.add(j, j);
        }
      }
      CodePointSet signature = members.build();
      Integer symbol = symbolOf.get(signature);
      if (symbol == null) {
        symbol = symbolOf.size();
        if (symbol == MOST_SYMBOLS) {
          throw NotDecidable.limit("different classes");
        }
        symbolOf.put(signature, symbol);
        firsts[symbol] = starts[i];
      }
      symbols[i] = symbol;
    }
    Map<CodePointSet, long[]> bits = new HashMap<>();
    int words = (symbolOf.size() + 63) >> 6;
    for (int j = 0; j < list.size(); j++) {
      long[] set = new long[words];
      for (Map.Entry<CodePointSet, Integer> entry : symbolOf.entrySet()) {
        if (entry.getKey().contains(j)) {
          set[entry.getValue() >> 6] |= 1L << entry.getValue();
        }
      }
      bits.put(list.get(j), set);
    }
    return new Alphabet(bits, best(starts, symbols, Arrays.copyOf(firsts, symbolOf.size())));
  }

  /** Where a set starts or has ended: from one such place to the next all characters are alike. */
  private static int[] starts(List<CodePointSet> sets, int highest) {
    int count = 1;
    for (CodePointSet set : sets) {
      count += 2 * set.rangeCount();
    }
    if (count > MOST_TESTS) {
      throw NotDecidable.limit("characters in its classes");
    }
    int[] starts = new int[count];
    int next = 1;
    for (CodePointSet set : sets) {
      for (int i = 0; i < set.rangeCount(); i++) {
        starts[next++] = set.first(i);
        starts[next++] = set.last(i) + 1;
      }
    }
    Arrays.sort(starts);
    int distinct = 0;
    for (int i = 1; i < count; i++) {
      if (starts[i] != starts[distinct] && starts[i] <= highest) {
        starts[++distinct] = starts[i];
      }
    }
    return Arrays.copyOf(starts, distinct + 1);
  }

  /** A character for each symbol, a printable one if there is any. */
  private static int[] best(int[] starts, int[] symbols, int[] firsts) {
    boolean[] found = new boolean[firsts.length];
    for (int i = 0; i < PREFERRED.length(); i++) {
      int place = Arrays.binarySearch(starts, PREFERRED.charAt(i));
      int symbol = symbols[place >= 0 ? place : -place - 2];
      if (!found[symbol]) {
        found[symbol] = true;
        firsts[symbol] = PREFERRED.charAt(i);
      }
    }
    return firsts;
  }

  /** Number of symbols. */
  public int size() {
    return characters.length;
  }

  /** A character of a symbol. */
  public int character(int symbol) {
    return characters[symbol];
  }

  /** The symbols of one of the sets the alphabet was made of; a bit for each, not to be changed. */
  public long[] symbols(CodePointSet set) {
    long[] known = bits.get(set);
    if (known == null) {
      throw new IllegalArgumentException("not a set of this alphabet");
    }
    return known;
  }

  /** The text of a word of symbols. */
  String text(int[] word) {
    StringBuilder text = new StringBuilder(word.length);
    for (int symbol : word) {
      text.appendCodePoint(characters[symbol]);
    }
    return text.toString();
  }
}
