package dev.emerald.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The public surface is what {@code api.txt} of each module says. Where a change is meant, {@code
 * mvn -pl core -am test -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dapi.update}
 * writes it down, and the reviewer sees it.
 */
final class PublicApiTest {
  /** Only the engine makes nodes: what its one factory looks like is no promise. */
  private static final Set<String> ENGINE_ONLY =
      Set.of("dev.emerald.spi.ast.NodeFactory", "dev.emerald.spi.regex.RegexNodeFactory");

  @ParameterizedTest(name = "{0}")
  @CsvSource({"dev.emerald.spi, spi", "dev.emerald.core, core"})
  void publicSurfaceIsAsRecorded(String module, String folder) throws IOException {
    List<String> current = ApiText.of(ExportedTypes.of(module), ENGINE_ONLY);
    Path file = projectRoot().resolve(folder).resolve("api.txt");
    if (System.getProperty("api.update") != null) {
      Files.writeString(file, String.join("\n", current) + "\n");
      return;
    }
    assertThat(file).as("the recorded API of %s; -Dapi.update writes it", module).exists();
    List<String> recorded = Files.readAllLines(file);
    List<String> changes = ApiText.changes(recorded, current);
    if (!changes.isEmpty()) {
      fail(
          "The public API of %s is not what %s says (- recorded, + compiled). If that is meant, run"
                  .formatted(module, file)
              + " the test with -Dapi.update and commit the file.\n"
              + String.join("\n", changes));
    }
    assertThat(current).as("order of the lines in %s", file).isEqualTo(recorded);
  }

  private static Path projectRoot() {
    Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("spi/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no project root above " + start);
  }
}
