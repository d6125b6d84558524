package dev.emerald.core.internal.parse;

import org.jspecify.annotations.Nullable;

/**
 * The names of one file, each as one String however often it is written, and the kinds of those
 * that are keywords. Open addressing over ranges of the text: looking a name up makes no object
 * unless it is new.
 *
 * <p>The hash is a polynomial whose base differs from run to run, so that a file can't be made to
 * collide. Nothing depends on the order of the table.
 */
final class Symbols {

  /** Strings up to this length are kept once; longer ones seldom repeat. */
  static final int MAX_SHARED = 40;

  private static final int BASE = (int) System.nanoTime() << 3 | 0x9E37_0005;

  private static final Symbols KEYWORDS = keywords();

  private @Nullable String[] names;
  private int[] hashes;
  private byte[] kinds;
  private int size;
  private int mask;
  private int last;

  private Symbols(@Nullable String[] names, int[] hashes, byte[] kinds, int size) {
    this.names = names;
    this.hashes = hashes;
    this.kinds = kinds;
    this.size = size;
    this.mask = names.length - 1;
  }

  /** A table that holds the keywords. */
  static Symbols create() {
    return new Symbols(
        KEYWORDS.names.clone(), KEYWORDS.hashes.clone(), KEYWORDS.kinds.clone(), KEYWORDS.size);
  }

  /** The hash after one more character, from 0 on. */
  static int hash(int hash, char unit) {
    return hash * BASE + unit;
  }

  /**
   * The name in a range of the text.
   *
   * @param hash of its characters, by {@link #hash}
   */
  String intern(char[] text, int from, int to, int hash) {
    int slot = spread(hash) & mask;
    @Nullable String[] table = names;
    for (String name = table[slot]; name != null; name = table[slot]) {
      if (hashes[slot] == hash && matches(name, text, from, to)) {
        last = slot;
        return name;
      }
      slot = slot + 1 & mask;
    }
    return add(new String(text, from, to - from), hash, slot);
  }

  /** The name in a range of the text. */
  String intern(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash(hash, text[i]);
    }
    return intern(text, from, to, hash);
  }

  /** The one String equal to a name. */
  String intern(CharSequence name) {
    char[] text = name.toString().toCharArray();
    return intern(text, 0, text.length);
  }

  /** The token kind of what was looked up last: of a keyword, or {@link Token#IDENTIFIER}. */
  int lastKind() {
    return kinds[last] & 0xFF;
  }

  private String add(String name, int hash, int slot) {
    int free = slot;
    if (size * 2 >= names.length) {
      grow();
      free = spread(hash) & mask;
      while (names[free] != null) {
        free = free + 1 & mask;
      }
    }
    names[free] = name;
    hashes[free] = hash;
    kinds[free] = Token.IDENTIFIER;
    size++;
    last = free;
    return name;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    int[] oldHashes = hashes;
    byte[] oldKinds = kinds;
    int capacity = oldNames.length * 2;
    names = new @Nullable String[capacity];
    hashes = new int[capacity];
    kinds = new byte[capacity];
    mask = capacity - 1;
    for (int i = 0; i < oldNames.length; i++) {
      String name = oldNames[i];
      if (name != null) {
        int slot = spread(oldHashes[i]) & mask;
        while (names[slot] != null) {
          slot = slot + 1 & mask;
        }
        names[slot] = name;
        hashes[slot] = oldHashes[i];
        kinds[slot] = oldKinds[i];
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E37_79B9;
    return mixed ^ mixed >>> 15;
  }

  private static boolean matches(String name, char[] text, int from, int to) {
    int length = to - from;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static Symbols keywords() {
    Symbols symbols = new Symbols(new @Nullable String[512], new int[512], new byte[512], 0);
    for (int i = 0; i < Token.words(); i++) {
      symbols.intern(Token.word(i));
      symbols.kinds[symbols.last] = (byte) (Token.FIRST_RESERVED + i);
    }
    return symbols;
  }
}
