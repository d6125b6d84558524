package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One project gives one report, whatever way it is analysed. */
final class SameReportTest {

  private static final Map<String, String> PROJECT = project();

  private static Map<String, String> project() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("package.json", "{\"name\": \"app\"}");
    texts.put("lib/shell.js", "export { exec as run } from 'node:child_process';");
    for (int i = 0; i < 60; i++) {
      texts.put(
          "src/m" + i + ".js",
          "import { run } from '../lib/shell.js';\nimport * as c from 'crypto';\n"
              + "export function f"
              + i
              + "(a, b, c, d) { run(a); eval(b); }\n"
              + "c.createHash('md5'); c.createHash('md5'); // emerald-disable-line any-crypto\n"
              + (i % 7 == 0 ? "let = ;\n" : "")
              + "queue.push(run);\n");
    }
    return texts;
  }

  private static Analyzer.Builder builder() {
    return Analyzer.builder()
        .pack(TestRules.everything())
        .configuration(Configuration.builder().profile(Configuration.Profile.AUDIT).build());
  }

  @Test
  void theProjectHasSomethingOfEverything() {
    Report report = builder().build().analyze(Input.texts(PROJECT));

    assertThat(report.findings()).hasSizeGreaterThan(300);
    assertThat(report.suppressed()).isNotEmpty();
    assertThat(report.notices()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 16})
  void threadsMakeNoDifference(int parallelism) {
    Report alone = builder().build().analyze(Input.texts(PROJECT));
    ExecutorService threads = Executors.newFixedThreadPool(parallelism);
    try {
      Analyzer together = builder().executor(threads, parallelism).build();
      for (int i = 0; i < 5; i++) {
        assertThat(together.analyze(Input.texts(PROJECT))).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void parsingTwiceMakesNoDifference() {
    assertThat(
            builder().limits(Limits.DEFAULT.withTreeUnits(0)).build().analyze(Input.texts(PROJECT)))
        .isEqualTo(builder().build().analyze(Input.texts(PROJECT)));
  }

  @Test
  void theOrderOfTextsMakesNoDifference() {
    Map<String, String> backwards = new LinkedHashMap<>();
    new TreeMap<>(PROJECT).descendingMap().forEach(backwards::put);

    assertThat(builder().build().analyze(Input.texts(backwards)))
        .isEqualTo(builder().build().analyze(Input.texts(PROJECT)));
  }

  @Test
  void aFolderAndTextsGiveTheSame(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> file : PROJECT.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    assertThat(builder().build().analyze(folder))
        .isEqualTo(builder().build().analyze(Input.texts(PROJECT)));
  }

  @Test
  void reportsThatDifferAreNotEqual() {
    Map<String, String> other = new TreeMap<>(PROJECT);
    other.put("src/m1.js", PROJECT.get("src/m1.js") + "\neval(z);");

    assertThat(builder().build().analyze(Input.texts(other)))
        .isNotEqualTo(builder().build().analyze(Input.texts(PROJECT)));
  }
}
