package dev.emerald.core.report;

import dev.emerald.core.analysis.LeftOut;
import dev.emerald.core.report.ReportedRun.Placed;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One text report being written. */
final class TextDocument {

  /** Messages may quote sources; longer ones are cut. */
  private static final int LONGEST_MESSAGE = 500;

  /** Notices that are shown; the rest is counted. */
  private static final int MOST_NOTICES = 50;

  /** Steps of one trace that are shown; those in the middle of a longer one are counted. */
  private static final int MOST_STEPS = 12;

  private final Writer out;
  private final Glyphs glyphs;
  private final Palette palette;
  private final int width;

  TextDocument(Writer out, Glyphs glyphs, Palette palette, int width) {
    this.out = out;
    this.glyphs = glyphs;
    this.palette = palette;
    this.width = width;
  }

  /** All findings by file; a rule's remedy stands with its first one. */
  void findings(ReportedRun run) throws IOException {
    Map<String, RuleFacts> rules = run.rules();
    Set<String> explained = new HashSet<>();
    String file = null;
    for (Placed placed : run.findings()) {
      if (!placed.path().equals(file)) {
        file = placed.path();
        line(palette.file(glyphs.line(file)));
      }
      RuleFacts rule = rules.get(placed.finding().ruleId());
      finding(placed);
      if (rule != null && !rule.remedy().isBlank() && explained.add(rule.id())) {
        help(rule.remedy());
      }
      line("");
    }
  }

  private void finding(Placed placed) throws IOException {
    Finding finding = placed.finding();
    Location at = finding.location();
    String sure = finding.confidence() == Confidence.LOW ? ", a guess" : "";
    line(
        "  "
            + at.start()
            + "  "
            + palette.severity(finding.severity(), finding.severity().label() + sure)
            + "  "
            + message(finding.message())
            + "  "
            + palette.aside(glyphs.line(finding.ruleId())));
    excerpt(placed, at, "    ", finding.severity());
    trace(placed, finding.trace());
    for (Fix fix : finding.fixes()) {
      line("    " + palette.aside("fix: ") + message(fix.title()));
    }
  }

  private void excerpt(Placed placed, Location at, String indent, Severity severity)
      throws IOException {
    Optional<String> text = sourceLine(placed, at);
    if (text.isEmpty()) {
      return;
    }
    String number = Integer.toString(at.start().line());
    String gutter = indent + " ".repeat(number.length()) + " ";
    boolean oneLine = at.end().line() == at.start().line();
    int end = oneLine ? at.end().column() - 1 : text.get().length();
    Excerpt shown = Excerpt.of(text.get(), at.start().column() - 1, end, width, glyphs);
    line(indent + palette.aside(number + " " + glyphs.frame()) + " " + shown.code());
    line(gutter + palette.aside(glyphs.frame()) + " " + palette.severity(severity, shown.mark()));
  }

  private void trace(Placed placed, List<Step> steps) throws IOException {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.size() > MOST_STEPS && i == MOST_STEPS / 2) {
        int skipped = steps.size() - MOST_STEPS;
        line("    " + palette.aside("   " + counted(skipped, "more step")));
        i += skipped;
      }
      Location at = steps.get(i).location();
      String place = placed.project().pathOf(at.path()) + ":" + at.start();
      line(
          "    "
              + palette.aside((i + 1) + ".")
              + " "
              + glyphs.line(place)
              + "  "
              + message(steps.get(i).note()));
      Optional<String> text = sourceLine(placed, at);
      if (text.isPresent()) {
        int start = at.start().column() - 1;
        String code = Excerpt.of(text.get(), start, start + 1, width, glyphs).code().strip();
        line("       " + palette.aside(glyphs.frame()) + " " + code);
      }
    }
  }

  private static Optional<String> sourceLine(Placed placed, Location at) {
    return placed.project().report().line(at.path(), at.start().line());
  }

  private void help(String remedy) throws IOException {
    String label = "help: ";
    String indent = "    " + " ".repeat(label.length());
    String lead = "    " + palette.aside(label);
    for (String part : Words.wrap(glyphs.line(remedy.strip()), width - indent.length())) {
      line(lead + part);
      lead = indent;
    }
  }

  /** What the reports remark on the analysis itself. */
  void notices(ReportedRun run) throws IOException {
    List<Notice> notices = run.notices();
    if (notices.isEmpty()) {
      return;
    }
    line(palette.heading("Notices"));
    for (Notice notice : notices.subList(0, Math.min(MOST_NOTICES, notices.size()))) {
      String place = notice.path().map(glyphs::line).orElse("");
      if (notice.line().isPresent()) {
        place += ":" + notice.line().getAsInt();
      }
      String kind = notice.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      line("  " + (place.isEmpty() ? "" : place + "  ") + kind + ": " + message(notice.message()));
    }
    if (notices.size() > MOST_NOTICES) {
      line("  and " + counted(notices.size() - MOST_NOTICES, "more notice"));
    }
    line("");
  }

  /** Two lines: what was found, and what was looked at. */
  void summary(ReportedRun run) throws IOException {
    line(palette.heading(found(run)));
    line(read(run));
  }

  private static String found(ReportedRun run) {
    List<String> parts = new ArrayList<>();
    run.severities()
        .forEach(
            (severity, count) -> {
              if (count > 0) {
                parts.add(count + " " + severity.label());
              }
            });
    int findings = run.findings().size();
    String text = findings == 0 ? "No findings" : counted(findings, "finding");
    if (findings > 0) {
      text += ": " + String.join(", ", parts);
    }
    int suppressed = run.suppressed().size();
    return text + (suppressed == 0 ? "." : "; " + suppressed + " suppressed.");
  }

  private String read(ReportedRun run) {
    StringBuilder text = new StringBuilder("Read ").append(counted(run.filesRead(), "source file"));
    long gaps = run.notices().stream().filter(Notice::gap).count();
    if (gaps > 0) {
      text.append(", with ").append(counted((int) gaps, "gap")).append(" (see the notices)");
    }
    List<String> parts = new ArrayList<>();
    for (LeftOut one : run.leftOut()) {
      String files = one.files() == 0 ? "" : counted(one.files(), "file");
      String folders = one.folders() == 0 ? "" : counted(one.folders(), "folder");
      String and = files.isEmpty() || folders.isEmpty() ? "" : " and ";
      parts.add(files + and + folders + " (" + glyphs.line(one.reason()) + ")");
    }
    return text.append(parts.isEmpty() ? "; left out nothing." : "; left out ")
        .append(String.join(", ", parts))
        .append(parts.isEmpty() ? "" : ".")
        .toString();
  }

  private String message(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return glyphs.line(text);
    }
    return glyphs.line(text.substring(0, LONGEST_MESSAGE)) + glyphs.ellipsis();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
