package dev.emerald.spi.regex;

import java.util.List;

/** One string of a {@link ClassStringDisjunction}, maybe empty. Its characters are its children. */
public final class StringAlternative extends SpannedNode implements RegexNode {

  private final List<PatternCharacter> characters;

  StringAlternative(int start, int end, List<PatternCharacter> characters) {
    super(start, end);
    this.characters = List.copyOf(characters);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.STRING_ALTERNATIVE;
  }

  /** The characters of the string. */
  public List<PatternCharacter> characters() {
    return characters;
  }

  @Override
  public int childCount() {
    return characters.size();
  }

  @Override
  public PatternCharacter child(int index) {
    return characters.get(index);
  }
}
