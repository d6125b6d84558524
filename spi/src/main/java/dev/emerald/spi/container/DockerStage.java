package dev.emerald.spi.container;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage of a Dockerfile: what follows a {@code FROM}. Immutable; equal by identity. */
public final class DockerStage {

  private final int index;
  private final @Nullable String name;
  private final DockerInstruction from;
  private final @Nullable DockerStage base;
  private final List<DockerInstruction> instructions;

  /**
   * For the engine.
   *
   * @param base the stage that it builds on, if it is one of the same file
   */
  public DockerStage(
      int index,
      @Nullable String name,
      DockerInstruction from,
      @Nullable DockerStage base,
      List<DockerInstruction> instructions) {
    this.index = index;
    this.name = name;
    this.from = Objects.requireNonNull(from, "from");
    this.base = base;
    this.instructions = List.copyOf(instructions);
  }

  /** Its place among the stages, from 0. */
  public int index() {
    return index;
  }

  /** The name that {@code AS} gives it. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The {@code FROM} that begins it. */
  public DockerInstruction from() {
    return from;
  }

  /** The stage of the same file that it builds on; empty if it builds on an image. */
  public Optional<DockerStage> base() {
    return Optional.ofNullable(base);
  }

  /** The stage at the beginning of the chain of {@link #base}s; this one if it has none. */
  public DockerStage root() {
    DockerStage stage = this;
    while (stage.base != null) {
      stage = stage.base;
    }
    return stage;
  }

  /** The word that names what it builds on; empty for a {@code FROM} without one. */
  public Optional<DockerWord> baseWord() {
    return from.arguments().isEmpty() ? Optional.empty() : Optional.of(from.arguments().get(0));
  }

  /**
   * The image that it builds on; empty if that is another stage, or decided when the image is
   * built.
   */
  public Optional<ImageName> image() {
    return base != null
        ? Optional.empty()
        : baseWord().flatMap(DockerWord::value).filter(name -> !name.isBlank()).map(ImageName::of);
  }

  /** The instructions behind {@code FROM}, in order. */
  public List<DockerInstruction> instructions() {
    return instructions;
  }

  /** The last instruction of a kind in this stage. */
  public Optional<DockerInstruction> last(String keyword) {
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (instructions.get(i).is(keyword)) {
        return Optional.of(instructions.get(i));
      }
    }
    return Optional.empty();
  }

  /** The last instruction of a kind in this stage or in those that it builds on. */
  public Optional<DockerInstruction> effective(String keyword) {
    for (DockerStage stage = this; stage != null; stage = stage.base) {
      Optional<DockerInstruction> found = stage.last(keyword);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The number and the name. */
  @Override
  public String toString() {
    return "stage " + index + (name == null ? "" : " " + name);
  }
}
