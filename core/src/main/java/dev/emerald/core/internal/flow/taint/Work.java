package dev.emerald.core.internal.flow.taint;

import java.util.function.BooleanSupplier;

/**
 * How much may be found. Counts facts, not time, so that a project gets the same answer on every
 * machine that has the memory; the caller's wish to stop alone depends on a clock.
 */
final class Work {

  /** More facts of one function are left out. */
  static final int MOST_OF_A_FUNCTION = 40_000;

  /** What a fact takes, with what is known of contexts and calls. */
  private static final int BYTES_OF_A_FACT = 120;

  /** Which part of the memory facts may take: trees and other programs need some too. */
  private static final int PART_OF_MEMORY = 3;

  private final int most;
  private final boolean scarce;
  private final int[] ofFunction;
  private final BooleanSupplier stopped;
  private int facts;
  private int sinceAsked;
  private int overfull = -1;
  private boolean ended;

  /**
   * A measure of work.
   *
   * @param allowance how many facts there may be, be there ever so few values
   * @param stopped whether the caller wants to stop
   */
  Work(int functions, int values, int allowance, BooleanSupplier stopped) {
    long wanted = Math.min(12_000_000L, allowance + 8L * values);
    long room = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_OF_A_FACT;
    this.most = (int) Math.min(wanted, room);
    this.scarce = room < wanted;
    this.ofFunction = new int[functions];
    this.stopped = stopped;
  }

  /** Whether one more fact may be added; of a function, or -1. */
  boolean fact(int function) {
    if (facts >= most) {
      ended = true;
      return false;
    }
    if (function >= 0 && ++ofFunction[function] > MOST_OF_A_FUNCTION) {
      overfull = overfull < 0 ? function : overfull;
      return false;
    }
    facts++;
    return true;
  }

  /** Whether to go on at all. */
  boolean goOn() {
    if (++sinceAsked >= 4_096) {
      sinceAsked = 0;
      return !stopped.getAsBoolean();
    }
    return true;
  }

  /** The first function that was not gone through to its end; -1 if all were. */
  int overfull() {
    return overfull;
  }

  /** Whether facts were left out since there were too many in all. */
  boolean ended() {
    return ended;
  }

  /** Whether it is the memory that there may not be more facts. */
  boolean scarce() {
    return scarce;
  }

  /** The most facts there may be. */
  int most() {
    return most;
  }
}
