package dev.emerald.cli;

import dev.emerald.core.analysis.ProgressListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** A line on standard error that says how far an analysis has come, and is gone in the end. */
final class ProgressLine implements ProgressListener, AutoCloseable {

  /** What is done sooner shows nothing: a line that flickers by tells nobody anything. */
  private static final long FIRST_AFTER = TimeUnit.MILLISECONDS.toNanos(400);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BAR = 24;
  private static final String BACK_AND_CLEAR = "\r\u001B[K";

  private final PrintWriter err;
  private long next;
  private boolean shown;

  ProgressLine(PrintWriter err) {
    this.err = err;
    this.next = System.nanoTime() + FIRST_AFTER;
  }

  @Override
  public synchronized void progressed(Phase phase, int done, int total) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + PAUSE;
    shown = true;
    err.print(BACK_AND_CLEAR + line(phase, done, total));
    err.flush();
  }

  /** What is shown, in ASCII. */
  static String line(Phase phase, int done, int total) {
    String name =
        switch (phase) {
          case LISTING -> "looking for files";
          case READING -> "reading";
          case CHECKING -> "checking";
        };
    if (total <= 0) {
      return name + (done > 0 ? " " + done : "");
    }
    int filled = (int) ((long) BAR * Math.min(done, total) / total);
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    return "[" + bar + "] " + name + " " + done + "/" + total;
  }

  /** Clears the line. */
  @Override
  public synchronized void close() {
    if (shown) {
      err.print(BACK_AND_CLEAR);
      err.flush();
      shown = false;
    }
  }
}
