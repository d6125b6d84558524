package dev.emerald.spi.pipeline;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that tells a service what to run on changes. Immutable. */
public final class Pipeline implements Manifest {

  private final SourceText source;
  private final PipelineSystem system;
  private final YamlValue yaml;
  private final List<PipelineText> triggers;
  private final List<PipelineUse> includes;
  private final List<PipelineJob> jobs;

  /** For the engine. */
  public Pipeline(
      SourceText source,
      PipelineSystem system,
      @Nullable YamlValue yaml,
      List<PipelineText> triggers,
      List<PipelineUse> includes,
      List<PipelineJob> jobs) {
    this.source = Objects.requireNonNull(source, "source");
    this.system = Objects.requireNonNull(system, "system");
    this.yaml = yaml == null ? PipelineStep.nothing() : yaml;
    this.triggers = List.copyOf(triggers);
    this.includes = List.copyOf(includes);
    this.jobs = List.copyOf(jobs);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The service. */
  public PipelineSystem system() {
    return system;
  }

  /** The whole file; null as YAML has it for a file that is none. */
  public YamlValue yaml() {
    return yaml;
  }

  /** What starts it: of GitHub Actions the names of the events. Empty for other services. */
  public List<PipelineText> triggers() {
    return triggers;
  }

  /** Whether an event of GitHub Actions starts it. */
  public boolean startsOn(String event) {
    return triggers.stream().anyMatch(trigger -> trigger.name().equals(event));
  }

  /** The files, templates and orbs that the pipeline as a whole takes in. */
  public List<PipelineUse> includes() {
    return includes;
  }

  /** The jobs in order; of an action one, which has its steps. */
  public List<PipelineJob> jobs() {
    return jobs;
  }

  /** The steps of all jobs. */
  public List<PipelineStep> steps() {
    List<PipelineStep> steps = new ArrayList<>();
    for (PipelineJob job : jobs) {
      steps.addAll(job.steps());
    }
    return steps;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
