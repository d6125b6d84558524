package dev.emerald.spi.manifest;

import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An .npmrc: the settings of npm, and of pnpm, for a project. Immutable.
 *
 * <p>Keys stand as they are written; npm takes {@code strictSsl} and {@code strict_ssl} for no
 * other key, so these are none here either.
 */
public final class NpmConfig implements Manifest {

  private final SourceText source;
  private final List<ConfigEntry> entries;

  /** For the engine. */
  public NpmConfig(SourceText source, List<ConfigEntry> entries) {
    this.source = Objects.requireNonNull(source, "source");
    this.entries = List.copyOf(entries);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** All entries, in the order of the file. */
  public List<ConfigEntry> entries() {
    return entries;
  }

  /** The entry of a key; of several the last. */
  public Optional<ConfigEntry> entry(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).key().equals(key)) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a key is set to {@code true}: alone, or with that value. */
  public boolean isTrue(String key) {
    return entry(key).filter(entry -> entry.value().equals("true")).isPresent();
  }

  /** Whether a key is set to {@code false}. */
  public boolean isFalse(String key) {
    return entry(key).filter(entry -> entry.value().equals("false")).isPresent();
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
