package dev.emerald.spi.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FixTest {

  private static final SourceText A = SourceText.of("a.js", "let x = 1;\nlet y = 2;\n");
  private static final SourceText B = SourceText.of("b.js", "x\n");

  private static TextEdit edit(SourceText source, int start, int end, String replacement) {
    return new TextEdit(source.location(start, end), replacement);
  }

  @Test
  void editsAreAppliedTogetherWhateverTheirOrder() {
    Fix fix = Fix.of("Do", List.of(edit(B, 0, 1, "z"), edit(A, 15, 16, "yy"), edit(A, 4, 4, "_")));
    assertThat(fix.paths()).containsExactly("a.js", "b.js");
    assertThat(fix.applyTo("a.js", A.text())).isEqualTo("let _x = 1;\nlet yy = 2;\n");
    assertThat(fix.applyTo("b.js", B.text())).isEqualTo("z\n");
    assertThat(fix.applyTo("c.js", "same")).isEqualTo("same");
  }

  @Test
  void editsMayTouchButNotOverlap() {
    assertThat(Fix.of("Do", List.of(edit(A, 0, 3, ""), edit(A, 3, 5, ""))).edits()).hasSize(2);
    List<TextEdit> overlapping = List.of(edit(A, 0, 4, ""), edit(A, 3, 5, ""));
    assertThatThrownBy(() -> Fix.of("Do", overlapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.js:1:4");
    List<TextEdit> twice = List.of(edit(A, 2, 2, "x"), edit(A, 2, 2, "y"));
    assertThatThrownBy(() -> Fix.of("Do", twice)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFixHasATitleAndAnEdit() {
    assertThatThrownBy(() -> Fix.of("Do", List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fix.of(" ", A.location(0, 1), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherTextIsRefused() {
    Fix fix = Fix.of("Do", A.location(4, 5), "z");
    assertThatThrownBy(() -> fix.applyTo("a.js", "ab"))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
