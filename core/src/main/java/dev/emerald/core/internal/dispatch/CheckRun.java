package dev.emerald.core.internal.dispatch;

import dev.emerald.core.internal.dispatch.Outcome.Kept;
import dev.emerald.core.internal.dispatch.Outcome.Reported;
import dev.emerald.core.internal.dispatch.Stop.Stopped;
import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Check;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleOptions;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One subject (a file, a manifest, the project) on its way through the checks. For use by one
 * thread.
 *
 * <p>What a check throws switches its rule off for the subject, errors included: a missing class or
 * an endless recursion of one rule is no reason to lose the findings of the others. Passed on are
 * {@link Stopped}, and errors of the virtual machine other than a stack overflow, such as {@code
 * OutOfMemoryError}, after which nothing can be relied on; who works on the subject deals with
 * them.
 */
public class CheckRun implements RuleContext {

  private final RuleOptionsOf rules;
  private final Project project;
  private final @Nullable String path;
  private final BacktrackingVerdicts verdicts;
  private final Stop stop;
  private final Outcome outcome = new Outcome();
  private final boolean[] off;
  private final int[] said;
  private final Map<KeptOf, List<?>> before = new HashMap<>();
  private final Set<RegexPattern> undecided = new HashSet<>();
  private List<Kept> all = List.of();
  private int current = -1;

  /**
   * A subject.
   *
   * @param rules the rules of the analyzer, and their options for this subject
   * @param path of the subject; null for the project
   * @param verdicts those of the analysis, shared by its subjects
   */
  public CheckRun(
      RuleOptionsOf rules,
      Project project,
      @Nullable String path,
      BacktrackingVerdicts verdicts,
      Stop stop) {
    this.rules = rules;
    this.project = project;
    this.path = path;
    this.verdicts = verdicts;
    this.stop = stop;
    this.off = new boolean[rules.count()];
    this.said = new int[rules.count()];
  }

  /** Gives a rule what it has kept before; for the check of the project. */
  public final CheckRun with(List<Kept> kept) {
    all = kept;
    return this;
  }

  /** What a rule asks for. */
  private record KeptOf(int rule, Class<?> type) {}

  /** Calls a check, unless its rule has thrown before. */
  public final <T> void call(int rule, Check<? super T> check, T subject) {
    if (isOff(rule)) {
      return;
    }
    begin(rule);
    try {
      check.check(subject, this);
    } catch (Throwable e) {
      failed(rule, e);
    } finally {
      end();
    }
  }

  final boolean isOff(int rule) {
    return off[rule];
  }

  final void begin(int rule) {
    current = rule;
  }

  final void end() {
    current = -1;
  }

  final void failed(int rule, Throwable thrown) {
    if (thrown instanceof Stopped stopped) {
      throw stopped;
    }
    if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
      throw error;
    }
    off[rule] = true;
    outcome.failed(rules.facts(rule), path, thrown);
  }

  /** What was said so far. */
  public final Outcome outcome() {
    return outcome;
  }

  /** Whether to stop. */
  public final Stop stop() {
    return stop;
  }

  @Override
  public final void report(Problem problem) {
    Objects.requireNonNull(problem, "problem");
    if (mayStillSpeak()) {
      outcome.problems().add(new Reported(current, problem));
    }
  }

  @Override
  public final void satisfied(RoadmapItem item, Location location, String note) {
    Evidence seen = new Evidence(item, Objects.requireNonNull(location, "location"), note);
    if (mayStillSpeak()) {
      outcome.evidence().add(seen);
    }
  }

  @Override
  public final void counted(RoadmapItem item, ProjectPackage in, String counted) {
    Evidence seen = Evidence.counted(item, in.directory(), counted);
    if (mayStillSpeak()) {
      outcome.evidence().add(seen);
    }
  }

  @Override
  public final void notApplicable(RoadmapItem item, ProjectPackage to, String why) {
    if (mayStillSpeak()) {
      outcome.statements().add(new Statement(item, to.directory(), false, why));
    }
  }

  @Override
  public final void notAssessed(RoadmapItem item, ProjectPackage of, String why) {
    if (mayStillSpeak()) {
      outcome.statements().add(new Statement(item, of.directory(), true, why));
    }
  }

  @Override
  public final void keep(Object fact) {
    requireCheck();
    outcome.kept().add(new Kept(current, Objects.requireNonNull(fact, "fact")));
  }

  @Override
  public final <T> List<T> kept(Class<T> type) {
    requireCheck();
    // Rules ask again for each package: a project may have many of both.
    @SuppressWarnings("unchecked")
    List<T> kept =
        (List<T>) before.computeIfAbsent(new KeptOf(current, type), asked -> facts(type));
    return kept;
  }

  private <T> List<T> facts(Class<T> type) {
    List<T> facts = new ArrayList<>();
    for (Kept each : all) {
      if (each.rule() == current && type.isInstance(each.fact())) {
        facts.add(type.cast(each.fact()));
      }
    }
    return List.copyOf(facts);
  }

  @Override
  public final RegexPattern regex(String source, String flags) {
    return RegexParser.parse(source, flags);
  }

  @Override
  public final Backtracking backtracking(RegexPattern pattern, boolean every) {
    Backtracking verdict = verdicts.of(pattern, every);
    note(pattern, verdict);
    return verdict;
  }

  @Override
  public final Optional<BacktrackingWitness> exponential(RegexPattern pattern, boolean every) {
    Backtracking verdict = verdicts.exponential(pattern, every);
    note(pattern, verdict);
    return verdict.isExponential() ? verdict.witness() : Optional.empty();
  }

  private void note(RegexPattern pattern, Backtracking verdict) {
    if (BacktrackingVerdicts.isBeyondLimits(pattern, verdict) && undecided.add(pattern)) {
      outcome.notices().add(BacktrackingVerdicts.notice(path, pattern, verdict));
    }
  }

  @Override
  public final JsonValue json(SourceText source) {
    return JsonReader.readCommented(source).root();
  }

  private boolean mayStillSpeak() {
    requireCheck();
    if (said[current] < Outcome.MOST_OF_A_RULE) {
      said[current]++;
      return true;
    }
    if (said[current] == Outcome.MOST_OF_A_RULE) {
      said[current]++;
      outcome.full(rules.facts(current), path);
    }
    return false;
  }

  @Override
  public final Project project() {
    return project;
  }

  @Override
  public final RuleOptions options() {
    requireCheck();
    return rules.options(current);
  }

  private void requireCheck() {
    if (current < 0) {
      throw new IllegalStateException("a context is valid during the callback only");
    }
  }
}
