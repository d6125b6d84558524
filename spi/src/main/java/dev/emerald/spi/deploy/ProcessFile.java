package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;

/** A Procfile: the processes that a platform starts, by name. Immutable. */
public final class ProcessFile implements Manifest {

  private final SourceText source;
  private final List<ConfigEntry> processes;

  /** For the engine. */
  public ProcessFile(SourceText source, List<ConfigEntry> processes) {
    this.source = Objects.requireNonNull(source, "source");
    this.processes = List.copyOf(processes);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The processes in order: the name, such as {@code web}, and the command. */
  public List<ConfigEntry> processes() {
    return processes;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
