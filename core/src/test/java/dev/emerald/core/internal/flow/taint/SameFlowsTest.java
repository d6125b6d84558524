package dev.emerald.core.internal.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Report;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One program has the same flows and traces, by however many threads and in whatever order. */
final class SameFlowsTest {

  private static final int FILES = 90;

  /**
   * Modules in circles that hand data on, keep it, check it, and do harm with it here and there.
   */
  private static FlowProject project() {
    FlowProject project =
        FlowProject.of("package.json", "{\"name\": \"lib\", \"main\": \"m0.js\"}");
    for (int i = 0; i < FILES; i++) {
      int next = (i * 7 + 1) % FILES;
      project.with(
          "m" + i + ".js",
          """
          const next = require('./m%d'), cp = require('child_process'), fs = require('fs');
          class Store { constructor(x) { this.x = x; } get value() { return this.x; } }
          const kept = {};
          exports.put = (x) => { kept.x = x; return new Store(x); };
          exports.go = (x, n) => {
            if (n %% %d === 0) { %s }
            kept['k' + n] = x;
            return n > 0 ? next.go(next.put(x).value + '%d', n - 1) : kept.x;
          };
          """
              .formatted(
                  next,
                  i + 2,
                  i % 3 == 0 ? "cp.exec(x);" : i % 3 == 1 ? "fs.readFileSync(kept.x);" : "eval(x);",
                  i));
    }
    return project;
  }

  private static final Report ALONE = project().report();

  private static List<String> traces(Report report) {
    return report.findings().stream()
        .map(finding -> finding + " " + finding.trace())
        .collect(Collectors.toList());
  }

  @Test
  void theProgramHasFlowsThroughManyFiles() {
    assertThat(ALONE.findings()).hasSizeGreaterThan(30);
    assertThat(ALONE.findings())
        .anyMatch(
            finding ->
                finding.trace().stream().map(step -> step.location().path()).distinct().count()
                    > 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void threadsMakeNoDifference(int parallelism) {
    ExecutorService threads = Executors.newFixedThreadPool(parallelism);
    try {
      Report together = project().report(builder -> builder.executor(threads, parallelism));
      assertThat(together).isEqualTo(ALONE);
      assertThat(traces(together)).isEqualTo(traces(ALONE));
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfFilesMakesNoDifference(long seed) {
    Report shuffled = project().shuffled(seed).report();

    assertThat(shuffled).isEqualTo(ALONE);
    assertThat(traces(shuffled)).isEqualTo(traces(ALONE));
  }
}
