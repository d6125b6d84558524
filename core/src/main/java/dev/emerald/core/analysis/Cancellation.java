package dev.emerald.core.analysis;

/**
 * Says whether an analysis is to stop. Asked often, by several threads at a time; has to answer at
 * once. A cancelled analysis still gives a report, with what was found so far and a notice.
 */
@FunctionalInterface
public interface Cancellation {

  /** Whether to stop. Once it is true, it has to stay so. */
  boolean cancelled();

  /** Never stops. */
  static Cancellation never() {
    return () -> false;
  }
}
