package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analysis says of advisories that were given, and of none. */
class GivenAdvisoriesTest {

  private static final String ADVISORY =
      "{\"id\": \"A-1\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"x\"},"
          + " \"versions\": [\"1.0.0\"]}]}";

  @TempDir private Path folder;

  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("yarn.lock"), "x@1:\n  version \"1.0.0\"\n");
    Files.writeString(folder.resolve("outside.json"), ADVISORY);
    Files.writeString(project.resolve("inside.json"), ADVISORY);
  }

  @Test
  void thatNothingWasLookedForIsSaidAndNoGap() {
    Report report = analyze(Configuration.defaults());
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.CONFIGURATION);
              assertThat(notice.message()).contains("no advisories were given");
              assertThat(notice.path()).contains("yarn.lock");
            });
    assertThat(report.complete()).isTrue();
  }

  @Test
  void withoutALockFileNothingIsSaid() {
    Report report =
        Analyzer.builder().build().analyze(Input.texts(Map.of("a.js", "", "package.json", "{}")));
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void advisoriesOfTheCallerMayLieAnywhere() {
    Path given = folder.resolve("outside.json");
    assertThat(analyze(Configuration.builder().advisories(given).build()).notices()).isEmpty();
  }

  @Test
  void pathsInAFileAreRelativeToIt() throws IOException {
    Path file = Files.writeString(folder.resolve("c.json"), "{\"advisories\": \"outside.json\"}");
    assertThat(analyze(Configuration.read(file)).notices()).isEmpty();
  }

  @Test
  void whatCantBeReadIsAGap() {
    Report report = analyze(Configuration.builder().advisories(folder.resolve("none.zip")).build());
    assertThat(report.complete()).isFalse();
    assertThat(report.notices())
        .singleElement()
        .extracting(Notice::message)
        .asString()
        .contains("none.zip");
  }

  @Test
  void aProjectReachesNothingOutsideOfItself() throws IOException {
    Path configuration = project.resolve("emerald.json");
    Files.writeString(configuration, "{\"advisories\": [\"inside.json\"]}");
    assertThat(analyze(Configuration.defaults()).complete()).isTrue();

    Files.writeString(configuration, "{\n\"advisories\": [\"../outside.json\"]}");
    Report report = analyze(Configuration.defaults());
    assertThat(report.complete()).isFalse();
    assertThat(report.notices())
        .anySatisfy(
            notice -> {
              assertThat(notice.message()).contains("lies outside of the project");
              assertThat(notice.line()).hasValue(2);
            });
  }

  private Report analyze(Configuration configuration) {
    return Analyzer.builder().configuration(configuration).build().analyze(Input.folder(project));
  }
}
