package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.YamlManifest;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Objects;

/** A file of services that are run together, as the Compose specification defines it. Immutable. */
public final class ComposeFile implements YamlManifest {

  private final SourceText source;
  private final List<YamlValue> documents;

  /** For the engine. */
  public ComposeFile(SourceText source, List<YamlValue> documents) {
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

  /** The services in order: their names and what is said of them. */
  public List<YamlMember> services() {
    return yaml().member("services").map(YamlValue::members).orElse(List.of());
  }

  /** Whether the file is for development or tests by its name. */
  public boolean forDevelopment() {
    String name = path();
    return name.contains("dev")
        || name.contains("test")
        || name.contains("local")
        || name.contains("override")
        || name.contains("example")
        || name.contains("debug")
        || name.contains("ci.");
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
