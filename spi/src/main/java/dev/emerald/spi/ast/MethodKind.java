package dev.emerald.spi.ast;

/** What a method of a class is. */
public enum MethodKind {
  /** The constructor. */
  CONSTRUCTOR,
  /** A method. */
  METHOD,
  /** A getter. */
  GET,
  /** A setter. */
  SET
}
