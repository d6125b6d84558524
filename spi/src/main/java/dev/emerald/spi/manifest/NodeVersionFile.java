package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.Objects;

/** An .nvmrc or .node-version: which Node.js a project is to run on. Immutable. */
public final class NodeVersionFile implements Manifest {

  private final SourceText source;
  private final String version;
  private final Span span;

  /** For the engine. */
  public NodeVersionFile(SourceText source, String version, Span span) {
    this.source = Objects.requireNonNull(source, "source");
    this.version = Objects.requireNonNull(version, "version");
    this.span = Objects.requireNonNull(span, "span");
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** What is asked for, as it is written: {@code 20.11.1}, {@code v20}, {@code lts/iron}. */
  public String version() {
    return version;
  }

  /** Where that stands. */
  public Location versionLocation() {
    return source.location(span);
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
