package dev.emerald.core.internal.regex.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.spi.regex.RegexPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterSetsTest {

  /** Pattern, flags, a member, and one that is none; both as hexadecimal numbers. */
  @ParameterizedTest
  @CsvSource({
    "\\d, '', 39, 3a",
    "\\D, '', 3a, 39",
    "\\s, '', feff, 85",
    "\\s, '', d, 200b",
    "\\S, '', 41, 2028",
    "\\w, '', 5f, 2d",
    "., '', 61, 2029",
    "., s, 2029, 10000",
    "[a-c], '', 62, 64",
    "[^a-c], '', 64, 62",
    "[a-c], i, 42, 44",
    "[^a-c], i, 44, 42",
    "\\u00df, i, df, 1e9e",
    "\\u00df, iu, 1e9e, 73",
    "\\u0131, i, 131, 49",
    "\\u03c3, i, 3c2, 3c1",
    "\\p{Lu}, u, c4, e4",
    "\\P{Lu}, u, e4, c4",
    "\\p{Script=Greek}, u, 3b1, 61",
    "\\p{ID_Continue}, u, 30, 2d",
    "\\p{White_Space}, u, 85, feff",
    "[\\p{L}--[a-z]], v, 41, 61",
    "[\\w&&\\d], v, 30, 61",
    "[^\\w&&\\d], v, 61, 30",
  })
  void classesHaveTheirMembers(String pattern, String flags, String member, String other) {
    CodePointSet set = setOf(pattern, flags);
    assertThat(set.contains(Integer.parseInt(member, 16))).isTrue();
    assertThat(set.contains(Integer.parseInt(other, 16))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\\q{ab}]", "\\p{RGI_Emoji}", "\\p{Emoji}"})
  void whatIsNoSetOfKnownCharactersIsNone(String pattern) {
    assertThat(setOf(pattern, "v")).isNull();
  }

  @Test
  void equalSetsAreTheSameObject() {
    RegexPattern pattern = RegexParser.parse("[0-9]\\d", "");
    CharacterSets sets = new CharacterSets(false);
    var elements = pattern.tree().orElseThrow().child(0);
    assertThat(sets.of(elements.child(0), false, false))
        .isSameAs(sets.of(elements.child(1), false, false));
  }

  @Test
  void complementOfTheComplementIsTheSet() {
    CodePointSet set = CodePointSet.range(0, 5).union(CodePointSet.of(0xFFFF));
    assertThat(set.complement(0xFFFF).complement(0xFFFF)).isEqualTo(set);
    assertThat(CodePointSet.EMPTY.complement(9)).isEqualTo(CodePointSet.range(0, 9));
    assertThat(CodePointSet.range(0, 9).complement(9).isEmpty()).isTrue();
  }

  @Test
  void unionJoinsNeighbours() {
    assertThat(CodePointSet.range(4, 6).union(CodePointSet.range(1, 3)))
        .isEqualTo(CodePointSet.range(1, 6));
  }

  @Test
  void intersectionKeepsWhatBothHave() {
    CodePointSet odd = CodePointSet.of(1).union(CodePointSet.of(3)).union(CodePointSet.of(5));
    assertThat(odd.intersection(CodePointSet.range(2, 5)))
        .isEqualTo(CodePointSet.of(3).union(CodePointSet.of(5)));
  }

  private static CodePointSet setOf(String pattern, String flags) {
    RegexPattern regex = RegexParser.parse(pattern, flags);
    return new CharacterSets(regex.flags().unicodeMode())
        .of(
            regex.tree().orElseThrow().child(0).child(0),
            regex.flags().ignoreCase(),
            regex.flags().dotAll());
  }
}
