package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexNodeKind;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexParserTest {

  @ParameterizedTest(name = "/{0}/{1}")
  @CsvSource(
      delimiter = '¦',
      emptyValue = "",
      nullValues = "NULL",
      value = {
        "''                 ¦ '' ¦ ''",
        "a                  ¦ '' ¦ a",
        "ab|c|              ¦ '' ¦ 'a b | c | '",
        "|                  ¦ '' ¦ ' | '",
        "^a$                ¦ '' ¦ ^ a $",
        "a.b                ¦ s  ¦ a . b",
        "\\bA\\B            ¦ '' ¦ \\b A \\B",
        "(a)(?:b)           ¦ '' ¦ (1: a) (?: b)",
        "((a)|(b))          ¦ '' ¦ (1: (2: a) | (3: b))",
        "()                 ¦ '' ¦ (1: )",
        "(?<year>a)         ¦ '' ¦ (1 year: a)",
        "(?=a)(?!b)         ¦ u  ¦ (?= a) (?! b)",
        "(?<=a)(?<!b|c)     ¦ u  ¦ (?<= a) (?<! b | c)",
        "(?i:a)             ¦ '' ¦ (?i: a)",
        "(?sim:a)           ¦ '' ¦ (?ims: a)",
        "(?-i:a)            ¦ '' ¦ (?-i: a)",
        "(?i-:a)            ¦ '' ¦ (?i: a)",
        "(?ms-i:a|b)        ¦ v  ¦ (?ms-i: a | b)",
      })
  void groupsAndSequencesAreRead(String pattern, String flags, String tree) {
    assertThat(RegexText.of(pattern, flags)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "a*              ¦ a{0,∞}",
        "a+?             ¦ a{1,∞}?",
        "a?b??           ¦ a{0,1} b{0,1}?",
        "a{2}            ¦ a{2,2}",
        "a{2}?           ¦ a{2,2}?",
        "a{2,}           ¦ a{2,∞}",
        "a{02,003}       ¦ a{2,3}",
        "(ab)*           ¦ (1: a b){0,∞}",
        "[ab]+           ¦ [a b]{1,∞}",
        "\\d{0,}         ¦ \\d{0,∞}",
        "a{0}            ¦ a{0,0}",
        "a{4294967296}   ¦ a{2147483646,2147483646}",
        "a{2147483647,}  ¦ a{2147483646,∞}",
      })
  void quantifiersAreRead(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "u")).isEqualTo(tree);
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
  }

  @ParameterizedTest(name = "/{0}/{1}")
  @CsvSource(
      delimiter = '¦',
      emptyValue = "",
      value = {
        "\\t\\n\\v\\f\\r              ¦ u ¦ U+0009 U+000A U+000B U+000C U+000D",
        "\\cA\\cz                     ¦ u ¦ U+0001 U+001A",
        "\\0                          ¦ u ¦ U+0000",
        "\\x41\\x7e                   ¦ u ¦ A ~",
        "\\u0041\\u{42}\\u{0000043}   ¦ u ¦ A B C",
        "\\u{10FFFF}                  ¦ u ¦ U+10FFFF",
        "\\ud83d\\ude00               ¦ u ¦ U+1F600",
        "\\ud83d\\ude00               ¦ '' ¦ U+D83D U+DE00",
        "\\ud83d\\u0041               ¦ u ¦ U+D83D A",
        "\\ude00\\ud83d               ¦ u ¦ U+DE00 U+D83D",
        "\\ud83d                      ¦ u ¦ U+D83D",
        "\\^\\$\\\\\\.\\*\\+\\?\\(\\) ¦ u ¦ ^ $ \\ . * + ? ( )",
        "\\[\\]\\{\\}\\|\\/           ¦ u ¦ [ ] { } | /",
        "\\d\\D\\s\\S\\w\\W           ¦ u ¦ \\d \\D \\s \\S \\w \\W",
        "\\p{Lu}\\P{Script=Grek}      ¦ u ¦ "
            + "\\p{General_Category=Uppercase_Letter} \\P{Script=Greek}",
        "\\p{L}                       ¦ '' ¦ p { L }",
        "[\\b\\-\\]]                  ¦ u ¦ [U+0008 - ]]",
      })
  void escapesAreRead(String pattern, String flags, String tree) {
    assertThat(RegexText.of(pattern, flags)).isEqualTo(tree);
  }

  @Test
  void charactersAreCodePointsInUnicodeModeAndUnitsElsewhere() {
    assertThat(RegexText.of("😀+", "u")).isEqualTo("U+1F600{1,∞}");
    assertThat(RegexText.of("😀+", "v")).isEqualTo("U+1F600{1,∞}");
    assertThat(RegexText.of("😀+", "")).isEqualTo("U+D83D U+DE00{1,∞}");
    assertThat(RegexText.of("[😀-😎]", "u")).isEqualTo("[U+1F600-U+1F60E]");
    assertThat(RegexText.of("\ud83d", "u")).isEqualTo("U+D83D");
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "(a)\\1                          ¦ (1: a) <[1]>",
        "\\2(a)(b)                       ¦ <[2]> (1: a) (2: b)",
        "(a\\1)                          ¦ (1: a <[1]>)",
        "(?<x>a)\\k<x>                   ¦ (1 x: a) <x [1]>",
        "\\k<x>(?<x>a)                   ¦ <x [1]> (1 x: a)",
        "(?:(?<x>a)|(?<x>b))\\k<x>       ¦ (?: (1 x: a) | (2 x: b)) <x [1, 2]>",
        "(?<\\u0061>a)\\k<\\u{61}>       ¦ (1 a: a) <a [1]>",
        "(?<$_9>a)                       ¦ (1 $_9: a)",
        "(?<π>a)\\k<π>                   ¦ (1 π: a) <π [1]>",
        "[(](a)\\[(b)\\2                 ¦ [(] (1: a) [ (2: b) <[2]>",
        "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10 ¦ "
            + "(1: a) (2: b) (3: c) (4: d) (5: e) (6: f) (7: g) (8: h) (9: i) (10: j) <[10]>",
      })
  void referencesKnowTheirGroups(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "u")).isEqualTo(tree);
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "(?<a>x)|(?<a>y)",
        "(?:(?<a>x)|(?<a>y)|z)|(?<a>w)",
        "(?:(?:(?<a>x)|y)|(?<a>z))",
        "(?<b>.)(?:(?<a>x)|(?<a>y))",
        "(?=(?<a>x))|(?<a>y)",
      })
  void aNameMayOccurAgainInAnotherAlternative(String pattern) {
    assertThat(RegexParser.parse(pattern, "").diagnostics()).isEmpty();
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "(?<a>x)(?<a>y)              ¦ 7",
        "(?<a>(?<a>x))               ¦ 5",
        "(?:(?<a>x)|(?<b>y))(?<a>z)  ¦ 19",
        "(?:x|(?<a>y))(?:(?<a>z)|w)  ¦ 16",
        "(?<a>x)|(?:(?<b>y)|z)(?<b>) ¦ 21",
        "(?=(?<a>x))(?!(?<a>y))      ¦ 14",
      })
  void aNameMayNotOccurAgainInTheSameMatch(String pattern, int offset) {
    assertThat(RegexParser.parse(pattern, "").diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.offset()).isEqualTo(offset);
              assertThat(diagnostic.message()).startsWith("There is another group '");
            });
  }

  @Test
  void nodesKnowWhereTheyStand() {
    RegexPattern regex = RegexParser.parse("x|(?<n>[a-c\\d]{2,3}?)$", "u");
    Pattern tree = regex.tree().orElseThrow();
    List<String> nodes = new ArrayList<>();
    for (RegexNode node : tree.preorder()) {
      nodes.add(node.kind() + " " + regex.text(node));
    }
    assertThat(nodes)
        .containsExactly(
            "PATTERN x|(?<n>[a-c\\d]{2,3}?)$",
            "ALTERNATIVE x",
            "PATTERN_CHARACTER x",
            "ALTERNATIVE (?<n>[a-c\\d]{2,3}?)$",
            "CAPTURING_GROUP (?<n>[a-c\\d]{2,3}?)",
            "ALTERNATIVE [a-c\\d]{2,3}?",
            "QUANTIFIER [a-c\\d]{2,3}?",
            "CHARACTER_CLASS [a-c\\d]",
            "CHARACTER_CLASS_RANGE a-c",
            "PATTERN_CHARACTER a",
            "PATTERN_CHARACTER c",
            "ESCAPE_CHARACTER_SET \\d",
            "EDGE_ASSERTION $");
  }

  @Test
  void groupsAreListedByNumberAndName() {
    RegexPattern regex = RegexParser.parse("(a(?<x>b))(?:(?<y>c)|(?<y>d))", "");
    assertThat(regex.groupCount()).isEqualTo(4);
    assertThat(regex.groups()).extracting(CapturingGroup::number).containsExactly(1, 2, 3, 4);
    assertThat(regex.groups().get(0).start()).isZero();
    assertThat(regex.groupNames()).containsExactly("x", "y");
    assertThat(regex.groupsNamed("y")).extracting(CapturingGroup::number).containsExactly(3, 4);
    assertThat(regex.groupsNamed("z")).isEmpty();
  }

  @Test
  void offsetsOfALiteralCountFromPastItsSlash() {
    String source = "const r = /a[bc]+/g;";
    int patternStart = source.indexOf('/') + 1;
    Pattern tree = RegexParser.parse("a[bc]+", "g").tree().orElseThrow();
    Quantifier quantifier = (Quantifier) tree.alternatives().get(0).elements().get(1);
    assertThat(source.substring(patternStart)).startsWith("a[bc]+");
    assertThat(quantifier.spanFrom(patternStart).start()).isEqualTo(source.indexOf('['));
    assertThat(quantifier.spanFrom(patternStart).end()).isEqualTo(source.lastIndexOf('/'));
  }

  @Test
  void emptyClassesAreClasses() {
    assertThat(RegexText.of("[][^]", "")).isEqualTo("[] [^]");
    assertThat(RegexText.of("[]", "v")).isEqualTo("[]");
    assertThat(RegexText.of("[^]", "v")).isEqualTo("[^]");
  }

  @ParameterizedTest(name = "/{0}/")
  @CsvSource(
      delimiter = '¦',
      value = {
        "[a-z]         ¦ [a-z]",
        "[^a-z0-9_]    ¦ [^a-z 0-9 _]",
        "[-a]          ¦ [- a]",
        "[a-]          ¦ [a -]",
        "[--/]         ¦ [--/]",
        "[+--]         ¦ [+--]",
        "[a-a]         ¦ [a-a]",
        "[.*^$(){}|?+] ¦ [. * ^ $ ( ) { } | ? +]",
        "[[/]          ¦ [[ /]",
        "[\\x41-\\u005a] ¦ [A-Z]",
      })
  void flatClassesAreRead(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "u")).isEqualTo(tree);
    assertThat(RegexText.of(pattern, "")).isEqualTo(tree);
  }

  @Test
  void aClassSpansItsBrackets() {
    RegexPattern regex = RegexParser.parse("a[b]c", "");
    CharacterClass set =
        (CharacterClass) regex.tree().orElseThrow().alternatives().get(0).elements().get(1);
    assertThat(set.kind()).isEqualTo(RegexNodeKind.CHARACTER_CLASS);
    assertThat(set.span().start()).isEqualTo(1);
    assertThat(set.span().end()).isEqualTo(4);
  }
}
