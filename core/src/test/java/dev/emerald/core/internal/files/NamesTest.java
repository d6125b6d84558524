package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names alone tell: languages, tests, paths. */
class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "a.js,JAVASCRIPT",
    "x/a.mjs,JAVASCRIPT",
    "a.cjs,JAVASCRIPT",
    "a.jsx,JAVASCRIPT",
    "a.vue,JAVASCRIPT",
    "a.svelte,JAVASCRIPT",
    "a.ts,TYPESCRIPT",
    "a.mts,TYPESCRIPT",
    "a.cts,TYPESCRIPT",
    "a.tsx,TSX",
    "a.d.ts,DECLARATION",
    "a.d.mts,DECLARATION",
    "a.d.cts,DECLARATION",
    "a.d.css.ts,DECLARATION",
    "a.b.ts,TYPESCRIPT",
    "d.ts,TYPESCRIPT",
    "x.d/a.ts,TYPESCRIPT",
    "a.json,",
    "a,",
    ".js,",
    "x.js/a,",
    "a.js.map,",
  })
  void extensionsTellTheLanguage(String path, Language language) {
    assertThat(Language.ofName(path).orElse(null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#!/usr/bin/env node        | JAVASCRIPT",
        "#!/usr/local/bin/node      | JAVASCRIPT",
        "#!/usr/bin/env -S node --no-warnings | JAVASCRIPT",
        "#! /usr/bin/env nodejs     | JAVASCRIPT",
        "#!/usr/bin/env ts-node     | TYPESCRIPT",
        "#!/usr/bin/env -S deno run | TYPESCRIPT",
        "#!/bin/sh                  |",
        "#!/usr/bin/env nodemon     |",
        "#!                         |",
        "// #!/usr/bin/env node     |",
      })
  void hashbangsTellTheLanguage(String line, Language language) {
    assertThat(Language.ofHashbang(line + "\r\nnode").orElse(null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "test/a.js,true",
    "src/__tests__/a.ts,true",
    "packages/x/spec/a.js,true",
    "e2e/a.ts,true",
    "docs/a.js,true",
    "src/a.test.ts,true",
    "src/a.spec.tsx,true",
    "src/a.e2e.js,true",
    "src/A.stories.jsx,true",
    "jest.setup.js,true",
    "src/a.service.spec.ts,true",
    "src/test.js,false",
    "src/testing/a.js,false",
    "src/latest/a.js,false",
    "src/a.testing.js,false",
    "spec.js,false",
    "src/contest.spec,false",
  })
  void testsAreToldByTheirPath(String path, boolean test) {
    assertThat(TestFiles.isTest(path)).isEqualTo(test);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src\\a.js           | src/a.js",
        "C:\\work\\src\\a.js | work/src/a.js",
        "/abs/a.js           | abs/a.js",
        "./a//b/./c.js       | a/b/c.js",
        "../../a.js          | a.js",
        "a/../../b/../c.js   | c.js",
        "a/..b/c..js         | a/..b/c..js",
        "/                   | ''",
      })
  void writtenPathsBecomeRelative(String written, String path) {
    assertThat(RelativePaths.normal(written)).isEqualTo(path);
  }

  @Test
  void pathsOutOfTheRootLeadNowhere() {
    assertThat(RelativePaths.resolve("a/b", "../c.js")).isEqualTo("a/c.js");
    assertThat(RelativePaths.resolve("a/b", "../..")).isEmpty();
    assertThat(RelativePaths.resolve("a/b", "../../../c.js")).isNull();
    assertThat(RelativePaths.resolve("", "./x/")).isEqualTo("x");
  }
}
