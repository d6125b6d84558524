package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.spi.scope.Scopes;

/** Brings the functions of a file into the form in which they are followed. */
public final class Lowering {

  private Lowering() {}

  /**
   * Lowers a file. The work is linear in the size of the tree, but for functions so large that they
   * are marked as {@code Body.COARSE}, which is linear too.
   *
   * @param names of the file
   * @param scopes the answers about the same file, in its project
   */
  public static FileFlow lower(Names names, Scopes scopes) {
    FileLowering file = new FileLowering(names, scopes);
    new BodyLowering(file, file.closures.top, null).lower();
    return file.finish();
  }
}
