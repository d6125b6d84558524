package dev.emerald.spi.rule;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.Optional;

/**
 * What a check of a source file can use and say. Valid during the callback only. Implemented by the
 * engine alone.
 */
public interface FileContext extends RuleContext {

  /**
   * Reports a flaw.
   *
   * @param node the flagged code
   * @param message what is wrong, one sentence without a full stop at the end
   */
  default void report(Node node, String message) {
    report(location(node), message);
  }

  /**
   * Says that a practice of the roadmap is in place.
   *
   * @param node where that can be seen
   * @param note what can be seen, one sentence without a full stop at the end
   */
  default void satisfied(RoadmapItem item, Node node, String note) {
    satisfied(item, location(node), note);
  }

  /** The range of a node. */
  default Location location(Node node) {
    return source().location(node.start(), node.end());
  }

  /** The code of a node, as written. */
  default String text(Node node) {
    return source().slice(node.start(), node.end());
  }

  /** The path and text of the file. */
  SourceText source();

  /** The file's place in the project. */
  ProjectFile file();

  /** The tree of the file. */
  SyntaxTree tree();

  /** The names of the file. */
  Scopes scopes();

  /**
   * A fix of a slow regular expression: the same expression written so that no text is slow. It is
   * proved to match the same texts at the same places and, unless nothing can see them, with the
   * same captures; empty where no such form is known.
   *
   * @param regex where the expression stands: a literal, a call of {@code RegExp}, or a string that
   *     is taken for a pattern
   * @param every as for {@link RuleContext#backtracking}
   */
  Optional<Fix> regexFix(Expression regex, RegexPattern pattern, boolean every);
}
