package dev.emerald.spi.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegexFlagsTest {

  @Test
  void flagsAreASet() {
    RegexFlags flags = RegexFlags.of("yggi?");
    assertThat(flags).hasToString("giy").isEqualTo(RegexFlags.of("igy"));
    assertThat(flags).hasSameHashCodeAs(RegexFlags.of("ygi")).isNotEqualTo(RegexFlags.of("gi"));
    assertThat(flags.size()).isEqualTo(3);
    assertThat(flags.isEmpty()).isFalse();
    assertThat(RegexFlags.of("?")).isEqualTo(RegexFlags.none());
    assertThat(RegexFlags.none().isEmpty()).isTrue();
  }

  @Test
  void everyFlagHasItsName() {
    assertThat(RegexFlags.of("d").hasIndices()).isTrue();
    assertThat(RegexFlags.of("g").global()).isTrue();
    assertThat(RegexFlags.of("i").ignoreCase()).isTrue();
    assertThat(RegexFlags.of("m").multiline()).isTrue();
    assertThat(RegexFlags.of("s").dotAll()).isTrue();
    assertThat(RegexFlags.of("u").unicode()).isTrue();
    assertThat(RegexFlags.of("v").unicodeSets()).isTrue();
    assertThat(RegexFlags.of("y").sticky()).isTrue();
    assertThat(RegexFlags.of("dgimsu").sticky()).isFalse();
    assertThat(RegexFlags.of("dgimsuvy")).hasToString("dgimsuvy");
  }

  @Test
  void uAndVMakeUnicodeMode() {
    assertThat(RegexFlags.of("u").unicodeMode()).isTrue();
    assertThat(RegexFlags.of("v").unicodeMode()).isTrue();
    assertThat(RegexFlags.of("gimsyd").unicodeMode()).isFalse();
  }

  @Test
  void otherLettersAreNoFlags() {
    assertThat(RegexFlags.isFlag('g')).isTrue();
    assertThat(RegexFlags.isFlag('x')).isFalse();
    assertThat(RegexFlags.of("g").has('x')).isFalse();
    assertThat(RegexFlags.of("g").has('G')).isFalse();
  }
}
