package dev.emerald.core.report;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.ItemStatus;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import java.util.List;

/** How projects stand on the roadmap, as JSON: the same in every document. */
final class RoadmapJson {

  private RoadmapJson() {}

  /** A member that is an array of items. */
  static void items(JsonText json, String name, ReportedProject project, List<ItemStatus> items) {
    json.objects(name, items, status -> item(json, project, status));
  }

  /** A member that is an array of packages with their items. */
  static void packages(JsonText json, String name, ReportedProject project) {
    json.objects(name, project.report().packages(), each -> one(json, project, each));
  }

  private static void one(JsonText json, ReportedProject project, AnalyzedPackage each) {
    json.string("directory", each.directory().isEmpty() ? "." : each.directory())
        .string("name", each.name().orElse(null));
    items(json, "items", project, each.roadmap());
  }

  private static void item(JsonText json, ReportedProject project, ItemStatus status) {
    json.string("code", status.item().code())
        .string("title", status.item().title())
        .string("verdict", status.state().label())
        .string("reason", status.why())
        .objects("evidence", status.evidence(), each -> evidence(json, project, each))
        .objects("findings", status.findings(), each -> finding(json, project, each))
        .objects("advice", status.advice(), each -> finding(json, project, each));
  }

  private static void evidence(JsonText json, ReportedProject project, Evidence seen) {
    json.string("note", seen.note())
        .string("path", seen.location().map(at -> project.pathOf(at.path())).orElse(null));
    if (seen.location().isPresent()) {
      json.number("line", seen.location().get().start().line());
    } else {
      json.absent("line");
    }
  }

  private static void finding(JsonText json, ReportedProject project, Finding finding) {
    json.string("ruleId", finding.ruleId())
        .string("severity", finding.severity().label())
        .string("message", finding.message())
        .string("path", project.pathOf(finding.location().path()))
        .number("line", finding.location().start().line())
        .string("fingerprint", finding.fingerprint());
  }
}
