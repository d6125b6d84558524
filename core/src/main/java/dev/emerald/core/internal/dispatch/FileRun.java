package dev.emerald.core.internal.dispatch;

import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.core.internal.regex.rewrite.RegexFixes;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.SourceText;
import java.util.Optional;

/**
 * One file on its way through the checks: the context of all of them, one after the other. For use
 * by one thread.
 */
public final class FileRun extends CheckRun implements FileContext {

  private final ProjectFile file;
  private final SyntaxTree tree;
  private final Scopes scopes;
  private final UseList uses;
  private final RegexFixes fixes;

  /**
   * A file.
   *
   * @param rules the rules of the analyzer, and their options for this file
   * @param verdicts those of the analysis, shared by its files
   */
  public FileRun(
      RuleOptionsOf rules,
      Project project,
      ProjectFile file,
      SyntaxTree tree,
      Scopes scopes,
      BacktrackingVerdicts verdicts,
      Stop stop) {
    super(rules, project, file.path(), verdicts, stop);
    this.file = file;
    this.tree = tree;
    this.scopes = scopes;
    this.fixes = new RegexFixes(tree, scopes);
    this.uses = new UseList(file, source(), scopes);
  }

  /** Calls a check, unless its rule has thrown before. */
  public <N> void visit(int rule, FileCheck<? super N> check, N node) {
    if (isOff(rule)) {
      return;
    }
    begin(rule);
    try {
      check.check(node, this);
    } catch (Throwable e) {
      failed(rule, e);
    } finally {
      end();
    }
  }

  /** Where the file uses APIs. */
  public UseList uses() {
    return uses;
  }

  @Override
  public SourceText source() {
    return tree.program().source();
  }

  @Override
  public ProjectFile file() {
    return file;
  }

  @Override
  public SyntaxTree tree() {
    return tree;
  }

  @Override
  public Scopes scopes() {
    return scopes;
  }

  @Override
  public Optional<Fix> regexFix(Expression regex, RegexPattern pattern, boolean every) {
    return Optional.ofNullable(fixes.fix(regex, pattern, every));
  }
}
