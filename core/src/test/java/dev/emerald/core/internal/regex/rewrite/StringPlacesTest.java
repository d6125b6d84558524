package dev.emerald.core.internal.regex.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringPlacesTest {

  private static StringPlaces places(String literal) {
    return Objects.requireNonNull(StringPlaces.of(literal));
  }

  @Test
  void escapesCountAsWhatTheyStandFor() {
    String literal = "'^\\\\w\\u0041\\x2b\\n$\\''";
    StringPlaces places = places(literal);
    assertThat(places.value()).isEqualTo("^\\wA+\n$'");
    assertThat(literal.substring(places.place(1), places.place(2))).isEqualTo("\\\\");
    assertThat(literal.substring(places.place(3), places.place(4))).isEqualTo("\\u0041");
    assertThat(literal.substring(places.place(7), places.place(8))).isEqualTo("\\'");
    assertThat(places.place(8)).isEqualTo(literal.length() - 1);
  }

  @Test
  void textsAreWrittenAsTheLiteralIs() {
    assertThat(places("'a'").written("\\w'\"\n")).isEqualTo("\\\\w\\'\"\\n");
    assertThat(places("\"a\"").written("'\"")).isEqualTo("'\\\"");
    assertThat(places("'a'").written("\uD800")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "'", "'a", "a", "`a`", "'\\1'", "'\\01'", "'\\u{41}'", "'\\x4'", "'a\\\n'"})
  void otherLiteralsHaveNone(String literal) {
    assertThat(StringPlaces.of(literal)).isNull();
  }
}
