package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {

  @TempDir private Path folder;

  @BeforeEach
  void aProjectWithOneFlaw() throws IOException {
    write(
        "shop/package.json",
        """
        {
          "name": "shop",
          "private": true,
          "main": "app.js",
          "scripts": { "test": "eslint . && node --test" },
          "engines": { "node": ">=22" }
        }
        """);
    write(
        "shop/app.test.js",
        """
        const assert = require("node:assert");
        const { agent } = require("./app.js");

        assert.ok(agent);
        """);
    write(
        "shop/app.js",
        """
        const https = require("https");

        exports.agent = new https.Agent({ rejectUnauthorized: false });
        """);
    write("clean/add.js", "exports.add = (a, b) => a + b;\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Run scan(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "scan";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.in(folder, all);
  }

  @Test
  void theFindingIsShownWithItsLine() {
    Run run = scan("shop");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("shop/app.js\n  3:")
        .contains("exports.agent = new https.Agent({ rejectUnauthorized: false });\n")
        .contains("^^^")
        .contains("\n1 finding: 1 ");
    assertThat(run.out().lines().reduce((a, b) -> b).orElse("")).startsWith("Read 2 source files");
    assertThat(run.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"info, 1", "low, 1", "high, 1", "HIGH, 1", "critical, 0", "never, 0"})
  void failOnDecidesTheExitCode(String severity, int code) {
    assertThat(scan("shop", "--fail-on", severity).code()).isEqualTo(code);
    assertThat(scan("clean", "--fail-on", severity).code()).isZero();
  }

  @Test
  void withoutAPathTheCurrentFolderIsScanned() {
    Run run = scan("-f", "json");
    assertThat(run.out()).contains("\"path\": \".\"", "\"path\": \"shop/app.js\"");
  }

  @Test
  void severalPathsAreOneReportAndNamedFromHere() {
    Run run = Run.in(folder.resolve("clean"), "scan", "../shop", ".", "../shop/app.js", "../shop");
    assertThat(run.out())
        .startsWith("../shop/app.js\n")
        .contains("\n2 findings: ")
        .contains("\nRead 4 source files");
  }

  @Test
  void projectsAreReportedInTheOrderOfTheirPathsWhoeverIsDoneFirst() throws IOException {
    String flaw = Files.readString(folder.resolve("shop/app.js"));
    write("a/index.js", flaw + "exports.add = (a, b) => a + b;\n".repeat(3_000));
    write("b/index.js", flaw);
    write("c/index.js", flaw);
    String[] paths = {"a", "b", "c", "shop", "clean"};
    Run alone =
        scan(Stream.concat(Stream.of(paths), Stream.of("--threads", "1")).toArray(String[]::new));
    Run together =
        scan(Stream.concat(Stream.of(paths), Stream.of("--threads", "4")).toArray(String[]::new));
    assertThat(together).isEqualTo(alone);
    assertThat(together.out())
        .containsSubsequence("a/index.js\n", "b/index.js\n", "c/index.js\n", "shop/app.js\n");
  }

  @Test
  void aSingleFileIsReadWhateverItIsCalled() throws IOException {
    write("hook.min.js", Files.readString(folder.resolve("shop/app.js")));
    write("hook.odd", Files.readString(folder.resolve("shop/app.js")));
    assertThat(scan("hook.min.js").out()).startsWith("hook.min.js\n").contains("1 finding: ");
    assertThat(scan("hook.odd").out()).startsWith("hook.odd\n").contains("1 finding: ");
  }

  @Test
  void aSingleFileThatIsNoSourceIsNotPassedOverInSilence() throws IOException {
    write("notes.md", "# Notes\n");
    assertThat(scan("notes.md").out())
        .contains("its name says that it is neither JavaScript nor TypeScript")
        .contains("Read 0 source files, with 1 gap (see the notices); left out 1 file (");
  }

  @Test
  void aReportGoesToAFileAndStandardOutputStaysEmpty() throws IOException {
    Run run = scan("shop", "-f", "sarif", "-o", "report.sarif");
    assertThat(run).isEqualTo(new Run(1, "", "emerald: 1 finding written to report.sarif\n"));
    assertThat(Files.readString(folder.resolve("report.sarif")))
        .contains("\"version\": \"2.1.0\"", "\"uri\": \"shop/app.js\"");
    assertThat(scan("shop", "-q", "-o", "report.txt").err()).isEmpty();
  }

  @Test
  void oneRuleCanBeRunAlone() {
    assertThat(scan("shop", "--rule", "no-debugger-that-is-none").code()).isEqualTo(2);
    String id =
        scan("shop", "-f", "json").out().replaceAll("(?s).*\"ruleId\": \"([^\"]+)\".*", "$1");
    assertThat(scan("shop", "--rule", id).code()).isEqualTo(1);
    String near = id.substring(0, id.length() - 1);
    Run slip = scan("shop", "--rule", near);
    assertThat(slip.code()).isEqualTo(2);
    assertThat(slip.err())
        .contains("'" + near + "', did you mean '" + id + "'?")
        .endsWith("; emerald rules lists all\n")
        .hasSizeLessThan(250);
    assertThat(slip.err().lines()).hasSize(1);
    Run page = Run.in(folder, "rules", id);
    assertThat(page.out()).startsWith(id + ": ").contains("\nWhy\n", "\nWhat to do\n", "CWE-295");
    assertThat(Run.in(folder, "rules", near).code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/emerald.json", "given.json"})
  void aMistakeInAConfigurationIsToldWithItsLine(String file) throws IOException {
    write(file, "{\n  \"exclud\": []\n}\n");
    Run run = file.startsWith("shop") ? scan("shop") : scan("shop", "--config", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("emerald: " + file + ":2: ").contains("exclud", "exclude");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void theProjectsOwnConfigurationIsObeyedUnlessItIsNotTrusted() throws IOException {
    write("shop/emerald.json", "{\"exclude\": [\"app.js\"]}");
    assertThat(scan("shop").code()).isZero();
    assertThat(scan("shop", "--no-project-config").code()).isEqualTo(1);
  }

  @Test
  void excludeAndIncludeAreObeyed() throws IOException {
    write("shop/node_modules/x/index.js", Files.readString(folder.resolve("shop/app.js")));
    assertThat(scan("shop", "--exclude", "app.js").code()).isZero();
    assertThat(scan("shop").out()).contains("\n1 finding: ").contains("node_modules");
    assertThat(scan("shop", "--include", "node_modules/**").out()).contains("\n2 findings: ");
  }

  @Test
  void brokenFilesAreNoticesAndTheRestIsJudged() throws IOException {
    write("shop/package.json", "{\"name\": \"shop\",");
    write("shop/broken.js", "const = ;\n");
    Run run = scan("shop");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("shop/package.json:1  syntax error: ");
    assertThat(run.out()).contains("shop/broken.js:1  syntax error: ");
    assertThat(run.out()).contains("with 2 gaps (see the notices)");
  }

  @Test
  void threadsMakeNoDifferenceAndNoneIsLeft() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("shop/f" + i + ".js", Files.readString(folder.resolve("shop/app.js")));
    }
    String one = scan("shop", "-f", "json", "--threads", "1").out();
    assertThat(scan("shop", "-f", "json", "--threads", "4").out()).isEqualTo(one);
    assertThat(one).contains("shop/f39.js");
    Set<String> alive =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("emerald-"))
            .peek(ScanTest::awaitEnd)
            .filter(Thread::isAlive)
            .map(Thread::getName)
            .collect(Collectors.toSet());
    assertThat(alive).isEmpty();
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void colourIsForTerminalsAndCanBeRefused() {
    Terminal terminal = new Terminal(Map.of("TERM", "xterm", "LANG", "C.UTF-8"), true, false);
    assertThat(Run.in(folder, terminal, "scan", "shop").out()).contains("\u001B[");
    assertThat(Run.in(folder, terminal, "scan", "shop", "--no-color").out())
        .isEqualTo(scan("shop").out());
    Run file = Run.in(folder, terminal, "scan", "shop", "-o", "report.txt");
    assertThat(file.out()).isEmpty();
  }

  @Test
  void aReaderWhoHasGoneIsNoFailure() {
    Run gone = Run.failing(new IOException("Broken pipe"), folder, "scan", "shop");
    assertThat(gone).isEqualTo(new Run(1, "", ""));
  }

  @Test
  void quietShowsFindingsAlone() {
    assertThat(scan("clean", "-q")).isEqualTo(new Run(0, "", ""));
    assertThat(scan("shop", "-q").out()).startsWith("shop/app.js\n").doesNotContain("Read ");
  }
}
