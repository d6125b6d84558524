package dev.emerald.core.internal.regex.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.ExactMatcher;
import dev.emerald.core.internal.regex.rewrite.Equivalence.Observed;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTest {

  private static RegexPattern regex(String pattern, String flags) {
    RegexPattern regex = RegexParser.parse(pattern, flags);
    assertThat(regex.tree()).as(pattern).isPresent();
    return regex;
  }

  private static boolean same(RegexPattern one, RegexPattern other, Observed observed) {
    return Equivalence.ofPatterns(one, other, observed, new Equivalence.Effort(1_000_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "^(?:a+)+$ # ^a+$",
        "(?:a+)+ # a+",
        "(a+)+ # (a+)",
        "(a*)* # (a+)?",
        "(a*)+ # (a*)",
        "(?:a|aa)+ # a+",
        "a*?a*? # a*?",
        "(?:a?){3} # a{0,3}",
        "^(a|ab)(c|bcd)$ # ^(a|ab)(c|bcd)$",
        "\\s*\\s+x # \\s+x",
        "^\\b\\w+ # ^\\w+",
        "a|ab # a",
        "(?:a|b|[ab])*c # [ab]*c",
        "x$|x # x",
        "(?i:A)b # [aA]b",
      })
  void provesWhatIsTheSame(String one, String other) {
    assertThat(same(regex(one, ""), regex(other, ""), Observed.CAPTURES)).isTrue();
  }

  /** Each of these differs in a match, in where it ends, or in what is captured. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a+ # a*",
        "a+? # a+",
        "(?:a|ab)c? # (?:ab|a)c?",
        "(a)|b # (a|b)",
        "(a*)* # (a*)",
        "(a+)+ # (a)+",
        "(a)(b) # (ab)()",
        "(?:(a)|b)* # (?:(a)|(?:b))*(?:)(?:)x?",
        "^a # a",
        "a$ # a",
        "\\ba # a",
        "(?<x>a) # (?<y>a)",
        "[a-z]+ # [a-y]+",
        "a{0,3} # a{0,4}",
      })
  void provesNothingElse(String one, String other) {
    assertThat(same(regex(one, ""), regex(other, ""), Observed.CAPTURES)).isFalse();
  }

  @Test
  void whatIsNotObservedMayDiffer() {
    RegexPattern captures = regex("^(\\s*\\w+)*$", "");
    RegexPattern others = regex("^(\\s*\\w)*$", "");
    assertThat(same(captures, others, Observed.CAPTURES)).isFalse();
    assertThat(same(captures, others, Observed.PLACE)).isTrue();
    RegexPattern greedy = regex("a+", "");
    RegexPattern single = regex("a", "");
    assertThat(same(greedy, single, Observed.PLACE)).isFalse();
    assertThat(same(greedy, single, Observed.MATCH)).isTrue();
  }

  @Test
  void whatCannotBeFollowedIsNotProved() {
    RegexPattern back = regex("(a)\\1", "");
    assertThat(same(back, back, Observed.PLACE)).isFalse();
    RegexPattern ahead = regex("(?=a)a", "");
    assertThat(same(ahead, ahead, Observed.PLACE)).isFalse();
    String large = "(?:a?b?c?d?e?f?g?h?){30}";
    assertThat(same(regex(large, ""), regex(large, ""), Observed.MATCH)).isFalse();
  }

  /** Whatever is proved of patterns made at random holds for all texts up to some length. */
  @Test
  void nothingWrongIsProved() {
    Random random = new Random(20);
    List<String> texts = texts();
    int proved = 0;
    for (int i = 0; i < 60; i++) {
      Writer writer = new Writer(random);
      String one = writer.disjunction(3);
      RegexPattern pattern = regex(one, "");
      for (Simplifications.Edit edit : Simplifications.of(pattern)) {
        RegexPattern changed = RegexParser.parse(edit.applyTo(one), "");
        if (changed.tree().isPresent() && same(pattern, changed, Observed.CAPTURES)) {
          proved++;
          ExactMatcher first = new ExactMatcher(pattern);
          ExactMatcher second = new ExactMatcher(changed);
          for (String text : texts) {
            String expected = first.found(text);
            String found = second.found(text);
            if (!expected.equals("GIVEN_UP") && !found.equals("GIVEN_UP")) {
              assertThat(found)
                  .as("/%s/ for /%s/ on '%s'", changed.source(), one, text)
                  .isEqualTo(expected);
            }
          }
        }
      }
    }
    assertThat(proved).isGreaterThan(100);
  }

  /** Patterns made at random that match alike on all texts up to some length are proved so. */
  @Test
  void whatIsTheSameIsFound() {
    Random random = new Random(21);
    List<String> texts = texts();
    int alike = 0;
    int proved = 0;
    for (int i = 0; i < 20; i++) {
      String one = new Writer(random).disjunction(2);
      RegexPattern pattern = regex(one, "");
      for (Simplifications.Edit edit : Simplifications.of(pattern)) {
        RegexPattern changed = RegexParser.parse(edit.applyTo(one), "");
        if (changed.tree().isEmpty() || changed.groupCount() != pattern.groupCount()) {
          continue;
        }
        ExactMatcher first = new ExactMatcher(pattern);
        ExactMatcher second = new ExactMatcher(changed);
        if (texts.stream().allMatch(text -> first.found(text).equals(second.found(text)))) {
          alike++;
          proved += same(pattern, changed, Observed.CAPTURES) ? 1 : 0;
        }
      }
    }
    assertThat(alike).isGreaterThan(40);
    // Some differ on longer texts alone.
    assertThat(proved).isGreaterThan(alike * 80 / 100);
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; texts.get(i).length() < 6; i++) {
      texts.add(texts.get(i) + "a");
      texts.add(texts.get(i) + "b");
      if (texts.get(i).length() < 3) {
        texts.add(texts.get(i) + " ");
      }
    }
    return texts;
  }

  /** Writes patterns at random. */
  private static final class Writer {
    private final Random random;

    Writer(Random random) {
      this.random = random;
    }

    String disjunction(int depth) {
      StringBuilder text = new StringBuilder(alternative(depth));
      while (random.nextInt(3) == 0) {
        text.append('|').append(alternative(depth));
      }
      return text.toString();
    }

    private String alternative(int depth) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(3); i >= 0; i--) {
        text.append(element(depth));
      }
      return text.toString();
    }

    private String element(int depth) {
      int kind = random.nextInt(depth > 0 ? 12 : 7);
      String[] simple = {"a", "b", "[ab]", "\\w", "a", "^", "$"};
      String atom =
          kind < 7 ? simple[kind] : (kind < 10 ? "(?:" : "(") + disjunction(depth - 1) + ")";
      String[] quantifiers = {"*", "+", "?", "*?", "+?", "{2}", "{1,2}", "", ""};
      return kind == 5 || kind == 6 ? atom : atom + quantifiers[random.nextInt(9)];
    }
  }
}
