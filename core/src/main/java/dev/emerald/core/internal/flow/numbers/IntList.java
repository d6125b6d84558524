package dev.emerald.core.internal.flow.numbers;

import java.util.Arrays;

/** A list of numbers that grows. Not safe for use by several threads. */
public final class IntList {

  private int[] items;
  private int size;

  /** An empty list. */
  public IntList() {
    this(4);
  }

  /** An empty list with room for some. */
  public IntList(int room) {
    items = new int[Math.max(1, room)];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The number at an index. */
  public int get(int index) {
    return items[index];
  }

  /** Replaces the number at an index. */
  public void set(int index, int number) {
    items[index] = number;
  }

  /** Adds a number; gives its index. */
  public int add(int number) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size] = number;
    return size++;
  }

  /** Whether a number is among them; for short lists. */
  public boolean contains(int number) {
    for (int i = 0; i < size; i++) {
      if (items[i] == number) {
        return true;
      }
    }
    return false;
  }

  /** Takes the last one away and gives it. */
  public int removeLast() {
    return items[--size];
  }

  /** Takes the first ones away; the others move to their places. */
  public void removeFirst(int count) {
    System.arraycopy(items, count, items, 0, size - count);
    size -= count;
  }

  /** Leaves nothing. */
  public void clear() {
    size = 0;
  }

  /** The numbers as an array of their own. */
  public int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
