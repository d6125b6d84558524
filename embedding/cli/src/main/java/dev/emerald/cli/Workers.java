package dev.emerald.cli;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that help with an analysis, to be closed after it: none is left behind. */
final class Workers implements AutoCloseable {

  /** The same on every platform, so that what fits on one fits on all. */
  private static final long STACK_BYTES = 1L << 20;

  private final int parallelism;
  private final ExecutorService threads;

  /**
   * Threads beside the caller's.
   *
   * @param parallelism how many threads work, the caller's included; at least 1
   */
  Workers(int parallelism) {
    this.parallelism = parallelism;
    this.threads = Executors.newFixedThreadPool(Math.max(1, parallelism - 1), new Named());
  }

  Executor executor() {
    return threads;
  }

  int parallelism() {
    return parallelism;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static final class Named implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      String name = "emerald-" + count.incrementAndGet();
      Thread thread = new Thread(null, work, name, STACK_BYTES, false);
      thread.setDaemon(true);
      return thread;
    }
  }
}
