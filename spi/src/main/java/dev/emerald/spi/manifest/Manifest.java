package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;

/**
 * A file beside the sources that says what a project is made of or how it is built and run.
 *
 * <p>Implemented by the library only; may gain methods in a minor release. All kinds of manifests
 * are immutable and safe for use by several threads.
 */
public interface Manifest {

  /** The text and path of the file. */
  SourceText source();

  /** The path relative to the root of the analysed project, {@code /} between the segments. */
  default String path() {
    return source().path();
  }

  /** A range of this file. */
  default Location location(Span span) {
    return source().location(span);
  }
}
