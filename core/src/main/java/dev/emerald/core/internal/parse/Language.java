package dev.emerald.core.internal.parse;

/** What a file is written in. */
public enum Language {
  /** JavaScript; JSX is read too, since no valid program means anything else by it. */
  JS,
  /** JavaScript with JSX. */
  JSX,
  /** TypeScript without JSX: {@code <T>x} is an assertion. */
  TS,
  /** TypeScript with JSX. */
  TSX,
  /** TypeScript declarations, {@code .d.ts}: all is ambient. */
  DTS;

  boolean typescript() {
    return this == TS || this == TSX || this == DTS;
  }

  boolean jsx() {
    return this == JS || this == JSX || this == TSX;
  }
}
