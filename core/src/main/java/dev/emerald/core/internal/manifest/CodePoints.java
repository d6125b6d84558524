package dev.emerald.core.internal.manifest;

import java.util.Arrays;

/** From offsets in code points to offsets in UTF-16 code units of the same text. Immutable. */
final class CodePoints {

  private final int length;

  /** Which code points take two units, in order. */
  private final int[] wide;

  CodePoints(String text) {
    this.length = text.length();
    int[] found = new int[0];
    int count = 0;
    for (int i = 1; i < length; i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - 1 - count;
        count++;
      }
    }
    this.wide = Arrays.copyOf(found, count);
  }

  /** The offset in units of a code point. */
  int unitOffset(int codePoint) {
    int before = 0;
    if (wide.length > 0) {
      int index = Arrays.binarySearch(wide, codePoint);
      before = index >= 0 ? index : -index - 1;
    }
    return Math.min(length, codePoint + before);
  }
}
