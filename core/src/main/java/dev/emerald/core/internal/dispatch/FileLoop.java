package dev.emerald.core.internal.dispatch;

/** Calls the checks of a table for what is met in a file. Stateless. */
public interface FileLoop {

  /**
   * Goes over a file.
   *
   * @param table what is asked for
   * @param run the file, and where checks are called
   */
  void go(DispatchTable table, FileRun run);
}
