package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;

/** What values are followed as: functions, classes and the objects that a program makes. */
public final class Things {

  /** What kind of thing one is. */
  public enum Kind {
    /** A function; the subject is its number. */
    FUNCTION,
    /** A function whose first arguments are given; the subject is the thing it is made of. */
    BOUND,
    /** A class; the subject is its number. */
    CLASS,
    /** The prototype of the function or class that is the subject. */
    PROTOTYPE,
    /** What the function or class that is the subject constructs. */
    INSTANCE,
    /** What the value that is the subject makes: an object, an array. */
    OBJECT,
    /** The exports of the file that is the subject. */
    EXPORTS,
    /** A function that settles the promise which the subject makes. */
    RESOLVER,
    /** A function that is told a result; the subject is a number of {@link Continuations}. */
    CONTINUATION,
    /** The regular expression that the value which is the subject makes. */
    REGEX
  }

  private static final Kind[] KINDS = Kind.values();

  private final LongIntMap numbers = new LongIntMap();
  private final IntList kinds = new IntList(1024);
  private final IntList subjects = new IntList(1024);
  private final IntList extras = new IntList(1024);

  /** The number of a thing. */
  public int of(Kind kind, int subject) {
    return of(kind, subject, 0);
  }

  int bound(int function, int arguments) {
    return of(Kind.BOUND, function, Math.min(arguments, 15));
  }

  @SuppressWarnings("EnumOrdinal") // a number within one run, never stored
  private int of(Kind kind, int subject, int extra) {
    long key = LongIntMap.key(kind.ordinal() << 8 | extra, subject);
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    int number = kinds.add(kind.ordinal());
    subjects.add(subject);
    extras.add(extra);
    numbers.putNew(key, number);
    return number;
  }

  /** What kind of thing it is. */
  public Kind kind(int thing) {
    return KINDS[kinds.get(thing)];
  }

  /** What it is a thing of; see {@link Kind}. */
  public int subject(int thing) {
    return subjects.get(thing);
  }

  /** How many arguments are given to a bound function. */
  public int given(int thing) {
    return extras.get(thing);
  }

  /** How many there are. */
  public int size() {
    return kinds.size();
  }
}
