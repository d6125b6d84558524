package dev.emerald.core.internal.regex.backtracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.RegexPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepMatcherTest {

  /** Pattern, flags, text, and where the first match ends; -1 for no match. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "a*#~~#aaa#3",
        "a*?#~~#aaa#0",
        "a+?b#~~#aab#3",
        "a{2}#~~#aaa#2",
        "a{2,}?#~~#aaa#2",
        "^a{2,3}$#~~#aaaa#-1",
        "a|ab#~~#abc#1",
        "(a|ab)(c|bcd)(d*)#~~#abcd#4",
        "(z)((a+)?(b+)?(c))*#~~#zaacbbbcac#10",
        "^(?:a*)*$#~~#aab#-1",
        "(a*)*#~~#b#0",
        "(a*){2,3}b#~~#ab#2",
        "(?=(a+))a*b\\1#~~#baaabac#6",
        "(?=(a+))#~~#baaabac#1",
        "(.*?)a(?!(a+)b\\2c)\\2(.*)#~~#baaabaac#8",
        "(?:(?=(a))|b)+?$#~~#ab#2",
        "^(?:(a)|b)*\\1$#~~#ab#2",
        "^(?:(a)|b)*\\1$#~~#aba#-1",
        "(?<=\\d{2})x#~~#1x12x#5",
        "(?<!a)b#~~#abcb#4",
        "(?<=(\\w){3})f#~~#abcdef#6",
        "(?<=\\1(a))b#~~#aab#3",
        "\\bfoo\\b#~~#afoo foo#8",
        "\\Boo#~~#oo foo#6",
        "^b#~~#~a\nb~#-1",
        "^b#m#~a\nb~#3",
        "a$#m#~a\nb~#1",
        ".+#~~#~a\nb~#1",
        ".+#s#~a\nb~#3",
        "STRASSE#i#strasse#7",
        "(?i:a)b#~~#Ab#2",
        "(?i:a)b#~~#AB#-1",
        "(?-i:a)b#i#aB#2",
        "(ab)\\1#i#abAB#4",
        "[^x]#i#X#-1",
        "\\u017f#i#s#-1",
        "\\u017f#iu#s#1",
        "k#i#\u212a#-1",
        "k#iu#\u212a#1",
        "\\w#i#\u017f#-1",
        "\\w#iu#\u017f#1",
        "^.$#~~#\ud83d\ude00#-1",
        "^.$#u#\ud83d\ude00#2",
        "^[\ud83d\ude00-\ud83d\ude02]$#u#\ud83d\ude01#2",
        "\\p{Lu}+#u#aBCd#3",
        "[\\w--[a-z]]+#v#abC1d#4",
        "[[a-z]&&[aeiou]]+#v#xei#3",
        "(?<y>a)|(?<y>b)\\k<y>#~~#bb#2",
        "a#y#ba#-1",
        "[]#~~#a#-1",
        "[^]#~~#~\n~#1",
        "(?:){1000}a#~~#a#1",
      })
  void matchesAsTheSpecificationSays(String pattern, String flags, String text, int end) {
    StepMatcher matcher = matcher(pattern, flags == null ? "" : flags);
    boolean found = matcher.finds(text, 1_000_000);
    assertThat(found ? matcher.end() : -1).isEqualTo(end);
  }

  @Test
  void aSearchThatMustTryAllTakesMoreSteps() {
    StepMatcher matcher = matcher("(a+)+$", "");
    assertThat(matcher.count("a".repeat(12), false, 1_000_000)).isLessThan(100);
    assertThat(matcher.count("a".repeat(12) + "b", false, 1_000_000)).isGreaterThan(10_000);
  }

  @Test
  void goingOnCountsAllMatches() {
    StepMatcher matcher = matcher("a", "");
    assertThat(matcher.count("aaaa", true, 1_000_000))
        .isGreaterThan(3 * matcher.count("aaaa", false, 1_000_000));
  }

  @Test
  void stickyTriesOnePlaceOnly() {
    assertThat(matcher("b", "y").count("a".repeat(1_000), false, 1_000_000)).isLessThan(10);
  }

  @Test
  void tooManyStepsAreGivenUp() {
    assertThat(matcher("(a+)+$", "").count("a".repeat(100) + "b", false, 10_000))
        .isEqualTo(StepMatcher.GIVEN_UP);
    assertThat(matcher("(?:){2000000000}a", "").count("a", false, 10_000))
        .isEqualTo(StepMatcher.GIVEN_UP);
  }

  @Test
  void deepTextsNeedNoStack() {
    StepMatcher matcher = matcher("^(?:(a)|b)*$", "");
    assertThat(matcher.finds("ab".repeat(50_000), 10_000_000)).isTrue();
    assertThat(matcher.end()).isEqualTo(100_000);
  }

  private static StepMatcher matcher(String pattern, String flags) {
    RegexPattern regex = RegexParser.parse(pattern, flags);
    return new StepMatcher(
        ProgramWriter.write(
            regex, regex.tree().orElseThrow(), new CharacterSets(regex.flags().unicodeMode())));
  }
}
