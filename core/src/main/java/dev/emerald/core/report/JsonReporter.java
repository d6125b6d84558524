package dev.emerald.core.report;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.report.ReportedRun.Placed;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.TextEdit;
import dev.emerald.spi.project.ProjectPackage.Mode;
import dev.emerald.spi.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One JSON document for programs: {@code docs/json-report.md} describes it. Within a version of the
 * schema members are only ever added; all members that the schema names are always there.
 */
public final class JsonReporter implements Reporter {

  /** The version of the schema that is written. */
  public static final int SCHEMA = 1;

  /** Writes schema {@value #SCHEMA}. */
  public JsonReporter() {}

  @Override
  public void write(List<ReportedProject> projects, Writer out) throws IOException {
    ReportedRun run = new ReportedRun(projects);
    JsonText.write(
        out,
        json ->
            json.number("schema", SCHEMA)
                .objects("projects", run.projects(), project -> project(json, project))
                .objects("findings", run.findings(), placed -> finding(json, placed))
                .objects("notices", run.notices(), notice -> notice(json, notice))
                .object("summary", () -> summary(json, run)));
  }

  private static void project(JsonText json, ReportedProject project) {
    json.string("path", project.path())
        .string("mode", label(mode(project.report())))
        .number("files", project.report().filesRead());
    RoadmapJson.items(json, "roadmap", project, project.report().roadmap());
  }

  private static void finding(JsonText json, Placed placed) {
    Finding finding = placed.finding();
    Location at = finding.location();
    json.string("ruleId", finding.ruleId())
        .string("severity", finding.severity().label())
        .string("confidence", finding.confidence().label())
        .string("message", finding.message())
        .string("path", placed.path())
        .number("startLine", at.start().line())
        .number("startColumn", at.start().column())
        .number("endLine", at.end().line())
        .number("endColumn", at.end().column())
        .string("fingerprint", finding.fingerprint())
        .objects(
            "trace",
            finding.trace(),
            step ->
                json.string("path", placed.project().pathOf(step.location().path()))
                    .number("line", step.location().start().line())
                    .number("column", step.location().start().column())
                    .string("note", step.note()))
        .objects(
            "fixes",
            finding.fixes(),
            fix ->
                json.string("title", fix.title())
                    .objects("edits", fix.edits(), edit -> edit(json, placed, edit)));
  }

  private static void edit(JsonText json, Placed placed, TextEdit edit) {
    Location at = edit.location();
    json.string("path", placed.project().pathOf(at.path()))
        .number("start", at.span().start())
        .number("end", at.span().end())
        .number("startLine", at.start().line())
        .number("startColumn", at.start().column())
        .number("endLine", at.end().line())
        .number("endColumn", at.end().column())
        .string("replacement", edit.replacement());
  }

  private static void notice(JsonText json, Notice notice) {
    json.string("kind", notice.kind().name())
        .string("message", notice.message())
        .string("path", notice.path().orElse(null));
    if (notice.line().isPresent()) {
      json.number("line", notice.line().getAsInt());
    } else {
      json.absent("line");
    }
    json.truth("gap", notice.gap());
  }

  private static void summary(JsonText json, ReportedRun run) {
    List<Notice> notices = run.notices();
    json.number("findings", run.findings().size())
        .object(
            "severities",
            () -> run.severities().forEach((severity, n) -> json.number(severity.label(), n)))
        .number("suppressed", run.suppressed().size())
        .number("notices", notices.size())
        .number("gaps", notices.stream().filter(Notice::gap).count())
        .truth("complete", run.complete())
        .number("filesRead", run.filesRead())
        .objects(
            "leftOut",
            run.leftOut(),
            one ->
                json.string("reason", one.reason())
                    .number("files", one.files())
                    .number("folders", one.folders()))
        .objects("packages", packages(run), entry -> packageOf(json, entry));
  }

  private static List<Map.Entry<ReportedProject, AnalyzedPackage>> packages(ReportedRun run) {
    return run.projects().stream()
        .flatMap(project -> project.report().packages().stream().map(p -> Map.entry(project, p)))
        .toList();
  }

  private static void packageOf(JsonText json, Map.Entry<ReportedProject, AnalyzedPackage> entry) {
    AnalyzedPackage one = entry.getValue();
    String path = entry.getKey().pathOf(one.directory());
    String withoutSlash =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    json.string("path", withoutSlash.isEmpty() ? "." : withoutSlash)
        .string("name", one.name().orElse(null))
        .string("mode", label(one.mode()))
        .number("files", one.files());
  }

  /** The mode of the package at the root; without one, an application if any package is. */
  private static Mode mode(Report report) {
    Mode mode = Mode.LIBRARY;
    for (AnalyzedPackage one : report.packages()) {
      if (one.directory().isEmpty()) {
        return one.mode();
      }
      if (one.mode() == Mode.APPLICATION) {
        mode = Mode.APPLICATION;
      }
    }
    return report.packages().isEmpty() ? Mode.APPLICATION : mode;
  }

  private static String label(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
