package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

  private static PathPatterns patterns(String... patterns) {
    return PathPatterns.of(List.of(patterns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.{js,ts}          | x/a.ts    | true",
        "*.{js,ts}          | x/a.tsx   | false",
        "{src,lib}/**/*.js  | lib/a.js  | true",
        "{a,b{c,d}}.js      | bd.js     | true",
        "{a,b{c,d}}.js      | b.js      | false",
        "{a}.js             | {a}.js    | true",
        "{a,b.js            | {a,b.js   | true",
        "\\{a,b\\}.js       | {a,b}.js  | true",
        "{,x}a.js           | a.js      | true",
        "./src/a.js         | src/a.js  | true",
        "./src/a.js         | x/src/a.js| false",
        "dist               | dist/x/a.js | true",
        "dist/              | dist/a.js | true",
        "/dist              | x/dist/a.js | false",
      })
  void bracesAndFoldersCount(String pattern, String path, boolean covered) {
    assertThat(patterns(pattern).coversFile(path)).isEqualTo(covered);
  }

  @Test
  void whatSpeaksOfSomethingFurtherInHasTheLastWord() {
    PathPatterns patterns = patterns("vendor", "!vendor/ours", "vendor/ours/old.js");

    assertThat(patterns.coversFile("vendor/a.js")).isTrue();
    assertThat(patterns.coversFile("vendor/ours/a.js")).isFalse();
    assertThat(patterns.coversFile("vendor/ours/old.js")).isTrue();
  }

  @Test
  void nothingIsCoveredByNoPatterns() {
    assertThat(PathPatterns.NONE.coversFile("a.js")).isFalse();
    assertThat(patterns("", "/", "!").coversFile("a.js")).isFalse();
  }

  @Test
  void foldersThatMayHoldAMatchAreTold() {
    assertThat(patterns("dist/esm/*.js").mayCoverBelow("dist")).isTrue();
    assertThat(patterns("dist/esm/*.js").mayCoverBelow("dist/cjs")).isFalse();
    assertThat(patterns("dist/**/a.js").mayCoverBelow("dist/x/y")).isTrue();
    assertThat(patterns("*.js").mayCoverBelow("dist/x")).isTrue();
    assertThat(patterns("*.js").mayCoverBelow("node_modules")).isFalse();
    assertThat(patterns("node_modules/ours").mayCoverBelow("node_modules")).isTrue();
    assertThat(patterns("node_modules/ours").mayCoverBelow("node_modules/other")).isFalse();
    assertThat(patterns("!dist/a.js").mayCoverBelow("dist")).isFalse();
    assertThat(patterns("!dist/a.js").mayTakeOutBelow("dist")).isTrue();
  }

  @Test
  void bracesThatStandForTooManyPatternsAreRefused() {
    String bomb = "{a,b}".repeat(40);

    assertThatThrownBy(() -> patterns(bomb))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{a,b}{a,b}")
        .hasMessageContaining("1000");
    assertThat(patterns("{".repeat(5_000) + ",").coversFile("a")).isFalse();
  }
}
