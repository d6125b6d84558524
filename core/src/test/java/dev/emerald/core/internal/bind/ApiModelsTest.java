package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.bind.models.Handler;
import dev.emerald.spi.rule.ApiModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What models say, and which lines mean nothing. */
class ApiModelsTest {

  private static ApiModels models(String text) {
    return ApiModels.parse(List.of(ApiModel.of("test.model", text)));
  }

  @Test
  void aliasesAreFollowedStepByStep() {
    ApiModels models =
        models(
            """
            module m   # a comment
            alias . = n
            module n
            alias {a,b}() = n.c
            alias ().*() = n()
            """);
    assertThat(models.canonical("m")).isEqualTo("n");
    assertThat(models.canonical("n.b()")).isEqualTo("n.c");
    assertThat(models.canonical("n().any()")).isEqualTo("n()");
    assertThat(models.canonical("n().any")).isEqualTo("n().any");
    assertThat(models.canonicalPath("m.a().d")).isEqualTo("n.c.d");
    assertThat(models.canonicalPath("m().x().y().z")).isEqualTo("n().z");
  }

  @Test
  void circlesOfAliasesEnd() {
    ApiModels models = models("module m\nalias a = m.b\nalias b = m.a");
    assertThat(models.canonical("m.a")).isIn("m.a", "m.b");
  }

  @Test
  void theHandlerWithAsManyTypesCounts() {
    ApiModels models =
        models(
            """
            module m
            handler m.use  -1  A() B()
            handler m.use  -1  _ A() other.B()
            handler m.on  1.{run,go}  A()
            """);
    Handler three = models.handler("m.use", 4, "", 3);
    assertThat(three).isNotNull();
    assertThat(three.types()).containsExactly(null, "m.A()", "other.B()");
    Handler other = models.handler("m.use", 0, "", 7);
    assertThat(other).isNotNull();
    assertThat(other.type(0)).isEqualTo("m.A()");
    assertThat(other.type(9)).isNull();
    assertThat(models.handler("m.on", 1, "go", 1)).isNotNull();
    assertThat(models.handler("m.on", 1, "", 1)).isNull();
    assertThat(models.handler("m.on", 0, "go", 1)).isNull();
    assertThat(models.handlers("m.none")).isEmpty();
  }

  @Test
  void handlersAreFoundUnderTheNameThatStandsForTheApi() {
    ApiModels models = models("module m\nalias make() = m.App()\nhandler m.make().on 0 A()");
    assertThat(models.handlers("m.App().on")).hasSize(1);
  }

  @Test
  void builtInModelsKnowNode() {
    ApiModels models = ApiModels.builtIn();
    assertThat(models.canonical("fs/promises")).isEqualTo("fs.promises");
    assertThat(models.canonical("globalThis.Buffer")).isEqualTo("buffer.Buffer");
    assertThat(models.transparent("util.promisify")).isZero();
    assertThat(models.transparent("util.inspect")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "alias a = b | a 'module' line must come first",
        "module | expected 'module NAME'",
        "module m; alias a b | expected 'alias PATH = API'",
        "module m; alias a = {b,c} | stands for more than one API",
        "module m; alias *.a = b | can only be the last step",
        "module m; alias a..b = c | empty step",
        "module m; alias {a = c | braces do not match",
        "module m; handler m.a A() | expected 'handler API INDEX[.KEY] TYPE…'",
        "module m; handler m.a x A() | 'x' is no index of an argument",
        "module m; handler m.a -2 A() | '-2' is no index of an argument",
        "module m; handler m.a 0 {A,B}() | stands for more than one type",
        "returns m.a | expected 'returns API INDEX'",
        "returns m.a -1 | '-1' is no index of an argument",
        "sourze m.a remote | unknown word 'sourze'",
      })
  void linesThatMeanNothingAreErrors(String lines, String message) {
    String text = lines.replace("; ", "\n");
    int line = (int) text.lines().count();
    assertThatThrownBy(() -> models(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.model:" + line + ": ")
        .hasMessageContaining(message);
  }
}
