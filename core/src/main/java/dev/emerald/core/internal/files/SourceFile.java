package dev.emerald.core.internal.files;

import dev.emerald.spi.ast.SourceType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source file of the project: what there is to know before it is parsed. Immutable. */
public final class SourceFile {

  private final String path;
  private final Language language;
  private final @Nullable SourceType sourceType;
  private final boolean named;

  SourceFile(String path, Language language, @Nullable SourceType sourceType, boolean named) {
    this.path = Objects.requireNonNull(path, "path");
    this.language = Objects.requireNonNull(language, "language");
    this.sourceType = sourceType;
    this.named = named;
  }

  /** The path relative to the root. */
  public String path() {
    return path;
  }

  /** The language; of a component, that of its scripts. */
  public Language language() {
    return language;
  }

  /**
   * What the extension and the nearest package.json say of how Node.js reads the file; empty if
   * they say nothing, so that its syntax has to tell.
   */
  public Optional<SourceType> sourceType() {
    return Optional.ofNullable(sourceType);
  }

  /** Whether the file is a test by its path. */
  public boolean test() {
    return TestFiles.isTest(path);
  }

  /** Whether the file was named by itself rather than found in a folder. */
  boolean named() {
    return named;
  }

  /** The path. */
  @Override
  public String toString() {
    return path;
  }
}
