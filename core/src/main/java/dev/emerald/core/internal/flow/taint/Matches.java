package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.taint.FlowStep.What;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of outsiders that are matched with regular expressions for which some texts take long. Only
 * expressions that such a text reaches are looked at. An expression is reported once a file, where
 * it is used first; where a match may be with one of several, each that is slow is reported where
 * it stands.
 */
final class Matches {

  private static final String POLYNOMIAL = "polynomial-match";
  private static final String EXPONENTIAL = "exponential-match";

  /**
   * A parameter that is an error: its text is written by what failed, a driver or the engine, and
   * callers of a package do not give it.
   */
  private static final Pattern ERROR =
      Pattern.compile("_?(?:e|er|err|ex|exc|error|exception|\\w+(?:Err|Error|Exception))_?");

  private static final int RECEIVER = -1;

  private final Tabulation all;
  private final Program program;
  private final BacktrackingVerdicts verdicts;
  private final int remote;
  private final int exponential;
  private final List<Notice> notices = new ArrayList<>();
  private final Set<RegexPattern> undecided = new HashSet<>();

  Matches(Tabulation all, FlowModels models, BacktrackingVerdicts verdicts) {
    this.all = all;
    this.program = all.program;
    this.verdicts = verdicts;
    this.remote = models.origins().indexOf("remote");
    this.exponential = models.kinds().indexOf(EXPONENTIAL);
  }

  /** The kinds of sinks, by number, that somebody asks for. */
  static long kinds(List<String> names) {
    long kinds = 0;
    for (String kind : List.of(POLYNOMIAL, EXPONENTIAL)) {
      int number = names.indexOf(kind);
      kinds |= number < 0 ? 0 : 1L << number;
    }
    return kinds;
  }

  /**
   * A text that reaches an expression that may be slow for it.
   *
   * @param atUse whether the use is reported; else the expression where it stands
   * @param alone whether no other expression is slow at the use
   */
  private record Match(
      Hits.Hit hit,
      int regex,
      RegexPattern pattern,
      Backtracking verdict,
      boolean every,
      boolean atUse,
      boolean alone) {}

  /**
   * The value of a call that is a regular expression, if the operand at a position is the text that
   * is matched with it; else -1.
   *
   * @param position the index of an argument; -1 for the receiver
   */
  static int regex(Body body, int call, @Nullable String method, int position) {
    if (method == null || body.op(call) != Op.CALL) {
      return -1;
    }
    return switch (method) {
      case "test", "exec" -> position == 0 ? body.b(call) : -1;
      case "match", "matchAll", "replace", "replaceAll", "search", "split" ->
          position == RECEIVER && body.listSize(body.c(call)) > 0
              ? body.listAt(body.c(call), 0)
              : -1;
      default -> -1;
    };
  }

  /** Whether a match is followed by a search for the next one. */
  private static boolean searchesOn(String method, RegexPattern pattern) {
    return switch (method) {
      case "split" -> true;
      case "test", "search" -> false;
      default -> pattern.flags().global();
    };
  }

  /** What could not be decided. */
  List<Notice> notices() {
    return notices;
  }

  /** The flows that hits of this kind are the ends of. */
  List<Flow> flows(List<Hits.Hit> hits, Trace trace) {
    List<Match> matches = new ArrayList<>();
    for (Hits.Hit hit : hits) {
      addMatches(hit, matches);
    }
    matches.sort(
        Comparator.comparing((Match each) -> each.hit().origin() != remote)
            .thenComparing(each -> each.hit().guess())
            .thenComparing(each -> program.flowOf(place(each)).path())
            .thenComparingInt(this::start));
    Map<String, Match> first = new HashMap<>();
    List<Flow> flows = new ArrayList<>();
    for (Match each : matches) {
      String key = program.flowOf(place(each)).path() + "\n" + each.pattern().source();
      if (first.putIfAbsent(key, each) == null) {
        flows.add(flow(each, trace));
      }
    }
    return flows;
  }

