package dev.emerald.spi.finding;

import dev.emerald.spi.source.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A flaw and its place. Immutable. Made by the engine from what a rule reports; equal by identity.
 *
 * <p>The natural order is by location, then rule id, then message: the order of reports.
 */
public final class Finding implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::message);

  private final String ruleId;
  private final String message;
  private final Severity severity;
  private final Confidence confidence;
  private final Location location;
  private final List<Step> trace;
  private final List<Fix> fixes;
  private final String fingerprint;

  /**
   * For the engine.
   *
   * @param fingerprint see {@link #fingerprint()}
   */
  public Finding(
      String ruleId,
      String message,
      Severity severity,
      Confidence confidence,
      Location location,
      List<Step> trace,
      List<Fix> fixes,
      String fingerprint) {
    this.ruleId = Objects.requireNonNull(ruleId, "ruleId");
    this.message = Objects.requireNonNull(message, "message");
    this.severity = Objects.requireNonNull(severity, "severity");
    this.confidence = Objects.requireNonNull(confidence, "confidence");
    this.location = Objects.requireNonNull(location, "location");
    this.trace = List.copyOf(trace);
    this.fixes = List.copyOf(fixes);
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** Id of the rule that reported it. */
  public String ruleId() {
    return ruleId;
  }

  /** What is wrong here, one sentence without a full stop at the end. */
  public String message() {
    return message;
  }

  /** The rule's severity after configuration. */
  public Severity severity() {
    return severity;
  }

  /** How sure the rule is. */
  public Confidence confidence() {
    return confidence;
  }

  /** The flagged code. */
  public Location location() {
    return location;
  }

  /** The way from the cause to the flagged code, in order; empty when the place says it all. */
  public List<Step> trace() {
    return trace;
  }

  /**
   * Changes that put it right, each of them alone, the best one first; empty where none is known
   * that leaves the program the same otherwise.
   */
  public List<Fix> fixes() {
    return fixes;
  }

  /**
   * An identity that survives edits elsewhere in the file: made of the rule, the path, the
   * enclosing names, the flagged tokens and an ordinal among equals, never of line numbers. 32
   * lower-case hexadecimal digits.
   */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column severity rule-id message}, for logs and failures of tests. */
  @Override
  public String toString() {
    return location + " " + severity.label() + " " + ruleId + " " + message;
  }
}
