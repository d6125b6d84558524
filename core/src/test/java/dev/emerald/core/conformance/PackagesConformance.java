package dev.emerald.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The sources of well-known packages, in folders that {@code -Demerald.packages} names. */
@EnabledIfSystemProperty(named = "emerald.packages", matches = ".+")
class PackagesConformance {

  @Test
  void atMostOneFileIsNotUnderstood() throws IOException {
    List<String> broken = new ArrayList<>();
    int count = 0;
    for (Path folder : Corpora.folders("emerald.packages")) {
      for (Path file :
          Corpora.files(folder, ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx")) {
        ParseResult result = Corpora.parse(file, Corpora.read(file), Corpora.optionsFor(file));
        if (!result.diagnostics().isEmpty()) {
          broken.add(file + ": " + result.diagnostics().get(0));
        }
        count++;
      }
    }
    System.out.println(
        "packages: %d of %d files understood".formatted(count - broken.size(), count));
    broken.forEach(System.out::println);
    assertThat(count).isPositive();
    assertThat(broken).hasSizeLessThanOrEqualTo(1);
  }
}
