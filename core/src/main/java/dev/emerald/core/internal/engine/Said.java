package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.dispatch.Outcome;
import dev.emerald.core.internal.dispatch.Outcome.Kept;
import dev.emerald.core.internal.dispatch.Outcome.Reported;
import dev.emerald.core.internal.dispatch.Statement;
import dev.emerald.core.internal.suppress.SuppressionComments;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one subject, detached from its tree: what is kept until the report is made.
 *
 * @param path of the subject; empty for the project
 * @param problems by place, rule and message, each once
 * @param kept what rules keep until the check of the project
 * @param silencers the comments of the file that silence findings; null where there can be none
 */
record Said(
    String path,
    List<Pending> problems,
    List<Evidence> evidence,
    List<Statement> statements,
    List<Kept> kept,
    List<Notice> notices,
    List<ApiUse> uses,
    @Nullable SuppressionComments silencers) {

  private static final Comparator<Pending> ORDER =
      Comparator.comparing((Pending pending) -> pending.problem().location())
          .thenComparingInt(Pending::rule)
          .thenComparing(pending -> pending.problem().message());

  /**
   * A problem that becomes a finding.
   *
   * @param rule the number of the rule
   * @param plan how rules are set for the place
   * @param context what makes the finding the same as one of another run
   * @param lower whether it is one severity lower than the rule's own
   */
  record Pending(int rule, Problem problem, FilePlan plan, String context, boolean lower) {

    Location location() {
      return problem.location();
    }

    private boolean same(Pending other) {
      return rule == other.rule
          && problem.location().equals(other.problem.location())
          && problem.message().equals(other.problem.message());
    }
  }

  /** What was said of a subject that is no source file. */
  static Said of(
      String path, Outcome outcome, Function<Location, FilePlan> plans, Contexts contexts) {
    return new Said(
        path,
        pending(outcome, plans, contexts),
        outcome.evidence(),
        outcome.statements(),
        outcome.kept(),
        outcome.notices(),
        List.of(),
        null);
  }

  /** Problems of any files, and nothing else. */
  static Said found(List<Pending> problems) {
    return new Said("", problems, List.of(), List.of(), List.of(), List.of(), List.of(), null);
  }

  /** The same with other problems. */
  Said with(List<Pending> others) {
    return new Said(path, others, evidence, statements, kept, notices, uses, silencers);
  }

  /** Nothing but notices. */
  static Said nothing(List<Notice> notices) {
    return silent("", notices, null);
  }

  /** Nothing but notices, and comments that silence. */
  static Said silent(String path, List<Notice> notices, @Nullable SuppressionComments silencers) {
    return new Said(
        path, List.of(), List.of(), List.of(), List.of(), notices, List.of(), silencers);
  }

  /** The problems of an outcome by place, rule and message, each once. */
  static List<Pending> pending(
      Outcome outcome, Function<Location, FilePlan> plans, Contexts contexts) {
    List<Pending> all = new ArrayList<>(outcome.problems().size());
    for (Reported reported : outcome.problems()) {
      Location at = reported.problem().location();
      all.add(
          new Pending(
              reported.rule(),
              reported.problem(),
              plans.apply(at),
              context(reported.problem(), contexts),
              false));
    }
    all.sort(ORDER);
    List<Pending> each = new ArrayList<>(all.size());
    for (Pending pending : all) {
      if (each.isEmpty() || !each.get(each.size() - 1).same(pending)) {
        each.add(pending);
      }
    }
    return each;
  }

  /** A secret leaves no trace in a fingerprint: where it stands has to do. */
  private static String context(Problem problem, Contexts contexts) {
    Location at = problem.location();
    if (problem.secrets().isEmpty()) {
      return contexts.of(at.path(), at.span());
    }
    String around = contexts.of(at.path(), new Span(at.span().start(), at.span().start()));
    return around + problem.message();
  }

  /** Finds the context of a place. */
  interface Contexts {

    /** The context of a range of a file. */
    String of(String path, Span span);
  }
}
