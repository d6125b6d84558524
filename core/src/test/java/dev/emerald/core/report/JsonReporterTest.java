package dev.emerald.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReporterTest {

  private static final JsonReporter JSON = new JsonReporter();

  private static JsonNode read(ReportedProject... projects) {
    return new JsonMapper().readTree(Samples.written(JSON, projects));
  }

  @Test
  void aFullReportReadsAsRecorded() {
    assertThat(Samples.written(JSON, ReportedProject.folder("app", Samples.full())))
        .isEqualTo(Samples.golden("full.json"));
  }

  @Test
  void aRunWithoutProjectsIsADocument() {
    JsonNode json = read();
    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(json.get("projects")).isEmpty();
    assertThat(json.get("summary").get("complete").asBoolean()).isTrue();
  }

  @Test
  void severalProjectsAreOneDocument() {
    JsonNode json =
        read(
            ReportedProject.folder("a", Samples.full()),
            ReportedProject.folder("../b", Samples.full()));
    assertThat(json.get("projects").findValuesAsString("path")).containsExactly("a", "../b");
    assertThat(json.get("findings")).hasSize(4);
    assertThat(json.get("findings").get(2).get("path").asString()).isEqualTo("../b/src/app.js");
    assertThat(json.get("notices")).as("what both say alike is there once").hasSize(5);
    assertThat(json.get("summary").get("leftOut").get(1).get("files").asInt()).isEqualTo(4);
  }

  @Test
  void loneSurrogatesAndControlsGiveAReadableDocument() {
    String odd = "\uD800 \u0000 \u001B \uDC00\uD800 \uD83D\uDE00 \u2028 \"\\";
    Report report =
        Report.builder().notices(List.of(Notice.of(NoticeKind.FILE_SKIPPED, odd, odd))).build();
    JsonNode notice = read(ReportedProject.folder(".", report)).get("notices").get(0);
    assertThat(notice.get("message").asString())
        .isEqualTo("\uFFFD \u0000 \u001B \uFFFD\uFFFD \uD83D\uDE00 \u2028 \"\\");
  }

  @Test
  void whatTheWriterThrowsReachesTheCaller() {
    IOException full = new IOException("disk full");
    Writer out =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw full;
          }

          @Override
          public void flush() throws IOException {
            throw full;
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> JSON.write(List.of(), out)).isSameAs(full);
  }
}
