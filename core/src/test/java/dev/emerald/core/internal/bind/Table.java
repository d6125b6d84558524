package dev.emerald.core.internal.bind;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tables of cases: a source, {@code =>} and what is expected, one a line; {@code #} starts a note.
 */
final class Table {

  private Table() {}

  static Stream<Arguments> of(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(
            line -> {
              int arrow = line.lastIndexOf(" => ");
              if (arrow < 0) {
                throw new IllegalArgumentException("no ' => ' in '" + line + "'");
              }
              return Arguments.of(
                  line.substring(0, arrow).strip(), line.substring(arrow + 4).strip());
            });
  }
}
