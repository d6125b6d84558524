package dev.emerald.spi.rule;

import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.source.Location;
import java.util.List;

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

  /**
   * Says that a practice of the roadmap is in place, where what shows it is a count over a whole
   * package: "412 files read, no secret".
   *
   * @param counted what was counted, one sentence without a full stop at the end
   */
  void counted(RoadmapItem item, ProjectPackage in, String counted);

  /**
   * Says that a package has nothing that a practice is about: the item does not apply to it.
   *
   * @param why the fact that proves it, such as "no database client", without a full stop
   */
  void notApplicable(RoadmapItem item, ProjectPackage to, String why);

  /**
   * Says that a practice could not be judged for a package: evidence for it does not count.
   *
   * @param why what would have to be known, without a full stop
   */
  void notAssessed(RoadmapItem item, ProjectPackage of, String why);

  /**
   * Keeps a fact about the file or manifest at hand until this rule's check of the project, which
   * gets it by {@link #kept}. It must be immutable, small, and must not hold on to a tree.
   */
  void keep(Object fact);

  /**
   * What this rule's checks of files, texts and manifests have kept: by path, in the order it was
   * kept. Empty but in a check of the project.
   *
   * @param type the type of what is asked for
   */
  <T> List<T> kept(Class<T> type);

  /** The project. */
  Project project();

  /** The options of the rule, as configured. */
  RuleOptions options();
}
