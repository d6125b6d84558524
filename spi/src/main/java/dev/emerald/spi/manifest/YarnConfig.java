package dev.emerald.spi.manifest;

import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Objects;

/** A .yarnrc.yml: the settings of Yarn 2 and later for a project. Immutable. */
public final class YarnConfig implements YamlManifest {

  private final SourceText source;
  private final List<YamlValue> documents;

  /** For the engine. */
  public YarnConfig(SourceText source, List<YamlValue> documents) {
    this.source = Objects.requireNonNull(source, "source");
    this.documents = List.copyOf(documents);
  }

  @Override
  public SourceText source() {
    return source;
  }

  @Override
  public List<YamlValue> documents() {
    return documents;
  }

  @Override
  public YamlValue yaml() {
    return documents.isEmpty()
        ? new YamlScalar(new Span(0, 0), null, YamlScalar.Style.PLAIN, "")
        : documents.get(0);
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
