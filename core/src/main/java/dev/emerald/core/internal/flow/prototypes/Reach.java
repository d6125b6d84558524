package dev.emerald.core.internal.flow.prototypes;

/**
 * What a value may be, a set of bits. A key that outsiders control may be the name of what every
 * object inherits; what is read under such a name may be the object that all inherit from.
 */
final class Reach {

  /** The text {@code __proto__}, or a text with such a part. */
  static final int PROTO = 1;

  /** The text {@code constructor}, as above. */
  static final int CONSTRUCTOR = 1 << 1;

  /** The text {@code prototype}, as above. */
  static final int PROTOTYPE = 1 << 2;

  /** An array whose text is {@code __proto__}: as a key the same, in a comparison not. */
  static final int LISTED = 1 << 3;

  /** Anything else that outsiders choose. */
  static final int OTHER = 1 << 4;

  /** What it has may be the text {@code __proto__}: an object's keys, an array's elements. */
  static final int INNER_PROTO = 1 << 15;

  /** The same for {@code constructor}. */
  static final int INNER_CONSTRUCTOR = 1 << 16;

  /** The same for {@code prototype}. */
  static final int INNER_PROTOTYPE = 1 << 17;

  static final int INNER = INNER_PROTO | INNER_CONSTRUCTOR | INNER_PROTOTYPE;

  /** It is an array, and what is known of its elements is known of it. */
  static final int LIST = 1 << 18;

  private static final int SHIFT = 15;

  static final int NAMES = PROTO | CONSTRUCTOR | PROTOTYPE | LISTED;
  static final int OUTSIDE = NAMES | OTHER;

  /** What it has may be arrays and objects: it was not cut from a text. */
  static final int LOOSE = 1 << 5;

  /** It was a key of an object, or a part of a path. */
  static final int PART = 1 << 6;

  /** It comes with a request or a message. */
  static final int REMOTE = 1 << 7;

  /** What is passed on where a value is made of another. */
  static final int CONTROLLED = OUTSIDE | INNER | LOOSE | PART | REMOTE;

  /** {@code Object.prototype}, read under {@code __proto__}. */
  static final int ROOT = 1 << 8;

  /** The same, read under an array. */
  static final int LISTED_ROOT = 1 << 9;

  /** A function, read under {@code constructor}. */
  static final int FUNCTION = 1 << 10;

  /** {@code Object.prototype}, read under {@code prototype} of such a function. */
  static final int FUNCTION_ROOT = 1 << 11;

  static final int ROOTS = ROOT | LISTED_ROOT | FUNCTION_ROOT;
  static final int REACHED = ROOTS | FUNCTION;

  /** The key under which it was read was a part. */
  static final int BY_PART = 1 << 12;

  /** The key under which it was read came with a request or a message. */
  static final int BY_REMOTE = 1 << 13;

  static final int OBJECT = REACHED | BY_PART | BY_REMOTE;

  /** An object that inherits nothing. */
  static final int BARE = 1 << 14;

  private static final int[] SAMPLES = {PROTO, CONSTRUCTOR, PROTOTYPE, LISTED};

  private Reach() {}

  /** The bits of names, one after the other. */
  static int[] samples() {
    return SAMPLES;
  }

  /** What is known of an element or a property of a value of which something is known. */
  static int inside(int bits) {
    int objects = (bits & LIST) != 0 ? bits & OBJECT : 0;
    if ((bits & (OUTSIDE | INNER)) == 0) {
      return objects;
    }
    int inner = objects | bits & (OTHER | LOOSE | REMOTE) | PART | (bits & INNER) >> SHIFT;
    if ((bits & LOOSE) == 0) {
      return inner;
    }
    return inner | bits & INNER | ((bits & INNER_PROTO) != 0 ? LISTED : 0);
  }

  /** What is known of a text that is made of a value. */
  static int asText(int bits) {
    int text = bits & (OUTSIDE & ~LISTED | PART | REMOTE) | (bits & INNER) >> SHIFT;
    return (bits & LISTED) != 0 ? text | PROTO : text;
  }

  /** What is known of the parts of a text that is made of a value. */
  static int parts(int bits) {
    int text = asText(bits);
    int names = text & (PROTO | CONSTRUCTOR | PROTOTYPE);
    return (text & OUTSIDE) == 0 ? 0 : text & ~NAMES | PART | names << SHIFT;
  }

  /** What is known of the names of an object's properties, as a list. */
  static int names(int bits) {
    return (bits & (OUTSIDE | INNER)) == 0 ? 0 : bits & (INNER | REMOTE) | OTHER | PART;
  }

  /** What is read from an object under a key. */
  static int read(int object, int key) {
    int found = 0;
    if ((key & PROTO) != 0) {
      found |= ROOT;
    }
    if ((key & LISTED) != 0) {
      found |= LISTED_ROOT;
    }
    if ((key & CONSTRUCTOR) != 0) {
      found |= FUNCTION;
    }
    if ((key & PROTOTYPE) != 0 && (object & FUNCTION) != 0) {
      found |= FUNCTION_ROOT;
    }
    if (found != 0 && (key & PART) != 0) {
      found |= BY_PART;
    }
    if (found != 0 && (key & REMOTE) != 0) {
      found |= BY_REMOTE;
    }
    return found;
  }
}
