package dev.emerald.rules.traits;

import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleContext;

/**
 * Whether this is the place where a project is worked on. What was published of it, or a few files
 * out of it, holds no tests, no lock file and no settings of tools: their absence there says
 * nothing about how the project is kept.
 */
public final class Checkout {

  private Checkout() {}

  /** A file that is never published. */
  private record Sign(String path) {}

  /** Has a rule look for the signs that only text shows; {@link #seen} needs it. */
  public static void look(Hooks on) {
    on.text(Checkout::look);
  }

  private static void look(TextFile file, RuleContext context) {
    if (file.name().equals(".gitignore")) {
      context.keep(new Sign(file.path()));
    }
  }

  /** Whether a sign was seen: tests, a lock file, a pipeline, an image, what git ignores. */
  public static boolean seen(Project project, RuleContext context) {
    return project.files().stream().anyMatch(ProjectFile::test)
        || project.packages().stream()
            .anyMatch(each -> each.manifest().filter(PackageJson::isPrivate).isPresent())
        || !project.manifests(DependencyGraph.class).isEmpty()
        || !project.manifests(Pipeline.class).isEmpty()
        || !project.manifests(Dockerfile.class).isEmpty()
        || !context.kept(Sign.class).isEmpty();
  }
}
