package dev.emerald.spi.rule;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flaw as a rule reports it; the engine makes a finding of it. Immutable. */
public final class Problem {

  private final Location location;
  private final String message;
  private final @Nullable Severity severity;
  private final @Nullable Confidence confidence;
  private final List<Step> trace;
  private final List<Location> secrets;
  private final List<Fix> fixes;

  private Problem(
      Location location,
      String message,
      @Nullable Severity severity,
      @Nullable Confidence confidence,
      List<Step> trace,
      List<Location> secrets,
      List<Fix> fixes) {
    this.location = Objects.requireNonNull(location, "location");
    this.message = Objects.requireNonNull(message, "message");
    this.severity = severity;
    this.confidence = confidence;
    this.trace = trace;
    this.secrets = secrets;
    this.fixes = fixes;
  }

  /**
   * A problem.
   *
   * @param location the flagged code
   * @param message what is wrong, one sentence without a full stop at the end
   */
  public static Problem at(Location location, String message) {
    return new Problem(location, message, null, null, List.of(), List.of(), List.of());
  }

  /** This problem, reported with a confidence other than the rule's own. */
  public Problem withConfidence(Confidence surer) {
    return new Problem(
        location,
        message,
        severity,
        Objects.requireNonNull(surer, "confidence"),
        trace,
        secrets,
        fixes);
  }

  /**
   * This problem, reported with a severity other than the rule's own. One that the configuration
   * gives the rule has the last word.
   */
  public Problem withSeverity(Severity other) {
    return new Problem(
        location,
        message,
        Objects.requireNonNull(other, "severity"),
        confidence,
        trace,
        secrets,
        fixes);
  }

  /** This problem with one more step on the way from the cause to the flagged code. */
  public Problem withStep(Location at, String note) {
    List<Step> longer = new ArrayList<>(trace);
    longer.add(new Step(at, note));
    return new Problem(
        location, message, severity, confidence, List.copyOf(longer), secrets, fixes);
  }

  /**
   * This problem, with a place that holds a secret: reports show its line with the secret masked,
   * and no fingerprint is made of it. The message must not hold it either.
   */
  public Problem withSecret(Location secret) {
    List<Location> more = new ArrayList<>(secrets);
    more.add(Objects.requireNonNull(secret, "secret"));
    return new Problem(location, message, severity, confidence, trace, List.copyOf(more), fixes);
  }

  /**
   * This problem with one more change that puts it right; the first one is the best. To be offered
   * only where the program does the same afterwards but for the flaw.
   */
  public Problem withFix(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(Objects.requireNonNull(fix, "fix"));
    return new Problem(location, message, severity, confidence, trace, secrets, List.copyOf(more));
  }

  /** The flagged code. */
  public Location location() {
    return location;
  }

  /** What is wrong. */
  public String message() {
    return message;
  }

  /** The severity, if it is not the rule's own. */
  public Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  /** The confidence, if it is not the rule's own. */
  public Optional<Confidence> confidence() {
    return Optional.ofNullable(confidence);
  }

  /** The places that hold secrets and must not be shown. */
  public List<Location> secrets() {
    return secrets;
  }

  /** Changes that put it right, each of them alone. */
  public List<Fix> fixes() {
    return fixes;
  }

  /** The way from the cause to the flagged code, in order. */
  public List<Step> trace() {
    return trace;
  }
}
