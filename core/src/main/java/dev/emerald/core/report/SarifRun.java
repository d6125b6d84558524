package dev.emerald.core.report;

import dev.emerald.core.analysis.SuppressedFinding;
import dev.emerald.core.report.ReportedRun.Placed;
import dev.emerald.core.report.ReportedRun.Silenced;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one run of a SARIF log being written. Numbers in comments are sections of the standard. */
final class SarifRun {

  /** What relative URIs are relative to; left to the reader to resolve (3.14.14). */
  static final String BASE = "%SRCROOT%";

  private static final String FINGERPRINT = "emerald/v1";

  private final JsonText json;
  private final ReportedRun run;
  private final String version;
  private final List<Notice> notices;
  private final List<NoticeKind> kinds;
  private final List<RuleFacts> rules;
  private final Map<String, Integer> ruleIndex = new HashMap<>();

  SarifRun(JsonText json, ReportedRun run, String version) {
    this.json = json;
    this.run = run;
    this.version = version;
    this.notices = run.notices();
    this.kinds = notices.stream().map(Notice::kind).distinct().sorted().toList();
    this.rules = List.copyOf(run.rules().values());
    for (RuleFacts rule : rules) {
      ruleIndex.put(rule.id(), ruleIndex.size());
    }
  }

  void write() {
    json.object("tool", () -> json.object("driver", this::driver));
    json.objects("invocations", List.of(run), one -> invocation());
    json.object(
        "originalUriBaseIds",
        () ->
            json.object(
                BASE,
                () ->
                    json.object(
                        "description",
                        () ->
                            json.string("text", "The folder that the analysis was started in."))));
    json.string("columnKind", "utf16CodeUnits");
    json.objects("results", results(), result -> result(result.placed(), result.suppressed()));
    json.object(
        "properties",
        () -> json.objects("roadmap", run.projects(), project -> roadmap(json, project)));
  }

  private static void roadmap(JsonText json, ReportedProject project) {
    json.string("path", project.path());
    RoadmapJson.items(json, "items", project, project.report().roadmap());
  }

  /** A finding; not null {@code suppressed} if it is silenced. */
  private record Result(Placed placed, @Nullable SuppressedFinding suppressed) {}

  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (Placed placed : run.findings()) {
      results.add(new Result(placed, null));
    }
    for (Silenced silenced : run.suppressed()) {
      SuppressedFinding suppressed = silenced.suppressed();
      results.add(new Result(new Placed(silenced.project(), suppressed.finding()), suppressed));
    }
    return results;
  }

  private void driver() {
    json.string("name", "Emerald")
        .string("version", version)
        .objects("rules", rules, rule -> new SarifRule(json, rule).write())
        .objects("notifications", kinds, this::notificationDescriptor);
  }

  private void notificationDescriptor(NoticeKind kind) {
    json.string("id", kind.name())
        .object(
            "defaultConfiguration", () -> json.string("level", kind.gap() ? "warning" : "note"));
  }

  private void invocation() {
    boolean cancelled = notices.stream().anyMatch(n -> n.kind() == NoticeKind.CANCELLED);
    json.truth("executionSuccessful", !cancelled)
        .objects("toolExecutionNotifications", notices, this::notification);
  }

  private void notification(Notice notice) {
    json.object(
            "descriptor",
            () ->
                json.string("id", notice.kind().name())
                    .number("index", kinds.indexOf(notice.kind())))
        .string("level", notice.gap() ? "warning" : "note")
        .object("message", () -> json.string("text", SarifRule.plain(notice.message())));
    if (notice.path().isPresent()) {
      json.objects("locations", List.of(notice), this::place);
    }
  }

  private void place(Notice notice) {
    json.object(
        "physicalLocation",
        () -> {
          artifact(notice.path().orElseThrow());
          if (notice.line().isPresent()) {
            json.object("region", () -> json.number("startLine", notice.line().getAsInt()));
          }
        });
  }

  private void result(Placed placed, @Nullable SuppressedFinding suppressed) {
    Finding finding = placed.finding();
    json.string("ruleId", finding.ruleId());
    Integer index = ruleIndex.get(finding.ruleId());
    if (index != null) {
      json.number("ruleIndex", index);
    }
    json.string("level", SarifRule.level(finding.severity()))
        .object("message", () -> json.string("text", SarifRule.plain(finding.message())))
        .objects("locations", List.of(finding), one -> location(placed, one.location()))
        .object("partialFingerprints", () -> json.string(FINGERPRINT, finding.fingerprint()));
    if (!finding.trace().isEmpty()) {
      codeFlows(placed);
    }
    if (!finding.fixes().isEmpty()) {
      json.objects("fixes", finding.fixes(), fix -> fix(placed, fix));
    }
    if (suppressed != null) {
      json.objects("suppressions", List.of(suppressed), one -> suppression(placed, one));
    }
    json.object(
        "properties",
        () ->
            json.string("severity", finding.severity().label())
                .string("confidence", finding.confidence().label()));
  }

  /** The trace, and at its end the finding itself, since viewers show the flow alone (3.36). */
  private void codeFlows(Placed placed) {
    Finding finding = placed.finding();
    List<Step> steps = new ArrayList<>(finding.trace());
    if (!steps.get(steps.size() - 1).location().equals(finding.location())) {
      steps.add(new Step(finding.location(), finding.message()));
    }
    json.objects(
        "codeFlows",
        List.of(steps),
        flow ->
            json.objects(
                "threadFlows",
                List.of(flow),
                thread ->
                    json.objects(
                        "locations",
                        thread,
                        step -> json.object("location", () -> step(placed, step)))));
  }

  private void step(Placed placed, Step step) {
    location(placed, step.location());
    json.object("message", () -> json.string("text", SarifRule.plain(step.note())));
  }

  /** One change for each file, with its replacements (3.55 to 3.57). */
  private void fix(Placed placed, Fix fix) {
    json.object("description", () -> json.string("text", SarifRule.plain(fix.title())))
        .objects(
            "artifactChanges",
            fix.paths(),
            path -> {
              artifact(placed.project().pathOf(path));
              json.objects(
                  "replacements",
                  fix.edits().stream().filter(e -> e.location().path().equals(path)).toList(),
                  edit -> {
                    json.object("deletedRegion", () -> region(edit.location()));
                    json.object("insertedContent", () -> json.string("text", edit.replacement()));
                  });
            });
  }

  private void suppression(Placed placed, SuppressedFinding suppressed) {
    json.string("kind", suppressed.by() == SuppressedFinding.By.COMMENT ? "inSource" : "external");
    if (!suppressed.reason().isEmpty()) {
      json.string("justification", suppressed.reason());
    }
    suppressed.location().ifPresent(at -> json.object("location", () -> location(placed, at)));
  }

  private void location(Placed placed, Location at) {
    json.object(
        "physicalLocation",
        () -> {
          artifact(placed.project().pathOf(at.path()));
          json.object("region", () -> region(at));
        });
  }

  private void region(Location at) {
    json.number("startLine", at.start().line())
        .number("startColumn", at.start().column())
        .number("endLine", at.end().line())
        .number("endColumn", at.end().column());
  }

  private void artifact(String path) {
    json.object(
        "artifactLocation",
        () -> {
          json.string("uri", UriPath.of(path));
          if (!UriPath.isAbsolute(path)) {
            json.string("uriBaseId", BASE);
          }
        });
  }
}
