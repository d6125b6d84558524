package dev.emerald.spi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1.5, -1.5",
    "1e21, 1e+21",
    "123456789012345680000, 123456789012345680000",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1.5e300, 1.5e+300",
    "5e-324, 5e-324",
    "NaN, NaN",
    "-Infinity, -Infinity",
  })
  void numbersAreWrittenAsJavaScriptDoes(double number, String text) {
    assertThat(Constant.of(number).text()).isEqualTo(text);
  }

  @Test
  void truthIsThatOfJavaScript() {
    assertThat(Constant.of("").truthy()).isFalse();
    assertThat(Constant.of("0").truthy()).isTrue();
    assertThat(Constant.of(0).truthy()).isFalse();
    assertThat(Constant.of(Double.NaN).truthy()).isFalse();
    assertThat(Constant.of(BigInteger.ZERO).truthy()).isFalse();
    assertThat(Constant.NULL.truthy()).isFalse();
    assertThat(Constant.UNDEFINED.truthy()).isFalse();
    assertThat(Constant.TRUE.truthy()).isTrue();
  }

  @Test
  void typesTellEqualTextsApart() {
    assertThat(Constant.of("1")).isNotEqualTo(Constant.of(1)).isEqualTo(Constant.of("1"));
    assertThat(Constant.of("1").number()).isNaN();
    assertThat(Constant.of(1).string()).isNull();
    assertThat(Constant.of(true).is(true)).isTrue();
    assertThat(Constant.of("true").is(true)).isFalse();
  }
}
