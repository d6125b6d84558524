package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainTest {

  private static final String RULE = "injection-os-command";

  @TempDir private Path folder;

  @BeforeEach
  void aSmallServer() throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(
        folder.resolve("src/app.js"),
        """
        const app = require('express')(), cp = require('child_process');
        app.get('/', (req, res) => {
          cp.exec('ls ' + req.query.dir);
          if (/^[a-z]+$/.test(req.query.name)) {
            cp.exec('ls ' + req.query.name);
          }
          cp.exec('ls');
        });
        """);
  }

  @Test
  void whatIsReportedIsShownWithItsWay() {
    Run run = Run.in(folder, "explain", RULE, "src/app.js:3");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(RULE + " at src/app.js:3\n  reported: ")
        .contains("    src/app.js:3:19  `req.query` comes with a request\n");
    assertThat(Run.in(folder, "explain", RULE, "src/app.js:3:11").out()).isEqualTo(run.out());
  }

  @Test
  void whatStopsIsShownWithItsLine() {
    Run run = Run.in(folder, "explain", RULE, "src/app.js:5");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("not reported, stopped", "src/app.js:4:7  stops here", "the sink\n");
    assertThat(Run.in(folder, "explain", RULE, "src/app.js:7").out())
        .contains("not reported, constant");
    assertThat(Run.in(folder, "explain", RULE, "src/app.js:8").out())
        .contains("not reported, nothing there");
  }

  @Test
  void aProjectElsewhereIsNamedInEveryPlace() {
    Run run = Run.in(folder.resolve("src"), "explain", RULE, "../src/app.js:3", "..");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(RULE + " at ../src/app.js:3\n  reported: ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "no-such-rule, src/app.js:3, unknown rule 'no-such-rule'",
        "injection-os-command, src/none.js:3, src/none.js is no file",
        "injection-os-command, src:3, src is no file",
        "injection-os-command, src/app.js, 'src/app.js' is no FILE:LINE",
        "injection-os-command, src/app.js:0, names no line",
        "injection-os-command, src/app.js:99999999999, names no line",
        "injection-os-command, ../app.js:1, ../app.js is no file",
      })
  void wrongUsageIsOneLineAndTwo(String rule, String place, String message) {
    Run run = Run.in(folder, "explain", rule, place);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(message);
  }
}
