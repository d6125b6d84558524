package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;

/** A configuration of nginx. What it includes is not read. Immutable. */
public final class NginxConfig implements Manifest {

  private final SourceText source;
  private final List<NginxDirective> directives;

  /** For the engine. */
  public NginxConfig(SourceText source, List<NginxDirective> directives) {
    this.source = Objects.requireNonNull(source, "source");
    this.directives = List.copyOf(directives);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The outermost directives in order. */
  public List<NginxDirective> directives() {
    return directives;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
