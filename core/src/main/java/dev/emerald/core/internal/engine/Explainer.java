package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.Explanation.Answer;
import dev.emerald.core.analysis.Explanation.Outcome;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.analysis.SuppressedFinding;
import dev.emerald.core.internal.config.RulePlan;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.files.LeftOutReason;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.TestFiles;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.Flow;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.core.internal.flow.taint.Verdict;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into words why a rule does or does not report something at a line. */
final class Explainer {

  private final FlowModels models;
  private final RulePlan plan;
  private final @Nullable ProjectFiles files;
  private final Report report;
  private final List<Verdict> verdicts;
  private final InstalledVersions installed;
  private final Defused defusing;

  /**
   * @param files null if there are none, since the input could not be opened
   */
  Explainer(
      FlowModels models,
      RulePlan plan,
      @Nullable ProjectFiles files,
      Report report,
      List<Verdict> verdicts,
      InstalledVersions installed,
      Defused defusing) {
    this.models = models;
    this.plan = plan;
    this.files = files;
    this.report = report;
    this.verdicts = verdicts;
    this.installed = installed;
    this.defusing = defusing;
  }

  Explanation explain(RuleEntry rule, String path, int line) {
    String id = rule.facts().id();
    List<Answer> answers = new ArrayList<>(found(id, path, line));
    answers.addAll(elsewhere(id, path, line));
    ProjectFiles listed = files;
    if (answers.isEmpty()) {
      String gap = listed == null ? "the input could not be read" : gap(listed, rule, path, line);
      if (gap != null) {
        answers.add(new Answer(Outcome.NOT_ANALYSED, gap, List.of()));
      }
    }
    if (listed != null && answers.stream().allMatch(Explainer::isLead)) {
      FlowText words = new FlowText(models, listed);
      Set<Answer> more = new LinkedHashSet<>();
      for (Verdict verdict : verdicts) {
        if (verdict.outcome() != Verdict.Outcome.REACHED || answers.isEmpty()) {
          more.add(new Told(words, rule, verdict).answer());
        }
      }
      answers.addAll(more);
    }
    if (answers.isEmpty()) {
      answers.add(nothing(rule));
    }
    answers.sort(Comparator.comparing(Answer::outcome));
    return new Explanation(id, path, line, answers);
  }

  private static boolean isLead(Answer answer) {
    return switch (answer.outcome()) {
      case REPORTED, REPORTED_ELSEWHERE, NOT_SHOWN -> true;
      default -> false;
    };
  }

