package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.report.JsonReporter;
import dev.emerald.core.report.ReportedProject;
import dev.emerald.core.report.Reporter;
import dev.emerald.core.report.SarifReporter;
import dev.emerald.core.report.TextReporter;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.source.Location;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret that a rule points out is in no report. */
final class SecretMaskTest {

  private static final String SECRET = "tR7kPq2vZ";

  /** Finds the secret in any text, and a call on the same line besides. */
  private static final Rule FINDER =
      new Rule() {
        @Override
        public void register(Hooks on) {
          on.text(
              (TextFile file, dev.emerald.spi.rule.RuleContext context) -> {
                int at = file.source().text().indexOf("BEGIN");
                int end = file.source().text().indexOf("END");
                if (at >= 0 && end > at) {
                  Location begin = file.source().location(at, at + 5);
                  context.report(
                      Problem.at(begin, "a secret")
                          .withSecret(file.source().location(at + 5, end)));
                }
              });
        }

        @Override
        public RuleFacts facts() {
          return RuleFacts.builder("finds-secret", "Finds the secret", Severity.HIGH)
              .roadmap(List.of(RoadmapItem.DEP_1))
              .build();
        }
      };

  @Test
  void itsLineIsShownWithStars() throws IOException {
    Report report = analyze("a BEGIN " + SECRET + " END\nrest");

    assertThat(report.findings()).hasSize(1);
    assertThat(report.line(".env", 1)).contains("a BEGIN" + "*".repeat(11) + "END");
    assertNowhere(report);
  }

  @Test
  void linesAroundItThatItReachesAreShownWithStarsToo() throws IOException {
    Report report = analyze("BEGIN\n" + SECRET + "\n" + SECRET + "x END");

    assertThat(report.line(".env", 2)).contains("*".repeat(SECRET.length()));
    assertNowhere(report);
  }

  @Test
  void fingerprintsDoNotDependOnIt() {
    String one = analyze("a BEGIN 1111 END").findings().get(0).fingerprint();
    String other = analyze("a BEGIN 2222 END").findings().get(0).fingerprint();

    assertThat(one).isEqualTo(other);
  }

  private static void assertNowhere(Report report) throws IOException {
    List<ReportedProject> projects = List.of(ReportedProject.folder(".", report));
    for (Reporter reporter :
        List.of(TextReporter.plain(), new JsonReporter(), new SarifReporter("1"))) {
      StringWriter out = new StringWriter();
      reporter.write(projects, out);
      assertThat(out.toString()).contains("a secret").doesNotContain(SECRET);
    }
  }

  private static Report analyze(String text) {
    RulePack pack =
        new RulePack() {
          @Override
          public String id() {
            return "mask";
          }

          @Override
          public List<Rule> rules() {
            return List.of(FINDER);
          }
        };
    return Analyzer.builder().pack(pack).build().analyze(Input.texts(Map.of(".env", text)));
  }
}
