package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexErrorTest {

  @ParameterizedTest(name = "/{0}/{1} is refused at {2}")
  @CsvSource(
      delimiter = '¦',
      emptyValue = "",
      value = {
        "(             ¦ '' ¦ 0 ¦ lacks its closing )",
        "a(b(c)        ¦ '' ¦ 1 ¦ lacks its closing )",
        "a)            ¦ '' ¦ 1 ¦ no group to close",
        "*             ¦ '' ¦ 0 ¦ nothing to repeat",
        "a**           ¦ '' ¦ 2 ¦ nothing to repeat",
        "a|+           ¦ '' ¦ 2 ¦ nothing to repeat",
        "(?:?)         ¦ '' ¦ 3 ¦ nothing to repeat",
        "{1}           ¦ '' ¦ 0 ¦ nothing to repeat",
        "a{1}{2,}      ¦ '' ¦ 4 ¦ nothing to repeat",
        "^*            ¦ '' ¦ 1 ¦ nothing to repeat",
        "\\b+          ¦ '' ¦ 2 ¦ nothing to repeat",
        "(?<=a)*       ¦ '' ¦ 6 ¦ nothing to repeat",
        "(?<!a){1}     ¦ '' ¦ 6 ¦ nothing to repeat",
        "(?=a)*        ¦ u  ¦ 5 ¦ nothing to repeat",
        "a{2,1}        ¦ '' ¦ 1 ¦ out of order",
        "a{99999999999999999999,9999999999999999999} ¦ '' ¦ 1 ¦ out of order",
        "a{10,09}      ¦ '' ¦ 1 ¦ out of order",
        "[             ¦ '' ¦ 0 ¦ lacks its closing ]",
        "a[b           ¦ '' ¦ 1 ¦ lacks its closing ]",
        "[a-           ¦ '' ¦ 0 ¦ lacks its closing ]",
        "[z-a]         ¦ '' ¦ 1 ¦ range 'z-a' is out of order",
        "[\\d-a]       ¦ u  ¦ 3 ¦ can't be the end of a range",
        "[a-\\d]       ¦ u  ¦ 2 ¦ can't be the end of a range",
        "\\            ¦ '' ¦ 0 ¦ backslash ends the pattern",
        "[\\           ¦ '' ¦ 1 ¦ backslash ends the pattern",
        "\\            ¦ u  ¦ 0 ¦ backslash ends the pattern",
        "a]            ¦ u  ¦ 1 ¦ must be escaped",
        "a}            ¦ v  ¦ 1 ¦ must be escaped",
        "a{            ¦ u  ¦ 1 ¦ must be escaped",
        "\\1           ¦ u  ¦ 0 ¦ no group for '\\1'",
        "(a)\\2        ¦ u  ¦ 3 ¦ no group for '\\2'",
        "\\00          ¦ u  ¦ 0 ¦ Octal escapes",
        "[\\1]         ¦ u  ¦ 1 ¦ Octal escapes",
        "\\u{110000}   ¦ u  ¦ 0 ¦ \\u must be followed",
        "\\u{}         ¦ u  ¦ 0 ¦ \\u must be followed",
        "\\u{1         ¦ u  ¦ 0 ¦ \\u must be followed",
        "\\xg          ¦ u  ¦ 0 ¦ \\x must be followed",
        "\\c1          ¦ u  ¦ 0 ¦ \\c must be followed",
        "\\a           ¦ u  ¦ 0 ¦ There is no escape '\\a'",
        "\\k<a>        ¦ u  ¦ 0 ¦ There is no group 'a'",
        "\\ka          ¦ u  ¦ 0 ¦ \\k must be followed",
        "(?a)          ¦ '' ¦ 0 ¦ no group that starts like this",
        "(?            ¦ '' ¦ 0 ¦ no group that starts like this",
        "(?i)          ¦ '' ¦ 0 ¦ no group that starts like this",
        "(?-:a)        ¦ '' ¦ 2 ¦ name no flag",
        "(?ii:a)       ¦ '' ¦ 2 ¦ name a flag twice",
        "(?i-i:a)      ¦ '' ¦ 2 ¦ name a flag twice",
        "(?g:a)        ¦ '' ¦ 0 ¦ no group that starts like this",
        "(?i-m-s:a)    ¦ '' ¦ 0 ¦ no group that starts like this",
        "(?<>a)        ¦ '' ¦ 3 ¦ name is empty",
        "(?<1>a)       ¦ '' ¦ 3 ¦ must be an identifier",
        "(?<a-b>a)     ¦ '' ¦ 4 ¦ must be an identifier",
        "(?<a          ¦ '' ¦ 3 ¦ lacks its closing >",
        "(?<a\\>b)     ¦ '' ¦ 4 ¦ must be an identifier",
        "(?<\\u{110000}>b) ¦ '' ¦ 3 ¦ must be an identifier",
        "\\p{Foo}      ¦ u  ¦ 0 ¦ There is no Unicode property 'Foo'",
        "\\p{L         ¦ u  ¦ 0 ¦ lacks its closing }",
        "\\pL          ¦ u  ¦ 0 ¦ \\p must be followed",
        "\\p{RGI_Emoji} ¦ u ¦ 0 ¦ needs the v flag",
      })
  void whatIsWrongIsSaidWithItsPlace(String pattern, String flags, int offset, String message) {
    RegexPattern regex = RegexParser.parse(pattern, flags);
    assertThat(regex.tree()).isEmpty();
    assertThat(regex.groups()).isEmpty();
    RegexDiagnostic diagnostic = regex.diagnostics().get(0);
    assertThat(diagnostic.kind()).isEqualTo(RegexDiagnostic.Kind.PATTERN);
    assertThat(diagnostic.message()).contains(message);
    assertThat(diagnostic.offset()).isEqualTo(offset);
  }

  @ParameterizedTest(name = "/ab/{0}")
  @CsvSource({
    "x, 3, There is no flag 'x'",
    "gg, 4, The flag 'g' is repeated",
    "gimx, 6, There is no flag 'x'",
    "uv, 4, The flags u and v exclude each other",
    "vgu, 5, The flags u and v exclude each other",
    "G, 3, There is no flag 'G'",
  })
  void faultyFlagsAreFoundWhereTheyStandInALiteral(String flags, int offset, String message) {
    RegexPattern regex = RegexParser.parse("ab", flags);
    assertThat(regex.tree()).isEmpty();
    RegexDiagnostic diagnostic = regex.diagnostics().get(0);
    assertThat(diagnostic.kind()).isEqualTo(RegexDiagnostic.Kind.FLAGS);
    assertThat(diagnostic.offset()).isEqualTo(offset);
    assertThat(diagnostic.message()).isEqualTo(message);
  }

  @Test
  void allFlagsAreKnown() {
    assertThat(RegexParser.parse("a", "yusmigd").flags()).hasToString("dgimsuy");
    assertThat(RegexParser.parse("a", "v").flags().unicodeSets()).isTrue();
    assertThat(RegexParser.parse("a", "").flags().isEmpty()).isTrue();
  }

  @Test
  void messagesStayShortWhateverThePatternHolds() {
    String property = "\\p{" + "x".repeat(10_000) + "}";
    assertThat(RegexParser.parse(property, "u").diagnostics().get(0).message().length())
        .isLessThan(120);
  }
}
