package dev.emerald.core.internal.dispatch;

import dev.emerald.core.analysis.Cancellation;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether an analysis has to stop: its caller wants it to, or its time is up. */
public final class Stop {

  private final Cancellation cancellation;
  private final long start = System.nanoTime();
  private final long allowed;
  private final @Nullable Duration deadline;

  /**
   * Starts the clock.
   *
   * @param deadline how long the analysis may take; null for as long as it does
   */
  public Stop(Cancellation cancellation, @Nullable Duration deadline) {
    this.cancellation = cancellation;
    this.deadline = deadline;
    this.allowed = deadline == null ? Long.MAX_VALUE : saturatedNanos(deadline);
  }

  private static long saturatedNanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Goes on.
   *
   * @throws Stopped if it has to stop
   */
  public void check() {
    if (cancellation.cancelled()) {
      throw new Stopped("the caller cancelled the analysis");
    }
    if (deadline != null && System.nanoTime() - start > allowed) {
      throw new Stopped("the analysis took longer than " + deadline + "; raise the deadline");
    }
  }

  /** How long the analysis has taken so far. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Ends an analysis. Nothing may catch it but what makes the report. */
  public static final class Stopped extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Stopped(String why) {
      super(why, null, false, false);
    }
  }
}
