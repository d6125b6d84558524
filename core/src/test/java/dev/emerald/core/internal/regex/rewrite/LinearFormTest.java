package dev.emerald.core.internal.regex.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingAnalysis;
import dev.emerald.core.internal.regex.rewrite.LinearForm.Use;
import dev.emerald.spi.regex.Backtracking.Growth;
import dev.emerald.spi.regex.RegexPattern;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinearFormTest {

  private static String form(String pattern, String flags, Use use) {
    String form = LinearForm.of(RegexParser.parse(pattern, flags), false, use);
    if (form != null) {
      RegexPattern read = RegexParser.parse(form, flags);
      assertThat(BacktrackingAnalysis.analyze(read, false).growth())
          .as(form)
          .isEqualTo(Growth.LINEAR);
    }
    return form;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "^(?:a+)+$ # ^a+$",
        "^(?:a*)*$ # ^a*$",
        "^(?:a+?)+?$ # ^a+?$",
        "^([a-z0-9]+)*$ # ^([a-z0-9]+)?$",
        "^(?<name>[a-z]+)+$ # ^(?<name>[a-z]+)$",
        "^(?:\\.?\\w+)+$ # ^(?:\\.?\\w)+$",
        "^(?:\\s*\\w+)*$ # ^(?:\\s*\\w)*$",
        "^(x+x+)+y # ^(xx+)y",
        "^(?:a|b|ab)*c$ # ^(?:a|b)*c$",
        "^(a|aa)+$ # ^(a)+$",
        "^(?:a|a)*$ # ^(?:a)*$",
        "^(?:\\w|\\d)*$ # ^(?:[\\w\\d])*$",
        "^\\s*\\s*x$ # ^\\s*x$",
        "^\\d+\\w*$ # ^\\d\\w*$",
        "^\"(?:[^\"\\\\]+|\\\\.)*\"$ # ^\"(?:[^\"\\\\]|\\\\.)*\"$",
        "^(?=(?:a+)+$)[ab]*$ # ^(?=a+$)[ab]*$",
        "^(x)\\1(?:a+)+$ # ^(x)\\1a+$",
      })
  void isFound(String pattern, String expected) {
    assertThat(form(pattern, "", Use.ANYTHING)).isEqualTo(expected);
  }

  /** What would match otherwise, or still be slow, is not offered. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "^(\\s*\\w+)*$",
        "^(\\w+\\s?)*$",
        "^(aa|a)+$",
        "^((a+))+\\2$",
        "^(?<=(?:a+)+)b$",
        "(?:a+)+$",
        "\\s+$",
        "^(.*)(.*)$x",
        "(",
      })
  void isNotFound(String pattern) {
    assertThat(form(pattern, "", Use.ANYTHING)).isNull();
  }

  @Test
  void dependsOnWhatIsSeen() {
    assertThat(form("^(\\s*\\w+)*$", "", Use.TEST)).isEqualTo("^(\\s*\\w)*$");
    assertThat(form("^(aa|a)+$", "", Use.TEST)).isEqualTo("^(a)+$");
    assertThat(form("^(?:a+)+$", "y", Use.TEST)).isEqualTo("^a+$");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "^(?:" + "a?".repeat(90) + ")*$",
        "^(?:" + "a*|".repeat(60) + "b)*$",
        "(?:".repeat(60) + "a" + ")*".repeat(60) + "$",
        "(".repeat(90) + "a" + "+)+".repeat(60) + "$" + ")".repeat(30),
        "^(?:(?:a{1,1000}){1,1000}){1,1000}$",
        "^(?:(?:){1,2000000000}a*){5,}a*a*$",
        "^(?:[^a]|[^b]|[^c]|[^d]|[^e]|[^f])*(?:[^a]|[^b]|[^c]|[^d]|[^e]|[^f])*$",
        "^(?:\\p{L}+|\\p{Lu}*|\\p{Ll}+)*$",
        "a*".repeat(100) + "b");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void endsOnPatternsMadeToExhaustIt(String pattern) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> form(pattern, pattern.contains("\\p") ? "u" : "", Use.TEST));
  }
}
