package dev.emerald.core.internal.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a setting was made.
 *
 * @param file the configuration file as the user knows it; null for a setting made by a program
 * @param line from 1; 0 if there is none
 */
public record Place(@Nullable String file, int line) {

  /** Not in a file. */
  public static final Place PROGRAM = new Place(null, 0);

  /** {@code file:line}, or that a program did it. */
  @Override
  public String toString() {
    return file == null ? "the caller" : line == 0 ? file : file + ":" + line;
  }
}
