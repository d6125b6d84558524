package dev.emerald.core.internal.bind;

import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.SyntaxTree;

/** Resolves the names of a file. */
public final class Binder {

  private Binder() {}

  /** Resolves the names of a file; everything else is found when it is asked for. */
  public static Binding bind(SyntaxTree tree) {
    return new Binding(Names.of(tree));
  }
}
