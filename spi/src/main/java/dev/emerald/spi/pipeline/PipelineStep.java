package dev.emerald.spi.pipeline;

import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a job: scripts that it runs, or something that it uses. Immutable. */
public final class PipelineStep {

  private final Location location;
  private final YamlValue yaml;
  private final @Nullable PipelineUse use;
  private final List<PipelineScript> scripts;
  private final List<PipelineText> inputs;
  private final List<PipelineText> environment;

  /** For the engine. */
  public PipelineStep(
      Location location,
      @Nullable YamlValue yaml,
      @Nullable PipelineUse use,
      List<PipelineScript> scripts,
      List<PipelineText> inputs,
      List<PipelineText> environment) {
    this.location = Objects.requireNonNull(location, "location");
    this.yaml = yaml == null ? nothing() : yaml;
    this.use = use;
    this.scripts = List.copyOf(scripts);
    this.inputs = List.copyOf(inputs);
    this.environment = List.copyOf(environment);
  }

  static YamlValue nothing() {
    return new YamlScalar(new Span(0, 0), null, YamlScalar.Style.PLAIN, "");
  }

  /** Where it stands. */
  public Location location() {
    return location;
  }

  /** The step as it is written; null as YAML has it where the file is none. */
  public YamlValue yaml() {
    return yaml;
  }

  /** What it uses. */
  public Optional<PipelineUse> use() {
    return Optional.ofNullable(use);
  }

  /** Whether it uses something of a name, whatever its version. */
  public boolean uses(String name) {
    return use != null && use.name().equals(name);
  }

  /** What it gives to shells, in order. */
  public List<PipelineScript> scripts() {
    return scripts;
  }

  /** What it gives to what it uses. */
  public List<PipelineText> inputs() {
    return inputs;
  }

  /** The input with a name. */
  public Optional<PipelineText> input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
  }

  /** The variables that are set for it alone. */
  public List<PipelineText> environment() {
    return environment;
  }

  /** When it runs, as it is written; empty for always. */
  public Optional<String> condition() {
    return yaml.member("if").or(() -> yaml.member("condition")).flatMap(YamlValue::asString);
  }

  /** Whether the pipeline goes on when it fails. */
  public boolean failureIgnored() {
    return yaml.member("continue-on-error")
        .or(() -> yaml.member("continueOnError"))
        .or(() -> yaml.member("allow_failure"))
        .flatMap(YamlValue::asBoolean)
        .orElse(false);
  }
}
