package dev.emerald.core.report;

import dev.emerald.core.analysis.LeftOut;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.analysis.SuppressedFinding;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.rule.RuleFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The projects of a run taken together. */
final class ReportedRun {

  private final List<ReportedProject> projects;

  ReportedRun(List<ReportedProject> projects) {
    this.projects = List.copyOf(projects);
  }

  /** A finding and the project it belongs to. */
  record Placed(ReportedProject project, Finding finding) {
    String path() {
      return project.pathOf(finding.location().path());
    }
  }

  /** A silenced finding and the project it belongs to. */
  record Silenced(ReportedProject project, SuppressedFinding suppressed) {}

  List<ReportedProject> projects() {
    return projects;
  }

  List<Placed> findings() {
    List<Placed> all = new ArrayList<>();
    for (ReportedProject project : projects) {
      for (Finding finding : project.report().findings()) {
        all.add(new Placed(project, finding));
      }
    }
    return all;
  }

  List<Silenced> suppressed() {
    List<Silenced> all = new ArrayList<>();
    for (ReportedProject project : projects) {
      for (SuppressedFinding finding : project.report().suppressed()) {
        all.add(new Silenced(project, finding));
      }
    }
    return all;
  }

  /**
   * All notices, with paths as readers know them; what several projects say alike is there once.
   */
  List<Notice> notices() {
    Set<Notice> all = new LinkedHashSet<>();
    for (ReportedProject project : projects) {
      for (Notice notice : project.report().notices()) {
        all.add(placed(project, notice));
      }
    }
    return List.copyOf(all);
  }

  private static Notice placed(ReportedProject project, Notice notice) {
    if (notice.path().isEmpty()) {
      return notice;
    }
    String path = project.pathOf(notice.path().get());
    return notice.line().isPresent()
        ? Notice.of(notice.kind(), notice.message(), path, notice.line().getAsInt())
        : Notice.of(notice.kind(), notice.message(), path);
  }

  /** The rules that ran for any project, by id. */
  Map<String, RuleFacts> rules() {
    Map<String, RuleFacts> all = new TreeMap<>();
    for (ReportedProject project : projects) {
      for (RuleFacts rule : project.report().rules()) {
        all.putIfAbsent(rule.id(), rule);
      }
    }
    return all;
  }

  /** How many findings there are of each severity, the highest first; zeros included. */
  Map<Severity, Integer> severities() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Placed placed : findings()) {
      counts.merge(placed.finding().severity(), 1, Integer::sum);
    }
    Map<Severity, Integer> ordered = new LinkedHashMap<>();
    List<Severity> all = new ArrayList<>(List.of(Severity.values()));
    Collections.reverse(all);
    for (Severity severity : all) {
      ordered.put(severity, counts.getOrDefault(severity, 0));
    }
    return ordered;
  }

  int filesRead() {
    int files = 0;
    for (ReportedProject project : projects) {
      files += project.report().filesRead();
    }
    return files;
  }

  /** What was not looked at, by reason, in the order of first mention. */
  List<LeftOut> leftOut() {
    Map<String, LeftOut> all = new LinkedHashMap<>();
    for (ReportedProject project : projects) {
      for (LeftOut one : project.report().leftOut()) {
        all.merge(
            one.reason(),
            one,
            (a, b) -> new LeftOut(a.reason(), a.files() + b.files(), a.folders() + b.folders()));
      }
    }
    return List.copyOf(all.values());
  }

  boolean complete() {
    return projects.stream().map(ReportedProject::report).allMatch(Report::complete);
  }
}
