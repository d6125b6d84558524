package dev.emerald.core.internal.flow.lower;

import java.util.Arrays;

/** A growing list of numbers. */
final class Ints {

  private int[] items;
  private int size;

  Ints() {
    this(8);
  }

  Ints(int capacity) {
    items = new int[capacity];
  }

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  void set(int index, int item) {
    items[index] = item;
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, Math.max(8, size * 2));
    }
    items[size++] = item;
  }

  int last() {
    return items[size - 1];
  }

  int pop() {
    return items[--size];
  }

  void cut(int length) {
    size = length;
  }

  boolean has(int item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return true;
      }
    }
    return false;
  }

  void addNew(int item) {
    if (!has(item)) {
      add(item);
    }
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
