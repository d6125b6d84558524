package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.engine.Said.Pending;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.Flow;
import dev.emerald.core.internal.flow.taint.FlowAnalysis;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of flows: each query of a rule takes those that it asks for, one for each sink,
 * the best source first; of several that have one cause, those that do the most.
 */
final class FlowFindings {

  /** Origins by how freely outsiders set what comes from them. */
  private static final List<String> RANK =
      List.of("remote", "client", "queue", "llm", "archive", "library", "stored", "cli", "env");

  /** How the step begins that tells of another place of a value. */
  static final String SAME_VALUE = "the same value ";

  /** How many other places of a value a finding names. */
  private static final int MOST_OTHERS = 8;

  private final FlowModels models;
  private final RuleSet rules;
  private final Function<Location, FilePlan> plans;
  private final FlowText words;
  private final Said.Contexts contexts;
  private final Function<Flow.SlowRegex, @Nullable Fix> fixes;
  private final InstalledVersions versions;
  private final Defused defused;
  private final List<Silence> silences = new ArrayList<>();

  /** What rules have nothing to add at a place to what another one says, or a part of their own. */
  private record Silence(int rule, Location at, int by, Confidence sure) {}

  FlowFindings(
      FlowModels models,
      RuleSet rules,
      Function<Location, FilePlan> plans,
      FlowText words,
      Said.Contexts contexts,
      Function<Flow.SlowRegex, @Nullable Fix> fixes,
      InstalledVersions versions,
      Defused defused) {
    this.models = models;
    this.rules = rules;
    this.plans = plans;
    this.words = words;
    this.contexts = contexts;
    this.fixes = fixes;
    this.versions = versions;
    this.defused = defused;
  }

  /** The findings, by place and rule. */
  List<Pending> of(List<Flow> flows) {
    Map<String, Told> best = new TreeMap<>();
    for (Flow flow : flows) {
      Location at = words.at(flow.place());
      for (FlowModels.Query query : models.queries()) {
        if (isAsked(flow, query) && plans.apply(at).isOn(query.rule())) {
          Told told = new Told(flow, query, at);
          String key = query.rule() + "\n" + at.path() + "\n" + at.span();
          best.merge(key, told, this::better);
        }
      }
    }
    List<Pending> findings = new ArrayList<>();
    for (Told each : Told.byCause(best.values(), Comparator.comparing(this::confidence))) {
      findings.add(finding(each));
    }
    findings.sort(Comparator.comparing(Pending::location).thenComparingInt(Pending::rule));
    return findings.stream().filter(each -> !isSaid(each)).toList();
  }

  /**
   * Takes note of sinks that data comes to without doing harm: of what is known to be harmless,
   * rules that report every use of the API have nothing to add.
   */
  void harmless(List<FlowAnalysis.Harmless> sinks) {
    for (FlowAnalysis.Harmless each : sinks) {
      for (FlowModels.Query query : models.queries()) {
        if ((query.kinds() >>> each.kind() & 1) == 1
            && (query.origins() >>> each.origin() & 1) == 1
            && !query.asked().silenced().isEmpty()) {
          silence(query, words.at(each.sink()), Confidence.HIGH);
        }
      }
    }
  }

  private void silence(FlowModels.Query by, Location at, Confidence sure) {
    for (String id : by.asked().silenced()) {
      RuleEntry rule = rules.named(id).orElse(null);
      if (rule != null) {
        silences.add(new Silence(rule.number(), at, by.rule(), sure));
      }
    }
  }

  /** Whether a flow that is as sure says all that another flow has to say. */
  private boolean isSaid(Pending finding) {
    Confidence own = finding.problem().confidence().orElse(Confidence.HIGH);
    for (Silence silence : silences) {
      if (silence.rule() == finding.rule()
          && silence.by() != finding.rule()
          && silence.sure().compareTo(own) >= 0
          && meets(silence.at(), finding.location())) {
        return true;
      }
    }
    return false;
  }

  /** What others said, without what has nothing to add to the findings. */
  List<Pending> withoutSilenced(List<Pending> others) {
    if (silences.isEmpty()) {
      return others;
    }
    List<Pending> left = new ArrayList<>(others.size());
    for (Pending each : others) {
      boolean silent = false;
      for (Silence silence : silences) {
        silent |= silence.rule() == each.rule() && meets(silence.at(), each.location());
      }
      if (!silent) {
        left.add(each);
      }
    }
    return left;
  }

  private static boolean meets(Location one, Location other) {
    return one.path().equals(other.path())
        && (one.span().contains(other.span()) || other.span().contains(one.span()))
        && one.start().line() == other.start().line();
  }

  private boolean isAsked(Flow flow, FlowModels.Query query) {
    if ((query.kinds() >>> flow.kind() & 1) == 0 || (query.origins() >>> flow.origin() & 1) == 0) {
      return false;
    }
    return !isIntended(flow, query.asked())
        && !isDefused(flow, query.asked())
        && versions.has(flow.sink(), query.asked().installed()) != InstalledVersions.Answer.NO;
  }

