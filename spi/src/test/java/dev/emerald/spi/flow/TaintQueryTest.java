package dev.emerald.spi.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.emerald.spi.scope.ApiPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TaintQueryTest {

  @Test
  void everyPartIsKeptInTheOrderItWasNamed() {
    TaintQuery query =
        TaintQuery.from("remote", "library")
            .to("sql-injection", "command-injection")
            .to("ssrf")
            .into(ApiPattern.api("db.run"), 1)
            .lower("library")
            .doubtful("library")
            .composed("library")
            .intended("sql", "query")
            .silences("some-rule")
            .installed("left", "<1.2.0")
            .message("{source} reaches {sink}");

    assertThat(query.origins()).containsExactly("remote", "library");
    assertThat(query.kinds()).containsExactly("sql-injection", "command-injection", "ssrf");
    assertThat(query.sinks()).containsExactly(new TaintQuery.Into(ApiPattern.api("db.run"), 1));
    assertThat(query.lower()).containsExactly("library");
    assertThat(query.doubtful()).containsExactly("library");
    assertThat(query.composed()).containsExactly("library");
    assertThat(query.intended()).containsExactly("sql", "query");
    assertThat(query.silenced()).containsExactly("some-rule");
    assertThat(query.installed()).containsExactly(entry("left", "<1.2.0"));
    assertThat(query.message()).isEqualTo("{source} reaches {sink}");
    assertThat(query)
        .hasToString(
            "from remote, library to sql-injection, command-injection, ssrf into"
                + " [Into[api=db.run, argument=1]]");
  }

  @Test
  void addingSomethingLeavesTheQueryAsItWas() {
    TaintQuery query = TaintQuery.from("remote");
    TaintQuery more = query.to("ssrf").message("found");

    assertThat(query.kinds()).isEmpty();
    assertThat(query.message()).isEmpty();
    assertThat(more.kinds()).containsExactly("ssrf");
  }

  @Test
  void versionsAreARange() {
    TaintQuery query = TaintQuery.from("remote");

    assertThatThrownBy(() -> query.installed("left", "older than that"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("older than that");
  }

  @Test
  void whatIsAskedCanNotBeChangedFromOutside() {
    TaintQuery query = TaintQuery.from("remote");

    assertThatThrownBy(() -> query.origins().add("cli"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Remote", "a b", "a--b", "-a", "a_b", "1a"})
  void labelsAreLowerCaseWordsAndDigitsWithDashes(String label) {
    assertThatThrownBy(() -> TaintQuery.from(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + label + "' is no label");
    assertThatThrownBy(() -> TaintQuery.from("remote").to(label))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQueryNeedsAnOriginAndArgumentsHaveNoNegativeIndex() {
    assertThatThrownBy(TaintQuery::from).hasMessage("a query needs an origin");
    assertThatThrownBy(() -> TaintQuery.from("remote").into(ApiPattern.api("a"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theVocabularyIsSortedAndLeavesRoomForPacks() {
    assertThat(FlowLabels.kinds()).isSorted().doesNotHaveDuplicates();
    assertThat(FlowLabels.origins()).isSorted().doesNotHaveDuplicates();
    assertThat(FlowLabels.kinds().size()).isLessThan(FlowLabels.MAX_KINDS - 10);
    assertThat(FlowLabels.origins().size()).isLessThan(FlowLabels.MAX_ORIGINS - 10);
  }
}
