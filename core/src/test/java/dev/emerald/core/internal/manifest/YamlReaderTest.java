package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.YamlMapping;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @Test
  void valuesKnowTheirPlaces() {
    String text = "a: 1\nb:\n  - x\n  - {k: 'v'}  # end\nc: \"t\"\n";
    YamlValue root = whole(text);
    assertThat(slice(text, root)).isEqualTo(text.strip());
    assertThat(slice(text, at(root, "a"))).isEqualTo("1");
    assertThat(slice(text, at(root, "b"))).isEqualTo("- x\n  - {k: 'v'}");
    assertThat(slice(text, at(root, "b").elements().get(1))).isEqualTo("{k: 'v'}");
    assertThat(slice(text, at(root, "c"))).isEqualTo("\"t\"");
    YamlMember member = root.members().get(1);
    assertThat(slice(text, member.key())).isEqualTo("b");
  }

  @Test
  void placesCountInUtf16() {
    String text = "ö: '😀'\n😀😀: [a, é😀b]\nlast: z";
    YamlValue root = whole(text);
    assertThat(slice(text, at(root, "ö"))).isEqualTo("'😀'");
    assertThat(slice(text, at(root, "😀😀").elements().get(1))).isEqualTo("é😀b");
    assertThat(slice(text, at(root, "last"))).isEqualTo("z");
  }

  @Test
  void scalarsStayTexts() {
    YamlValue root =
        whole("on: yes\nmode: 0777\ntime: 22:22\nv: 1.10\nn: ~\ne:\nt: true\ns: 'true'");
    assertThat(at(root, "on").asString()).contains("yes");
    assertThat(at(root, "mode").asString()).contains("0777");
    assertThat(at(root, "time").asString()).contains("22:22");
    assertThat(at(root, "v").asString()).contains("1.10");
    assertThat(at(root, "n").asString()).isEmpty();
    assertThat(at(root, "e").asString()).isEmpty();
    assertThat(at(root, "t").asBoolean()).contains(true);
    assertThat(at(root, "s").asBoolean()).isEmpty();
  }

  @Test
  void documentsAreSeparate() {
    String text = "a: &x 1\n---\nb: 2\n--- |\n  text\n...\n";
    ParsedYaml parsed = read(text);
    assertThat(parsed.notices()).isEmpty();
    assertThat(parsed.documents()).hasSize(3);
    assertThat(slice(text, at(parsed.documents().get(1), "b"))).isEqualTo("2");
    assertThat(parsed.documents().get(2).asString()).contains("text\n");
    assertThat(read("a: &x 1\n---\nb: *x\n").notices()).hasSize(1);
  }

  @Test
  void duplicatesAreKeptAndTheLastCounts() {
    YamlValue root = whole("a: 1\na: 2\nb: 3");
    assertThat(root.members()).hasSize(3);
    assertThat(at(root, "a").asString()).contains("2");
  }

  @Test
  void tagsAndComplexKeysAreKept() {
    YamlValue root = whole("r: !Ref Name\nl: !Sub [a, b]\n? [x, y]\n: z\n");
    assertThat(at(root, "r").tag()).contains("!Ref");
    assertThat(at(root, "l").tag()).contains("!Sub");
    assertThat(root.members().get(2).name()).isEmpty();
    assertThat(root.members().get(2).key().elements()).hasSize(2);
  }

  @Test
  void aliasesAreTheValueOfTheirAnchor() {
    YamlValue root = whole("base: &b {x: 1, y: 2}\nuse: *b\nmore:\n  <<: *b\n  y: 3\n");
    assertThat(at(root, "use")).isSameAs(at(root, "base"));
    assertThat(at(root, "more", "x").asString()).contains("1");
    assertThat(at(root, "more", "y").asString()).contains("3");
    assertThat(at(root, "more").members()).hasSize(2);
  }

  @Test
  void theFirstOfSeveralMergedMappingsCounts() {
    YamlValue root = whole("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n");
    assertThat(at(root, "c", "x").asString()).contains("1");
    assertThat(at(root, "c", "y").asString()).contains("2");
  }

  @Test
  void charactersOfScriptsHaveAPlace() {
    String text =
        "run: &r |\n\n    first\n      second line\n    third\nplain: 'a b'\r\nx: >-\r\n  f\r\n";
    YamlScalar run = (YamlScalar) at(whole(text), "run");
    assertThat(run.text()).isEqualTo("\nfirst\n  second line\nthird\n");
    for (String word : List.of("first", "second", "line", "third")) {
      assertThat(run.offsetOf(run.text().indexOf(word))).isEqualTo(text.indexOf(word));
    }
    YamlScalar plain = (YamlScalar) at(whole(text), "plain");
    assertThat(plain.offsetOf(2)).isEqualTo(text.indexOf("b'"));
    YamlScalar windows = (YamlScalar) at(whole(text.replace("\n", "\r\n")), "run");
    assertThat(windows.offsetOf(windows.text().indexOf("third")))
        .isEqualTo(text.replace("\n", "\r\n").indexOf("third"));
  }

  @Test
  void whatComesBeforeABreakIsRead() {
    ParsedYaml parsed = read("a: 1\nb: [1, 2\nc: }\n");
    assertThat(parsed.notices()).singleElement().satisfies(YamlReaderTest::isSyntax);
    assertThat(parsed.documents()).singleElement().isInstanceOf(YamlMapping.class);
    assertThat(at(parsed.documents().get(0), "a").asString()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \u0000\n",
        "{{- if .Values.x }}\na: 1\n",
        "\tb: 1",
        "a: *x",
        "%YAML 99999999999.1\n---\na",
        "a: \"\\UFFFFFFFF\"",
        "&a [*a]",
        "- a\nb",
        "%TAG ! !\n",
        "? ",
        "a: !<> b",
        "@x",
        "\ud800: 1",
        "'",
        "|",
        "key: |999999999999\n x"
      })
  void brokenTextsGiveANoticeOrATree(String text) {
    ParsedYaml parsed = read(text);
    assertThat(parsed.notices())
        .allSatisfy(notice -> assertThat(notice.line()).isPresent())
        .allSatisfy(notice -> assertThat(notice.path()).contains("a.yaml"));
    assertThat(parsed.notices().size() + parsed.documents().size()).isPositive();
  }

  @Test
  void everyPrefixIsRead() {
    String text =
        "a: &x\r\n  - 'q': [1, {b: \"\\u00e9😀\"}]\n  - |+\n    t\n---\nc: *x # no\n? k\n: v\n";
    for (int end = 0; end <= text.length(); end++) {
      read(text.substring(0, end));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsBounded(String piece) {
    ParsedYaml parsed = read(piece.repeat(50_000));
    assertThat(parsed.notices())
        .singleElement()
        .extracting(Notice::kind)
        .isEqualTo(NoticeKind.LIMIT_REACHED);
    assertThat(parsed.documents()).hasSize(1);
  }

  @Test
  void aliasesThatMultiplyAreBounded() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    ParsedYaml parsed = read(text.toString());
    assertThat(parsed.notices())
        .isNotEmpty()
        .allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED));
    assertThat(count(parsed.documents().get(0))).isLessThan(200_000);
  }

  @Test
  void aliasesThatNestAreBounded() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 2_000; i++) {
      text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertThat(read(text.toString()).notices()).isNotEmpty();
    assertThat(count(read(text.toString()).documents().get(0))).isPositive();
  }

  private static long count(YamlValue value) {
    long count = 1;
    for (YamlValue element : value.elements()) {
      count += count(element);
    }
    for (YamlMember member : value.members()) {
      count += count(member.value());
    }
    return count;
  }

  private static void isSyntax(Notice notice) {
    assertThat(notice.kind()).isEqualTo(NoticeKind.SYNTAX_ERROR);
    assertThat(notice.message()).startsWith("not valid YAML: ");
  }

  private static ParsedYaml read(String text) {
    return YamlReader.read(SourceText.of("a.yaml", text));
  }

  private static YamlValue whole(String text) {
    ParsedYaml parsed = read(text);
    assertThat(parsed.notices()).isEmpty();
    return parsed.documents().get(0);
  }

  private static YamlValue at(YamlValue root, String... names) {
    return root.at(names).orElseThrow();
  }

  private static String slice(String text, YamlValue value) {
    return text.substring(value.span().start(), value.span().end());
  }
}
