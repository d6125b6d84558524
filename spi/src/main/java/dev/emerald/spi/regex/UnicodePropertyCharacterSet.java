package dev.emerald.spi.regex;

import org.jspecify.annotations.Nullable;

/**
 * {@code \p{…}} or {@code \P{…}}: the characters that have a Unicode property. Occurs with the
 * {@code u} or {@code v} flag alone; without, {@code \p} is the letter p.
 */
public final class UnicodePropertyCharacterSet extends SpannedNode
    implements CharacterSet, ClassElement {

  private final String property;
  private final @Nullable String value;
  private final boolean strings;
  private final boolean negated;

  UnicodePropertyCharacterSet(
      int start,
      int end,
      String property,
      @Nullable String value,
      boolean strings,
      boolean negated) {
    super(start, end);
    this.property = property;
    this.value = value;
    this.strings = strings;
    this.negated = negated;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.UNICODE_PROPERTY_CHARACTER_SET;
  }

  /**
   * The property's long name, whichever alias the pattern has: {@code General_Category} (for a lone
   * category too), {@code Script}, {@code Script_Extensions}, or that of a binary property or a
   * property of strings, such as {@code Alphabetic} or {@code RGI_Emoji}. ECMA-262 tables 67 to 70.
   */
  public String property() {
    return property;
  }

  /**
   * The long name of the category or script, such as {@code Uppercase_Letter} or {@code Greek};
   * null for a binary property or a property of strings.
   */
  public @Nullable String value() {
    return value;
  }

  /** Whether it is a property of strings ({@code v} flag), which may match several characters. */
  public boolean strings() {
    return strings;
  }

  /** Whether the complement is meant: {@code \P}. */
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