  private List<Answer> found(String id, String path, int line) {
    List<Answer> answers = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (isThere(finding, id, path, line)) {
        answers.add(new Answer(Outcome.REPORTED, finding.message(), steps(finding)));
      }
    }
    for (SuppressedFinding each : report.suppressed()) {
      if (isThere(each.finding(), id, path, line)) {
        String by =
            each.by() == SuppressedFinding.By.COMMENT ? "a comment" : "an entry of a configuration";
        String where = each.location().map(at -> " at " + at).orElse("");
        String message = each.finding().message() + "; silenced by " + by + where;
        answers.add(new Answer(Outcome.NOT_SHOWN, message, steps(each.finding())));
      }
    }
    return answers;
  }

  private static boolean isThere(Finding finding, String id, String path, int line) {
    return finding.ruleId().equals(id) && covers(finding.location(), path, line);
  }

  private static boolean covers(Location at, String path, int line) {
    return at.path().equals(path) && at.start().line() <= line && at.end().line() >= line;
  }

  /** The findings at other places that tell of a sink in the line. */
  private List<Answer> elsewhere(String id, String path, int line) {
    List<Answer> answers = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (!finding.ruleId().equals(id) || isThere(finding, id, path, line)) {
        continue;
      }
      List<Step> trace = finding.trace();
      for (int i = 0; i < trace.size(); i++) {
        Step step = trace.get(i);
        boolean sink = i == trace.size() - 1 || step.note().startsWith(FlowFindings.SAME_VALUE);
        if (sink && covers(step.location(), path, line)) {
          String message = "part of the finding at " + finding.location() + ": ";
          answers.add(
              new Answer(Outcome.REPORTED_ELSEWHERE, message + finding.message(), steps(finding)));
          break;
        }
      }
    }
    return answers;
  }

  private static List<Step> steps(Finding finding) {
    return finding.trace().isEmpty()
        ? List.of(new Step(finding.location(), "found here"))
        : finding.trace();
  }

  /** Why nothing is known of the line; null if it was looked at. */
  private @Nullable String gap(ProjectFiles listed, RuleEntry rule, String path, int line) {
    if (!listed.exists(path)) {
      LeftOutReason around = listed.leftOut(path).orElse(null);
      return around == null
          ? "there is no file '" + path + "' in the input"
          : "the file is left out: " + around.label();
    }
    if (listed.source(path).isEmpty()) {
      LeftOutReason reason = listed.leftOut(path).orElse(null);
      return reason == null
          ? "the file is no JavaScript and no TypeScript"
          : "the file is left out: " + reason.label();
    }
    FlowText words = new FlowText(models, listed);
    int lines = words.text(path).lineCount();
    if (line > lines) {
      return "the file has " + lines + " lines and no line " + line;
    }
    if (!plan.forPath(path, TestFiles.isTest(path)).mayBeOn(rule.number())) {
      return "the rule is off for the file";
    }
    if (!plan.forPath(path, TestFiles.isTest(path)).isOn(rule.number())) {
      return TestFiles.isTest(path)
          ? "the rule is not about tests, and the file is one"
          : "the rule is about tests alone, and the file is none";
    }
    if (followsData(rule) && (TestFiles.isTest(path) || path.endsWith(".d.ts"))) {
      return "no data is followed in tests and declarations";
    }
    for (Notice notice : report.notices()) {
      if (path.equals(notice.path().orElse(null)) && notice.gap()) {
        return "of the file the report says: " + notice.message();
      }
    }
    return null;
  }

  private boolean followsData(RuleEntry rule) {
    return models.queries().stream().anyMatch(query -> query.rule() == rule.number());
  }

  private Answer nothing(RuleEntry rule) {
    if (!followsData(rule)) {
      String message =
          "the rule finds nothing in the line; it looks at the place itself and follows no data";
      return new Answer(Outcome.NOTHING_THERE, message, List.of());
    }
    Set<String> kinds = new LinkedHashSet<>();
    for (FlowModels.Query query : models.queries()) {
      if (query.rule() == rule.number()) {
        kinds.addAll(query.asked().kinds());
        query.asked().sinks().forEach(sink -> kinds.add(sink.api().toString()));
      }
    }
    String message = "nothing in the line is a sink of " + String.join(", ", kinds);
    return new Answer(Outcome.NOTHING_THERE, message, List.of());
  }

  /** What is to be said of a verdict. */
  private final class Told {

    private final FlowText words;
    private final RuleEntry rule;
    private final Verdict verdict;
    private final String sink;

    Told(FlowText words, RuleEntry rule, Verdict verdict) {
      this.words = words;
      this.rule = rule;
      this.verdict = verdict;
      this.sink = "`" + words.target(verdict.sink()) + "`";
    }

    Answer answer() {
      FlowStep stop = verdict.stop();
      String at = stop == null ? "what lies between" : "`" + words.code(stop) + "`";
      return switch (verdict.outcome()) {
        case REACHED -> reached();
        case GUARDED -> guarded();
        case HARMLESS ->
            answer(
                Outcome.STOPPED,
                at + " leaves nothing that does harm in " + sink + since(),
                "stops here");
        case STOPPED ->
            answer(
                Outcome.STOPPED,
                at + " passes nothing on that " + sink + " is given",
                "stops here");
        case PROPERTIES_ALONE ->
            answer(
                Outcome.STOPPED,
                "some properties of what " + sink + " is given are controlled, not what it reads",
                "");
        case NOT_MEANT ->
            answer(
                Outcome.NOT_ASKED,
                "data comes to "
                    + sink
                    + ", but not as a model asks for: such as with an option, composed, or at the"
                    + " start of a text",
                "");
        case OTHER_ORIGIN ->
            answer(
                Outcome.NOT_ASKED,
                "what comes to "
                    + sink
                    + " is of '"
                    + origin()
                    + "', which the rule does not ask for",
                "");
        case CONSTANT -> answer(Outcome.CONSTANT, sink + " is given nothing but constants", "");
        case NEVER_LABELLED ->
            answer(
                Outcome.NO_SOURCE,
                "what " + sink + " is given comes from where no model knows a source",
                "");
      };
    }

    private Answer guarded() {
      FlowStep condition = verdict.condition();
      String asked = condition == null ? "" : words.code(condition);
      String how = verdict.held() ? "holds" : "does not hold";
      String message =
          "where `" + asked + "` " + how + " nothing is left that does harm in " + sink;
      List<Step> steps = steps();
      if (condition != null) {
        steps.add(new Step(words.at(condition), "stops here: what comes on where this " + how));
      }
      steps.add(new Step(words.at(verdict.sink()), "the sink"));
      return new Answer(Outcome.STOPPED, message, steps);
    }

    private Answer reached() {
      Flow flow = verdict.flow();
      String why = "another finding at the same value says more";
      for (FlowModels.Query query : models.queries()) {
        if (flow == null || query.rule() != rule.number()) {
          continue;
        }
        FlowFindings findings =
            new FlowFindings(
                models,
                plan.rules(),
                at -> plan.forPath(at.path(), TestFiles.isTest(at.path())),
                words,
                (path, span) -> "",
                slow -> null,
                installed,
                defusing);
        if (findings.isIntended(flow, query.asked())) {
          why = "callers give `" + flow.parameter() + "` for this very purpose";
        } else if (findings.isDefused(flow, query.asked())) {
          why = "middleware of the application makes what requests bring harmless";
        } else if (installed.has(flow.sink(), query.asked().installed())
            == InstalledVersions.Answer.NO) {
          why = "the version that is installed keeps such data from doing harm";
        } else if (findings.confidence(flow, query) == Confidence.LOW) {
          why = "it rests on a guess, and such is shown under the profile audit alone";
        }
      }
      return answer(Outcome.NOT_SHOWN, "data reaches " + sink + ", but " + why, "");
    }

    private Answer answer(Outcome outcome, String message, String atStop) {
      List<Step> steps = steps();
      FlowStep stop = verdict.stop();
      if (stop != null && !atStop.isEmpty()) {
        steps.add(new Step(words.at(stop), atStop));
      }
      if (verdict.outcome() != Verdict.Outcome.REACHED) {
        steps.add(new Step(words.at(verdict.sink()), "the sink"));
      }
      return new Answer(outcome, message, steps);
    }

    /** The guard without which what stops it would not. */
    private String since() {
      FlowStep condition = verdict.condition();
      if (condition == null) {
        return "";
      }
      String line = ":" + words.at(condition).start().line();
      String how = verdict.held() ? " holds" : " does not hold";
      return ", as `" + words.code(condition) + "`" + how + " (" + condition.path() + line + ")";
    }

    private String origin() {
      return models.origins().get(verdict.origin());
    }

    private List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      for (FlowStep step : verdict.steps()) {
        String note =
            verdict.origin() < 0
                ? "comes from here"
                : words.note(verdict.origin(), verdict.steps().get(0), step);
        steps.add(new Step(words.at(step), note));
      }
      return steps;
    }
  }
}
