package dev.emerald.core.internal.regex.backtracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.Backtracking.Growth;
import dev.emerald.spi.regex.RegexPattern;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns that are made to exhaust an analysis: they end, on a small stack, with an answer. */
class HostilePatternsTest {

  private static final int SMALL_STACK = 512 * 1024;

  static Stream<Arguments> patterns() {
    String words =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "w" + Integer.toString(i * 7919, 36))
            .collect(Collectors.joining("|"));
    String classes =
        IntStream.range(0, 900)
            .mapToObj(i -> "[\\u" + hex(4 * i) + "-\\u" + hex(4 * i + 900) + "]")
            .collect(Collectors.joining("*"));
    String hugeClass =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "\\u" + hex(3 * i))
            .collect(Collectors.joining("", "[", "]"));
    return Stream.of(
        Arguments.of("nested bounds", "((a{1,1000}){1,1000}){1,1000}$", Growth.EXPONENTIAL),
        Arguments.of("words", words, Growth.LINEAR),
        Arguments.of("words, repeated", "^(?:" + words + ")*$", Growth.NOT_DECIDED),
        Arguments.of("many classes", "^" + classes + "$", Growth.NOT_DECIDED),
        Arguments.of("a huge class", "^" + hugeClass + "+$", Growth.LINEAR),
        Arguments.of("loops", "a*".repeat(300) + "b", null),
        Arguments.of("optional parts", "^(?:" + "a?".repeat(900) + ")*$", null),
        Arguments.of("deep groups", "(".repeat(490) + "a" + ")*".repeat(490) + "$", null),
        Arguments.of("deep look-aheads", "(?=".repeat(490) + "a*" + ")".repeat(490), null),
        Arguments.of("large", "a*b".repeat(300_000), Growth.NOT_DECIDED),
        Arguments.of("large and plain", "ab".repeat(500_000), Growth.LINEAR),
        Arguments.of("many groups", "(a)".repeat(3_000) + "\\1*", Growth.NOT_DECIDED),
        Arguments.of("empty iterations", "(?:(?:){1,2000000000}){5,}a*a*$", null),
        Arguments.of("alternatives of loops", "^(?:" + "a*|".repeat(200) + "b)*$", null),
        Arguments.of("large bounds", "^(?:ab{2000000000}){2000000000,}$", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("patterns")
  void endWithAnAnswer(String name, String pattern, Growth growth) throws InterruptedException {
    RegexPattern regex = RegexParser.parse(pattern, "");
    AtomicReference<Backtracking> answer = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> answer.set(BacktrackingAnalysis.analyze(regex, true)),
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    assertThat(answer.get()).isNotNull();
    if (growth != null) {
      assertThat(answer.get().growth()).isEqualTo(growth);
    }
  }

  private static String hex(int value) {
    return String.format("%04x", value);
  }
}
