package dev.emerald.core.internal.parse;

import java.util.Arrays;
import java.util.List;

/**
 * The names that the types being read refer to, as a stack: a type takes those pushed since it
 * began.
 */
final class TypeNames {

  private static final String[] NONE = {};

  private String[] names = NONE;
  private int size;

  /** The height of the stack now. */
  int mark() {
    return size;
  }

  void push(String name) {
    if (size == names.length) {
      names = Arrays.copyOf(names, Math.max(16, size * 2));
    }
    names[size++] = name;
  }

  /** Drops the names above a mark. */
  void drop(int mark) {
    if (mark < size) {
      Arrays.fill(names, mark, size, null);
      size = mark;
    }
  }

  /** Takes the names above a mark off. */
  List<String> take(int mark) {
    int count = size - mark;
    if (count == 0) {
      return List.of();
    }
    List<String> taken = List.of(Arrays.copyOfRange(names, mark, size));
    drop(mark);
    return taken;
  }
}
