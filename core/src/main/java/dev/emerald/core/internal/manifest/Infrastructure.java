package dev.emerald.core.internal.manifest;

import dev.emerald.core.internal.manifest.ManifestKinds.Reader;
import dev.emerald.core.internal.manifest.container.DockerfileReader;
import dev.emerald.core.internal.manifest.deploy.CloudFiles;
import dev.emerald.core.internal.manifest.deploy.DeployFiles;
import dev.emerald.core.internal.manifest.pipeline.PipelineReader;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.source.SourceText;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The kinds of manifests that say how a project is built, checked and run. */
final class Infrastructure {

  private Infrastructure() {}

  /**
   * Who reads a file.
   *
   * @param path relative to the root of the project
   */
  static Optional<Reader> of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (isDockerfile(name)) {
      return Optional.of((source, around) -> DockerfileReader.read(source, around.notices()));
    }
    Optional<PipelineSystem> system = PipelineReader.systemOf(path);
    if (system.isPresent()) {
      return Optional.of(
          (source, around) -> PipelineReader.read(source, system.get(), around.notices()));
    }
    return deployment(path, name);
  }

  private static Optional<Reader> deployment(String path, String name) {
    if (DeployFiles.isCompose(name)) {
      return Optional.of((source, around) -> DeployFiles.compose(source, around.notices()));
    }
    if (CloudFiles.isServerless(name)) {
      return Optional.of((source, around) -> CloudFiles.serverless(source, around.notices()));
    }
    if (name.equals("chart.yaml")) {
      return Optional.of((source, around) -> CloudFiles.chart(source, around.notices()));
    }
    if (DeployFiles.isYaml(name)) {
      return Optional.of((source, around) -> objects(source, around.notices()));
    }
    if (CloudFiles.isTemplate(name)) {
      return Optional.of((source, around) -> CloudFiles.template(source, around.notices()));
    }
    if (name.endsWith(".tf")) {
      return Optional.of((source, around) -> CloudFiles.terraform(source, around.notices()));
    }
    if (CloudFiles.isCaddy(name)) {
      return Optional.of((source, around) -> CloudFiles.caddy(source, around.notices()));
    }
    if (name.equals("procfile")) {
      return Optional.of((source, around) -> CloudFiles.processes(source));
    }
    if (DeployFiles.isNginx(path, name)) {
      return Optional.of((source, around) -> DeployFiles.nginx(source, around.notices()));
    }
    return name.endsWith(".service")
        ? Optional.of((source, around) -> DeployFiles.unit(source))
        : Optional.empty();
  }

  /** YAML of any name: objects of Kubernetes, or a template of a cloud. */
  private static @Nullable Manifest objects(SourceText source, Consumer<Notice> notices) {
    Manifest objects = DeployFiles.kubernetes(source, notices);
    return objects != null ? objects : CloudFiles.template(source, notices);
  }

  /** {@code Dockerfile}, {@code Dockerfile.dev}, {@code api.Dockerfile}, {@code Containerfile}. */
  private static boolean isDockerfile(String name) {
    if (name.endsWith(".dockerfile") || name.endsWith(".containerfile")) {
      return true;
    }
    for (String base : new String[] {"dockerfile", "containerfile"}) {
      if (name.equals(base)) {
        return true;
      }
      if (name.startsWith(base + ".") || name.startsWith(base + "-")) {
        return !isOtherFormat(name.substring(name.lastIndexOf('.') + 1));
      }
    }
    return false;
  }

  /** Scripts and texts about Dockerfiles, and templates that are none yet. */
  private static boolean isOtherFormat(String extension) {
    return switch (extension) {
      case "dockerignore",
          "js",
          "ts",
          "mjs",
          "cjs",
          "md",
          "txt",
          "sh",
          "py",
          "go",
          "rb",
          "json",
          "yml",
          "yaml",
          "j2",
          "tpl",
          "tmpl",
          "template",
          "erb",
          "hbs",
          "mustache",
          "ejs",
          "html",
          "bak",
          "orig",
          "lock" ->
          true;
      default -> false;
    };
  }
}
