package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.JsonArray;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonNumber;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static SourceText text(String json) {
    return SourceText.of("package.json", json);
  }

  private static JsonValue tree(String json) {
    ParsedJson parsed = JsonReader.read(text(json));
    assertThat(parsed.notice()).isEmpty();
    return parsed.root();
  }

  private static Notice broken(ParsedJson parsed) {
    return parsed.notice().orElseThrow();
  }

  @Test
  void spansCoverExactlyTheNamesAndValues() {
    String json =
        "{ \"a\\\"\u00e9\ud83d\ude00\" : [ 1, -2.5e+3 ,\"x\\u0041\", true,false , null ],\r\n"
            + " \"o\":{} }";
    List<String> slices = new ArrayList<>();
    Deque<JsonValue> rest = new ArrayDeque<>();
    rest.add(tree(json));
    while (!rest.isEmpty()) {
      JsonValue value = rest.poll();
      slices.add(json.substring(value.span().start(), value.span().end()));
      for (JsonMember member : value.members()) {
        slices.add(json.substring(member.nameSpan().start(), member.nameSpan().end()));
        rest.add(member.value());
      }
      rest.addAll(value.elements());
    }

    assertThat(slices)
        .containsExactly(
            json,
            "\"a\\\"\u00e9\ud83d\ude00\"",
            "\"o\"",
            "[ 1, -2.5e+3 ,\"x\\u0041\", true,false , null ]",
            "{}",
            "1",
            "-2.5e+3",
            "\"x\\u0041\"",
            "true",
            "false",
            "null");
  }

  @Test
  void duplicateNamesAreKeptAndTheLastCounts() {
    JsonValue root = tree("{\"a\": 1, \"b\": 2, \"a\": 3}");

    assertThat(root.members()).extracting(JsonMember::name).containsExactly("a", "b", "a");
    assertThat(root.member("a").orElseThrow()).hasToString("3");
  }

  @Test
  void manyMembersAreFoundByNameToo() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 40; i++) {
      json.append("\"k").append(i % 30).append("\":").append(i).append(',');
    }
    JsonValue root = tree(json.append("\"z\":0}").toString());

    assertThat(root.member("k5").orElseThrow()).hasToString("35");
    assertThat(root.member("k15").orElseThrow()).hasToString("15");
    assertThat(root.member("k30")).isEmpty();
  }

  @Test
  void chainsOfMembersNeedNoCasts() {
    JsonValue root = tree("{\"a\": {\"b\": [\"c\"]}}");

    assertThat(root.at("a", "b").orElseThrow().elements().get(0).asString()).contains("c");
    assertThat(root.at("a", "b", "c", "d")).isEmpty();
    assertThat(root.at()).containsSame(root);
  }

  @Test
  void byteOrderMarkIsNoError() {
    assertThat(tree("\uFEFF{\"a\":1}").members()).hasSize(1);
  }

  @Test
  void commentsAndTrailingCommasAreForCommentedJsonAlone() {
    String json = "// head\n{\"a\": [1, 2,], /* x */ \"b\": \"//no\",}";

    assertThat(JsonReader.readCommented(text(json)).notice()).isEmpty();
    assertThat(JsonReader.readCommented(text(json)).root().member("b").flatMap(JsonValue::asString))
        .contains("//no");
    assertThat(broken(JsonReader.read(text(json))))
        .hasToString("package.json:1 SYNTAX_ERROR not valid JSON: unexpected '/' in column 1");
  }

  @Test
  void whatALenientReadingFindsBeyondTheBreakIsKept() {
    ParsedJson parsed = JsonReader.read(text("{'a': 1, b: 2,\n}"));

    assertThat(parsed.notice()).isPresent();
    assertThat(parsed.root().members()).extracting(JsonMember::name).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": }                |1|unexpected '}' in column 7",
        "{\"a\": 1                |1|the file ends before its value does",
        "{\"a\" 1}                |1|unexpected '1' in column 6",
        "[1,,2]                   |1|unexpected ',' in column 4",
        "[1 2]                    |1|unexpected '2' in column 4",
        "\"abc                    |1|the file ends before its value does",
        "{} x                     |1|unexpected 'x' in column 4",
        "{} {}                    |1|unexpected '{' in column 4",
        "[1}                      |1|unexpected '}' in column 3",
        "[tru]                    |1|unexpected 't' in column 2",
        "<<<<<<< HEAD             |1|unexpected '<' in column 1",
      })
  void brokenTextsNameThePlace(String json, int line, String message) {
    assertThat(broken(JsonReader.read(text(json))))
        .isEqualTo(
            Notice.of(NoticeKind.SYNTAX_ERROR, "not valid JSON: " + message, "package.json", line));
  }

  @Test
  void theLineOfTheBreakIsToldWhateverEndsLines() {
    assertThat(broken(JsonReader.read(text("{\r\n\"a\": 1\r\n\"b\": 2}"))).line()).hasValue(3);
    assertThat(broken(JsonReader.read(text("{\n\"a\": \"x\ny\"}"))))
        .hasToString(
            "package.json:2 SYNTAX_ERROR not valid JSON: unexpected line break in column 8");
  }

  @Test
  void brokenTextKeepsWhatCameBefore() {
    ParsedJson parsed =
        JsonReader.read(text("{\"name\": \"x\", \"scripts\": {\"test\": \"t\", \"b\": @"));

    assertThat(parsed.root().at("scripts", "test").flatMap(JsonValue::asString)).contains("t");
    assertThat(parsed.root().member("name").flatMap(JsonValue::asString)).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n", "// only a comment", "\u0000"})
  void aTextWithoutAnyValueIsNull(String json) {
    ParsedJson parsed = JsonReader.readCommented(text(json));

    assertThat(parsed.root()).isInstanceOf(JsonNull.class);
    assertThat(broken(parsed).kind()).isEqualTo(NoticeKind.SYNTAX_ERROR);
  }

  @Test
  void nestingBeyondTheLimitEndsInANotice() {
    ParsedJson parsed = JsonReader.read(text("[1,\n".repeat(100_000)));

    assertThat(broken(parsed).kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
    assertThat(parsed.root().elements()).hasSize(2);
    assertThat(JsonReader.read(text("[".repeat(500) + "]".repeat(500))).notice()).isEmpty();
  }

  @Test
  void hugeNumbersAndStringsAreKeptAsTheyAre() {
    String digits = "9".repeat(100_000);
    JsonValue root = tree("[" + digits + ", 1e400, \"" + digits + "\", 1.5]");

    assertThat(root.elements().get(0)).isInstanceOf(JsonNumber.class).hasToString(digits);
    assertThat(((JsonNumber) root.elements().get(0)).value()).isNaN();
    assertThat(((JsonNumber) root.elements().get(1)).value()).isInfinite();
    assertThat(((JsonNumber) root.elements().get(3)).value()).isEqualTo(1.5);
    assertThat(root.elements().get(2).asString()).contains(digits);
  }

  @Test
  void namesWithOneHashAreReadLikeAnyOthers() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 4096; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 12; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append('"').append(name).append("\":").append(i).append(',');
    }
    JsonValue root = tree(json.append("\"z\":0}").toString());

    assertThat(root.members()).hasSize(4097);
    assertThat(root.member("Aa".repeat(12)).orElseThrow()).hasToString("0");
    assertThat(root.member("BB".repeat(12)).orElseThrow()).hasToString("4095");
  }

  @Test
  void everyPrefixGivesATree() {
    String json = "{\"a\": [1, {\"b\": \"\\ud83d\"}, -1.5e3, true], \"c\": null}";
    for (int end = 0; end < json.length(); end++) {
      ParsedJson parsed = JsonReader.read(text(json.substring(0, end)));
      assertThat(parsed.notice()).as("prefix of %s", end).isPresent();
      assertThat(parsed.root()).isInstanceOfAny(JsonNull.class, JsonObject.class);
      assertThat(parsed.root().span().end()).isLessThanOrEqualTo(end);
    }
  }

  @Test
  void loneSurrogatesAreNoError() {
    assertThat(tree("[\"\ud83d\"]").elements().get(0).asString()).contains("\ud83d");
    assertThat(tree("[\"\ud83d\"]")).isInstanceOf(JsonArray.class);
  }
}
