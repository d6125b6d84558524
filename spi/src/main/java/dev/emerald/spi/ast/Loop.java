package dev.emerald.spi.ast;

/** A loop. */
public sealed interface Loop extends Statement
    permits DoWhileStatement, ForInStatement, ForOfStatement, ForStatement, WhileStatement {
  /** The body. */
  Statement body();
}
