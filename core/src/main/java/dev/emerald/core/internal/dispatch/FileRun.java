package dev.emerald.core.internal.dispatch;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.core.internal.regex.rewrite.RegexFixes;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One file on its way through the checks: the context of all of them, one after the other. For use
 * by one thread.
 */
public final class FileRun extends CheckRun implements FileContext {

  private final ProjectFile file;
  private final SyntaxTree tree;
  private final Scopes scopes;
  private final UseList uses;
  private final BacktrackingVerdicts verdicts;
  private final RegexFixes fixes;
  private final Set<RegexPattern> undecided = new HashSet<>();

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
    super(rules, project, file.path(), stop);
    this.file = file;
    this.tree = tree;
    this.scopes = scopes;
    this.verdicts = verdicts;
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
  public RegexPattern regex(String source, String flags) {
    return RegexParser.parse(source, flags);
  }

  @Override
  public Backtracking backtracking(RegexPattern pattern, boolean every) {
    Backtracking verdict = verdicts.of(pattern, every);
    note(pattern, verdict);
    return verdict;
  }

  @Override
  public Optional<BacktrackingWitness> exponential(RegexPattern pattern, boolean every) {
    Backtracking verdict = verdicts.exponential(pattern, every);
    note(pattern, verdict);
    return verdict.isExponential() ? verdict.witness() : Optional.empty();
  }

  @Override
  public Optional<Fix> regexFix(Expression regex, RegexPattern pattern, boolean every) {
    return Optional.ofNullable(fixes.fix(regex, pattern, every));
  }

  private void note(RegexPattern pattern, Backtracking verdict) {
    if (BacktrackingVerdicts.isBeyondLimits(pattern, verdict) && undecided.add(pattern)) {
      outcome().notices().add(BacktrackingVerdicts.notice(file.path(), pattern, verdict));
    }
  }
}
