package dev.emerald.core.internal.flow.effects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kinds of sinks are alike. */
final class FamilyTest {

  @ParameterizedTest
  @CsvSource({
    "path-injection,PATH",
    "xss,HTML",
    "'',OTHER",
    "' ',OTHER",
    "xs,OTHER",
    "something-else,OTHER"
  })
  void aKindIsOfTheFamilyThatNamesIt(String kind, Family expected) {
    assertThat(Family.of(kind)).isEqualTo(expected);
  }
}
