package dev.emerald.spi.rule;

import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.source.Location;

/**
 * What a check can use and say. Valid during the callback only. Implemented by the engine alone.
 */
public interface RuleContext {

  /**
   * Reports a flaw.
   *
   * @param location the flagged code
   * @param message what is wrong, one sentence without a full stop at the end
   */
  default void report(Location location, String message) {
    report(Problem.at(location, message));
  }

  /** Reports a flaw with more than a place and a message. */
  void report(Problem problem);

  /**
   * Says that a practice of the roadmap is in place.
   *
   * @param location where that can be seen
   * @param note what can be seen, one sentence without a full stop at the end
   */
  void satisfied(RoadmapItem item, Location location, String note);

  /** The project. */
  Project project();

  /** The options of the rule, as configured. */
  RuleOptions options();
}
