package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dependencies that no registry vouches for. */
@RuleInfo(
    id = "supply-dep-http-git",
    title = "A dependency comes from a URL or a repository",
    severity = Severity.MEDIUM,
    cwe = {829, 494, 300},
    owasp = {"A08:2021"},
    roadmap = {RoadmapItem.CI_4, RoadmapItem.CI_5},
    why =
        "What a branch, a tag or a web server holds can change under the same name: the next"
            + " install runs other code. Over plain http anybody on the way can change it, and"
            + " advisories are not matched against it.",
    remedy = "Depend on a published version, or on a full commit hash.",
    bad = {
      @Example(
          file = "package.json",
          value =
              """
              {
                "name": "a",
                "dependencies": { "left": "git+https://git.example/left.git#main" }
              }
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "dependencies": { "right": "someone/right" } }
              """)
    },
    good =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "dependencies": {
                    "left": "^1.2.0",
                    "middle": "workspace:*",
                    "near": "file:../near",
                    "alias": "npm:right@1.0.0",
                    "pinned": "someone/right#0123456789abcdef0123456789abcdef01234567"
                  }
                }
                """))
public final class DependencyByUrl implements Rule {

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "(?:git(?:\\+[a-z]+)?:|(?:github|gitlab|bitbucket|gist):"
              + "|[A-Za-z0-9][\\w.-]*/[\\w.-]+(?:#|$)).*");

  /** The hash of a commit, as the fragment or as a part of the path. */
  private static final Pattern COMMIT = Pattern.compile("[#/][0-9a-f]{40}(?:$|[/.?&])");

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
  }

  private void check(PackageJson manifest, RuleContext context) {
    for (Dependency dependency : manifest.dependencies()) {
      String problem = problem(dependency.range().strip());
      if (problem != null) {
        context.report(
            dependency.rangeLocation(), "'" + dependency.name() + "' comes from " + problem);
      }
    }
  }

  /** What is wrong with where a range comes from; null if nothing is. */
  static @Nullable String problem(String range) {
    if (range.startsWith("http:") || range.startsWith("git:") || range.startsWith("git+http:")) {
      return "a server that anybody on the way can speak for";
    }
    if (COMMIT.matcher(range).find()) {
      return null;
    }
    if (REPOSITORY.matcher(range).matches()) {
      return "a repository, without the hash of a commit";
    }
    return range.startsWith("https:") ? "a web address, whose content can change" : null;
  }
}
