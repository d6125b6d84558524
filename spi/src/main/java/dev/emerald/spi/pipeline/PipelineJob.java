package dev.emerald.spi.pipeline;

import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job of a pipeline: steps on one machine. Immutable; equal by identity. */
public final class PipelineJob {

  private final String name;
  private final Location location;
  private final YamlValue yaml;
  private final @Nullable PipelineUse use;
  private final List<PipelineStep> steps;

  /** For the engine. */
  public PipelineJob(
      String name,
      Location location,
      @Nullable YamlValue yaml,
      @Nullable PipelineUse use,
      List<PipelineStep> steps) {
    this.name = Objects.requireNonNull(name, "name");
    this.location = Objects.requireNonNull(location, "location");
    this.yaml = yaml == null ? PipelineStep.nothing() : yaml;
    this.use = use;
    this.steps = List.copyOf(steps);
  }

  /** The key of the job; empty where the service gives jobs no names. */
  public String name() {
    return name;
  }

  /** Where it is named. */
  public Location location() {
    return location;
  }

  /** The job as it is written. */
  public YamlValue yaml() {
    return yaml;
  }

  /** The pipeline elsewhere that it stands for. */
  public Optional<PipelineUse> use() {
    return Optional.ofNullable(use);
  }

  /** Its steps in order. */
  public List<PipelineStep> steps() {
    return steps;
  }

  /** When it runs, as it is written; empty for always. */
  public Optional<String> condition() {
    return yaml.member("if").or(() -> yaml.member("condition")).flatMap(YamlValue::asString);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
