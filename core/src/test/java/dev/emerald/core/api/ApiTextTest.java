package dev.emerald.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guard of the public surface sees, and how it says what changed. */
final class ApiTextTest {

  @Test
  void aRecordIsItsComponentsInOrder() {
    assertThat(linesOf(ApiSamples.Point.class))
        .containsExactly(
            "record Point",
            "  implements Comparable<Point>",
            "  component int y",
            "  component @Nullable String x",
            "  constructor (int)",
            "  method int compareTo(Point)",
            "  method static Point origin()");
  }

  @Test
  void anEnumIsItsConstantsInOrder() {
    assertThat(linesOf(ApiSamples.Level.class))
        .containsExactly(
            "enum Level",
            "  constant LOW",
            "  @Deprecated constant HIGH",
            "  method abstract boolean loud()");
  }

  @Test
  void anAnnotationIsItsElementsAndTheirDefaults() {
    assertThat(linesOf(ApiSamples.Marker.class))
        .containsExactly(
            "@Retention(RUNTIME) @Target(METHOD, TYPE) @interface Marker",
            "  element Level level() default LOW",
            "  element String[] names() default {\"a\\\"b\", \"c\"}",
            "  element String value()");
  }

  @Test
  void aSealedTypeNamesWhoMayExtendIt() {
    assertThat(linesOf(ApiSamples.Shape.class))
        .containsExactly(
            "sealed interface Shape",
            "  permits Free",
            "  permits Round",
            "  method double area()",
            "  method default String name()");
    assertThat(linesOf(ApiSamples.Free.class).get(0)).isEqualTo("non-sealed interface Free");
    assertThat(linesOf(ApiSamples.Round.class))
        .containsExactly(
            "static final class Round",
            "  implements Shape",
            "  field static final String KIND = \"round\"",
            "  constructor ()",
            "  method double area()",
            "  method void inherited(int)");
  }

  @Test
  void signaturesShowGenericsNullnessAndExceptions() {
    assertThat(linesOf(ApiSamples.Signatures.class))
        .containsExactly(
            "static abstract class Signatures<K extends Comparable<K> & java.io.Closeable, V>",
            "  field protected @Nullable String text",
            "  constructor protected ()",
            "  method <T extends @Nullable Object> T generic(java.util.List<? extends T>,"
                + " Class<?>)",
            "  method static @Nullable String join(String @Nullable [], int[][], Object...)",
            "  method final java.util.Map<K, @Nullable V> map(java.util.Map<? super K, V[]>)",
            "  method protected abstract void thrower() throws java.io.IOException");
  }

  @Test
  void changesStandBelowTheTypeTheyBelongTo() {
    List<String> recorded =
        List.of("class A", "  method int a()", "", "class B", "  method int b()");
    List<String> current =
        List.of(
            "class A", "  method int a()", "  method long c()", "", "final class B", "", "class C");

    assertThat(ApiText.changes(recorded, current))
        .containsExactly(
            "  class A",
            "+   method long c()",
            "- class B",
            "-   method int b()",
            "+ final class B",
            "+ class C");
    assertThat(ApiText.changes(recorded, recorded)).isEmpty();
  }

  @Test
  void aModuleIsFoundByItsName() {
    assertThat(ExportedTypes.of("dev.emerald.spi").module().exports()).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExportedTypes.of("dev.emerald.nowhere"))
        .withMessageContaining("dev.emerald.nowhere");
  }

  @Test
  void anEngineOnlyTypeShowsNoMembers() {
    assertThat(TypeText.linesOf(ApiSamples.Point.class, false))
        .hasSize(3)
        .last()
        .isEqualTo("  members are for the engine alone");
  }

  /** Without the name of the class around the samples, which every line would repeat. */
  private static List<String> linesOf(Class<?> type) {
    String samples = ApiSamples.class.getName() + "$";
    return TypeText.linesOf(type, true).stream()
        .map(line -> line.replace(samples, "").replace("ApiSamples.", ""))
        .toList();
  }
}
