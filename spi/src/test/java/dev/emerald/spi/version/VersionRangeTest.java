package dev.emerald.spi.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest",
        "workspace:*",
        "file:../a",
        "git+https://git.example/a",
        "npm:a@1",
        "1.2.3.4",
        ">",
        "^",
        "~>",
        "1.2.3 || next",
        "- 1.2.3",
        "1.2.3 -",
        "v v",
        "=v= 1.2.3"
      })
  void whatIsNoRangeGivesNone(String text) {
    assertThat(VersionRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v= 1, <empty>",
    "= 1, >=1.0.0 <2.0.0-0",
    "~ >1, >=1.0.0 <2.0.0-0",
    "*1.2.3, 1.2.3",
    "1.2.3 +b 2.x, 1.2.3 >=2.0.0 <3.0.0-0",
    "^0.x, <1.0.0-0",
    "^9007199254740991, <empty>",
    "1.2.3 - 2.3.4 || <x, >=1.2.3 <=2.3.4",
  })
  void oddRangesAreReadAsNpmReadsThem(String text, String expected) {
    assertThat(VersionRange.parse(text).map(VersionRange::toString).orElse("<empty>"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.30.1, 1.2.3-0.1",
    "1.2.3-, 1.2.3--",
    "1.2.3-.a, 1.2.3--.a",
    "== 01.2.3, 1.2.3",
    "1.2.3-01.b, 1.2.3-1.b",
  })
  void looseVersionsAreReadAsNpmReadsThem(String text, String expected) {
    assertThat(Version.parse(text)).isEmpty();
    assertThat(Version.parseLoose(text)).map(Version::toString).contains(expected);
  }

  @Test
  void looseRangesLeaveOutWhatIsNoComparison() {
    assertThat(VersionRange.parse("foo >=1.2.3 bar", EnumSet.of(RangeOption.LOOSE)))
        .map(VersionRange::toString)
        .contains(">=1.2.3");
    assertThat(VersionRange.parse("foo || bar", EnumSet.of(RangeOption.LOOSE))).isEmpty();
    // Too large a number is another matter than no number.
    assertThat(VersionRange.parse(">=1.2.3 <9007199254740993.0.0", EnumSet.of(RangeOption.LOOSE)))
        .isEmpty();
  }

  @Test
  void prereleasesOfAnyLengthAreCompared() {
    String digits = "9".repeat(200);
    Version small = Version.parse("1.0.0-" + digits).orElseThrow();
    Version large = Version.parse("1.0.0-1" + digits).orElseThrow();
    assertThat(small).isLessThan(large).isLessThan(Version.parse("1.0.0-a").orElseThrow());
  }

  @Test
  void hostileTextsAreReadOnce() {
    for (String piece :
        new String[] {"v", "=", " ", "<", ">=", "~>", "^", "+", "-", "*", "1", "."}) {
      String text = piece.repeat(60_000 / piece.length());
      VersionRange.parse(text);
      VersionRange.parse("1.2.3 " + text + " 4", EnumSet.allOf(RangeOption.class));
      assertThat(Version.parseLoose(text)).isEmpty();
    }
    assertThat(VersionRange.parse("1||".repeat(20_000) + "1")).isPresent();
    assertThat(VersionRange.parse("1 ".repeat(33_000))).isEmpty();
  }
}
