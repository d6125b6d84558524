package dev.emerald.spi.regex;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the work of matching a regular expression grows with the length of the text, in an engine
 * that goes back to try another way, as those of JavaScript do.
 *
 * <p>What is said to be polynomial or exponential comes with a {@linkplain #witness() witness} that
 * was measured. Immutable. Only the engine makes instances.
 */
public final class Backtracking {

  private static final Backtracking LINEAR = new Backtracking(Growth.LINEAR, 1, null, null);

  private final Growth growth;
  private final int degree;
  private final @Nullable BacktrackingWitness witness;
  private final @Nullable String reason;

  /** The kinds of growth. */
  public enum Growth {
    /** With the length: no text can make it slow. */
    LINEAR,
    /** With a power of the length. */
    POLYNOMIAL,
    /** Multiplied by every few characters more: a short text can stop the program. */
    EXPONENTIAL,
    /** Not known: the expression is beyond a limit of the analysis, or of its understanding. */
    NOT_DECIDED
  }

  private Backtracking(
      Growth growth, int degree, @Nullable BacktrackingWitness witness, @Nullable String reason) {
    this.growth = growth;
    this.degree = degree;
    this.witness = witness;
    this.reason = reason;
  }

  /** The verdict that no text is slow. */
  public static Backtracking linear() {
    return LINEAR;
  }

  /**
   * The verdict that the work grows with a power.
   *
   * @param degree the power, from 2
   */
  public static Backtracking polynomial(int degree, BacktrackingWitness witness) {
    if (degree < 2) {
      throw new IllegalArgumentException("degree " + degree);
    }
    return new Backtracking(
        Growth.POLYNOMIAL, degree, Objects.requireNonNull(witness, "witness"), null);
  }

  /** The verdict that the work multiplies. */
  public static Backtracking exponential(BacktrackingWitness witness) {
    return new Backtracking(
        Growth.EXPONENTIAL, 0, Objects.requireNonNull(witness, "witness"), null);
  }

  /**
   * No verdict.
   *
   * @param reason why there is none, one sentence without a full stop at the end
   */
  public static Backtracking notDecided(String reason) {
    return new Backtracking(Growth.NOT_DECIDED, 0, null, Objects.requireNonNull(reason, "reason"));
  }

  /** The kind of growth. */
  public Growth growth() {
    return growth;
  }

  /** The power: 1 for linear, 2 or more for polynomial growth; else 0. */
  public int degree() {
    return degree;
  }

  /** Whether it is {@link Growth#EXPONENTIAL}. */
  public boolean isExponential() {
    return growth == Growth.EXPONENTIAL;
  }

  /** Whether it is {@link Growth#EXPONENTIAL} or {@link Growth#POLYNOMIAL}. */
  public boolean isSuperLinear() {
    return growth == Growth.EXPONENTIAL || growth == Growth.POLYNOMIAL;
  }

  /** What shows the growth; there if and only if it {@link #isSuperLinear()}. */
  public Optional<BacktrackingWitness> witness() {
    return Optional.ofNullable(witness);
  }

  /** Why there is no verdict, one sentence; there if and only if it is not decided. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The kind of growth and its degree. */
  @Override
  public String toString() {
    return growth == Growth.POLYNOMIAL ? growth + " " + degree : growth.toString();
  }
}
