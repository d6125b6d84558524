package dev.emerald.spi.pipeline;

import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/** A text that a step gives to a shell. Immutable; equal by identity. */
public final class PipelineScript {

  private final SourceText source;
  private final ShellScript script;
  private final IntUnaryOperator offsets;

  private PipelineScript(SourceText source, ShellScript script, IntUnaryOperator offsets) {
    this.source = source;
    this.script = script;
    this.offsets = offsets;
  }

  /** The script that a scalar is, for the engine. */
  public static PipelineScript of(SourceText source, YamlScalar scalar) {
    Objects.requireNonNull(source, "source");
    return new PipelineScript(source, ShellScript.of(scalar.text()), scalar::offsetOf);
  }

  /** The script that a part of a file is, for the engine. */
  public static PipelineScript of(SourceText source, int start, int end) {
    ShellScript script = ShellScript.of(source.slice(start, end));
    return new PipelineScript(source, script, index -> start + index);
  }

  /** The text, split into commands. */
  public ShellScript script() {
    return script;
  }

  /** Where a command stands. */
  public Location location(ShellCommand command) {
    return location(command.start(), command.end());
  }

  /** Where a part of the text stands. */
  public Location location(int start, int end) {
    int from = offsets.applyAsInt(start);
    return source.location(from, Math.max(from, offsets.applyAsInt(end)));
  }

  /** The text. */
  @Override
  public String toString() {
    return script.text();
  }
}
