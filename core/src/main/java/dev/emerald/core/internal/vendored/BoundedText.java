package dev.emerald.core.internal.vendored;

import java.io.Serial;

/** A text that can be read so many times, and then no more: expressions can go astray in it. */
final class BoundedText implements CharSequence {

  private final CharSequence text;
  private final long[] left;

  /**
   * A text.
   *
   * @param most how many characters may be looked at, all its parts together
   */
  BoundedText(String text, long most) {
    this(text, new long[] {most});
  }

  private BoundedText(CharSequence text, long[] left) {
    this.text = text;
    this.left = left;
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Ends a search that takes too long. */
  static final class Exhausted extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private Exhausted() {
      super("too much work", null, false, false);
    }
  }
}
