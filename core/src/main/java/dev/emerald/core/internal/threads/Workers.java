package dev.emerald.core.internal.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work on the items of a step together. The caller's own thread always takes part and
 * waits for those alone that have begun, so that an executor may be full, refuse, or be the one
 * that the caller itself runs on.
 */
public final class Workers {

  /** The caller's own thread alone. */
  public static final Workers ALONE =
      new Workers(
          command -> {
            throw new RejectedExecutionException("there is one thread");
          },
          1);

  private final Executor executor;
  private final int parallelism;

  /**
   * Workers.
   *
   * @param parallelism how many threads work at a time, the caller's included
   */
  public Workers(Executor executor, int parallelism) {
    this.executor = executor;
    this.parallelism = parallelism;
  }

  /** Works on one item. */
  public interface Task {

    /** Works on the item with a number, from 0. */
    void work(int item);
  }

  /**
   * Works on items, each begun in order. What the first one to fail throws is thrown here, after
   * all threads have stopped.
   */
  public void each(int items, Task task) {
    Step step = new Step(items, task);
    int helpers = Math.min(parallelism, items) - 1;
    for (int i = 0; i < helpers; i++) {
      try {
        executor.execute(step);
      } catch (RejectedExecutionException e) {
        break;
      }
    }
    step.run();
    step.await();
  }

  /** What the threads share. */
  private static final class Step implements Runnable {

    private final int items;
    private final Task task;
    private int next;
    private int busy;
    private @Nullable Throwable failure;

    Step(int items, Task task) {
      this.items = items;
      this.task = task;
    }

    @Override
    public void run() {
      synchronized (this) {
        if (next >= items || failure != null) {
          return;
        }
        busy++;
      }
      try {
        int item;
        while ((item = take()) >= 0) {
          task.work(item);
        }
      } catch (Throwable e) {
        fail(e);
      } finally {
        synchronized (this) {
          busy--;
          notifyAll();
        }
      }
    }

    private synchronized int take() {
      return failure != null || next >= items ? -1 : next++;
    }

    private synchronized void fail(Throwable thrown) {
      if (failure == null) {
        failure = thrown;
      }
    }

    /** Waits for the threads that have begun, then throws what went wrong. */
    void await() {
      Throwable thrown;
      boolean interrupted = false;
      synchronized (this) {
        next = items;
        while (busy > 0) {
          try {
            wait();
          } catch (InterruptedException e) {
            // The items at hand are bounded work; whoever wants a quicker end has a cancellation.
            interrupted = true;
          }
        }
        thrown = failure;
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
    }
  }
}
