package dev.emerald.core.analysis;

import dev.emerald.spi.roadmap.RoadmapItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the project stands on one practice of the roadmap. Immutable, equal by value. */
public final class ItemStatus {

  private final RoadmapItem item;
  private final State state;
  private final String why;
  private final int findings;
  private final int evidence;

  /**
   * For the engine.
   *
   * @param why see {@link #why()}
   */
  public ItemStatus(RoadmapItem item, State state, String why, int findings, int evidence) {
    this.item = Objects.requireNonNull(item, "item");
    this.state = Objects.requireNonNull(state, "state");
    this.why = Objects.requireNonNull(why, "why");
    this.findings = findings;
    this.evidence = evidence;
  }

  /** The practice. */
  public RoadmapItem item() {
    return item;
  }

  /** How the project stands on it. */
  public State state() {
    return state;
  }

  /** What that rests on, one sentence without a full stop at the end. */
  public String why() {
    return why;
  }

  /** How many findings speak against it. */
  public int findings() {
    return findings;
  }

  /** How many pieces of evidence speak for it. */
  public int evidence() {
    return evidence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemStatus that
        && item == that.item
        && state == that.state
        && why.equals(that.why)
        && findings == that.findings
        && evidence == that.evidence;
  }

  @Override
  public int hashCode() {
    return Objects.hash(item, state, why, findings, evidence);
  }

  /** {@code CODE STATE why}. */
  @Override
  public String toString() {
    return item + " " + state + " " + why;
  }

  /** How a project can stand on a practice. */
  public enum State {
    /** There is evidence for it and no finding against it. */
    MET,
    /** There are findings against it. */
    GAPS,
    /** There is neither: nothing looked, or what looked saw nothing. */
    NOT_ASSESSED,
    /** The project has nothing that the practice is about. */
    NOT_APPLICABLE
  }
}
