package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A unit of systemd that runs a service. Immutable. */
public final class UnitFile implements Manifest {

  private final SourceText source;
  private final List<ConfigEntry> entries;

  /**
   * For the engine.
   *
   * @param entries with keys such as {@code Service.User}
   */
  public UnitFile(SourceText source, List<ConfigEntry> entries) {
    this.source = Objects.requireNonNull(source, "source");
    this.entries = List.copyOf(entries);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The entries in order; the section and a point stand before the key. */
  public List<ConfigEntry> entries() {
    return entries;
  }

  /** The last entry of a key such as {@code Service.ExecStart}. */
  public Optional<ConfigEntry> entry(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).key().equals(key)) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
