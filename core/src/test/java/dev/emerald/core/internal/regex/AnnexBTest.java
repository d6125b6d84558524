package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web allows without {@code u} and {@code v}, and what these flags make of it. */
class AnnexBTest {

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "]                ¦ ]",
        "}                ¦ }",
        "{                ¦ {",
        "a{               ¦ a {",
        "a{,5}            ¦ a { , 5 }",
        "a{1              ¦ a { 1",
        "a{1,2            ¦ a { 1 , 2",
        "a{b}             ¦ a { b }",
        "{a}              ¦ { a }",
        "x{{2}            ¦ x {{2,2}",
      })
  void bracketsAndBracesMayBePlain(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
    assertRefusedInUnicodeMode(pattern);
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "\\1              ¦ U+0001",
        "\\10             ¦ U+0008",
        "(a)\\2           ¦ (1: a) U+0002",
        "(a)\\12          ¦ (1: a) U+000A",
        "\\8\\9           ¦ 8 9",
        "\\81             ¦ 8 1",
        "\\00             ¦ U+0000",
        "\\08             ¦ U+0000 8",
        "\\07             ¦ U+0007",
        "\\101            ¦ A",
        "\\377            ¦ U+00FF",
        "\\400            ¦ U+0020 0",
        "\\0101           ¦ U+0008 1",
        "[\\1\\12\\8]     ¦ [U+0001 U+000A 8]",
        "(a)[\\1]         ¦ (1: a) [U+0001]",
      })
  void digitsWithoutAGroupAreOctal(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
    assertRefusedInUnicodeMode(pattern);
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "\\a\\z\\_        ¦ a z _",
        "\\x              ¦ x",
        "\\x4             ¦ x 4",
        "\\xg1            ¦ x g 1",
        "\\u              ¦ u",
        "\\u004           ¦ u 0 0 4",
        "\\u{41}          ¦ u{41,41}",
        "\\c              ¦ \\ c",
        "\\c1             ¦ \\ c 1",
        "\\c*             ¦ \\ c{0,∞}",
        "[\\c]            ¦ [\\ c]",
        "[\\c*]           ¦ [\\ c *]",
        "[\\c1\\c_]       ¦ [U+0011 U+001F]",
        "[\\B]            ¦ [B]",
        "\\k              ¦ k",
        "\\k<a>           ¦ k < a >",
        "[\\k]            ¦ [k]",
        "\\p{Lu}          ¦ p { L u }",
      })
  void unknownEscapesAreTheCharacterItself(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
  }

  @ParameterizedTest(name = "/{0}/")
  @ValueSource(
      strings = {
        "\\a", "\\_", "\\-", "\\x", "\\x4", "\\u", "\\u004", "\\c", "\\c1", "[\\c1]", "[\\B]",
        "\\k", "\\k<a>", "\\p", "\\p{", "\\é"
      })
  void unknownEscapesAreRefusedInUnicodeMode(String pattern) {
    assertThat(RegexText.of(pattern, "")).doesNotStartWith("✗");
    assertRefusedInUnicodeMode(pattern);
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "(?=a)*           ¦ (?= a){0,∞}",
        "(?!a){2}         ¦ (?! a){2,2}",
        "(?=a)??          ¦ (?= a){0,1}?",
        "[\\d-a]          ¦ [\\d - a]",
        "[a-\\d]          ¦ [a - \\d]",
        "[\\w-\\d-z]      ¦ [\\w - \\d - z]",
      })
  void lookaheadsRepeatAndSetsMayStandAtADash(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
    assertRefusedInUnicodeMode(pattern);
  }

  @ParameterizedTest(name = "/{0}/")
  @ValueSource(strings = {"(?<a>x)\\k", "\\k(?<a>x)", "(?<a>x)\\k<b>", "(?<a>x)[\\k]"})
  void aNamedGroupMakesReferencesOfAllK(String pattern) {
    assertThat(RegexText.of(pattern, "")).startsWith("✗");
  }

  private static void assertRefusedInUnicodeMode(String pattern) {
    assertThat(RegexText.of(pattern, "u")).startsWith("✗");
    assertThat(RegexText.of(pattern, "v")).startsWith("✗");
  }
}
