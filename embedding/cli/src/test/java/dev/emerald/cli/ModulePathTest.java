package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every part runs as a named module, in a JVM of its own with nothing on the class path. */
final class ModulePathTest {

  @Test
  void theCommandLineStartsFromTheModulePath() throws Exception {
    assertThat(java("--module", "dev.emerald.cli/dev.emerald.cli.Main", "--version"))
        .contains(Main.version());
  }

  @Test
  void theRulesAreAModuleThatReadsTheSpiAlone() throws Exception {
    List<String> requires =
        java("--describe-module", "dev.emerald.rules")
            .lines()
            .filter(line -> line.startsWith("requires") && !line.startsWith("requires java.base"))
            .toList();

    assertThat(requires)
        .containsAnyOf("requires dev.emerald.spi", "requires dev.emerald.spi transitive")
        .allMatch(line -> line.contains("dev.emerald.spi") || line.contains("org.jspecify static"));
  }

  @Test
  void everyLibraryThatRunsIsInTheThirdPartyNotices() throws Exception {
    Pattern jar = Pattern.compile("file:\\S*/([^/\\s]+)\\.jar$");
    List<String> libraries =
        java(
                "--show-module-resolution",
                "--module",
                "dev.emerald.cli/dev.emerald.cli.Main",
                "--version")
            .lines()
            .map(jar::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1).replaceFirst("-(?=\\d)", " "))
            .filter(library -> !library.startsWith("emerald-"))
            .distinct()
            .toList();

    assertThat(libraries).isNotEmpty();
    assertThat(notices().lines()).containsAll(libraries);
  }

  private static String notices() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/META-INF/THIRD-PARTY-NOTICES.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Runs a JVM with this test's class path as its module path and gives what it printed. */
  private static String java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--module-path");
    command.add(System.getProperty("java.class.path"));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output;
    try {
      process.getOutputStream().close();
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
    return output;
  }
}
