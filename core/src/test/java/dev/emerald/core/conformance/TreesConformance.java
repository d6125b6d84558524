package dev.emerald.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.ParseResult;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Our trees against those of other parsers, node by node. {@code -Demerald.node-modules} names the
 * folder where their npm packages are installed, {@code -Demerald.typescript-sources} and {@code
 * -Demerald.javascript-sources} the folders with files to read. The comparing is done by {@code
 * core/src/conformance/compare.mjs}.
 */
@EnabledIfSystemProperty(named = "emerald.node-modules", matches = ".+")
class TreesConformance {

  private static final long DEEP_STACK = 512L << 20;

  @Test
  @EnabledIfSystemProperty(named = "emerald.typescript-sources", matches = ".+")
  void treesOfTypeScriptEqualThoseOfTypeScriptEstree() throws Exception {
    assertThat(compare("typescript", "emerald.typescript-sources", ".ts", ".tsx", ".mts", ".cts"))
        .isZero();
  }

  @Test
  @EnabledIfSystemProperty(named = "emerald.javascript-sources", matches = ".+")
  void treesOfJavaScriptEqualThoseOfAcorn() throws Exception {
    assertThat(compare("acorn", "emerald.javascript-sources", ".js", ".jsx", ".mjs", ".cjs"))
        .isZero();
  }

  @Test
  @EnabledIfSystemProperty(named = "emerald.javascript-sources", matches = ".+")
  void treesOfJavaScriptEqualThoseOfBabelParenthesesIncluded() throws Exception {
    assertThat(compare("babel", "emerald.javascript-sources", ".js", ".jsx", ".mjs", ".cjs"))
        .isZero();
  }

  private static int compare(String oracle, String property, String... endings) throws Exception {
    List<Path> files = new ArrayList<>();
    for (Path folder : Corpora.folders(property)) {
      files.addAll(Corpora.files(folder, endings));
    }
    assertThat(files).isNotEmpty();
    Process node =
        new ProcessBuilder(
                "node",
                "--stack-size=60000",
                "src/conformance/compare.mjs",
                oracle,
                Path.of(System.getProperty("emerald.node-modules", "")).toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    FutureTask<Integer> writing =
        new FutureTask<>(
            () -> {
              try (BufferedWriter out =
                  new BufferedWriter(
                      new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8))) {
                return write(files, out);
              }
            });
    Thread writer = new Thread(null, writing, "trees", DEEP_STACK);
    writer.start();
    try (BufferedReader said = node.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(System.out::println);
    }
    try {
      writing.get();
    } catch (ExecutionException e) {
      throw new AssertionError("the trees could not be written", e);
    }
    return node.waitFor();
  }

  /** A line for each file: its path, its text, what was not understood and the tree. */
  private static int write(List<Path> files, BufferedWriter out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Path file : files) {
      String text = Corpora.read(file);
      ParseResult result = Corpora.parse(file, text, Corpora.optionsFor(file));
      line.setLength(0);
      TreeJson json = new TreeJson(line);
      line.append("{\"path\":");
      json.text(file.toString());
      line.append(",\"source\":");
      json.text(text);
      line.append(",\"problem\":");
      if (result.diagnostics().isEmpty()) {
        line.append("null");
      } else {
        json.text(result.diagnostics().get(0).toString());
      }
      line.append(",\"program\":");
      json.append(result.program());
      line.append("}\n");
      out.append(line);
    }
    return files.size();
  }
}
