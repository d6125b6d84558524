package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.scope.ApiPattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules are told about regular expressions. */
class RegexVerdictsTest {

  static List<String> large() {
    return List.of(
        "/" + "a*b".repeat(40_000) + "/",
        "/" + "a*b".repeat(330_000) + "/",
        "/^(?:" + "word|".repeat(10_000) + ")*$/",
        "/" + "(".repeat(100_000) + "a*" + ")".repeat(100_000) + "$/",
        "/(a+)" + "\\1".repeat(100_000) + "$/",
        "/(a)*\\" + "9".repeat(100_000) + "/",
        "new RegExp('" + "(a*".repeat(100_000) + ")".repeat(100_000) + "')",
        "new RegExp('" + "a*b".repeat(40_000) + "' + 'c')");
  }

  @Test
  void rulesAreToldHowTheWorkGrows() {
    Report report = analyze("f(/^(?:a+)+$/, /^a*a*$/, /a+/)");

    assertThat(report.findings())
        .extracting(finding -> finding.message())
        .containsExactlyInAnyOrder("EXPONENTIAL", "POLYNOMIAL 2", "LINEAR");
    assertThat(report.notices()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("large")
  void whatIsBeyondALimitIsSaidOnce(String large) {
    Report report = analyze("f(" + large + ");");

    assertThat(report.findings())
        .extracting(finding -> finding.message())
        .containsExactly("NOT_DECIDED");
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
              assertThat(notice.path()).contains("a.js");
              assertThat(notice.message()).contains("no verdict").hasSizeLessThan(200);
            });
  }

  @Test
  void whatIsNotValidIsNoGapOfTheAnalysis() {
    RegexPattern[] seen = new RegexPattern[1];
    Rule rule =
        TestRules.rule(
            "regex",
            on ->
                on.node(
                    RegExpLiteral.class,
                    (literal, context) -> {
                      RegexPattern pattern = context.scopes().regexOf(literal);
                      assertThat(pattern).isNotNull();
                      seen[0] = pattern;
                      context.backtracking(pattern, false);
                    }));
    Report report = analyze("f(/a{2,1}/)", rule);

    assertThat(seen[0].diagnostics()).isNotEmpty();
    assertThat(report.notices())
        .noneMatch(notice -> notice.kind() == NoticeKind.LIMIT_REACHED)
        .noneMatch(notice -> notice.kind() == NoticeKind.RULE_FAILED);
  }

  private static Report analyze(String text) {
    return analyze(
        text,
        TestRules.rule(
            "regex",
            on -> {
              on.node(RegExpLiteral.class, RegexVerdictsTest::verdict);
              on.call(ApiPattern.api("globalThis.RegExp"), RegexVerdictsTest::verdict);
            }));
  }

  private static void verdict(Expression expression, FileContext context) {
    RegexPattern pattern = context.scopes().regexOf(expression);
    assertThat(pattern).isNotNull();
    String verdict = context.backtracking(pattern, false).toString();
    context.backtracking(pattern, false);
    context.report(expression, verdict);
  }

  private static Report analyze(String text, Rule rule) {
    return Analyzer.builder()
        .pack(TestRules.pack("test", rule))
        .build()
        .analyze(Input.texts(Map.of("a.js", text)));
  }
}
