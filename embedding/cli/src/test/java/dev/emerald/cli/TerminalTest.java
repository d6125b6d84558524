package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
final class TerminalTest {

  private static Terminal terminal(String... environment) {
    return new Terminal(
        environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]), true, true);
  }

  @Test
  void aTerminalShowsColourAndProgress() {
    assertThat(terminal().showsColor()).isTrue();
    assertThat(terminal().showsProgress()).isTrue();
    assertThat(terminal().asciiOnly()).isFalse();
  }

  @Test
  void aPipeShowsNeither() {
    Terminal pipe = new Terminal(Map.of("LANG", "C"), false, false);
    assertThat(pipe.showsColor()).isFalse();
    assertThat(pipe.showsProgress()).isFalse();
    assertThat(pipe.asciiOnly()).isFalse();
  }

  @Test
  void noColorIsObeyedUnlessItIsEmpty() {
    assertThat(terminal("NO_COLOR", "1").showsColor()).isFalse();
    assertThat(terminal("NO_COLOR", "1").showsProgress()).isTrue();
    assertThat(terminal("NO_COLOR", "").showsColor()).isTrue();
  }

  @Test
  void aDumbTerminalShowsNeither() {
    assertThat(terminal("TERM", "dumb").showsColor()).isFalse();
    assertThat(terminal("TERM", "dumb").showsProgress()).isFalse();
  }

  @Test
  void theLocaleSaysWhatCanBeShown() {
    assertThat(terminal("LANG", "C").asciiOnly()).isTrue();
    assertThat(terminal("LC_ALL", "de_DE.ISO-8859-1").asciiOnly()).isTrue();
    assertThat(terminal("LC_ALL", "de_DE.UTF-8").asciiOnly()).isFalse();
    assertThat(terminal("LANG", "C.utf8").asciiOnly()).isFalse();
  }
}
