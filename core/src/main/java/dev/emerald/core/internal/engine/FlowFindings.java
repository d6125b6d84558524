package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.engine.Said.Pending;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.Flow;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final int MOST_TEXT = 60;

  private final FlowModels models;
  private final RuleSet rules;
  private final Function<Location, FilePlan> plans;
  private final ProjectFiles files;
  private final Said.Contexts contexts;
  private final Map<String, SourceText> texts = new HashMap<>();
  private final List<Silence> silences = new ArrayList<>();

  /** What rules have nothing to add at a place. */
  private record Silence(int rule, Location at) {}

  private record Candidate(Flow flow, FlowModels.Query query, Location at) {}

  FlowFindings(
      FlowModels models,
      RuleSet rules,
      Function<Location, FilePlan> plans,
      ProjectFiles files,
      Said.Contexts contexts) {
    this.models = models;
    this.rules = rules;
    this.plans = plans;
    this.files = files;
    this.contexts = contexts;
  }

  /** The findings, by place and rule. */
  List<Pending> of(List<Flow> flows) {
    Map<String, Candidate> best = new TreeMap<>();
    for (Flow flow : flows) {
      FlowStep end = flow.end();
      Location at = text(end.path()).location(end.start(), end.end());
      for (FlowModels.Query query : models.queries()) {
        if (isAsked(flow, query) && plans.apply(at).isOn(query.rule())) {
          Candidate candidate = new Candidate(flow, query, at);
          String key = query.rule() + "\n" + at.path() + "\n" + at.span();
          best.merge(key, candidate, this::better);
        }
      }
    }
    Map<String, Boolean> causes = new HashMap<>();
    for (Candidate each : best.values()) {
      causes.merge(
          each.query().rule() + "\n" + each.flow().group(),
          !each.flow().metadata(),
          Boolean::logicalOr);
    }
    List<Pending> findings = new ArrayList<>();
    for (Candidate each : best.values()) {
      String cause = each.query().rule() + "\n" + each.flow().group();
      if (!each.flow().metadata() || !causes.getOrDefault(cause, false)) {
        findings.add(finding(each));
      }
    }
    findings.sort(Comparator.comparing(Pending::location).thenComparingInt(Pending::rule));
    return findings;
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
    return !isIntended(flow, query.asked());
  }

  /** Whether a caller of a library gives the value for this very sink. */
  private boolean isIntended(Flow flow, TaintQuery asked) {
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

  private Candidate better(Candidate one, Candidate other) {
    return Comparator.comparing((Candidate c) -> confidence(c), Comparator.reverseOrder())
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

  private Confidence confidence(Candidate each) {
    Flow flow = each.flow();
    TaintQuery asked = each.query().asked();
    String origin = origin(flow);
    boolean doubtful =
        flow.weak()
            || flow.metadata()
            || asked.doubtful().contains(origin)
            || asked.composed().contains(origin) && !flow.composed();
    if (doubtful) {
      return Confidence.LOW;
    }
    Confidence own = rules.entries().get(each.query().rule()).facts().confidence();
    if (!flow.guess()) {
      return own;
    }
    return own == Confidence.HIGH ? Confidence.MEDIUM : Confidence.LOW;
  }

  private Pending finding(Candidate each) {
    Flow flow = each.flow();
    TaintQuery asked = each.query().asked();
    Problem problem = Problem.at(each.at(), message(flow, asked)).withConfidence(confidence(each));
    for (FlowStep step : flow.steps()) {
      Location at = text(step.path()).location(step.start(), step.end());
      problem = problem.withStep(at, note(flow, step));
    }
    for (String id : asked.silenced()) {
      RuleEntry rule = rules.named(id).orElse(null);
      if (rule != null) {
        silences.add(new Silence(rule.number(), each.at()));
        for (FlowStep step : flow.steps()) {
          if (step.what() == FlowStep.What.PATTERN) {
            Location at = text(step.path()).location(step.start(), step.end());
            silences.add(new Silence(rule.number(), at));
          }
        }
      }
    }
    return new Pending(
        each.query().rule(),
        problem,
        plans.apply(each.at()),
        contexts.of(each.at().path(), each.at().span()),
        asked.lower().contains(origin(flow)));
  }

  private String message(Flow flow, TaintQuery asked) {
    FlowStep end = flow.end();
    String sink = words(sink(flow));
    String open = end.what() == FlowStep.What.PROPERTY ? "" : end.name();
    return asked
            .message()
            .replace("{source}", source(flow))
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

  /** What the sink is in the code's own words. */
  private String words(FlowStep end) {
    return switch (end.what()) {
      case WRITE -> written(code(end));
      case OUTPUT -> code(end);
      case PROPERTY -> {
        String target = written(wholeCode(end));
        // A property of an object literal is known by its name.
        yield target.endsWith(end.name()) ? shortened(target) : end.name();
      }
      default -> called(end);
    };
  }

  private String source(Flow flow) {
    FlowStep start = flow.start();
    String name = start.name();
    return name.isEmpty() ? "`" + code(start) + "`" : "the parameter `" + name + "`";
  }

  private String note(Flow flow, FlowStep step) {
    return switch (step.what()) {
      case SOURCE ->
          switch (origin(flow)) {
            case "remote" -> source(flow) + " comes with a request";
            case "library" -> source(flow) + " is what callers of the package give";
            case "cli" -> source(flow) + " comes from the command line";
            case "env" -> source(flow) + " comes from the environment";
            default -> source(flow) + " comes from outside (" + origin(flow) + ")";
          };
      case PARAMETER ->
          step.name().isEmpty() ? "given to a function" : "given as `" + step.name() + "`";
      case VALUE -> "becomes part of `" + code(step) + "`";
      case RETURNED -> "comes back from `" + called(step) + "`";
      case STORED -> "is kept";
      case READ -> "is the key of `" + code(step) + "`, what all objects inherit for `__proto__`";
      case WRITE ->
          "`"
              + written(code(step))
              + "` is written"
              + (step.name().isEmpty() ? "" : "; " + step.name());
      case PATTERN -> "is matched with `" + code(step) + "`";
      case OUTPUT -> "is put out by `" + code(step) + "`";
      case SINK, PROPERTY -> "reaches `" + words(step) + "`";
    };
  }

  private String code(FlowStep step) {
    return shortened(wholeCode(step));
  }

  private String wholeCode(FlowStep step) {
    SourceText text = text(step.path());
    int end = Math.min(step.end(), text.length());
    return text.slice(Math.min(step.start(), end), end).strip().replaceAll("\\s+", " ");
  }

  private static String shortened(String code) {
    return code.length() <= MOST_TEXT ? code : code.substring(0, MOST_TEXT - 1) + "…";
  }

  private String called(FlowStep step) {
    String code = wholeCode(step);
    boolean quoted = !code.isEmpty() && "/'\"`".indexOf(code.charAt(0)) >= 0;
    return shortened(quoted ? callee(code) : written(code));
  }

  /** What is assigned to, without the value. */
  private static String written(String code) {
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == '=' && depth == 0) {
        return code.substring(0, i).strip();
      }
    }
    return callee(code);
  }

  /** What is called, without its arguments. */
  private static String callee(String code) {
    int depth = 0;
    for (int i = code.length() - 1; i > 0; i--) {
      char c = code.charAt(i);
      depth += c == ')' ? 1 : 0;
      if (c == '(' && --depth == 0) {
        return code.substring(0, i);
      }
    }
    int open = code.indexOf('(');
    return open > 0 ? code.substring(0, open) : code;
  }

  private SourceText text(String path) {
    return texts.computeIfAbsent(path, this::read);
  }

  private SourceText read(String path) {
    @Nullable SourceText text =
        files
            .source(path)
            .map(source -> files.read(source, failure -> {}))
            .orElseGet(() -> files.read(path, failure -> {}))
            .orElse(null);
    return text == null ? SourceText.of(path, "") : text;
  }
}
