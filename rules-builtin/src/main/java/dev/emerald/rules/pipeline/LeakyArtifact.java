package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineText;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;

/** Artifacts with the token of the checkout in them. */
@RuleInfo(
    id = "ci-artifact-leak",
    title = "An artifact takes the credentials of the checkout along",
    severity = Severity.MEDIUM,
    cwe = {312, 200},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "The checkout keeps its token in .git/config. An artifact of the whole folder holds it, and"
            + " everybody who can read the run can download it.",
    remedy = "Upload the folder that is meant, and check out with persist-credentials: false.",
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
                      - uses: actions/checkout@v4
                      - uses: actions/upload-artifact@v3
                        with:
                          path: .
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
                      - uses: actions/checkout@v4
                      - uses: actions/upload-artifact@v4
                        with:
                          path: dist
                """))
public final class LeakyArtifact implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, LeakyArtifact::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    for (PipelineJob job : pipeline.jobs()) {
      boolean credentials = false;
      for (PipelineStep step : job.steps()) {
        if (step.uses("actions/checkout")) {
          String kept = step.input("persist-credentials").map(PipelineText::text).orElse("true");
          credentials |= !kept.equals("false");
        } else if (step.uses("actions/upload-artifact")) {
          check(step, credentials, context);
        }
      }
    }
  }

  private static void check(PipelineStep upload, boolean credentials, RuleContext context) {
    PipelineText path = upload.input("path").orElse(null);
    if (path == null) {
      return;
    }
    for (String line : path.text().split("\n", -1)) {
      String entry = line.strip();
      boolean whole =
          switch (entry) {
            case ".", "./", "*", "./*", "**", "${{ github.workspace }}", "${{github.workspace}}" ->
                true;
            default -> false;
          };
      if (whole && credentials && takesHidden(upload)) {
        context.report(path.location(), "The artifact holds .git and the token in it");
      } else if (entry.equals(".env") || entry.endsWith("/.env")) {
        context.report(path.location(), "The artifact holds a file of settings: " + entry);
      }
    }
  }

  /** From version 4.4 on, hidden files are left out unless they are asked for. */
  private static boolean takesHidden(PipelineStep upload) {
    boolean asked =
        upload.input("include-hidden-files").map(PipelineText::text).orElse("").equals("true");
    String version = upload.use().orElseThrow().version().orElse("");
    boolean leavesOut = version.startsWith("v") && version.length() > 1 && version.charAt(1) >= '4';
    return asked || !leavesOut && version.length() < 40;
  }
}
