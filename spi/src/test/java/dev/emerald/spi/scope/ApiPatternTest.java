package dev.emerald.spi.scope;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPatternTest {

  @Test
  void bracesStandForAllTheirChoices() {
    assertThat(api("crypto.{createHash,createHmac}").names())
        .containsExactly("crypto.createHash", "crypto.createHmac");
    assertThat(api("{fs,fs-extra}.{chmod,chmodSync}").names())
        .containsExactly("fs.chmod", "fs.chmodSync", "fs-extra.chmod", "fs-extra.chmodSync");
    assertThat(anyOf("md5", "{sha1,js-sha1}").names()).containsExactly("md5", "sha1", "js-sha1");
  }

  @ParameterizedTest
  @CsvSource({
    "fs.*, fs.readFile, true",
    "fs.*, fs, false",
    "fs.*, fs.promises.readFile, false",
    "fs.*, fs.readFile(), false",
    "knex().*.raw, knex().client.raw, true",
    "express().get, express().get, true",
    "express().get, express.get, false",
    "@scope/p.*, @scope/p.x, true",
  })
  void aStarStandsForOneStep(String pattern, String name, boolean matches) {
    assertThat(api(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void anUnknownNameIsMatchedByNothing() {
    assertThat(api("*").matches(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fs.", ".fs", "fs..x", "fs.{a,}", "fs.{a,b", "fs.a}", "fs.{a,{b}}", "a b"})
  void whatMeansNothingIsAnError(String text) {
    assertThatThrownBy(() -> api(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void aPatternThatStandsForTooMuchIsAnError() {
    String ten = "{a,b,c,d,e,f,g,h,i,j}";

    assertThatThrownBy(() -> api(String.join(".", ten, ten, ten, ten, ten)))
        .hasMessageContaining("4096");
  }
}
