package dev.emerald.core.internal.flow.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What small functions are lowered to. */
class LoweringTest {

  static Stream<Sample> samples() {
    return Stream.of("values", "guards", "exceptions", "closures", "modules")
        .flatMap(name -> Sample.read(name + ".txt").stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isLoweredTo(Sample sample) {
    assertThat(sample.actual()).as(sample.source()).isEqualTo(sample.expected());
  }
}
