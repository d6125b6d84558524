package dev.emerald.core.analysis;

import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.roadmap.RoadmapItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a project, or a package of it, stands on one practice of the roadmap. Immutable, equal if it
 * says the same.
 */
public final class ItemStatus {

  private final RoadmapItem item;
  private final State state;
  private final String why;
  private final List<Finding> findings;
  private final List<Finding> advice;
  private final List<Evidence> evidence;

  /**
   * For the engine.
   *
   * @param why see {@link #why()}
   * @param findings see {@link #findings()}
   * @param advice see {@link #advice()}
   * @param evidence see {@link #evidence()}
   */
  public ItemStatus(
      RoadmapItem item,
      State state,
      String why,
      List<Finding> findings,
      List<Finding> advice,
      List<Evidence> evidence) {
    this.item = Objects.requireNonNull(item, "item");
    this.state = Objects.requireNonNull(state, "state");
    this.why = Objects.requireNonNull(why, "why");
    this.findings = List.copyOf(findings);
    this.advice = List.copyOf(advice);
    this.evidence = List.copyOf(evidence);
  }

  /** The practice. */
  public RoadmapItem item() {
    return item;
  }

  /** How the project stands on it. */
  public State state() {
    return state;
  }

  /** What that rests on, without a full stop at the end. */
  public String why() {
    return why;
  }

  /**
   * The findings that make the gaps, in the order in which to mend them; empty if there are none.
   */
  public List<Finding> findings() {
    return findings;
  }

  /** Findings that speak against it and do not decide: less severe, or in tests. In order. */
  public List<Finding> advice() {
    return advice;
  }

  /** What speaks for it, by place. */
  public List<Evidence> evidence() {
    return evidence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemStatus that
        && item == that.item
        && state == that.state
        && why.equals(that.why)
        && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return Objects.hash(item, state, why, said());
  }

  /** Findings and evidence are equal by identity; this is what they say. */
  private List<String> said() {
    List<String> said = new ArrayList<>();
    findings.forEach(each -> said.add(each.toString()));
    advice.forEach(each -> said.add("advice " + each));
    evidence.forEach(each -> said.add(each.toString()));
    return said;
  }

  /** {@code CODE STATE why}. */
  @Override
  public String toString() {
    return item + " " + state + " " + why;
  }

  /** How a project can stand on a practice. */
  public enum State {
    /** There is evidence for it, and no finding that decides against it. */
    MET("met"),
    /** There are findings that decide against it. */
    GAPS("gaps"),
    /** It could not be judged: nothing looked, or what looked saw nothing for or against it. */
    NOT_ASSESSED("not-assessed"),
    /** The project has nothing that the practice is about. */
    NOT_APPLICABLE("not-applicable");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The state as reports write it. */
    public String label() {
      return label;
    }
  }
}