  /** Whether middleware makes the data harmless before any handler sees it. */
  boolean isDefused(Flow flow, TaintQuery asked) {
    return !asked.defusing().isEmpty() && defused.has(asked, origin(flow), words.at(flow.start()));
  }

  /** Whether a caller of a library gives the value for this very sink. */
  boolean isIntended(Flow flow, TaintQuery asked) {
    String parameter = flow.parameter();
    if (parameter == null || flow.composed() || !origin(flow).equals("library")) {
      return false;
    }
    String name = parameter.toLowerCase(Locale.ROOT);
    for (String meant : asked.intended()) {
      String word = meant.toLowerCase(Locale.ROOT);
      boolean ends =
          name.endsWith("_" + word)
              || name.endsWith(word)
                  && Character.isUpperCase(parameter.charAt(parameter.length() - word.length()));
      if (name.equals(word) || ends) {
        return true;
      }
    }
    return false;
  }

  private Told better(Told one, Told other) {
    return Comparator.comparing((Told c) -> confidence(c), Comparator.reverseOrder())
                .thenComparingInt(c -> rank(c.flow()))
                .thenComparingInt(c -> c.flow().steps().size())
                .compare(one, other)
            <= 0
        ? one
        : other;
  }

  private int rank(Flow flow) {
    int rank = RANK.indexOf(origin(flow));
    return rank < 0 ? RANK.size() : rank;
  }

  private String origin(Flow flow) {
    return models.origins().get(flow.origin());
  }

  private Confidence confidence(Told each) {
    return confidence(each.flow(), each.query());
  }

  /** How sure a flow is as an answer to a query. */
  Confidence confidence(Flow flow, FlowModels.Query query) {
    TaintQuery asked = query.asked();
    String origin = origin(flow);
    boolean doubtful =
        flow.weak()
            || flow.metadata()
            || versions.has(flow.sink(), asked.installed()) == InstalledVersions.Answer.UNKNOWN
            || asked.doubtful().contains(origin)
            || asked.composed().contains(origin) && !flow.composed();
    if (doubtful) {
      return Confidence.LOW;
    }
    Confidence own = rules.entries().get(query.rule()).facts().confidence();
    if (!flow.guess()) {
      return own;
    }
    return own == Confidence.HIGH ? Confidence.MEDIUM : Confidence.LOW;
  }

  private Pending finding(Told each) {
    Flow flow = each.flow();
    TaintQuery asked = each.query().asked();
    Confidence sure = confidence(each);
    Problem problem = Problem.at(each.at(), message(flow, asked)).withConfidence(sure);
    List<FlowStep> steps = flow.steps();
    for (FlowStep step : steps) {
      if (step.equals(steps.get(steps.size() - 1))) {
        problem = withOthers(problem, each);
      }
      problem = problem.withStep(words.at(step), words.note(flow.origin(), flow.start(), step));
      if (step.what() == FlowStep.What.PATTERN) {
        silence(each.query(), words.at(step), sure);
      }
    }
    silence(each.query(), each.at(), sure);
    silence(each.query(), words.at(flow.end()), sure);
    Fix fix = flow.slow() == null ? null : fixes.apply(flow.slow());
    problem = fix == null ? problem : problem.withFix(fix);
    return new Pending(
        each.query().rule(),
        problem,
        plans.apply(each.at()),
        contexts.of(each.at().path(), each.at().span()),
        asked.lower().contains(origin(flow)));
  }

  /** The problem with the other places that the same value gets to. */
  private Problem withOthers(Problem problem, Told told) {
    Problem with = problem;
    List<Told> others = told.others();
    for (int i = 0; i < others.size(); i++) {
      Told other = others.get(i);
      FlowStep place = other.flow().place();
      if (i < MOST_OTHERS) {
        String note = words.note(other.flow().origin(), other.flow().start(), place);
        with = with.withStep(other.at(), SAME_VALUE + note);
      }
      silence(other.query(), other.at(), confidence(other));
      silence(other.query(), words.at(other.flow().end()), confidence(other));
    }
    return with;
  }

  private String message(Flow flow, TaintQuery asked) {
    FlowStep end = flow.end();
    String sink = words.target(sink(flow));
    String open = end.what() == FlowStep.What.PROPERTY ? "" : end.name();
    return asked
            .message()
            .replace("{source}", words.source(flow.start()))
            .replace("{sink}", sink.isEmpty() ? flow.sink() : "`" + sink + "`")
        + (open.isEmpty() ? "" : ": " + open);
  }

  /** Where the data does harm, which need not be what is reported. */
  private static FlowStep sink(Flow flow) {
    List<FlowStep> steps = flow.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).what() == FlowStep.What.SINK) {
        return steps.get(i);
      }
    }
    return flow.end();
  }
}
