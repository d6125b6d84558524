package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Overrides that put code without a version in the place of a package. */
@RuleInfo(
    id = "supply-override-weakening",
    title = "An override puts a URL or a repository in the place of a package",
    severity = Severity.MEDIUM,
    cwe = 1357,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "The override counts for every dependency down to the last, where nobody expects code from"
            + " elsewhere. What a branch or a web server holds can change under the same name, and"
            + " advisories are not matched against it.",
    remedy = "Override with a published version, or with a full commit hash.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "overrides": { "left": "github:someone/left#fix" }
                }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "overrides": { "left": "1.2.4", "right": { ".": "$right", "inner": "^2.0.0" } },
                  "resolutions": { "far/**/near": "npm:other@1.0.0" }
                }
                """))
public final class OverrideSource implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
  }

  private void check(PackageJson manifest, RuleContext context) {
    Deque<JsonValue> open = new ArrayDeque<>();
    for (List<String> path :
        List.of(List.of("overrides"), List.of("resolutions"), List.of("pnpm", "overrides"))) {
      manifest.json().at(path.toArray(String[]::new)).ifPresent(open::add);
    }
    while (!open.isEmpty()) {
      for (JsonMember member : open.poll().members()) {
        open.add(member.value());
        String problem = DependencyByUrl.problem(member.value().asString().orElse("").strip());
        if (problem != null) {
          context.report(
              manifest.location(member.value()),
              "The override of '" + member.name() + "' comes from " + problem);
        }
      }
    }
  }
}
