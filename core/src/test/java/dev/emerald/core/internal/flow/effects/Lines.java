package dev.emerald.core.internal.flow.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of snippets, one a line: {@code flows}, {@code weak} or {@code safe}, then the code.
 * Twins stand below each other.
 */
final class Lines {

  private Lines() {}

  static Stream<DynamicTest> of(String table) {
    return table.lines().filter(line -> !line.isBlank()).map(Lines::test);
  }

  private static DynamicTest test(String line) {
    int space = line.indexOf(' ');
    Reach expected =
        switch (line.substring(0, space)) {
          case "flows" -> Reach.SURE;
          case "weak" -> Reach.WEAK;
          case "safe" -> Reach.NONE;
          default -> throw new IllegalArgumentException(line);
        };
    String code = line.substring(space).strip();
    return DynamicTest.dynamicTest(
        line, () -> assertThat(Snippet.worst(code)).as(code).isEqualTo(expected));
  }
}
