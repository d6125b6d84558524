package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBlocksTest {

  @Test
  void scriptsKeepTheirPlace() {
    String component =
        "<template>\r\n  <p>\ud83d\ude00 {{ a < b }}</p>\r\n</template>\r\n"
            + "<script setup lang=\"ts\">\r\nconst a: number = 1\r\n</script>\n"
            + "<style>p { color: red }</style>\n<script>\nlet b\n</SCRIPT >";
    ScriptBlocks blocks = ScriptBlocks.of(component);

    assertThat(blocks.language()).isEqualTo(Language.TYPESCRIPT);
    assertThat(blocks.text()).hasSameSizeAs(component);
    assertThat(blocks.text().indexOf("const a: number = 1"))
        .isEqualTo(component.indexOf("const a: number = 1"));
    assertThat(blocks.text().indexOf("let b")).isEqualTo(component.indexOf("let b"));
    assertThat(blocks.text().strip().split("\\s+"))
        .containsExactly("const", "a:", "number", "=", "1", "let", "b");
    assertThat(blocks.text().chars().filter(unit -> unit == '\n').count())
        .isEqualTo(component.chars().filter(unit -> unit == '\n').count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>                         | JAVASCRIPT",
        "<script lang='ts'>               | TYPESCRIPT",
        "<script lang=tsx>                | TSX",
        "<script lang = \"TS\" setup>     | TYPESCRIPT",
        "<script data-lang=\"ts\">        | JAVASCRIPT",
        "<script context=\"module\" lang=\"ts\"> | TYPESCRIPT",
        "<script generic=\"T extends Map<K, V>\" lang=\"ts\"> | TYPESCRIPT",
        "<script type=\"text/typescript\">| TYPESCRIPT",
        "<SCRIPT>                         | JAVASCRIPT",
      })
  void theTagTellsTheLanguage(String tag, Language language) {
    ScriptBlocks blocks = ScriptBlocks.of(tag + "x</script>");

    assertThat(blocks.language()).isEqualTo(language);
    assertThat(blocks.text().strip()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<script",
        "<script>",
        "<script \"",
        "<script/>x",
        "<scripts>x</scripts>",
        "<!-- <script>x</script> -->",
        "<!-- <script>x</script>",
        "<script type=\"application/ld+json\">x</script>",
        "<script lang=\"coffee\">x</script>",
        "<template><p>x</p></template>",
      })
  void whatIsNoScriptIsBlank(String component) {
    assertThat(ScriptBlocks.of(component).text()).isBlank().hasSameSizeAs(component);
  }

  @Test
  void aScriptThatIsNotClosedEndsWithTheFile() {
    assertThat(ScriptBlocks.of("<script>\nlet a").text().strip()).isEqualTo("let a");
  }

  @Test
  void manyOpenTagsTakeBoundedTime() {
    assertThat(ScriptBlocks.of("<script a='".repeat(100_000)).text()).isBlank();
    assertThat(ScriptBlocks.of("<!--<script>".repeat(100_000)).text()).isBlank();
  }
}