  /** The function with the place that is reported. */
  private int place(Match match) {
    return program.functionOf(match.atUse() ? match.hit().call() : match.regex());
  }

  private int start(Match match) {
    int value = match.atUse() ? match.hit().call() : match.regex();
    return program.body(place(match)).start(local(value));
  }

  private int local(int value) {
    return value - program.base(program.functionOf(value));
  }

  private void addMatches(Hits.Hit hit, List<Match> matches) {
    int function = program.functionOf(hit.call());
    Body body = program.body(function);
    int call = local(hit.call());
    String method = CallTransfer.method(program.flowOf(function), body, call);
    int operand = regex(body, call, method, hit.argument());
    if (method == null || operand < 0) {
      return;
    }
    IntList regexes = new IntList(2);
    Things things = all.types.things();
    for (int thing : all.types.of(program.base(function) + operand)) {
      if (things.kind(thing) == Things.Kind.REGEX) {
        regexes.add(things.subject(thing));
      }
    }
    long state = all.marks.taint(all.facts.mark(hit.fact())).state();
    List<Match> slow = new ArrayList<>();
    for (int i = 0; i < regexes.size(); i++) {
      int regex = regexes.get(i);
      RegexPattern pattern = pattern(regex);
      boolean every = searchesOn(method, pattern);
      Backtracking verdict = verdicts.of(pattern, every);
      note(regex, pattern, verdict);
      BacktrackingWitness witness = verdict.witness().orElse(null);
      if (witness != null && States.mayHold(state, witness.pump())) {
        slow.add(new Match(hit, regex, pattern, verdict, every, true, true));
      }
    }
    boolean atUse = slow.size() == regexes.size();
    for (Match each : slow) {
      if (each.verdict().isExponential() == (hit.kind() == exponential)) {
        matches.add(
            new Match(
                each.hit(),
                each.regex(),
                each.pattern(),
                each.verdict(),
                each.every(),
                atUse,
                slow.size() == 1));
      }
    }
  }

  private RegexPattern pattern(int regex) {
    int function = program.functionOf(regex);
    return program.flowOf(function).regex(program.body(function).a(local(regex)));
  }

  private void note(int regex, RegexPattern pattern, Backtracking verdict) {
    if (BacktrackingVerdicts.isBeyondLimits(pattern, verdict) && undecided.add(pattern)) {
      String path = program.flowOf(program.functionOf(regex)).path();
      notices.add(BacktrackingVerdicts.notice(path, pattern, verdict));
    }
  }

  private Flow flow(Match match, Trace trace) {
    Flow plain = trace.flow(match.hit());
    List<FlowStep> steps = new ArrayList<>(plain.steps());
    FlowStep use = steps.remove(steps.size() - 1);
    FlowStep pattern = step(match.regex(), What.PATTERN);
    String growth = growth(match.verdict());
    if (match.atUse()) {
      if (!use.path().equals(pattern.path())
          || pattern.start() < use.start()
          || pattern.end() > use.end()) {
        steps.add(pattern);
      }
      steps.add(use.named(growth));
    } else {
      steps.add(use);
      steps.add(pattern.named(growth));
    }
    // What is said of a use with several is not put right by mending one.
    Flow.SlowRegex slow =
        match.atUse() && !match.alone()
            ? null
            : new Flow.SlowRegex(pattern, match.pattern(), match.every());
    boolean ofError =
        match.hit().origin() != remote && ERROR.matcher(plain.start().name()).matches();
    return plain.with(List.copyOf(steps), slow, ofError);
  }

  private FlowStep step(int value, What what) {
    int function = program.functionOf(value);
    Body body = program.body(function);
    int v = local(value);
    return new FlowStep(program.flowOf(function).path(), body.start(v), body.end(v), what, "");
  }

  private static String growth(Backtracking verdict) {
    String summary = verdict.witness().map(BacktrackingWitness::summary).orElse("");
    return verdict.isExponential() ? summary : "as n^" + verdict.degree() + ", " + summary;
  }
}
