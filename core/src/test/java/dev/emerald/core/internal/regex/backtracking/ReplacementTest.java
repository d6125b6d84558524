package dev.emerald.core.internal.regex.backtracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementTest {

  /** Expression, flags, text, replacement, and what comes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "b+#~~#abbcb#x#axcb",
        "b+#g#abbcb#x#axcx",
        "b*#g#abb#-#-a--",
        "(a)(b)?#g#abac#<$2$1>#<ba><a>c",
        "(a)#~~#ab#$&$&|$`|$'|$$#aa||b|$b",
        "(a)#~~#ab#$2$0$10#$2$0a0b",
        "x#g#ab#y#ab",
        "(^|[^\\[])\\^#g#^a[^b]^#$1#a[^b]",
      })
  void isThatOfTheLanguage(String regex, String flags, String text, String by, String result) {
    assertThat(Replacement.of(regex, flags, text, by)).isEqualTo(result);
  }

  @Test
  void wordsAreReplacedOnceOrEverywhere() {
    assertThat(Replacement.of("a", "bab a", "<$&$1>", false)).isEqualTo("b<a$1>b a");
    assertThat(Replacement.of("a", "aba", "c", true)).isEqualTo("cbc");
  }

  @Test
  void whatTakesTooLongOrIsNotValidIsNotKnown() {
    assertThat(Replacement.of("(a*)*b", "", "a".repeat(60), "x")).isNull();
    assertThat(Replacement.of("(", "", "a", "x")).isNull();
    assertThat(Replacement.of("(?<n>a)", "", "a", "$<n>")).isNull();
    assertThat(Replacement.of("a", "a".repeat(1_000), "b".repeat(1_000), true)).isNull();
  }
}
