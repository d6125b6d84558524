package dev.emerald.spi.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a group once more: {@code \1} or {@code \k<name>}. It can stand before its group or
 * inside it; a group that has taken no part yet matches the empty text.
 */
public final class Backreference extends SpannedNode implements QuantifiableElement {

  private final @Nullable String name;
  private final List<Integer> groupNumbers;

  Backreference(int start, int end, @Nullable String name, List<Integer> groupNumbers) {
    super(start, end);
    this.name = name;
    this.groupNumbers = List.copyOf(groupNumbers);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.BACKREFERENCE;
  }

  /** The name for {@code \k<name>}, its escapes resolved; null for a reference by number. */
  public @Nullable String name() {
    return name;
  }

  /**
   * Numbers of the groups meant, ascending, at least one; several where groups share the name, of
   * which at most one takes part in a match. See {@link RegexPattern#groups()}.
   */
  public List<Integer> groupNumbers() {
    return groupNumbers;
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
