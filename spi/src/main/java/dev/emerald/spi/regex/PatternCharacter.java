package dev.emerald.spi.regex;

/**
 * One character that stands for itself, written plainly or as an escape: {@code a}, {@code \n},
 * {@code \x41}, in Annex B also {@code \101}. Occurs in sequences, in classes, as an end of a range
 * and in {@code \q{…}}.
 */
public final class PatternCharacter extends SpannedNode
    implements ClassElement, QuantifiableElement {

  private final int value;

  PatternCharacter(int start, int end, int value) {
    super(start, end);
    this.value = value;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.PATTERN_CHARACTER;
  }

  /**
   * The character: a code point where the {@code u} or {@code v} flag is set, else a UTF-16 code
   * unit. So without these flags a character beyond U+FFFF is two nodes.
   */
  public int value() {
    return value;
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
