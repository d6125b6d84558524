package dev.emerald.spi.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of npm's own implementation. */
class NodeSemverTest {

  @TestFactory
  Stream<DynamicTest> casesOfNodeSemverHold() throws IOException {
    return lines("node-semver.tsv").stream().map(line -> line.split("\t", -1)).map(this::test);
  }

  private DynamicTest test(String[] row) {
    Set<RangeOption> options = options(row[1]);
    String first = row[2].replace("\\t", "\t");
    String second = row[3].replace("\\t", "\t");
    return dynamicTest(String.join(" ", row), () -> check(row[0], options, first, second));
  }

  private static void check(String kind, Set<RangeOption> options, String first, String second) {
    boolean loose = options.contains(RangeOption.LOOSE);
    switch (kind) {
      case "range-include" -> assertThat(range(first, options).contains(second)).isTrue();
      case "range-exclude" -> assertThat(range(first, options).contains(second)).isFalse();
      case "range-parse" ->
          assertThat(VersionRange.parse(first, options).map(VersionRange::toString))
              .isEqualTo(second.equals("null") ? Optional.empty() : Optional.of(second));
      case "comparisons" -> {
        assertThat(version(first, loose)).isGreaterThan(version(second, loose));
        assertThat(version(second, loose)).isLessThan(version(first, loose));
        assertThat(version(first, loose)).isNotEqualTo(version(second, loose));
      }
      case "equality" ->
          assertThat(version(first, loose))
              .isEqualByComparingTo(version(second, loose))
              .isEqualTo(version(second, loose))
              .hasSameHashCodeAs(version(second, loose));
      case "valid-versions" -> assertThat(described(version(first, loose))).isEqualTo(second);
      case "invalid-versions" -> {
        assertThat(Version.parse(first)).isEmpty();
        assertThat(loose ? Version.parseLoose(first) : Optional.empty()).isEmpty();
      }
      default -> throw new AssertionError("an unknown kind of case: " + kind);
    }
  }

  @Test
  void rangesOfAdvisoriesTakeInWhatNpmSays() throws IOException {
    int probes = 0;
    for (String line : lines("advisory-ranges.tsv")) {
      String[] row = line.split("\t", -1);
      VersionRange range = range(row[0], EnumSet.of(RangeOption.INCLUDE_PRERELEASE));
      for (int side = 1; side <= 2; side++) {
        for (String version : row[side].split(" ")) {
          if (!version.isEmpty()) {
            assertThat(range.contains(version)).as(row[0] + " and " + version).isEqualTo(side == 1);
            probes++;
          }
        }
      }
    }
    assertThat(probes).isEqualTo(4_720);
  }

  private static String described(Version version) {
    return "%d %d %d pre=%s build=%s"
        .formatted(
            version.major(),
            version.minor(),
            version.patch(),
            String.join(".", version.prerelease()),
            String.join(".", version.build()));
  }

  private static Version version(String text, boolean loose) {
    return (loose ? Version.parseLoose(text) : Version.parse(text)).orElseThrow();
  }

  private static VersionRange range(String text, Set<RangeOption> options) {
    return VersionRange.parse(text, options).orElseThrow();
  }

  private static Set<RangeOption> options(String text) {
    Set<RangeOption> options = EnumSet.noneOf(RangeOption.class);
    if (text.contains("loose")) {
      options.add(RangeOption.LOOSE);
    }
    if (text.contains("includePrerelease")) {
      options.add(RangeOption.INCLUDE_PRERELEASE);
    }
    return options;
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = NodeSemverTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
