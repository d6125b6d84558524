package dev.emerald.spi.regex;

/** The dot: any character but a line terminator or, where the {@code s} flag holds, any at all. */
public final class AnyCharacterSet extends SpannedNode implements CharacterSet {

  AnyCharacterSet(int start, int end) {
    super(start, end);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.ANY_CHARACTER_SET;
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
