package dev.emerald.core.internal.vendored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.project.VendoredLibrary.Evidence;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which libraries are recognised, and what is none. */
class LibraryFinderTest {

  private static final LibraryFinder FINDER = new LibraryFinder(List.of(LibraryTable.builtIn()));

  @Test
  void everyExpressionOfTheOwnTableIsRead() {
    assertThat(LibraryTable.builtIn().unread()).isZero();
    assertThat(LibraryTable.builtIn().libraries()).hasSizeGreaterThan(25);
    assertThat(LibraryTable.builtIn().libraries())
        .flatExtracting(LibraryTable.Library::contents)
        .allSatisfy(content -> assertThat(content.literal()).hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/*! jQuery v3.6.0 (c) */                                        | jquery@3.6.0",
        "/*!\\n * jQuery JavaScript Library v1.4.2\\n */                 | jquery@1.4.2",
        "/*\\n * jQuery 1.2.6 - New Wave Javascript\\n */                | jquery@1.2.6",
        "/*! jQuery UI - v1.12.1 - 2016-09-14                            | jquery-ui@1.12.1",
        "/*! jQuery Migrate v3.0.0 (c)                                   | jquery-migrate@3.0.0",
        "/*!\\n  * Bootstrap v4.3.1 (https://example.com)                | bootstrap@4.3.1",
        "/* ===\\n * bootstrap-modal.js v2.3.2\\n                        | bootstrap@2.3.2",
        "/*\\n AngularJS v1.5.8\\n (c) 2010                              | angular@1.5.8",
        "/**\\n * @license AngularJS v1.2.0-rc.2\\n                      | angular@1.2.0-rc.2",
        "/**\\n * @license\\n * lodash 3.10.1 (Custom Build)             | lodash@3.10.1",
        "/**\\n * Lodash <https://lodash.com/>\\n */ var VERSION = '4.17.4'; | lodash@4.17.4",
        "//     Underscore.js 1.8.3\\n                                   | underscore@1.8.3",
        "//     Backbone.js 1.1.2\\n                                     | backbone@1.1.2",
        "//! moment.js\\n//! version : 2.10.6\\n                         | moment@2.10.6",
        "/*!\\n\\n handlebars v4.0.5\\n                                  | handlebars@4.0.5",
        "/**!\\n\\n @license\\n handlebars v4.7.6\\n                      | handlebars@4.7.6",
        "/*!\\n * Vue.js v2.6.11\\n                                      | vue@2.6.11",
        "/**\\n* vue v3.4.0\\n                                           | vue@3.4.0",
        "/** @license React v16.13.1\\n * react.production.min.js        | react@16.13.1",
        "/** @license React v16.4.0\\n * react-dom.production.min.js     | react-dom@16.4.0",
        "/*! @license DOMPurify 2.3.0 (c)                                | dompurify@2.3.0",
        "/**\\n * marked v4.0.10 - a markdown parser                     | marked@4.0.10",
        "/* axios v0.19.0 (c)                                            | axios@0.19.0",
        "/*! Select2 4.0.7 (c)                                           | select2@4.0.7",
        "/*!\\n * Chart.js v2.9.4\\n                                     | chart.js@2.9.4",
      })
  void bannersTell(String text, String expected) {
    assertThat(find("x.js", text.replace("\\n", "\n")))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found).hasToString(expected);
              assertThat(found.evidence()).isEqualTo(Evidence.BANNER);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "js/jquery-1.12.4.js, jquery@1.12.4",
    "jquery-3.2.1.slim.min.js, jquery@3.2.1",
    "jquery-1.9.min.js, jquery@1.9.0",
    "angular-1.5.8.min.js, angular@1.5.8",
    "vue-2.6.10.min.js, vue@2.6.10",
    "handlebars-v4.0.5.js, handlebars@4.0.5",
  })
  void namesTellWhereTheTextDoesNot(String path, String expected) {
    assertThat(find(path, "!function(){}();"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found).hasToString(expected);
              assertThat(found.evidence()).isEqualTo(Evidence.FILE_NAME);
            });
  }

  @Test
  void theTextIsBelievedRatherThanTheName() {
    assertThat(find("jquery-1.0.0.js", "/*! jQuery v3.7.1 */"))
        .singleElement()
        .hasToString("jquery@3.7.1");
  }

  @Test
  void aBundleMayHoldSeveral() {
    String text = "/*! jQuery v3.6.0 */\nx();\n/*!\n * Bootstrap v3.3.7 (c)\n */";
    assertThat(find("all.js", text))
        .extracting(VendoredLibrary::toString)
        .containsExactly("jquery@3.6.0", "bootstrap@3.3.7");
    assertThat(find("all.js", text).get(1).location().start().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// needs jQuery v1.8 or later",
        "/* A plugin for jQuery v1.8.0 */",
        "const text = 'Bootstrap v3.3.7';",
        "/*! jQuery vX */",
        "import axios from 'axios'; // axios v0.19.0",
        "/** Backbone.js 1.1.2 */",
        "",
      })
  void whatSpeaksOfALibraryIsNone(String text) {
    assertThat(find("app.js", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my-jquery-1.0.0.js",
        "jquery-plugin-1.0.0.js",
        "jquery.js",
        "vue-router-3.0.0.js"
      })
  void namesAreTakenWhole(String name) {
    assertThat(find(name, "")).isEmpty();
  }

  @Test
  void aGivenTableIsRead() {
    String text = "var own={v:7,n:\"4.5.1\"};";
    LibraryTable table =
        table(
            """
            {
              "own": {
                "npmname": "@s/own",
                "extractors": {
                  "func": ["own.version"],
                  "ast": ["//X"],
                  "filecontentreplace": ["/own=\\\\{v:([0-9]),n:\\"§§version§§\\"/$1.0.0/"],
                  "hashes": {"HASH": "9.9.9"}
                },
                "vulnerabilities": [
                  {"atOrAbove": "7", "below": "7.1", "severity": "high", "excludes": ["7.0.5"],
                   "identifiers": {"summary": "s", "CVE": ["CVE-1"], "githubID": "GHSA-1"}},
                  {"below": "8", "identifiers": {"summary": "t"}},
                  {"severity": "low"}
                ]
              },
              "broken": {"extractors": {"filecontent": ["(", "no group", "a(§§version§§)"]}}
            }
            """);
    assertThat(table.unread()).isEqualTo(2);
    LibraryFinder finder = new LibraryFinder(List.of(LibraryTable.builtIn(), table));
    assertThat(finder.find(SourceText.of("x.js", text), true).libraries())
        .singleElement()
        .hasToString("@s/own@7.0.0");
    List<KnownWeakness> weaknesses = table.weaknesses();
    assertThat(weaknesses).hasSize(2);
    assertThat(weaknesses.get(0).advisory().id()).isEqualTo("GHSA-1");
    assertThat(weaknesses.get(0).advisory().aliases()).containsExactly("CVE-1");
    assertThat(weaknesses.get(0).advisory().severity()).isEqualTo(Severity.HIGH);
    assertThat(weaknesses.get(0).affected().contains("7.0.9")).isTrue();
    assertThat(weaknesses.get(0).affected().contains("7.1.0")).isFalse();
    assertThat(weaknesses.get(0).excluded()).containsExactly("7.0.5");
    assertThat(weaknesses.get(1).advisory().id()).isEqualTo("library-@s/own-2");
  }

  @Test
  void aHashIsBelievedMost() {
    LibraryTable table =
        table(
            """
            {"own": {"extractors": {
              "filename": ["own-(§§version§§)\\\\.js"],
              "hashes": {"a9993e364706816aba3e25717850c26c9cd0d89d": "9.9.9"}}}}
            """);
    LibraryFinder finder = new LibraryFinder(List.of(table));
    SourceText abc = SourceText.of("own-1.0.0.js", "abc");
    assertThat(finder.find(abc, true).libraries())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found).hasToString("own@9.9.9");
              assertThat(found.evidence()).isEqualTo(Evidence.HASH);
            });
    assertThat(finder.find(abc, false).libraries()).singleElement().hasToString("own@1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"a\": 1}", "{\"a\": {\"extractors\""})
  void whatIsNoTableIsNone(String text) {
    assertThat(LibraryTable.read(SourceText.of("t", text))).isEmpty();
  }

  @Test
  @Timeout(20)
  void anExpressionThatGoesAstrayIsStopped() {
    LibraryTable table =
        table(
            "{\"own\": {\"extractors\": {\"filecontent\": [\"(a+)+(§§version§§)\","
                + " \"((?:a|b)*)c1\"]}}}");
    LibraryFinder.Found found =
        new LibraryFinder(List.of(table))
            .find(SourceText.of("x.js", "a".repeat(200_000) + "c"), true);
    assertThat(found.exhausted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "abc(d+)efgh   ; efgh",
        "ab?cd*(x)     ; a",
        "a|(b)         ; ''",
        "[abc]def(x)   ; def",
        "\\sab\\.c(x)  ; ab.c",
        "ab{2}cdef(x)  ; cdef",
        "(?:a|b)xyz(x) ; xyz",
      })
  void whatEveryMatchHolds(String expression, String literal) {
    assertThat(Literals.longest(expression)).isEqualTo(literal);
  }

  private static LibraryTable table(String json) {
    return LibraryTable.read(SourceText.of("table.json", json)).orElseThrow();
  }

  private static List<VendoredLibrary> find(String path, String text) {
    return FINDER.find(SourceText.of(path, text), true).libraries();
  }
}
