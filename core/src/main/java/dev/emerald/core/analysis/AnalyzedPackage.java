package dev.emerald.core.analysis;

import dev.emerald.spi.project.ProjectPackage.Mode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A package of the project that was analysed. Immutable, equal by value. */
public final class AnalyzedPackage {

  private final String directory;
  private final @Nullable String name;
  private final Mode mode;
  private final int files;
  private final List<ItemStatus> roadmap;

  /**
   * For the engine.
   *
   * @param directory see {@link #directory()}
   * @param name see {@link #name()}
   * @param roadmap see {@link #roadmap()}
   */
  public AnalyzedPackage(
      String directory, @Nullable String name, Mode mode, int files, List<ItemStatus> roadmap) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.name = name;
    this.mode = Objects.requireNonNull(mode, "mode");
    this.files = files;
    this.roadmap = List.copyOf(roadmap);
  }

  /** The folder relative to the root of the project; empty for the root itself. */
  public String directory() {
    return directory;
  }

  /** The name in its package.json, if there is one. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** Whether it was taken for something that is run or something that is imported. */
  public Mode mode() {
    return mode;
  }

  /** How many of its source files were read; those of packages within it are not counted. */
  public int files() {
    return files;
  }

  /**
   * How it stands on each item of the roadmap, in the order of the items, by what lies in its
   * folder but not in a package within it.
   */
  public List<ItemStatus> roadmap() {
    return roadmap;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnalyzedPackage that
        && directory.equals(that.directory)
        && Objects.equals(name, that.name)
        && mode == that.mode
        && files == that.files
        && roadmap.equals(that.roadmap);
  }

  @Override
  public int hashCode() {
    return Objects.hash(directory, name, mode, files, roadmap);
  }

  /** {@code directory MODE}. */
  @Override
  public String toString() {
    return (directory.isEmpty() ? "." : directory) + " " + mode;
  }
}
