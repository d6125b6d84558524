package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Caddyfile. What it imports is not read. Immutable. */
public final class CaddyConfig implements Manifest {

  private final SourceText source;
  private final List<CaddyDirective> directives;

  /** For the engine. */
  public CaddyConfig(SourceText source, List<CaddyDirective> directives) {
    this.source = Objects.requireNonNull(source, "source");
    this.directives = List.copyOf(directives);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The outermost entries in order: global options, which have no name, snippets and sites. */
  public List<CaddyDirective> directives() {
    return directives;
  }

  /**
   * The sites: each with its addresses as name and arguments and its directives as block. The one
   * site of a file without braces is put together.
   */
  public List<CaddyDirective> sites() {
    List<CaddyDirective> sites = new ArrayList<>();
    for (int i = 0; i < directives.size(); i++) {
      CaddyDirective each = directives.get(i);
      if (each.block().isEmpty() && sites.isEmpty() && !each.name().isEmpty()) {
        List<CaddyDirective> rest = directives.subList(i + 1, directives.size());
        return List.of(new CaddyDirective(each.name(), each.arguments(), rest, each.location()));
      }
      if (!each.block().isEmpty() && !each.name().isEmpty() && !each.name().startsWith("(")) {
        sites.add(each);
      }
    }
    return sites;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
