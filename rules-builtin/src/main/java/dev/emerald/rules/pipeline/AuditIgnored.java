package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;
import java.util.List;

/** Scanners that cannot fail. */
@RuleInfo(
    id = "ci-audit-ignored",
    title = "What the scanner of dependencies finds is passed over",
    severity = Severity.LOW,
    weight = Weight.DECIDES,
    cwe = 1395,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_1,
    why = "A check whose failure changes nothing is read by nobody.",
    remedy = "Let it fail the pipeline; name what is accepted, and until when, in its settings.",
    bad =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm audit || true
                """),
    good =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm audit --audit-level=high
                """))
public final class AuditIgnored implements Rule {

  @Override
  public void register(Hooks on) {
    on.project(AuditIgnored::check);
  }

  private static void check(Project project, RuleContext context) {
    List<Seen> seen = Seen.in(project);
    boolean fails = false;
    for (Seen each : seen) {
      fails |= each.purpose() == Purpose.AUDIT && !each.ignored();
    }
    for (Seen each : seen) {
      // Beside another one that can fail, it is a report and not the check.
      if (each.purpose() == Purpose.AUDIT && each.ignored() && !fails) {
        context.report(each.location(), "The pipeline goes on whatever the scanner finds");
      }
    }
  }
}
