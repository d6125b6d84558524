package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.FileSymbol;
import org.jspecify.annotations.Nullable;

/**
 * A variable, or what behaves like one: {@code this} of a function, {@code module.exports}, a
 * global that the file assigns. Moments are places of the tree: an assignment happens at the last
 * place of its expression.
 */
final class Variable {

  final int index;
  final String name;
  final Closure owner;
  final @Nullable FileSymbol symbol;

  /** Where the last assignment by its owner happens. */
  int lastWrite = -1;

  /** Where the first closure that uses it is made. */
  int firstCapture = Integer.MAX_VALUE;

  /** Whether a closure assigns it. */
  boolean writtenInside;

  /** The module that it stands for, never to be assigned: an import, {@code const a = require}. */
  @Nullable String module;

  /** Which export of {@link #module}; null for all of it. */
  @Nullable String export;

  /** The only function that it ever is, if that captures nothing. */
  @Nullable Closure function;

  private int cell = -1;

  Variable(int index, String name, Closure owner, @Nullable FileSymbol symbol) {
    this.index = index;
    this.name = name;
    this.owner = owner;
    this.symbol = symbol;
  }

  /** Whether any closure sees it through a cell. */
  boolean celled() {
    return (writtenInside || lastWrite >= firstCapture) && module == null && function == null;
  }

  /** Whether a closure that is made at a place gets the value that it has then. */
  boolean fixedAt(int place) {
    return !writtenInside && lastWrite < place;
  }

  int cell(FileLowering file) {
    if (cell < 0) {
      cell = file.newCell();
    }
    return cell;
  }
}
