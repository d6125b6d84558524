package dev.emerald.core.internal.manifest.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What asks for what is what npm itself says. The expected lines are those of {@code npm ls --all
 * --json --long --package-lock-only} (npm 11.19.1) on the same lock file: for each package that is
 * listed under another the two, each once. The lock file has a version in two places, a name for
 * another, workspaces that ask for each other, a link to a folder, bundled, optional and peer
 * packages, and a circle.
 */
class NpmListTest {

  @Test
  void theGraphIsTheOneThatNpmLists() throws IOException {
    Report report =
        Analyzer.builder()
            .build()
            .analyze(Input.texts(Map.of("package-lock.json", resource("package-lock.json"))));
    DependencyGraph graph = report.inventory().lockFiles().get(0);

    TreeSet<String> asked = new TreeSet<>();
    graph.projects().forEach(each -> add(each, asked));
    graph.packages().forEach(each -> add(each, asked));
    // npm lists workspaces under the root, which does not ask for them: it holds them.
    LockedPackage root = graph.root().orElseThrow();
    graph.projects().stream()
        .filter(each -> each != root)
        .forEach(each -> asked.add(root + " > " + each));

    assertThat(String.join("\n", asked) + "\n").isEqualTo(resource("expected.txt"));
  }

  private static void add(LockedPackage asking, TreeSet<String> asked) {
    asking
        .dependencies()
        .forEach(each -> each.target().ifPresent(to -> asked.add(asking + " > " + to)));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NpmListTest.class.getResourceAsStream("npm-ls/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n");
    }
  }
}
