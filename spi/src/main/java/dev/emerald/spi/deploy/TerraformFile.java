package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;

/** A file of Terraform. Expressions are kept as they are written and not evaluated. Immutable. */
public final class TerraformFile implements Manifest {

  private final SourceText source;
  private final List<TerraformBlock> blocks;

  /** For the engine. */
  public TerraformFile(SourceText source, List<TerraformBlock> blocks) {
    this.source = Objects.requireNonNull(source, "source");
    this.blocks = List.copyOf(blocks);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** The outermost blocks in order. */
  public List<TerraformBlock> blocks() {
    return blocks;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
