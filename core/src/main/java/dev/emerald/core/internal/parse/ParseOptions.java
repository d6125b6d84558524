package dev.emerald.core.internal.parse;

/**
 * How a text is to be read.
 *
 * @param language what it is written in
 * @param goal how its top level is read
 */
public record ParseOptions(Language language, Goal goal) {

  /** How the top level of a file is read. */
  public enum Goal {
    /** A classic script. */
    SCRIPT,
    /** A CommonJS module: {@code return} at the top level. */
    COMMONJS,
    /** An ECMAScript module. */
    MODULE,
    /** A module if it imports, exports or awaits at the top level, else CommonJS. */
    UNAMBIGUOUS;

    boolean allowsReturn() {
      return this == COMMONJS || this == UNAMBIGUOUS;
    }
  }
}
