package dev.emerald.spi.ast;

/** What a property of an object is. */
public enum PropertyKind {
  /** A value. */
  INIT,
  /** A getter. */
  GET,
  /** A setter. */
  SET
}
