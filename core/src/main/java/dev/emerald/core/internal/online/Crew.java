package dev.emerald.core.internal.online;

import dev.emerald.core.internal.dispatch.Stop.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads that wait for answers side by side. */
final class Crew implements AutoCloseable {

  private static final int SIZE = 6;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          SIZE,
          work -> {
            Thread thread = new Thread(work, "emerald-online");
            thread.setDaemon(true);
            return thread;
          });

  /** What is done with each. */
  interface Work<T> {
    /** Does it. */
    void on(T item) throws LookupException;
  }

  /**
   * Does something with each item.
   *
   * @throws LookupException the first failure; the rest is then left
   */
  <T> void all(List<T> items, Work<T> work) throws LookupException {
    List<Future<?>> begun = new ArrayList<>();
    for (T item : items) {
      begun.add(
          threads.submit(
              () -> {
                work.on(item);
                return null;
              }));
    }
    try {
      for (Future<?> each : begun) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LookupException("asking was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LookupException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Stopped stopped) {
        throw stopped;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      begun.forEach(each -> each.cancel(true));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
