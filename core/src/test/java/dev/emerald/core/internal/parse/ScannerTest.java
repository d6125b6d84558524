package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {

  private static Scanner scanner(String text) {
    Scanner scanner = new Scanner(text, 1_000);
    scanner.next();
    return scanner;
  }

  private static String spans(String text) {
    Scanner scanner = scanner(text);
    StringBuilder spans = new StringBuilder();
    while (scanner.kind != Token.EOF) {
      if (scanner.kind == Token.UNKNOWN) {
        spans.append('!');
      }
      spans.append(text, scanner.start, scanner.end).append(scanner.newlineBefore ? "^" : " ");
      scanner.next();
    }
    return spans.toString().trim();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "$_1",
        "ünï",
        "𝒳y",
        "#p",
        "0",
        "017",
        "089.5",
        "0b1",
        "0xFf",
        "1_000",
        "1e+3",
        ".5",
        "5.",
        "9n",
        "'a\\'b'",
        "\"\\\n\"",
        "`a`",
        "`a${",
        "...",
        "?.",
        "??=",
        "**=",
        "<<=",
        "===",
        "=>",
        "&&=",
        "--",
        "\u2118",
        "a\u200d",
        "'\u2028'",
        "\\u0061b",
        "\\u{62}c"
      })
  void oneTokenIsOneToken(String text) {
    assertThat(spans(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a?.5:b | a ? .5 : b",
        "a>>>=b | a > > > = b",
        "a+++b | a ++ + b",
        "1..x | 1. . x",
        "a<!--b | a < ! -- b",
        "a #! | a # !",
        "3in | !3in",
        "1__0 | !1__0",
        "0_1 | !0_1",
        "08n | !08n",
        "'a | !'a",
        "\\x | !\\ x",
      })
  void tokensAreAsLongAsTheyCanBe(String text, String spans) {
    assertThat(spans(text)).isEqualTo(spans);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u2029b", "a/*\n*/b", "a//x\nb"})
  void lineEndsBeforeATokenAreNoted(String text) {
    Scanner scanner = scanner(text);
    scanner.next();
    assertThat(scanner.newlineBefore).isTrue();
  }

  @Test
  void everySpaceOfUnicodeSeparates() {
    assertThat(spans("a\u00A0b\u1680c\u2003d\u202Fe\u3000f\uFEFFg\u000Bh\fi"))
        .isEqualTo("a b c d e f g h i");
  }

  @Test
  void aNameIsOneStringHoweverOftenItIsWritten() {
    Scanner scanner = scanner("name \\u006eame n\\u{61}me");
    String first = scanner.name;
    scanner.next();
    assertThat(scanner.name).isSameAs(first);
    scanner.next();
    assertThat(scanner.name).isSameAs(first);
  }

  @Test
  void aKeywordWithAnEscapeIsNone() {
    assertThat(scanner("v\\u0061r").kind).isEqualTo(Token.ESCAPED_KEYWORD);
    assertThat(scanner("l\\u0065t").kind).isEqualTo(Token.IDENTIFIER);
    assertThat(scanner("let").kind).isEqualTo(Token.LET);
  }

  @Test
  void loneSurrogatesAndZerosAreUnknown() {
    assertThat(spans("a\uD800b\0c")).isEqualTo("a !\uD800 b !\0 c");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "017, 15",
    "019, 19",
    "0x1F, 31",
    "0b101, 5",
    "0o17, 15",
    "1_0.5e1, 105",
    ".5, 0.5",
    "1e400, Infinity",
    "0xFFFFFFFFFFFFFFFFF, 295147905179352830000",
    "089.5, 89.5"
  })
  void numbersHaveTheirValues(String text, double value) {
    Scanner scanner = scanner(text);
    assertThat(Numbers.value(scanner.text, scanner.start, scanner.end)).isEqualTo(value);
  }

  @Test
  void escapesInStringsAreResolved() {
    String escapes = "'\\n\\x41\\u0042\\u{1F600}\\0\\101\\8\\\r\nZ\\q'";
    assertThat(scanner(escapes).stringValue()).isEqualTo("\nAB\uD83D\uDE00\0A8Zq");
    assertThat(scanner("'\\uD83D'").stringValue()).isEqualTo("\uD83D");
    assertThat(scanner("'\\x4'").stringValue()).isNull();
    assertThat(scanner("'\\u{110000}'").stringValue()).isNull();
  }

  @Test
  void templatesNormaliseLineEndsAndHaveNoOctals() {
    assertThat(scanner("`a\r\nb\rc`").templateValue()).isEqualTo("a\nb\nc");
    assertThat(scanner("`\\1`").templateValue()).isNull();
  }

  @Test
  void regularExpressionsAreReadOnRequest() {
    Scanner scanner = scanner("/[/\\]]\\//dg;");
    assertThat(scanner.kind).isEqualTo(Token.SLASH);
    scanner.rescanRegExp();
    assertThat(scanner.kind).isEqualTo(Token.REGEXP);
    assertThat(scanner.end).isEqualTo(11);
    assertThat(scanner.regExpClose()).isEqualTo(8);
  }

  @Test
  void theScanGoesBackAsOftenAsWished() {
    Scanner scanner = scanner("a /* c */ (b");
    Scanner.State state = scanner.save();
    for (int i = 0; i < 2; i++) {
      scanner.next();
      scanner.next();
      assertThat(scanner.name).isEqualTo("b");
      assertThat(scanner.brackets.depth).isEqualTo(1);
      scanner.restore(state);
      assertThat(scanner.name).isEqualTo("a");
      assertThat(scanner.brackets.depth).isZero();
      assertThat(scanner.comments).isEmpty();
    }
  }

  @Test
  void beyondTheWorkAllowedThereIsNothing() {
    Scanner scanner = new Scanner("a b c", 2);
    scanner.next();
    scanner.next();
    scanner.next();
    assertThat(scanner.kind).isEqualTo(Token.EOF);
    assertThat(scanner.exhausted).isTrue();
  }

  @Test
  void manyNamesFindTheirPlaces() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append('n').append(i % 2_500).append(' ');
    }
    Scanner scanner = new Scanner(text.toString(), 10_000);
    String[] names = new String[2_500];
    for (int i = 0; i < 5_000; i++) {
      scanner.next();
      if (i < 2_500) {
        names[i] = scanner.name;
        assertThat(scanner.name).isEqualTo("n" + i);
      } else {
        assertThat(scanner.name).isSameAs(names[i - 2_500]);
      }
    }
  }
}
