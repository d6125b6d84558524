package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsTheBuilds(String option) {
    Run run = Run.in(folder, option);
    assertThat(run).isEqualTo(new Run(0, "emerald " + Main.version() + "\n", ""));
    assertThat(Main.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(Run.in(folder, "scan", option)).isEqualTo(run);
  }

  @Test
  void helpNamesEveryOption() {
    Run run = Run.in(folder, "scan", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("--format", "--output", "--fail-on", "--threads", "--config")
        .contains("--no-project-config", "--include", "--exclude", "--rule", "--profile")
        .contains("--quiet", "--no-color", "Exit code:", "Examples:")
        .contains("info, low, medium, high, critical, never", "text, json, sarif");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                    | no command given: scan, roadmap, explain, sbom, rules or"
            + " advisories? (emerald --help says more)",
        "scna                  | did you mean scan?",
        "scan --formt x        | unknown option: '--formt'; did you mean --format?",
        "scan -f xml           | '--format': 'xml' is none of text, json, sarif (emerald scan"
            + " --help",
        "scan --fail-on hihg   | 'hihg' is none of info, low, medium, high, critical, never",
        "scan --profile x      | 'x' is none of recommended, strict, audit",
        "scan --threads many   | '--threads': 'many' is not an int",
        "scan --threads 0      | --threads takes 1 to 256, not 0",
        "scan --threads 9999   | --threads takes 1 to 256, not 9999",
        "scan -o               | '--output'",
        "scan nowhere          | nowhere does not exist",
        "scan . nowhere        | nowhere does not exist",
        "scan --config no.json | no.json",
        "scan -o no/out.json   | no/out.json can't be written: there is no folder",
        "scan -o .             | . is a folder; --output needs the name of a file in it",
        "rules a b             | 'b'",
      })
  void wrongUsageIsOneLineAndTwo(String command, String message) {
    Run run = Run.in(folder, command.isEmpty() ? new String[0] : command.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("emerald: ").contains(message).endsWith("\n");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void namesFromOutsideDriveNoTerminal() {
    Run run = Run.in(folder, "scan", "a\u001B[31m\nb\u202E");
    assertThat(run.err()).startsWith("emerald: a\\u{1b}[31m b\\u{202e} does not exist");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void argumentsCanComeFromAFile() throws IOException {
    Path file = folder.resolve("arguments");
    Files.writeString(file, "# what to scan\nscan\n--format\njson\n" + folder + "\n");
    Run run = Run.in(folder, "@" + file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"path\": \".\"");
  }
}
