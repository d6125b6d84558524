package dev.emerald.core.internal.bind.names;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers the names of a file from 0, in the order they are first seen. */
final class NameTable {

  private @Nullable String[] slots = new String[256];
  private int[] numbers = new int[256];
  private int size;

  /** The number of a name; a new one for a name not seen before. */
  int number(String name) {
    int mask = slots.length - 1;
    int at = spread(name.hashCode()) & mask;
    for (String found = slots[at]; found != null; found = slots[at]) {
      if (found.equals(name)) {
        return numbers[at];
      }
      at = at + 1 & mask;
    }
    slots[at] = name;
    numbers[at] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** The number of a name, or -1 if it was never seen. */
  int find(String name) {
    int mask = slots.length - 1;
    int at = spread(name.hashCode()) & mask;
    for (String found = slots[at]; found != null; found = slots[at]) {
      if (found.equals(name)) {
        return numbers[at];
      }
      at = at + 1 & mask;
    }
    return -1;
  }

  int size() {
    return size;
  }

  private void grow() {
    @Nullable String[] oldSlots = slots;
    int[] oldNumbers = numbers;
    slots = Arrays.copyOf(new String[0], oldSlots.length * 2);
    numbers = new int[slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < oldSlots.length; i++) {
      String name = oldSlots[i];
      if (name != null) {
        int at = spread(name.hashCode()) & mask;
        while (slots[at] != null) {
          at = at + 1 & mask;
        }
        slots[at] = name;
        numbers[at] = oldNumbers[i];
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }
}
