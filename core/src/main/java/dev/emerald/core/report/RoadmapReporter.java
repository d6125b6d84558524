package dev.emerald.core.report;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.ItemStatus;
import dev.emerald.core.analysis.ItemStatus.State;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scorecard: how each project stands on each item of the roadmap, with what shows it. As text
 * for people, or as JSON for programs: {@code docs/json-report.md} describes that.
 */
public final class RoadmapReporter implements Reporter {

  /** Of one item this many findings, and this many pieces of evidence, are shown as text. */
  private static final int MOST_SHOWN = 3;

  private static final int WIDTH = 100;

  private final boolean json;
  private final Glyphs glyphs;
  private final Palette palette;

  private RoadmapReporter(boolean json, Glyphs glyphs, Palette palette) {
    this.json = json;
    this.glyphs = glyphs;
    this.palette = palette;
  }

  /** Text in Unicode, without colour. */
  public static RoadmapReporter text() {
    return new RoadmapReporter(false, Glyphs.UNICODE, new Palette(false));
  }

  /** One JSON document; of several projects it has the first. */
  public static RoadmapReporter json() {
    return new RoadmapReporter(true, Glyphs.UNICODE, new Palette(false));
  }

  /** This reporter in ASCII alone. */
  public RoadmapReporter inAscii() {
    return new RoadmapReporter(json, Glyphs.ASCII, palette);
  }

  /** This reporter with the escape sequences that colour the text on a terminal. */
  public RoadmapReporter inColor() {
    return new RoadmapReporter(json, glyphs, new Palette(true));
  }

  @Override
  public void write(List<ReportedProject> projects, Writer out) throws IOException {
    if (json) {
      writeJson(projects, out);
      return;
    }
    for (ReportedProject project : projects) {
      project(project, out);
    }
    out.flush();
  }

  private static void writeJson(List<ReportedProject> projects, Writer out) throws IOException {
    JsonText.write(
        out,
        text -> {
          text.number("schema", JsonReporter.SCHEMA);
          if (!projects.isEmpty()) {
            ReportedProject first = projects.get(0);
            text.string("path", first.path()).truth("complete", first.report().complete());
            RoadmapJson.items(text, "items", first, first.report().roadmap());
            RoadmapJson.packages(text, "packages", first);
          }
        });
  }

  private void project(ReportedProject project, Writer out) throws IOException {
    List<ItemStatus> items = project.report().roadmap();
    line(out, palette.heading(glyphs.line(project.path())));
    for (ItemStatus status : items) {
      item(project, status, out);
    }
    List<AnalyzedPackage> packages = project.report().packages();
    if (packages.size() > 1) {
      line(out, "");
      line(out, palette.heading("Packages"));
      for (AnalyzedPackage each : packages) {
        String name = each.directory().isEmpty() ? "." : each.directory();
        line(out, "  " + glyphs.line(name) + "  " + counts(each.roadmap()));
        String gaps = codes(each.roadmap());
        if (!gaps.isEmpty()) {
          wrapped(out, "    gaps: ", gaps);
        }
      }
    }
    line(out, "");
    line(out, palette.heading(counts(items)));
    if (!project.report().complete()) {
      line(out, "Not everything could be read; emerald scan tells the gaps of the analysis.");
    }
  }

  private void item(ReportedProject project, ItemStatus status, Writer out) throws IOException {
    String label = "%-14s".formatted(status.state().label());
    String code = "%-7s".formatted(status.item().code());
    line(out, "  " + code + " " + state(status.state(), label) + " " + status.item().title());
    if (status.state() != State.GAPS && status.state() != State.MET) {
      wrapped(out, "          ", status.why());
    }
    if (status.state() == State.GAPS) {
      for (Finding finding : shown(status.findings())) {
        String place = place(project, finding.location());
        wrapped(out, "          - ", place + "  " + finding.message());
      }
      more(out, status.findings().size(), "finding");
    } else {
      for (Evidence seen : shown(status.evidence())) {
        String place = seen.location().map(at -> place(project, at) + "  ").orElse("");
        wrapped(out, "          + ", place + seen.note());
      }
      more(out, status.evidence().size(), "piece");
    }
    if (!status.advice().isEmpty()) {
      Finding first = status.advice().get(0);
      int others = status.advice().size() - 1;
      String rest = others == 0 ? "" : " (and " + others + " more)";
      wrapped(
          out,
          "          advice: ",
          place(project, first.location()) + "  " + first.message() + rest);
    }
  }

  private static <T> List<T> shown(List<T> all) {
    return all.subList(0, Math.min(MOST_SHOWN, all.size()));
  }

  private void more(Writer out, int all, String noun) throws IOException {
    int left = all - MOST_SHOWN;
    if (left > 0) {
      line(out, "          and " + left + " more " + noun + (left == 1 ? "" : "s"));
    }
  }

  private static String place(ReportedProject project, Location at) {
    return project.pathOf(at.path()) + ":" + at.start().line();
  }

  private String state(State state, String label) {
    return switch (state) {
      case GAPS -> palette.heading(label);
      case MET -> label;
      case NOT_ASSESSED, NOT_APPLICABLE -> palette.aside(label);
    };
  }

  private static String counts(List<ItemStatus> items) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    items.forEach(status -> counts.merge(status.state(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      parts.add(counts.getOrDefault(state, 0) + " " + state.label().replace('-', ' '));
    }
    return String.join(", ", parts);
  }

  private static String codes(List<ItemStatus> items) {
    return String.join(
        " ",
        items.stream()
            .filter(status -> status.state() == State.GAPS)
            .map(status -> status.item().code())
            .toList());
  }

  private void wrapped(Writer out, String lead, String text) throws IOException {
    String start = lead;
    for (String part : Words.wrap(glyphs.line(text), WIDTH - lead.length())) {
      line(out, start + part);
      start = " ".repeat(lead.length());
    }
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
