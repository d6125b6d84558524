package dev.emerald.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.NoticeKind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Regular expressions that are made to exhaust an analysis, wherever they can stand in a project:
 * what is beyond the limits is said, within a time that does not depend on them.
 */
class HostilePatternsTest {

  private static final int SMALL_STACK = 512 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Analyzer ANALYZER =
      Analyzer.builder()
          .pack(new BuiltinRules())
          // Lines of a megabyte pass for minified otherwise.
          .configuration(Configuration.builder().include("*").build())
          .build();

  /** Where an expression can stand; what is put in has no quotes, slashes or escapes. */
  private static final Map<String, String> PLACES =
      Map.of(
          "a.js", "module.exports = (text) => /%s/.test(text);",
          "b.js", "module.exports = (text) => new RegExp('%s').test(text);",
          "c.js", "module.exports = { type: 'string', pattern: '%s' };",
          "d.json", "{ \"type\": \"object\", \"properties\": { \"a\": { \"pattern\": \"%s\" } } }");

  static Stream<Arguments> beyondLimits() {
    String words =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "w" + Integer.toString(i * 7919, 36))
            .collect(Collectors.joining("|"));
    Map<String, String> patterns =
        Map.of(
            "a megabyte", "a*b".repeat(350_000),
            "alternatives", "^(?:" + words + ")*$",
            "look-aheads", "(?=".repeat(50_000) + "a*" + ")".repeat(50_000),
            "groups", "(?:".repeat(50_000) + "a*" + ")*".repeat(50_000) + "$",
            "many groups", "(a+)" + "(?:a)".repeat(100_000) + "$");
    return patterns.entrySet().stream()
        .flatMap(
            pattern ->
                PLACES.keySet().stream()
                    .sorted()
                    .map(place -> Arguments.of(pattern.getKey(), place, pattern.getValue())));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("beyondLimits")
  void whatIsBeyondTheLimitsIsSaid(String name, String place, String pattern) {
    Report report = analyze(place, pattern);

    assertThat(report.notices())
        .anySatisfy(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
              assertThat(notice.path()).contains(place);
              assertThat(notice.message()).startsWith("no verdict on the regular expression");
            });
    assertThat(report.notices()).noneMatch(each -> each.kind() == NoticeKind.RULE_FAILED);
  }

  @ParameterizedTest
  @MethodSource("places")
  void nestedCountersAreReported(String place) {
    Report report = analyze(place, "((a{1,1000}){1,1000}){1,1000}$");

    assertThat(report.findings())
        .extracting(each -> each.ruleId())
        .containsOnlyOnce("redos-exponential");
  }

  static Stream<String> places() {
    return PLACES.keySet().stream().sorted();
  }

  @Test
  void aPlainMegabyteIsNoGap() {
    Report report = analyze("a.js", "ab".repeat(500_000));

    assertThat(report.notices()).noneMatch(each -> each.kind() == NoticeKind.LIMIT_REACHED);
  }

  private static Report analyze(String place, String pattern) {
    Input input = Input.texts(Map.of(place, PLACES.get(place).replace("%s", pattern)));
    AtomicReference<Report> report = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> report.set(ANALYZER.analyze(input)), "small", SMALL_STACK);
    thread.setDaemon(true);
    thread.start();
    assertThatCode(() -> thread.join(LONGEST.toMillis())).doesNotThrowAnyException();
    assertThat(report.get()).as("a report within a minute").isNotNull();
    return report.get();
  }
}
