package dev.emerald.core.internal.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides whether a name may occur again: only where no match can have both groups take part, that
 * is in different alternatives of one disjunction. ECMA-262 §22.2.1.1.
 *
 * <p>All names seen so far stand in one list. At the end of an alternative its names stop counting,
 * for the next alternative may have them again; at the end of the disjunction all of its names
 * count, for what follows it may not.
 */
final class GroupNameScopes {

  private final Map<String, Integer> ids = new HashMap<>();
  private final BitSet counting = new BitSet();
  private int[] declared = new int[8];
  private int size;

  /** The present end of the list, to be remembered where an alternative or disjunction starts. */
  int mark() {
    return size;
  }

  /** Adds a name; false if a group of that name may take part in the same match. */
  boolean declare(String name) {
    Integer known = ids.putIfAbsent(name, ids.size());
    int id = known == null ? ids.size() - 1 : known;
    if (counting.get(id)) {
      return false;
    }
    counting.set(id);
    if (size == declared.length) {
      declared = Arrays.copyOf(declared, size * 2);
    }
    declared[size++] = id;
    return true;
  }

  void endAlternative(int mark) {
    for (int i = mark; i < size; i++) {
      counting.clear(declared[i]);
    }
  }

  void endDisjunction(int mark) {
    for (int i = mark; i < size; i++) {
      counting.set(declared[i]);
    }
  }
}
