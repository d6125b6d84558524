package dev.emerald.spi.container;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A Dockerfile or Containerfile. Immutable. */
public final class Dockerfile implements Manifest {

  private final SourceText source;
  private final List<DockerInstruction> preamble;
  private final List<DockerStage> stages;

  /** For the engine. */
  public Dockerfile(SourceText source, List<DockerInstruction> preamble, List<DockerStage> stages) {
    this.source = Objects.requireNonNull(source, "source");
    this.preamble = List.copyOf(preamble);
    this.stages = List.copyOf(stages);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** What stands before the first {@code FROM}: arguments. */
  public List<DockerInstruction> preamble() {
    return preamble;
  }

  /** The stages in order. */
  public List<DockerStage> stages() {
    return stages;
  }

  /** The stage that becomes the image unless a build asks for another: the last. */
  public Optional<DockerStage> finalStage() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /** All instructions of all stages in order, {@code FROM} included. */
  public List<DockerInstruction> instructions() {
    List<DockerInstruction> all = new ArrayList<>(preamble);
    for (DockerStage stage : stages) {
      all.add(stage.from());
      all.addAll(stage.instructions());
    }
    return all;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
