package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.dispatch.Outcome;
import dev.emerald.core.internal.dispatch.Outcome.Reported;
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
 * @param problems by place, rule and message, each once
 * @param silencers the comments of the file that silence findings; null where there can be none
 */
record Said(
    List<Pending> problems,
    List<Evidence> evidence,
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
   */
  record Pending(int rule, Problem problem, FilePlan plan, String context) {

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
  static Said of(Outcome outcome, Function<Location, FilePlan> plans, Contexts contexts) {
    return new Said(
        pending(outcome, plans, contexts), outcome.evidence(), outcome.notices(), List.of(), null);
  }

  /** Nothing but notices. */
  static Said nothing(List<Notice> notices) {
    return new Said(List.of(), List.of(), notices, List.of(), null);
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
              contexts.of(at.path(), at.span())));
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

  /** Finds the context of a place. */
  interface Contexts {

    /** The context of a range of a file. */
    String of(String path, Span span);
  }
}
