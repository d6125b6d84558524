package dev.emerald.core.internal.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Confidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@code cases.txt}: each begins with {@code === server|library COUNT NAME} and goes
 * on with the text of a file in which that many sinks are reached. Those with 0 are twins of others
 * that differ by little.
 */
final class FlowCasesTest {

  @TestFactory
  List<DynamicTest> flowsAreFoundAndTheirTwinsAreSilent() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String each : text().split("(?m)^=== ")) {
      if (!each.isBlank()) {
        tests.add(test(each));
      }
    }
    return tests;
  }

  private static DynamicTest test(String text) {
    int line = text.indexOf('\n');
    String[] head = text.substring(0, line).split(" ", 3);
    String code = text.substring(line + 1);
    return DynamicTest.dynamicTest(
        head[0] + ": " + head[2],
        () -> {
          FlowProject project =
              head[0].equals("server") ? FlowProject.server(code) : FlowProject.library(code);
          Report report = project.report();
          assertThat(report.notices()).isEmpty();
          assertThat(report.findings())
              .filteredOn(finding -> finding.confidence() != Confidence.LOW)
              .hasSize(Integer.parseInt(head[1]))
              .allSatisfy(finding -> assertThat(finding.trace()).hasSizeGreaterThan(1));
        });
  }

  private static String text() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FlowCasesTest.class.getResourceAsStream("cases.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
