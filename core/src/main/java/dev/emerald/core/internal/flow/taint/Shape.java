package dev.emerald.core.internal.flow.taint;

import java.util.HashSet;
import java.util.Set;

/**
 * What a check of a value lets through.
 *
 * @param closed whether nothing in it is an object whose keys its sender chooses
 * @param plain the properties of which that is known
 */
record Shape(boolean closed, Set<String> plain) {

  /** Anything. */
  static final Shape ANY = new Shape(false, Set.of());

  /** A text, a number, a date, one of some constants. */
  static final Shape SCALAR = new Shape(true, Set.of());

  /** Keeps the set from being changed. */
  Shape {
    plain = Set.copyOf(plain);
  }

  /** What passes both of two checks. */
  Shape and(Shape other) {
    Set<String> both = new HashSet<>(plain);
    both.addAll(other.plain);
    return new Shape(closed || other.closed, both);
  }

  /** What passes one of two checks. */
  Shape or(Shape other) {
    Set<String> both = new HashSet<>(plain);
    both.retainAll(other.plain);
    return new Shape(closed && other.closed, both);
  }
}
