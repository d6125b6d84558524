package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users run, as a process of its own. */
final class RunnableJarIT {

  private static final Path JAR = Path.of("target/emerald.jar").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir private Path folder;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"shop\", \"main\": \"app.js\"}");
    Files.writeString(
        folder.resolve("app.js"),
        "// \u00FC\u6F22\nexports.run = (r) => eval('\u00FC' + r.body);\n");
  }

  private Run run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("emerald", ".out");
    Path err = Files.createTempFile("emerald", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = process.waitFor();
      return new Run(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Run emerald(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  @Test
  void theVersionIsTold() throws Exception {
    assertThat(emerald(Map.of(), "--version"))
        .isEqualTo(new Run(0, "emerald " + Main.version() + System.lineSeparator(), ""));
  }

  @Test
  void theRulesThatComeWithEmeraldAreInIt() throws Exception {
    Run run = emerald(Map.of(), "rules");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(run.out().lines()).allMatch(line -> line.matches("[a-z0-9-]+ +[a-z]+ +\\S.*"));
  }

  @Test
  void aScanFindsAndFails() throws Exception {
    Run run = emerald(Map.of(), "scan", "--fail-on", "info");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("app.js\n").contains("eval(").doesNotContain("\u001B");
  }

  @Test
  void outputIsUtf8WhateverThePlatformsEncoding() throws Exception {
    Run run =
        run(
            Map.of("LC_ALL", "C"),
            List.of(JAVA, "-Dfile.encoding=ISO-8859-1", "-jar", JAR.toString(), "scan"));
    assertThat(run.out()).contains("eval('\u00FC' + r.body)");
  }

  @Test
  void aReaderWhoGoesEarlyIsNoFailure() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      source.append("eval(x").append(i).append(");\n");
    }
    Files.writeString(folder.resolve("app.js"), source);
    String scan = "'" + JAVA + "' -jar '" + JAR + "' scan --fail-on never --profile audit";
    Run run =
        run(Map.of(), List.of("/bin/sh", "-c", "{ " + scan + "; echo $? >code; } | head -n 1"));
    assertThat(run.out()).isEqualTo("app.js\n");
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("code"))).isEqualTo("0\n");
  }

  @Test
  void theReportCanGoToStandardOutputByName() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/stdout")));
    String scan = "'" + JAVA + "' -jar '" + JAR + "' scan -q -o /dev/stdout";
    Run run = run(Map.of(), List.of("/bin/sh", "-c", scan + " | cat"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("app.js\n");
  }

  @Test
  void anOutputThatIsFullIsAFailure() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    String scan = "'" + JAVA + "' -jar '" + JAR + "' scan >/dev/full";
    Run run = run(Map.of(), List.of("/bin/sh", "-c", scan));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("emerald: standard output can't be written: ");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void theNoticesOfThirdPartiesAreInIt() throws Exception {
    try (var files = FileSystems.newFileSystem(JAR)) {
      String notices =
          Files.readString(
              files.getPath("META-INF/THIRD-PARTY-NOTICES.txt"), StandardCharsets.UTF_8);
      assertThat(notices).contains("jackson-core", "picocli", "slf4j-api", "snakeyaml-engine");
      assertThat(notices).doesNotContain("${");
    }
  }
}
