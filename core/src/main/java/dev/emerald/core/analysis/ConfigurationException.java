package dev.emerald.core.analysis;

import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Something the embedder or their user has set up wrong. The message is one line that names the
 * place, the value and the remedy, and can be shown as it is.
 */
public final class ConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String file;
  private final int line;

  /**
   * A mistake that has no place in a file.
   *
   * @param message one line without a full stop at the end
   */
  public ConfigurationException(String message) {
    this(message, null, 0);
  }

  /**
   * A mistake in a file.
   *
   * @param message one line without a full stop at the end; the place is put before it
   * @param file the file as the user knows it
   * @param line from 1; 0 for the file as a whole
   */
  public ConfigurationException(String message, @Nullable String file, int line) {
    super(file == null ? message : file + (line == 0 ? "" : ":" + line) + ": " + message);
    this.file = file;
    this.line = line;
  }

  /** The file, if the mistake is in one. */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /** The line, from 1, if the mistake is on one. */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }
}
