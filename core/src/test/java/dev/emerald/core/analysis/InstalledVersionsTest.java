package dev.emerald.core.analysis;

import static dev.emerald.spi.scope.ApiPattern.api;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sinks that only some versions of their package are. */
final class InstalledVersionsTest {

  private static final Rule PADDING =
      TestRules.rule(
          "padding",
          on ->
              on.taint(
                  TaintQuery.from("library")
                      .into(api("left.pad"), 0)
                      .installed("left", "<1.2.0")
                      .installed("left.pad", "<1.0.0")
                      .message("{source} is padded by {sink}")));

  @Test
  void aLockFileSaysWhichVersionThereIs() {
    assertThat(sure("left", "^1.0.0", "1.1.0")).isEqualTo(Confidence.HIGH);
    assertThat(sure("left", "^1.0.0", "1.2.0")).isNull();
  }

  @Test
  void withoutOneAnExactVersionDoes() {
    assertThat(sure("left", "1.1.0", "")).isEqualTo(Confidence.HIGH);
    assertThat(sure("left", "1.2.0", "")).isNull();
  }

  @Test
  void aRangeThatAllowsNoneOfThemIsEnough() {
    assertThat(sure("left", "^1.2.0", "")).isNull();
  }

  @Test
  void whatMayBeEitherIsAGuess() {
    assertThat(sure("left", "^1.1.0", "")).isEqualTo(Confidence.LOW);
    assertThat(sure("left", "latest", "")).isEqualTo(Confidence.LOW);
    assertThat(sure("other", "1.0.0", "")).isEqualTo(Confidence.LOW);
  }

  @Test
  void aDotMayBelongToTheNameOfThePackage() {
    assertThat(sure("left.pad", "1.0.0", "")).isNull();
    assertThat(sure("left.pad", "0.9.0", "")).isEqualTo(Confidence.HIGH);
  }

  /** How sure the finding is; null if there is none. */
  private static @Nullable Confidence sure(String name, String range, String locked) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "package.json",
        "{\"name\": \"a\", \"version\": \"1.0.0\", \"main\": \"index.js\", \"dependencies\": {\""
            + name
            + "\": \""
            + range
            + "\"}}");
    if (!locked.isEmpty()) {
      texts.put(
          "package-lock.json",
          "{\"lockfileVersion\": 3, \"packages\": {\"\": {\"name\": \"a\", \"dependencies\": {\""
              + name
              + "\": \""
              + range
              + "\"}}, \"node_modules/"
              + name
              + "\": {\"version\": \""
              + locked
              + "\"}}}");
    }
    texts.put(
        "index.js",
        """
        const left = require('left');
        module.exports = (value) => left.pad(value);
        """);
    List<Finding> found =
        Analyzer.builder()
            .pack(TestRules.pack("test", PADDING))
            .configuration(Configuration.builder().profile(Configuration.Profile.AUDIT).build())
            .build()
            .analyze(Input.texts(texts))
            .findings();
    return found.isEmpty() ? null : found.get(0).confidence();
  }
}
