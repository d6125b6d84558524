package dev.emerald.spi.regex;

import java.util.Objects;

/**
 * {@code a-z} in a class, both ends included. Its children are {@link #min()} and {@link #max()}.
 */
public final class CharacterClassRange extends SpannedNode implements ClassElement {

  private final PatternCharacter min;
  private final PatternCharacter max;

  CharacterClassRange(int start, int end, PatternCharacter min, PatternCharacter max) {
    super(start, end);
    this.min = min;
    this.max = max;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CHARACTER_CLASS_RANGE;
  }

  /** The first character of the range. */
  public PatternCharacter min() {
    return min;
  }

  /** The last character of the range; its value is not below that of {@link #min()}. */
  public PatternCharacter max() {
    return max;
  }

  @Override
  public int childCount() {
    return 2;
  }

  @Override
  public PatternCharacter child(int index) {
    return Objects.checkIndex(index, 2) == 0 ? min : max;
  }
}
