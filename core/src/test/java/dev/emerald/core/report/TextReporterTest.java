package dev.emerald.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextReporterTest {

  private static final TextReporter PLAIN = TextReporter.plain();

  @Test
  void aFullReportReadsAsRecorded() {
    assertThat(Samples.written(PLAIN, ReportedProject.folder("app", Samples.full())))
        .isEqualTo(Samples.golden("full.txt"));
  }

  @Test
  void severalProjectsAreOneReport() {
    SourceText source = SourceText.of("x.js", "eval(y);\n");
    Report report = Samples.one(source, "eval(y)");
    String text =
        Samples.written(
            PLAIN, ReportedProject.folder(".", report), ReportedProject.file("lib/x.js", report));
    assertThat(text)
        .startsWith("x.js\n")
        .contains("\nlib/x.js\n")
        .contains("2 findings: 2 high.\n")
        .endsWith("Read 2 source files; left out nothing.\n");
    assertThat(text.split("help: ", -1)).as("the remedy stands there once").hasSize(2);
  }

  @Test
  void nothingFoundIsSaid() {
    String text = Samples.written(PLAIN, ReportedProject.folder(".", Report.builder().build()));
    assertThat(text).isEqualTo("No findings.\nRead 0 source files; left out nothing.\n");
  }

  @Test
  void findingsOnlyLeavesNoticesAndSummaryOut() {
    Report report =
        Report.builder().notices(List.of(Notice.of(NoticeKind.FILE_SKIPPED, "no", "x"))).build();
    assertThat(Samples.written(PLAIN.findingsOnly(), ReportedProject.folder(".", report)))
        .isEmpty();
  }

  @Test
  void colourIsAllThatColourAdds() {
    ReportedProject project = ReportedProject.folder("app", Samples.full());
    String colored = Samples.written(PLAIN.inColor(), project);
    assertThat(colored).contains("\u001B[31mhigh\u001B[0m");
    assertThat(colored.replaceAll("\u001B\\[[0-9;]+m", ""))
        .isEqualTo(Samples.written(PLAIN, project));
  }

  @Test
  void hostileTextsReachNoTerminal() {
    String hostile = "\u001B]0;title\u0007\u202E\n\u0000\uDC00\u009B";
    SourceText source = SourceText.of("a\u001B[31m\n.js", "x(); // \u001B[2J\r\n");
    Report report =
        Report.builder()
            .findings(List.of(Samples.finding(Samples.EVAL, source, "x()", hostile)))
            .notices(List.of(Notice.of(NoticeKind.FILE_SKIPPED, hostile, hostile)))
            .rules(List.of(Samples.EVAL))
            .excerpt(source, Samples.place(source, "x()"))
            .build();
    ReportedProject project = ReportedProject.folder(".", report);
    for (TextReporter reporter : List.of(PLAIN, PLAIN.inAscii())) {
      String text = Samples.written(reporter, project);
      assertThat(text).contains("a\\u{1b}[31m\\u{a}.js").contains("\\u{202e}").contains("\\u{9b}");
      assertThat(text.chars().filter(c -> c < ' ').distinct()).containsExactly((int) '\n');
      assertThat(text.chars().filter(Character::isISOControl).distinct())
          .containsExactly((int) '\n');
      assertThat(text.chars().anyMatch(c -> Character.isSurrogate((char) c))).isFalse();
    }
    assertThat(Samples.written(PLAIN.inAscii(), project).chars()).allMatch(c -> c < 0x7F);
  }

  @Test
  void aLineOfMegabytesIsCut() {
    SourceText source = SourceText.of("x.js", "a;".repeat(500_000) + "eval(y)" + ";b".repeat(9));
    Report report = Samples.one(source, "eval(y)");
    assertThat(Samples.written(PLAIN, ReportedProject.folder(".", report)))
        .contains("eval(y);b")
        .hasSizeLessThan(1000);
  }

  @Test
  void manyNoticesAreCounted() {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      notices.add(Notice.of(NoticeKind.FILE_SKIPPED, "it is binary", "f" + i));
    }
    Report report = Report.builder().notices(notices).build();
    assertThat(Samples.written(PLAIN, ReportedProject.folder(".", report)))
        .contains("  and 30 more notices\n")
        .contains("with 80 gaps (see the notices)");
  }

  @Test
  void aPlaceWithoutAKnownLineHasNoExcerpt() {
    SourceText source = SourceText.of("x.js", "eval(y)");
    Report report = Report.builder().findings(List.of(Samples.eval(source, "eval(y)"))).build();
    assertThat(Samples.written(PLAIN, ReportedProject.folder(".", report)))
        .startsWith("x.js\n  1:1  high  eval runs a string  no-eval\n\n1 finding: 1 high.\n");
  }
}
