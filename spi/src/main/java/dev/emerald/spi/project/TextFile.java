package dev.emerald.spi.project;

import dev.emerald.spi.source.SourceText;
import java.util.Objects;

/**
 * Any text of the project: a source, a manifest, or a file that is neither, such as {@code .env}.
 * Immutable. Made by the engine.
 */
public final class TextFile {

  private final SourceText source;
  private final boolean test;

  /**
   * For the engine.
   *
   * @param test see {@link #test()}
   */
  public TextFile(SourceText source, boolean test) {
    this.source = Objects.requireNonNull(source, "source");
    this.test = test;
  }

  /** The path and the text. */
  public SourceText source() {
    return source;
  }

  /** The path relative to the root of the project, {@code /} between the segments. */
  public String path() {
    return source.path();
  }

  /** The last segment of the path. */
  public String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /** Whether it belongs to tests, benchmarks, examples or documentation, by its path. */
  public boolean test() {
    return test;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
