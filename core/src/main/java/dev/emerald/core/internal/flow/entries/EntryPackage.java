package dev.emerald.core.internal.flow.entries;

import java.util.List;

/**
 * A package whose exports others call.
 *
 * @param folder of the package
 * @param roots the paths of the files that it gives to others
 */
public record EntryPackage(String folder, List<String> roots) {

  /** Copies the list. */
  public EntryPackage {
    roots = List.copyOf(roots);
  }
}
