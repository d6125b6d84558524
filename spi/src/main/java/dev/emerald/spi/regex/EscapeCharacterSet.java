package dev.emerald.spi.regex;

/** {@code \d}, {@code \s}, {@code \w} or their complements {@code \D}, {@code \S}, {@code \W}. */
public final class EscapeCharacterSet extends SpannedNode implements CharacterSet, ClassElement {

  private final Escape escape;
  private final boolean negated;

  EscapeCharacterSet(int start, int end, Escape escape, boolean negated) {
    super(start, end);
    this.escape = escape;
    this.negated = negated;
  }

  /** Which set is named. */
  public enum Escape {
    /** {@code \d}: the digits 0 to 9. */
    DIGIT,
    /** {@code \s}: ECMA-262's <em>WhiteSpace</em> and <em>LineTerminator</em>. */
    SPACE,
    /**
     * {@code \w}: ASCII letters, digits and the underscore; with {@code i} and {@code u} or {@code
     * v} also U+017F and U+212A.
     */
    WORD
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.ESCAPE_CHARACTER_SET;
  }

  /** Which set is named. */
  public Escape escape() {
    return escape;
  }

  /** Whether the complement is meant: an upper-case letter after the backslash. */
  public boolean negated() {
    return negated;
  }

  @Override
  public int childCount() {
    return 0;
  }

  @Override
  public RegexNode child(int index) {
    throw noChild(index);
  }
}
