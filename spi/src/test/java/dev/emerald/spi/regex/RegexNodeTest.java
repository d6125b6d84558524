package dev.emerald.spi.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RegexNodeTest {

  private static final int DEPTH = 200_000;

  /** {@code (?:(?:…a…))}: far deeper than any parser would let pass. */
  private static Pattern deepPattern() {
    Element element = RegexNodeFactory.character(DEPTH, DEPTH + 1, 'a');
    for (int i = DEPTH - 1; i >= 0; i--) {
      int end = 2 * DEPTH + 1 - i;
      Alternative inner = RegexNodeFactory.alternative(i + 1, end - 1, List.<Element>of(element));
      element =
          RegexNodeFactory.group(i, end, RegexFlags.none(), RegexFlags.none(), List.of(inner));
    }
    Alternative all = RegexNodeFactory.alternative(0, 2 * DEPTH + 1, List.<Element>of(element));
    return RegexNodeFactory.pattern(0, 2 * DEPTH + 1, List.of(all));
  }

  @Test
  void noMethodRecurses() {
    Pattern deep = deepPattern();
    int nodes = 0;
    for (RegexNode node : deep.preorder()) {
      assertThat(node.hashCode()).isEqualTo(System.identityHashCode(node));
      nodes++;
    }
    assertThat(nodes).isEqualTo(2 * DEPTH + 3);
    assertThat(deep).hasToString("Pattern[0..400001)").isNotEqualTo(deepPattern());
  }

  @Test
  void preorderGoesParentsFirstAndInOrder() {
    PatternCharacter a = RegexNodeFactory.character(0, 1, 'a');
    Quantifier star = RegexNodeFactory.quantifier(0, 2, 0, Quantifier.UNBOUNDED, true, a);
    PatternCharacter b = RegexNodeFactory.character(2, 3, 'b');
    Alternative alternative = RegexNodeFactory.alternative(0, 3, List.of(star, b));
    Pattern pattern = RegexNodeFactory.pattern(0, 3, List.of(alternative));
    List<RegexNode> walked = new ArrayList<>();
    pattern.preorder().forEach(walked::add);
    assertThat(walked).containsExactly(pattern, alternative, star, a, b);
    Iterator<RegexNode> leaf = b.preorder().iterator();
    assertThat(leaf.next()).isSameAs(b);
    assertThat(leaf.hasNext()).isFalse();
    assertThatThrownBy(leaf::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void childrenAreAskedForByIndex() {
    PatternCharacter a = RegexNodeFactory.character(1, 2, 'a');
    PatternCharacter c = RegexNodeFactory.character(3, 4, 'c');
    CharacterClassRange range = RegexNodeFactory.range(1, 4, a, c);
    assertThat(range.childCount()).isEqualTo(2);
    assertThat(range.child(0)).isSameAs(a);
    assertThat(range.child(1)).isSameAs(c);
    assertThatThrownBy(() -> range.child(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> a.child(0)).isInstanceOf(IndexOutOfBoundsException.class);
    Quantifier quantifier = RegexNodeFactory.quantifier(1, 3, 1, 2, false, a);
    assertThat(quantifier.child(0)).isSameAs(a);
    assertThatThrownBy(() -> quantifier.child(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void spansAreRelativeToThePatternUntilMapped() {
    PatternCharacter node = RegexNodeFactory.character(4, 6, 0x1F600);
    assertThat(node.span()).isEqualTo(new Span(4, 6));
    assertThat(node.spanFrom(11)).isEqualTo(new Span(15, 17));
  }

  @Test
  void listsAreCopied() {
    List<ClassElement> elements = new ArrayList<>();
    elements.add(RegexNodeFactory.character(1, 2, 'a'));
    CharacterClass set = RegexNodeFactory.characterClass(0, 3, false, elements);
    elements.clear();
    assertThat(set.elements()).hasSize(1);
    assertThatThrownBy(() -> set.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void offsetsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> RegexNodeFactory.character(2, 1, 'a'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 to 1");
  }

  @Test
  void anInvalidExpressionHasReasonsAndNoGroups() {
    RegexDiagnostic reason =
        RegexNodeFactory.diagnostic(RegexDiagnostic.Kind.PATTERN, 3, "A thing is wrong");
    RegexPattern regex = RegexNodeFactory.invalid("a(b", RegexFlags.of("g"), List.of(reason));
    assertThat(regex.tree()).isEmpty();
    assertThat(regex.diagnostics()).containsExactly(reason);
    assertThat(reason).hasToString("3: A thing is wrong");
    assertThat(regex.groupCount()).isZero();
    assertThat(regex.groupNames()).isEmpty();
    assertThat(regex).hasToString("/a(b/g");
    assertThatThrownBy(() -> RegexNodeFactory.invalid("a", RegexFlags.none(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
