package dev.emerald.core.internal.manifest;

import dev.emerald.core.internal.manifest.lock.LockFiles;
import dev.emerald.core.internal.manifest.lock.ProjectPackages;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of manifests besides package.json and tsconfig.json, which the listing itself needs: a
 * file's name, or else its path, tells who reads it. A further kind is a further row.
 */
public final class ManifestKinds {

  /** Makes a manifest of a text; what is wrong with it goes to the notices. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads a file. Never throws for what it says.
     *
     * @return null if the text turns out to be none of the kind
     */
    @Nullable Manifest read(SourceText source, Surroundings around);
  }

  /**
   * What readers know besides the text.
   *
   * @param projects the package.json files of the project
   * @param notices told of gaps, on the reading thread
   */
  public record Surroundings(ProjectPackages projects, Consumer<Notice> notices) {

    LockFiles lockFiles() {
      return new LockFiles(projects, notices);
    }
  }

  /**
   * A kind of manifests.
   *
   * @param isText whether the file is to be read; if not, the reader gets an empty text
   */
  public record Kind(boolean isText, Reader reader) {}

  private static final Map<String, Kind> BY_NAME =
      Map.ofEntries(
          text("package-lock.json", (source, around) -> around.lockFiles().npm(source)),
          text("npm-shrinkwrap.json", (source, around) -> around.lockFiles().npm(source)),
          text("yarn.lock", (source, around) -> around.lockFiles().yarn(source)),
          text("pnpm-lock.yaml", (source, around) -> around.lockFiles().pnpm(source)),
          text("bun.lock", (source, around) -> around.lockFiles().bun(source)),
          Map.entry(
              "bun.lockb", new Kind(false, (source, around) -> around.lockFiles().binary(source))),
          text(".npmrc", (source, around) -> ConfigFiles.npmConfig(source)),
          text(".yarnrc.yml", (source, around) -> ConfigFiles.yarnConfig(source, around.notices())),
          text(".nvmrc", (source, around) -> ConfigFiles.nodeVersion(source)),
          text(".node-version", (source, around) -> ConfigFiles.nodeVersion(source)));

  private ManifestKinds() {}

  private static Map.Entry<String, Kind> text(String name, Reader reader) {
    return Map.entry(name, new Kind(true, reader));
  }

  /**
   * The kind of a file.
   *
   * @param path relative to the root of the project
   * @return empty if it is no manifest
   */
  public static Optional<Kind> of(String path) {
    Kind byName = BY_NAME.get(path.substring(path.lastIndexOf('/') + 1));
    if (byName != null) {
      return Optional.of(byName);
    }
    return Infrastructure.of(path).map(reader -> new Kind(true, reader));
  }
}
