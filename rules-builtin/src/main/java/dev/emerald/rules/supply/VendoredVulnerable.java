package dev.emerald.rules.supply;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;

/** Copied libraries with published weaknesses. */
@RuleInfo(
    id = "supply-vendored-vulnerable",
    title = "A copied library has a known vulnerability",
    severity = Severity.MEDIUM,
    confidence = Confidence.HIGH,
    cwe = {1395, 937},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The library lies in the project as a file. No package manager knows it, so nothing tells"
            + " when its version turns out to be weak, and it stays as it was copied. How severe"
            + " the weakness is says the advisory. Without advisories (--advisories, --online,"
            + " --libraries) nothing is looked for.",
    remedy =
        "Replace the file by a version without the weakness, or better ask for the library in"
            + " package.json and let the build copy it.",
    bad =
        @Example(
            file = "public/jquery-1.8.0.min.js",
            value =
                """
                /*! jQuery v1.8.0 jquery.com | jquery.org/license */
                (function(a,b){})(window);
                """,
            note = "With an advisory on jquery before 3.5.0 at hand:"),
    good =
        @Example(
            file = "public/jquery-3.7.1.min.js",
            value =
                """
                /*! jQuery v3.7.1 | (c) OpenJS Foundation and other contributors */
                (function(a,b){})(window);
                """))
public final class VendoredVulnerable implements Rule {

  @Override
  public void register(Hooks on) {
    on.project(VendoredVulnerable::check);
  }

  private static void check(Project project, RuleContext context) {
    Advisories known = project.advisories().orElse(null);
    if (known == null) {
      return;
    }
    for (VendoredLibrary library : project.vendored()) {
      List<Advisory> weaknesses = known.affecting(library.packageName(), library.version());
      if (!weaknesses.isEmpty()) {
        context.report(
            Problem.at(
                    library.location(),
                    "this is '%s' %s, %s, and has %s; %s"
                        .formatted(
                            library.packageName(),
                            library.version(),
                            evidence(library),
                            KnownVulnerable.named(weaknesses),
                            free(library, known)))
                .withSeverity(weaknesses.get(0).severity()));
      }
    }
  }

  private static String evidence(VendoredLibrary library) {
    return switch (library.evidence()) {
      case FILE_NAME -> "going by its name";
      case BANNER -> "as it says";
      case HASH -> "byte for byte";
    };
  }

  private static String free(VendoredLibrary library, Advisories known) {
    return known
        .nextUnaffected(library.packageName(), library.version())
        .map(version -> "version " + version + " is free of it")
        .orElse("no version without it is known");
  }
}
