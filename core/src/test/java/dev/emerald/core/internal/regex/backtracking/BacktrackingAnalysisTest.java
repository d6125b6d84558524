package dev.emerald.core.internal.regex.backtracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.Backtracking.Growth;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of expressions; one with flags is written as a literal. */
class BacktrackingAnalysisTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|a)*b",
        "(a*)*b",
        "((a*)*)*b",
        "(?:a|b|ab)*c",
        "(x+x+)+y",
        "(?:\\.?\\w+)+$",
        "^(?:(?:\\r\\n)?\\s)*$",
        "([a-zA-Z0-9]+)*$",
        "/^([a-z]+[A-Z]?)+$/i",
        "/^(?:\\p{L}+|a)+$/u",
        "(?:[^\"\\\\]|\\\\.|\\\\u....)*\"",
        "^[a-z0-9]+-[A-Za-z0-9+/]{44,88}={0,2}(\\?[\\x21-\\x7E]*)*$",
        "(a{1,50})*$",
        "^(a{0,300}){0,300}$",
        "^(?:aa?){0,40}b$",
        "^(?:a{1,30}b?)+!",
        "^(?=(a+)+$)b",
        "^(?!(a+)+$)b",
        "(?:(a+)+$|.*)",
        "^(?:a?b?c?)*$",
        "^(?:(?:c*)+d)*$",
        "(?:[\\n\\s]+|%[^\\n]*\\n)*.",
        "^(?:a?){40}$",
        "^(a*){25}$",
        "^(?:a?b?){28}$",
      })
  void nestedAndAmbiguousLoopsAreExponential(String text) {
    assertThat(analyze(text).growth()).isEqualTo(Growth.EXPONENTIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 ^a*a*$",
        "3 ^a*a*a*$",
        "4 ^a*a*a*a*$",
        "3 \\s*\\s*$",
        "2 \\s+$",
        "2 <%.*?%>",
        "2 <!--.*?-->",
        "2 &([^;]+);",
        "2 \\s*\\n\\s*",
        "2 ^[ab]*ba[ab]*$",
        "2 ^(?:ab)*(?:ab)*$",
        "2 \\n\\n(?!\\s*$)",
        "3 (?:(?!.*foo).)*bar",
        "2 (?=.*x)y",
        "2 /^\\s*|\\s*$/g",
        "2 /(^\\s*|\\s*$)/g",
        "2 ^[^a-z]+|[^a-z]+$",
        "2 /^[^a-z0-9]+|[^a-z0-9]+$/gi",
        "2 /^\\s+x$/m",
        "2 token=(.+)$",
        "2 \\bfoo\\b.*\\bbar\\b",
        "2 ^(a|b)\\w*\\1\\w*!",
        "2 ^\\w*(?:\\d{1,2000})!",
        "3 ^-?(?!0\\d)\\d*\\.?\\d*\\d+$",
      })
  void neighboursThatOverlapArePolynomial(String line) {
    Backtracking seen = analyze(line.substring(2));
    assertThat(seen.growth()).isEqualTo(Growth.POLYNOMIAL);
    assertThat(seen.degree()).isEqualTo(line.charAt(0) - '0');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "^\\s+",
        "\\s+",
        "(?:a?){40}",
        "^(?:a?){0,40}$",
        "/\\s+/g",
        "(a+)+",
        "^\\s*|\\s*$",
        "[^>]+(>|$)",
        "^[\\s\\S]*$",
        "/([-:_]+(.))/g",
        "^(\\d+,)*$",
        "^(?:a|b)*$",
        "^\"(?:[^\"\\\\]|\\\\.)*\"$",
        "^(?:[a-z]+\\.)+[a-z]+$",
        "/a+$/y",
        "^\\w+\\s\\w+$",
        "^a{1,40}a{1,40}$",
        "^[0-9]{0,256}[a-z0-9]{1,256}!",
        "[a-z0-9]{1,256}!",
        "^(?:a*b){1,200}!",
        "^(?:aa?){0,15}b$",
        "^(?:a*b)*$",
        "^(?:(?:a|b)c)*$",
        "/[^\\n]+(?:\\n|$)/g",
        "^(\\b\\w+\\b\\s?)+:\\b",
        "/^ +$/m",
        "/^\\s+$/m",
        "^(?:\\w+\\b-)*$",
        "a|b|c",
        "^\\d*\\.?\\d+",
        "[]*x",
      })
  void whatCannotBeSlowIsLinear(String text) {
    assertThat(analyze(text).growth()).isEqualTo(Growth.LINEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<=a+a+)b",
        "/[\\q{ab|c}]+x/v",
        "/^\\p{Emoji}+$/v",
        "(",
        "/a+/gg",
        "^(?:a?){400}$"
      })
  void whatIsNotUnderstoodIsNotCalledSafe(String text) {
    Backtracking seen = analyze(text);
    assertThat(seen.growth()).isEqualTo(Growth.NOT_DECIDED);
    assertThat(seen.reason()).hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
    assertThat(seen.witness()).isEmpty();
  }

  @Test
  void goingOnAfterAMatchCanBeSlowWhereTheFirstIsNot() {
    RegexPattern trim = RegexParser.parse("^\\s*|\\s*$", "");
    assertThat(BacktrackingAnalysis.analyze(trim, false).growth()).isEqualTo(Growth.LINEAR);
    assertThat(BacktrackingAnalysis.analyze(trim, true).growth()).isEqualTo(Growth.POLYNOMIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "^a*a*$", "/^\\s*|\\s*$/g", "<%.*?%>", "(`+)\\s*(.*?)\\1!"})
  void theWitnessTakesTheStepsItTells(String text) {
    RegexPattern pattern = parse(text);
    BacktrackingWitness witness = analyze(text).witness().orElseThrow();
    CharacterSets sets = new CharacterSets(pattern.flags().unicodeMode());
    StepMatcher matcher =
        new StepMatcher(ProgramWriter.write(pattern, pattern.tree().orElseThrow(), sets));
    int n = witness.repetitions();
    assertThat(matcher.count(witness.text(n), pattern.flags().global(), 1L << 40))
        .isEqualTo(witness.steps());
    assertThat(matcher.count(witness.text(2 * n), pattern.flags().global(), 1L << 40))
        .isEqualTo(witness.stepsTwice());
    assertThat(matcher.count(witness.text(4 * n), pattern.flags().global(), 1L << 40))
        .isEqualTo(witness.stepsFourTimes());
  }

  @Test
  void thePrefixLeadsToTheLoop() {
    BacktrackingWitness witness = analyze("^key: \"(\\d+)*\"$").witness().orElseThrow();
    assertThat(witness.prefix()).startsWith("key: \"");
    assertThat(witness.pump()).matches("\\d+");
    assertThat(witness.suffix()).isNotEqualTo("\"");
  }

  @Test
  void theSameExpressionHasTheSameAnswer() {
    Backtracking first = analyze("^(?:\\w+-?)+$");
    Backtracking second = analyze("^(?:\\w+-?)+$");
    assertThat(first.witness()).isEqualTo(second.witness());
  }

  private static Backtracking analyze(String text) {
    RegexPattern pattern = parse(text);
    return BacktrackingAnalysis.analyze(pattern, pattern.flags().global());
  }

  private static RegexPattern parse(String text) {
    int slash = text.lastIndexOf('/');
    boolean literal = text.startsWith("/") && slash > 0;
    return literal
        ? RegexParser.parse(text.substring(1, slash), text.substring(slash + 1))
        : RegexParser.parse(text, "");
  }
}
