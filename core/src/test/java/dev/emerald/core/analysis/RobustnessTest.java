package dev.emerald.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an input holds, there is a report. */
final class RobustnessTest {

  private static final String MIXED =
      """
      #!/usr/bin/env node
      import fs, { readFile as read } from 'node:fs';
      export default class Store<T> extends Base implements Kept {
        static #count = 0; @log() private readonly items: Map<string, T[]> = new Map();
        constructor(private db: pg.Client, ...rest: unknown[]) { super(); eval(`a${rest}b`); }
        async *each({ a = 1, ...b }: Opts = {}) { for await (const x of this.items) yield* x?.y!; }
        get size(): number { try { return this.items.size; } catch { return 0; } finally {} }
      }
      enum Level { Low = 1, High = Low << 2 }
      namespace N { export const re = /[a-z&&[aeiou]]+(?<n>x)\\k<n>/v; }
      const f = <U,>(x: U): x is U => (x as any) satisfies U ? !0 : void (0, eval)('1');
      label: while (true) { switch (f) { case 1: break label; default: continue; } }
      // emerald-disable-next-line no-eval -- because
      export const { run: { exec }, ...others } = require('child_process'), big = 0x1Fn;
      """;

  private static final Analyzer ANALYZER =
      Analyzer.builder()
          .pack(TestRules.everything())
          .configuration(
              Configuration.builder()
                  .profile(Configuration.Profile.AUDIT)
                  // What is minified or generated is looked at too.
                  .include("*")
                  .build())
          .build();

  private static Report analyze(String path, String text) {
    return ANALYZER.analyze(Input.texts(Map.of(path, text)));
  }

  @Test
  void everyPrefixGivesAReport() {
    for (int end = 0; end <= MIXED.length(); end++) {
      String prefix = MIXED.substring(0, end);
      assertThat(analyze("a.ts", prefix).filesRead()).isEqualTo(1);
      if (end % 8 == 0) {
        for (String path : new String[] {"a.jsx", "package.json", "a.vue", "emerald.json"}) {
          assertThat(analyze(path, prefix).roadmap()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void flippedCharactersGiveAReport() {
    Random random = new Random(20_260);
    String odd = "{}()[]<>`'\"/\\*=>,;:.?!@#$%^&|~+-\u0000\uD800\u2028é\uFEFF0aZ \n\r";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(MIXED);
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        text.setCharAt(random.nextInt(text.length()), odd.charAt(random.nextInt(odd.length())));
      }
      assertThat(analyze(i % 2 == 0 ? "a.tsx" : "a.mjs", text.toString()).roadmap()).isNotEmpty();
    }
  }

  static Stream<Arguments> hostile() {
    int deep = 20_000;
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("parentheses", "(".repeat(deep) + ")".repeat(deep));
    texts.put("brackets", "[".repeat(deep));
    texts.put("braces", "{".repeat(deep));
    texts.put("functions", "function f(){".repeat(deep));
    texts.put("arrows", "a=>".repeat(deep) + "eval(x)");
    texts.put("calls", "f(".repeat(deep) + ")".repeat(deep));
    texts.put("chains", "a" + ".b(c)".repeat(deep));
    texts.put("sums", "eval(x)" + "+eval(x)".repeat(deep));
    texts.put("unary", "!".repeat(deep) + "x");
    texts.put("templates", "`${".repeat(deep));
    texts.put("elements", "<a>".repeat(deep));
    texts.put("types", "let x: " + "A<".repeat(deep));
    texts.put("else-ifs", "if(a){eval(x)}else ".repeat(deep) + ";");
    texts.put("blocks in functions", "function f(a){{if(a)".repeat(deep / 2));
    texts.put("classes", "class A{m(){".repeat(deep / 2));
    texts.put("aliases", chain(deep));
    texts.put("requires of itself", "module.exports = require('./a');".repeat(500));
    texts.put("comments", "/* emerald-disable no-eval */".repeat(deep) + "eval(x);");
    texts.put("one line", "eval(x);".repeat(50_000));
    texts.put("NUL", "\u0000".repeat(deep));
    texts.put("lone surrogates", "'\uD800' + \uDC00".repeat(100));
    return texts.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of("a.js", "a.tsx")
                    .map(path -> Arguments.of(entry.getKey(), path, entry.getValue())));
  }

  private static String chain(int length) {
    StringBuilder text = new StringBuilder("const a0 = eval;\n");
    for (int i = 1; i < length; i++) {
      text.append("const a").append(i).append(" = a").append(i - 1).append(";\n");
    }
    return text.append("a").append(length - 1).append("(x);").toString();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource
  void hostile(String name, String path, String text) throws InterruptedException {
    Report[] report = new Report[1];
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(() -> report[0] = analyze(path, text), name);
    thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
    thread.start();
    thread.join();

    assertThat(thrown[0]).isNull();
    assertThat(report[0].filesRead() + report[0].notices().size()).isPositive();
    assertThat(report[0].notices())
        .noneMatch(notice -> notice.message().contains("defect of this library"));
  }

  @Test
  void filesThatImportEachOtherInCirclesGiveAReport() {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      int next = (i + 1) % 300;
      texts.put(
          "m" + i + ".js",
          "export * from './m"
              + next
              + ".js';\nimport { run } from './m"
              + next
              + ".js';\n"
              + "export { run as default } from './m"
              + next
              + ".js';\nrun(x);\n");
    }

    Report report = ANALYZER.analyze(Input.texts(texts));

    assertThat(report.filesRead()).isEqualTo(300);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void oddPathsGiveAReport() {
    Map<String, String> texts = new HashMap<>();
    for (String path :
        new String[] {
          "",
          "/",
          "..",
          "../a.js",
          "a/../../b.js",
          "C:\\",
          "C:\\x\\y.js",
          "a//b.js",
          ".js",
          "a.js/",
          "a.js/b.js",
          "con.js",
          "\u0000.js",
          "\uD800.js",
          "a\nb.js",
          "x".repeat(5_000) + ".js",
          "d/".repeat(3_000) + "e.js",
          "emerald.json",
          "emerald.json/a.js"
        }) {
      texts.put(path, "eval(x)");
    }

    assertThat(ANALYZER.analyze(Input.texts(texts)).findings()).isNotEmpty();
  }
}
