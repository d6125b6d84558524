package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is long, deep, cut off or meant to hurt. */
class RegexLimitsTest {

  private static final int SMALL_STACK = 256 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"(", "(?:", "(?=", "(?<!", "(?i:", "[", "(?:a|b(?:"})
  void nestingBeyondTheLimitIsSaidNotSuffered(String opening) throws InterruptedException {
    String pattern = opening.repeat(RegexParser.MAX_LENGTH / opening.length());
    RegexPattern regex = onSmallStack(pattern, "v");
    assertThat(regex.diagnostics())
        .singleElement()
        .extracting(RegexDiagnostic::kind)
        .isEqualTo(RegexDiagnostic.Kind.LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"( )", "(?: )*", "(?= )", "[ ]"})
  void nestingUpToTheLimitIsRead(String brackets) throws InterruptedException {
    String[] ends = brackets.split(" ", -1);
    String deepest =
        ends[0].repeat(RegexReader.MAX_DEPTH) + "a" + ends[1].repeat(RegexReader.MAX_DEPTH);
    RegexPattern regex = onSmallStack(deepest, "v");
    assertThat(regex.diagnostics()).isEmpty();
    int nodes = 0;
    for (RegexNode node : regex.tree().orElseThrow().preorder()) {
      assertThat(node.toString()).hasSizeLessThan(60);
      nodes++;
    }
    assertThat(nodes).isGreaterThan(RegexReader.MAX_DEPTH);
    String deeper = ends[0] + deepest + ends[1];
    assertThat(RegexParser.parse(deeper, "v").diagnostics())
        .extracting(RegexDiagnostic::kind)
        .containsExactly(RegexDiagnostic.Kind.LIMIT);
  }

  @Test
  void depthIsThatOfWhatIsOpen() {
    String pattern = "([a])".repeat(10 * RegexReader.MAX_DEPTH);
    assertThat(RegexParser.parse(pattern, "v").groupCount()).isEqualTo(10 * RegexReader.MAX_DEPTH);
  }

  @Test
  void aPatternBeyondTheLengthIsNotRead() {
    assertThat(RegexParser.parse("a".repeat(RegexParser.MAX_LENGTH), "").tree()).isPresent();
    assertThat(RegexParser.parse("a".repeat(RegexParser.MAX_LENGTH + 1), "").diagnostics())
        .extracting(RegexDiagnostic::kind)
        .containsExactly(RegexDiagnostic.Kind.LIMIT);
  }

  static List<String> hostilePatterns() {
    int half = RegexParser.MAX_LENGTH / 2;
    return List.of(
        "{".repeat(half),
        "{1".repeat(half),
        "a" + "{" + "1".repeat(half),
        "\\".repeat(half),
        "\\1".repeat(half / 2),
        "\\k<a>".repeat(half / 5) + "(?<a>x)",
        "(?<a" + "(?<a".repeat(half / 4),
        "(?<".repeat(half / 3),
        "(?<a>x)|".repeat(half / 8),
        "|".repeat(half),
        "()".repeat(half / 2),
        "[a".repeat(half / 2),
        "[^]".repeat(half / 3),
        "a-".repeat(half / 2),
        "[" + "a-z".repeat(half / 3) + "]",
        "[\\q{" + "a|".repeat(half / 2) + "}]",
        "[" + "a&&".repeat(half / 3) + "a]",
        "\\u{" + "0".repeat(half) + "}",
        "\\p{" + "L".repeat(half) + "}",
        "(?" + "i".repeat(half) + ":a)",
        "(?<" + "a".repeat(half) + ">x)\\k<" + "a".repeat(half / 2) + ">",
        "\ud83d".repeat(half),
        "\0".repeat(half));
  }

  @ParameterizedTest
  @MethodSource("hostilePatterns")
  void longHostilePatternsEndWithAResult(String pattern) {
    for (String flags : new String[] {"", "u", "v"}) {
      RegexPattern regex = RegexParser.parse(pattern, flags);
      assertThat(regex.tree().isPresent()).isEqualTo(regex.diagnostics().isEmpty());
      for (RegexDiagnostic diagnostic : regex.diagnostics()) {
        assertThat(diagnostic.offset()).isBetween(0, pattern.length());
      }
    }
  }

  @Test
  void manySharedNamesAreReadDeepDown() {
    StringBuilder pattern = new StringBuilder("(?:".repeat(RegexReader.MAX_DEPTH - 1));
    for (int i = 0; i < 2_000; i++) {
      pattern.append("(?<n").append(i).append(">x)");
    }
    pattern.append("|y)".repeat(RegexReader.MAX_DEPTH - 1));
    assertThat(RegexParser.parse(pattern.toString(), "").groupNames()).hasSize(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?<y>\\d{4})-(?<m>0[1-9]|1[0-2])$|\\k<y>\\1(?=a)(?<!b)[^\\]a-z\\w-]*?\\u{61}\\x41\\cA\\0",
        "[\\w--[a-z&&[^aeiou]]\\q{abc|d}]\\p{Script=Greek}\\P{Lu}(?i-m:x)+\\p{RGI_Emoji}",
      })
  void everyPrefixAndEveryCutHasAResult(String pattern) {
    for (String flags : new String[] {"", "u", "v"}) {
      for (int i = 0; i <= pattern.length(); i++) {
        assertSound(RegexParser.parse(pattern.substring(0, i), flags));
        assertSound(RegexParser.parse(pattern.substring(i), flags));
        for (String inserted : new String[] {"(", "]", "\\", "{", "\ud83d", "|"}) {
          String changed = pattern.substring(0, i) + inserted + pattern.substring(i);
          assertSound(RegexParser.parse(changed, flags));
        }
      }
    }
  }

  /** Children lie in their parents and one after the other. */
  private static void assertSound(RegexPattern regex) {
    assertThat(regex.tree().isPresent()).isEqualTo(regex.diagnostics().isEmpty());
    if (regex.tree().isEmpty()) {
      return;
    }
    for (RegexNode node : regex.tree().get().preorder()) {
      int at = node.start();
      for (int i = 0; i < node.childCount(); i++) {
        RegexNode child = node.child(i);
        assertThat(child.start()).as("%s in %s", child, regex).isGreaterThanOrEqualTo(at);
        at = child.end();
      }
      assertThat(node.end()).as("%s in %s", node, regex).isGreaterThanOrEqualTo(at);
    }
  }

  private static RegexPattern onSmallStack(String pattern, String flags)
      throws InterruptedException {
    AtomicReference<@Nullable RegexPattern> result = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> result.set(RegexParser.parse(pattern, flags)), "small", SMALL_STACK);
    thread.start();
    thread.join();
    RegexPattern regex = result.get();
    assertThat(regex).as("the parser came back").isNotNull();
    return Objects.requireNonNull(regex);
  }
}
