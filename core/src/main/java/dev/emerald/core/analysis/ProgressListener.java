package dev.emerald.core.analysis;

/**
 * Is told how far an analysis has come. Called by the threads of the analysis, one call at a time;
 * what it throws ends the analysis and reaches the caller.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Called when a phase begins, and after each of its files.
   *
   * @param phase what is being done
   * @param done how many files are through
   * @param total how many files the phase has; 0 where that is not known
   */
  void progressed(Phase phase, int done, int total);

  /** The phases of an analysis, in order. */
  enum Phase {
    /** Looking for files. */
    LISTING,
    /** Reading sources and resolving their names. */
    READING,
    /** Running rules. */
    CHECKING
  }
}
