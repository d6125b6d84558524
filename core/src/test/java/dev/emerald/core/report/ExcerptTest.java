package dev.emerald.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExcerptTest {

  private static String show(String line, String code, int width, Glyphs glyphs) {
    int start = line.indexOf(code);
    Excerpt shown = Excerpt.of(line, start, start + code.length(), width, glyphs);
    return shown.code() + "\n" + shown.mark();
  }

  private static String show(String line, String code) {
    return show(line, code, 40, Glyphs.UNICODE);
  }

  @Test
  void theMarkStandsUnderTheCode() {
    assertThat(show("  return eval(x);", "eval(x)"))
        .isEqualTo("  return eval(x);\n" + "         ^^^^^^^");
  }

  @Test
  void tabsReachTheNextMultipleOfFour() {
    assertThat(show("\ta\tf(x)", "f")).isEqualTo("    a   f(x)\n" + "        ^");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningMarksNone() {
    assertThat(show("'\u6F22\u5B57' + f", "f")).isEqualTo("'\u6F22\u5B57' + f\n" + "         ^");
    assertThat(show("'\uD83D\uDE00' + f", "f")).isEqualTo("'\uD83D\uDE00' + f\n" + "       ^");
    assertThat(show("'e\u0301' + f", "f")).isEqualTo("'e\u0301' + f\n" + "      ^");
  }

  @Test
  void whatATerminalActsOnIsShownAsEscapes() {
    assertThat(show("'\u001B[2J\u202E\u0000' f", "f"))
        .isEqualTo("'\\u{1b}[2J\\u{202e}\\u{0}' f\n" + " ".repeat(25) + "^");
    assertThat(show("a\uD800b", "b")).isEqualTo("a\\u{d800}b\n" + "         ^");
  }

  @Test
  void asciiShowsAllElseAsEscapes() {
    assertThat(show("'\u00FC' f", "f", 40, Glyphs.ASCII)).isEqualTo("'\\u{fc}' f\n" + "         ^");
  }

  @Test
  void longLinesAreCutAroundTheMark() {
    String line = "a".repeat(1000) + "eval(x)" + "b".repeat(1000);
    assertThat(show(line, "eval(x)"))
        .isEqualTo(
            "\u2026"
                + "a".repeat(13)
                + "eval(x)"
                + "b".repeat(19)
                + "\u2026\n"
                + " ".repeat(14)
                + "^^^^^^^");
  }

  @Test
  void aMarkThatIsLongerThanTheLineEndsWithIt() {
    assertThat(show("x".repeat(100), "x".repeat(100)))
        .isEqualTo("x".repeat(40) + "\u2026\n" + "^".repeat(40));
  }

  @Test
  void aMarkPastTheEndStandsAfterTheLastCharacter() {
    Excerpt shown = Excerpt.of("ab", 7, 9, 40, Glyphs.UNICODE);
    assertThat(shown.mark()).isEqualTo("  ^");
  }

  @Test
  void anEmptyLineHasAMark() {
    assertThat(Excerpt.of("", 0, 0, 40, Glyphs.UNICODE)).isEqualTo(new Excerpt("", "^"));
  }

  @Test
  void marksWithoutEndAreCut() {
    Excerpt shown = Excerpt.of("a" + "\u0301".repeat(100_000), 0, 1, 40, Glyphs.UNICODE);
    assertThat(shown.code()).hasSizeLessThan(200);
    Excerpt fromTheEnd =
        Excerpt.of("a" + "\u0301".repeat(100_000) + "f", 100_001, 100_002, 40, Glyphs.UNICODE);
    assertThat(fromTheEnd.code()).endsWith("f").hasSizeLessThan(200);
    assertThat(fromTheEnd.mark()).endsWith("^");
  }

  @Test
  void noTextAndNoPlaceBreaksIt() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(120); n > 0; n--) {
        line.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      String text = line.toString();
      int start = random.nextInt(130);
      Excerpt shown =
          Excerpt.of(text, start, start + random.nextInt(130), 40, Glyphs.values()[i % 2]);
      assertThat(shown.mark()).matches(" *\\^+").hasSizeLessThan(60);
      assertThat(shown.code().chars().noneMatch(c -> c < ' ' || c == 0x7F)).isTrue();
    }
  }
}
