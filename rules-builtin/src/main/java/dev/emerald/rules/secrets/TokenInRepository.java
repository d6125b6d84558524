package dev.emerald.rules.secrets;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens of services, by the shape their makers give them. */
@RuleInfo(
    id = "secret-token-pattern",
    title = "A token of a service lies in the repository",
    severity = Severity.CRITICAL,
    cwe = 798,
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Everybody with the repository, its history or a copy of it can use the service in your"
            + " name. Robots find such tokens within minutes of a push.",
    remedy =
        "Revoke the token first: taking it out of the file does not take it out of the history."
            + " Then read a new one from the environment or a secret store.",
    bad =
        @Example(
            """
            module.exports = {
              mail: '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',
            };
            """),
    good =
        @Example(
            """
            module.exports = {
              stripe: process.env.STRIPE_KEY,
              documented: 'AKIAIOSFODNN7EXAMPLE',
              shown: 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
            };
            """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class TokenInRepository implements Rule {

  private static final KeywordIndex KEYWORDS =
      new KeywordIndex(TokenShapes.ALL.stream().map(TokenShape::keyword).toList());

  /** A text that was searched. */
  private record Searched(String path) {}

  @Override
  public void register(Hooks on) {
    on.text(this::check);
    on.project(this::count);
  }

  private void check(TextFile file, RuleContext context) {
    context.keep(new Searched(file.path()));
    String text = file.source().text();
    boolean lock = file.name().endsWith("-lock.json") || file.name().endsWith(".lock");
    Set<Integer> seen = new HashSet<>();
    KEYWORDS.search(
        text,
        (keyword, start) -> {
          TokenShape shape = TokenShapes.ALL.get(keyword);
          String token = lock ? null : shape.at(text, start);
          if (token != null && seen.add(start)) {
            Location at = file.source().location(start, start + token.length());
            Problem problem =
                Problem.at(at, "Everybody with the repository can use this: " + shape.maker());
            Confidence confidence = confidence(file, shape);
            problem = confidence == null ? problem : problem.withConfidence(confidence);
            context.report(problem.withSecret(at));
          }
        });
  }

  /** Less sure in tests and documents, where tokens are made up, unless a checksum is right. */
  private static @Nullable Confidence confidence(TextFile file, TokenShape shape) {
    if (shape.proven()) {
      return null;
    }
    boolean document = file.name().endsWith(".md") || file.name().endsWith(".mdx");
    return document || file.test() || SettingFiles.isExample(file) ? Confidence.LOW : null;
  }

  /** That nothing was found says something where it was looked for. */
  private void count(Project project, RuleContext context) {
    Map<String, ProjectPackage> byFolder = new HashMap<>();
    project.packages().forEach(each -> byFolder.put(each.directory(), each));
    Map<ProjectPackage, Integer> texts = new HashMap<>();
    for (Searched each : context.kept(Searched.class)) {
      ProjectPackage owner = owner(each.path(), byFolder);
      texts.merge(owner == null ? project.packages().get(0) : owner, 1, Integer::sum);
    }
    for (ProjectPackage each : project.packages()) {
      int count = texts.getOrDefault(each, 0);
      if (count > 0) {
        context.counted(RoadmapItem.DEP_1, each, "texts searched for secrets: " + count);
      }
    }
  }

  /** The innermost package around a path; null if it lies outside of all. */
  private static @Nullable ProjectPackage owner(String path, Map<String, ProjectPackage> byFolder) {
    String folder = path;
    while (!folder.isEmpty()) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
      ProjectPackage found = byFolder.get(folder);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
