package dev.emerald.spi.regex;

import org.jspecify.annotations.Nullable;

/**
 * A set of the flags {@code dgimsuvy}. ECMA-262 §22.2.3.
 *
 * <p>Immutable; two sets of the same flags are equal. Later editions may bring more flags.
 */
public final class RegexFlags {

  /** All flags, in the order in which {@code RegExp.prototype.flags} gives them. */
  private static final String LETTERS = "dgimsuvy";

  private static final RegexFlags NONE = new RegexFlags(0);

  private final int bits;

  private RegexFlags(int bits) {
    this.bits = bits;
  }

  /** The empty set. */
  public static RegexFlags none() {
    return NONE;
  }

  /**
   * The set of all flags that occur in a text. What is no flag is passed over, as are repetitions;
   * whether the text is valid is told by {@link RegexPattern#diagnostics()}.
   */
  public static RegexFlags of(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int flag = LETTERS.indexOf(letters.charAt(i));
      bits |= flag < 0 ? 0 : 1 << flag;
    }
    return bits == 0 ? NONE : new RegexFlags(bits);
  }

  /** Whether a letter is a flag. */
  public static boolean isFlag(char letter) {
    return LETTERS.indexOf(letter) >= 0;
  }

  /** Whether the set has a flag; false for a letter that is none. */
  public boolean has(char letter) {
    int flag = LETTERS.indexOf(letter);
    return flag >= 0 && (bits & 1 << flag) != 0;
  }

  /** {@code d}: matches come with the offsets of their groups. */
  public boolean hasIndices() {
    return has('d');
  }

  /** {@code g}: all matches, one after the other. */
  public boolean global() {
    return has('g');
  }

  /** {@code i}: case makes no difference. */
  public boolean ignoreCase() {
    return has('i');
  }

  /** {@code m}: {@code ^} and {@code $} match at lines too. */
  public boolean multiline() {
    return has('m');
  }

  /** {@code s}: the dot matches line terminators too. */
  public boolean dotAll() {
    return has('s');
  }

  /** {@code u}: characters are code points, and the strict syntax holds. */
  public boolean unicode() {
    return has('u');
  }

  /** {@code v}: as {@code u}, with nested classes, set operations and properties of strings. */
  public boolean unicodeSets() {
    return has('v');
  }

  /** {@code y}: matches at {@code lastIndex} and nowhere else. */
  public boolean sticky() {
    return has('y');
  }

  /**
   * Whether characters are code points and Annex B's leniency does not hold: {@code u} or {@code
   * v}.
   */
  public boolean unicodeMode() {
    return unicode() || unicodeSets();
  }

  /** Number of flags in the set. */
  public int size() {
    return Integer.bitCount(bits);
  }

  /** Whether the set has no flag. */
  public boolean isEmpty() {
    return bits == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegexFlags flags && flags.bits == bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  /** The flags in alphabetical order, as {@code RegExp.prototype.flags} gives them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(LETTERS.length());
    for (int i = 0; i < LETTERS.length(); i++) {
      if ((bits & 1 << i) != 0) {
        text.append(LETTERS.charAt(i));
      }
    }
    return text.toString();
  }
}
