package dev.emerald.core.internal.flow.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that was written to be hard, or by a machine, ends in time. */
@Timeout(60)
final class BoundsTest {

  @Test
  void keysThatAreMadeOfThemselvesEnd() {
    assertThat(
            Library.of(
                    """
                    exports.parse = (text) => {
                      const result = {};
                      let at = result, key = text, next = key;
                      while (key) {
                        next = key.slice(1) + next;
                        key = next.split('.')[0];
                        at = at[key] = at[key] || {};
                        at[next] = key;
                      }
                      return result;
                    };
                    """)
                .writes())
        .isNotEmpty();
  }

  @Test
  void functionsThatCallEachOtherInCirclesEnd() {
    StringBuilder text = new StringBuilder();
    int size = 120;
    for (int i = 0; i < size; i++) {
      text.append(
          """
          function f%d(target, source, path) {
            for (const key in source) {
              f%d(target[key], source[key], path);
              f%d(target, source[key], key);
            }
            target[path] = source;
          }
          """
              .formatted(i, (i + 1) % size, (i * 7 + 3) % size));
    }
    text.append("module.exports = f0;\n");
    Library library = Library.of(text.toString());
    long before = System.nanoTime();
    library.report();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void nestingIsNoDepthOfOurs() {
    int depth = 150;
    String text =
        "module.exports = function (target, source) {\n"
            + "  for (const key in source) { target = target[key];\n".repeat(depth)
            + "  target[source] = source;\n"
            + "  }\n".repeat(depth)
            + "};\n";
    assertThat(Library.of(text).messages()).isNotEmpty();
  }

  @Test
  void aLongChainOfGuardsIsGoneThrough() {
    StringBuilder text =
        new StringBuilder(
            "module.exports = function merge(target, source) {\n for (const k in source) {\n");
    for (int i = 0; i < 400; i++) {
      text.append("  if (k === 'name").append(i).append("') continue;\n");
    }
    text.append(
        """
          if (typeof source[k] === 'object') merge(target[k], source[k]);
          else target[k] = source[k];
         }
        };
        """);
    assertThat(Library.of(text.toString()).writes()).containsExactly("target[k] = source[k];");
  }
}
