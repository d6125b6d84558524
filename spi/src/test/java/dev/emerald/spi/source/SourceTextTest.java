package dev.emerald.spi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  @Test
  void anEmptyTextHasOneLine() {
    SourceText source = SourceText.of("a.js", "");

    assertThat(source.lineCount()).isEqualTo(1);
    assertThat(source.lineText(1)).isEmpty();
    assertThat(source.position(0)).isEqualTo(new Position(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029"})
  void everyLineTerminatorOfEcmaScriptEndsALine(String end) {
    SourceText source = SourceText.of("a.js", "one" + end + "two" + end);

    assertThat(source.lineCount()).isEqualTo(3);
    assertThat(source.lineText(1)).isEqualTo("one");
    assertThat(source.lineText(2)).isEqualTo("two");
    assertThat(source.position(3 + end.length())).isEqualTo(new Position(2, 1));
  }

  @Test
  void columnsCountCodeUnits() {
    SourceText source = SourceText.of("a.js", "'\uD83D\uDE00' + x");

    assertThat(source.position(source.text().indexOf('x'))).isEqualTo(new Position(1, 8));
  }

  @Test
  void offsetsOutsideMoveToTheNearerEnd() {
    SourceText source = SourceText.of("a.js", "ab\ncd");

    assertThat(source.position(-5)).isEqualTo(new Position(1, 1));
    assertThat(source.position(99)).isEqualTo(new Position(2, 3));
    Location location = source.location(4, 99);
    assertThat(location.span()).isEqualTo(new Span(4, 5));
    assertThat(location).hasToString("a.js:2:2");
  }

  @Test
  void aLineThatIsNotThereIsAnError() {
    SourceText source = SourceText.of("a.js", "ab");

    assertThatThrownBy(() -> source.lineText(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> source.lineStart(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void positionsRoundTripOverManyLines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("x".repeat(i % 7)).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    SourceText source = SourceText.of("a.js", text.toString());

    assertThat(source.lineCount()).isEqualTo(10_001);
    for (int line = 1; line <= source.lineCount(); line++) {
      assertThat(source.position(source.lineStart(line))).isEqualTo(new Position(line, 1));
    }
  }

  @Test
  void spansAndPositionsCheckTheirBounds() {
    assertThatThrownBy(() -> new Span(3, 2)).hasMessageContaining("3").hasMessageContaining("2");
    assertThatThrownBy(() -> new Position(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Span(1, 5).contains(new Span(1, 5))).isTrue();
    assertThat(new Span(1, 5).contains(new Span(0, 2))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_190, 8_191, 8_192, 16_383})
  void aLineEndOfTwoUnitsIsOneWhereverItLiesInALongText(int before) {
    SourceText text = SourceText.of("a.js", "x".repeat(before) + "\r\n\ny\u2028z\r");

    assertThat(text.lineCount()).isEqualTo(5);
    assertThat(text.lineStart(2)).isEqualTo(before + 2);
    assertThat(text.lineStart(3)).isEqualTo(before + 3);
    assertThat(text.lineStart(4)).isEqualTo(before + 5);
    assertThat(text.lineStart(5)).isEqualTo(before + 7);
  }
}
