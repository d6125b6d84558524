package dev.emerald.spi.rule;

import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Optional;

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

  /**
   * Reads a regular expression that a program gives as text to something else than {@code RegExp},
   * such as the {@code pattern} of a JSON Schema; those that are literals or made by {@code RegExp}
   * are found with {@link Scopes#regexOf}. What is not valid has diagnostics in place of a tree.
   *
   * @param source the pattern, without slashes
   * @param flags the flags, may be empty
   */
  RegexPattern regex(String source, String flags);

  /**
   * How the work of matching a regular expression grows with the text. Answers are kept for the
   * whole analysis. Where a limit stands in the way of an answer, the report says so.
   *
   * @param every whether the search goes on after a match: true for {@code replace}, {@code match}
   *     and the like with the {@code g} flag, and for {@code split} always
   */
  Backtracking backtracking(RegexPattern pattern, boolean every);

  /**
   * A text for which the work of matching a regular expression grows exponentially; empty if none
   * was found. Asks less than {@link #backtracking} and is far cheaper.
   *
   * @param every as for {@link #backtracking}
   */
  Optional<BacktrackingWitness> exponential(RegexPattern pattern, boolean every);

  /**
   * Reads a text as JSON, such as the schema in a file of any name. Comments and commas at the end
   * are allowed. Of a text that breaks the syntax there is what came before the break; of one
   * without any value a {@link JsonNull}.
   */
  JsonValue json(SourceText source);

  /** The project. */
  Project project();

  /** The options of the rule, as configured. */
  RuleOptions options();
}
