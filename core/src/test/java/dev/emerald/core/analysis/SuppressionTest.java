package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.SuppressedFinding.By;
import dev.emerald.spi.finding.Notice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuppressionTest {

  private static Report analyze(String text) {
    return analyze(Configuration.defaults(), Map.of("a.jsx", text));
  }

  private static Report analyze(Configuration configuration, Map<String, String> texts) {
    return Analyzer.builder()
        .pack(TestRules.everything())
        .configuration(configuration)
        .build()
        .analyze(Input.texts(texts));
  }

  private static List<Integer> lines(Report report) {
    return report.findings().stream().map(f -> f.location().start().line()).toList();
  }

  @Test
  void aCommentSilencesTheNextLine() {
    Report report =
        analyze("// emerald-disable-next-line no-eval -- it is a calculator\neval(x);\neval(y);");

    assertThat(lines(report)).containsExactly(3);
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(
            silenced -> {
              assertThat(silenced.reason()).isEqualTo("it is a calculator");
              assertThat(silenced.by()).isEqualTo(By.COMMENT);
              assertThat(silenced.location())
                  .hasValueSatisfying(at -> assertThat(at).hasToString("a.jsx:1:1"));
            });
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void aCommentSilencesItsOwnLine() {
    assertThat(lines(analyze("eval(x); // emerald-disable-line\neval(y);"))).containsExactly(2);
  }

  @Test
  void rulesAreSilencedByTheirFormerNames() {
    assertThat(lines(analyze("eval(x); // emerald-disable-line eval-call -- old"))).isEmpty();
  }

  @Test
  void othersAreNotSilenced() {
    Report report = analyze("eval(x); // emerald-disable-line any-crypto -- wrong one");

    assertThat(lines(report)).containsExactly(1);
    assertThat(report.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "a.jsx:1 UNUSED_SUPPRESSION this comment silences nothing of 'any-crypto';"
                + " remove the name");
  }

  @Test
  void aRangeIsSilencedToItsEnd() {
    assertThat(
            lines(
                analyze(
                    """
                    eval(1);
                    /* emerald-disable no-eval -- old code */
                    eval(2);
                    eval(3);
                    /* emerald-enable no-eval */
                    eval(4);
                    /* emerald-disable */
                    eval(5);
                    """)))
        .containsExactly(1, 6);
  }

  @Test
  void aWholeFileIsSilenced() {
    assertThat(
            lines(analyze("eval(1);\n/* emerald-disable-file no-eval -- a fixture */\neval(2);")))
        .isEmpty();
  }

  @Test
  void aWholeFileStaysSilencedAfterARangeEnds() {
    assertThat(
            lines(
                analyze(
                    """
                    /* emerald-disable no-eval -- to line 3 */
                    eval(1);
                    /* emerald-enable */
                    eval(2);
                    """)))
        .containsExactly(4);
    assertThat(
            lines(
                analyze(
                    """
                    /* emerald-disable-file no-eval -- all of it */
                    eval(1);
                    /* emerald-enable */
                    eval(2);
                    """)))
        .isEmpty();
  }

  @Test
  void tooManyCommentsAreToldOf() {
    Report report = analyze("eval(x); // emerald-disable-line\n".repeat(2_100));

    assertThat(report.suppressed()).hasSize(1_000);
    assertThat(report.notices())
        .anySatisfy(
            notice ->
                assertThat(notice.message())
                    .isEqualTo(
                        "more than 2,000 comments that silence findings;"
                            + " the others are not obeyed"));
  }

  @Test
  void commentsWithinMarkupCount() {
    assertThat(
            lines(
                analyze(
                    "const a = <p>\n{/* emerald-disable-next-line no-eval -- shown */}\n"
                        + "{eval(x)}\n</p>;")))
        .isEmpty();
  }

  @Test
  void linesEndAsTheyEnd() {
    assertThat(lines(analyze("// emerald-disable-next-line\r\neval(x);\r\neval(y);")))
        .containsExactly(3);
  }

  @Test
  void unknownNamesAreToldWithTheNearest() {
    assertThat(analyze("f(); // emerald-disable-line no-evil").notices())
        .extracting(Notice::toString)
        .containsExactly(
            "a.jsx:1 UNUSED_SUPPRESSION unknown rule 'no-evil', did you mean 'no-eval'?");
  }

  @Test
  void commentsForRulesThatDoNotRunAreLeftInPeace() {
    Report report =
        analyze(
            Configuration.builder().only(List.of("any-crypto")).build(),
            Map.of("a.js", "eval(x); // emerald-disable-line no-eval -- fine"));

    assertThat(report.notices()).isEmpty();
  }

  @Test
  void whoDoesNotTrustTheProjectLeavesItsCommentsOut() {
    Report report =
        analyze(
            Configuration.builder().withoutSuppressionComments().build(),
            Map.of("a.js", "eval(x); // emerald-disable-line"));

    assertThat(lines(report)).containsExactly(1);
    assertThat(report.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "CONFIGURATION comments that silence findings were left out in 1 file,"
                + " as the caller wants");
  }

  @Test
  void otherWordsAreNoDirectives() {
    Report report =
        analyze(
            "eval(x); // emerald-disable-everything\n// see emerald-disable-line\neval(y);"
                + " const s = '// emerald-disable-line';");

    assertThat(lines(report)).containsExactly(1, 3);
    assertThat(report.notices()).isEmpty();
  }
}
