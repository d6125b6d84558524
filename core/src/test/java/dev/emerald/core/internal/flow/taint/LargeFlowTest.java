package dev.emerald.core.internal.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that are large or twisted: each gets an answer, and is told where it is not whole. */
final class LargeFlowTest {

  @Test
  void aFileOfTenThousandFunctionsIsFollowed() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("function f%d(x) { return f%d(x); }\n".formatted(i, i + 1));
    }
    text.append("function f10000(x) { cp.exec(x); }\nexports.run = (x) => f9990(x);\n");

    assertThat(FlowProject.library(text.toString()).findings())
        .containsExactly("shell index.js:10002");
  }

  @Test
  void aFunctionOfFiveThousandBranchesIsFollowed() {
    StringBuilder text = new StringBuilder("exports.run = (x, y) => {\n  let z = '';\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  if (y === %d) { z += x; } else { z = y + '%d'; }\n".formatted(i, i));
    }
    text.append("  cp.exec(z);\n};\n");
    FlowProject project = FlowProject.library(text.toString());

    assertThat(project.findings()).containsExactly("shell index.js:5004");
    assertThat(project.report().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
              assertThat(notice.message()).contains("not all conditions");
              assertThat(notice.path()).contains("index.js");
            });
  }

  @Test
  void aTextOfManyPartsIsFollowed() {
    FlowProject project =
        FlowProject.library(
            "exports.run = (x) => cp.exec('ls '" + " + x + '1'".repeat(50_000) + ");");

    assertThat(project.findings()).containsExactly("shell index.js:2");
    assertThat(project.report().notices())
        .extracting(Notice::kind)
        .containsOnly(NoticeKind.LIMIT_REACHED);
  }

  @Test
  void anObjectOfManyPropertiesIsFollowed() {
    StringBuilder text = new StringBuilder("exports.run = (x) => {\n  const o = {\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("    p%d: %s,\n".formatted(i, i % 2 == 0 ? "0" : "x"));
    }
    text.append("  };\n  cp.exec(o.p49999);\n};\n");

    assertThat(FlowProject.library(text.toString()).findings())
        .containsExactly("shell index.js:50005");
  }

  @Test
  void aValueUnderManyNamesIsFollowed() {
    StringBuilder text = new StringBuilder("exports.run = (x) => {\n  const a0 = x;\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  const a%d = a%d;\n".formatted(i + 1, i));
    }
    FlowProject project = FlowProject.library(text + "  cp.exec(a20000);\n};\n");

    assertThat(project.findings()).containsExactly("shell index.js:20004");
    assertThat(project.report().notices()).isEmpty();
  }

  @Test
  void functionsThatNestDeeplyAreTold() {
    String text = "exports.run = (x) => " + "(y) => ".repeat(3_000) + "cp.exec(x);";

    assertThat(FlowProject.library(text).report().notices())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.LIMIT_REACHED);
  }

  @Test
  void aLongLineOfClassesIsTold() {
    StringBuilder text = new StringBuilder("class C0 { run(x) { cp.exec(x); } }\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("class C%d extends C%d { go(x) { super.run(x); } }\n".formatted(i + 1, i));
    }
    Report report = FlowProject.library(text + "exports.C = C5000;\n").report();

    assertThat(report.findings().size() + report.notices().size()).isPositive();
    assertThat(report.notices()).extracting(Notice::kind).containsOnly(NoticeKind.LIMIT_REACHED);
  }

  @Test
  void modulesThatExportEachOthersExportsAreFollowedOrTold() {
    FlowProject project =
        FlowProject.library("import { f30 } from './m0.js';\nexport const run = (x) => f30(x);\n");
    for (int i = 0; i < 60; i++) {
      int next = (i + 1) % 60;
      project.with(
          "m%d.js".formatted(i),
          "import cp from 'child_process';\nexport * from './m%d.js';\nexport const f%d = (x) => cp.exec(x);\n"
              .formatted(next, i));
    }
    Report report = project.report();

    assertThat(report.findings())
        .extracting(finding -> finding.location().path())
        .contains("m30.js");
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void aFileOfManyFunctionsIsWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("exports.f%d = (x) => [x, %d];\n".formatted(i, i));
    }
    Report report = FlowProject.library(text.toString()).report();

    assertThat(report.findings()).isEmpty();
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void whatOneOfManyObjectsHoldsIsNotWhatAnotherHolds() {
    StringBuilder text = new StringBuilder("const set = (o, k) => { o.name = k; return o; };\n");
    for (int i = 0; i < 40; i++) {
      text.append("class C%d { m() { set(this, 'c%d'); cp.exec(this.name); } }\n".formatted(i, i));
      text.append("exports.c%d = new C%d();\n".formatted(i, i));
    }
    text.append("exports.run = (x) => { set({}, x); };\n");
    text.append(
        "class Job { constructor(x) { set(this, 1); this.x = x; } go() { cp.exec(this.x); } }\n");
    text.append("exports.Job = Job;\n");

    assertThat(FlowProject.library(text.toString()).findings())
        .containsExactly("shell index.js:84");
  }

  @Test
  void functionsThatCallEachOtherAreFollowed() {
    FlowProject project =
        FlowProject.library(
            """
            function even(n, x) { return n === 0 ? x : odd(n - 1, x + '!'); }
            function odd(n, x) { return n === 0 ? x : even(n - 1, [x].join(' ')); }
            exports.run = (x) => cp.exec(even(8, x));
            """);

    assertThat(project.findings()).containsExactly("shell index.js:4");
    assertThat(project.report().notices()).isEmpty();
  }

  @Test
  void modulesThatImportEachOtherAreFollowed() {
    FlowProject project =
        FlowProject.library("const a = require('./a');\nexports.run = (x) => a.go(x, 3);\n")
            .with("a.js", "const b = require('./b');\nexports.go = (x, n) => b.go(x, n - 1);\n")
            .with(
                "b.js",
                """
                const a = require('./a'), cp = require('child_process');
                exports.go = (x, n) => n > 0 ? a.go(x, n) : cp.exec(x);
                """);

    assertThat(project.findings()).containsExactly("shell b.js:2");
    assertThat(project.report().notices()).isEmpty();
  }

  @Test
  void whatIsRequiredUnderAComputedNameDoesNoHarm() {
    FlowProject project =
        FlowProject.library(
            """
            exports.run = (x) => {
              const any = require(x), other = require('./' + x), last = require(process.env.P);
              any(x); other.go(x); new last.Thing(x); import(x).then((m) => m.default(x));
              cp.exec(x);
            };
            """);

    assertThat(project.findings()).containsExactly("shell index.js:5");
    assertThat(project.report().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.NOT_ANALYSED);
              assertThat(notice.message()).contains("modules whose names are computed");
            });
  }

  @Test
  void modulesThatArePatchedAreFollowed() {
    FlowProject project =
        FlowProject.library(
            """
            const real = cp.exec;
            cp.exec = function (command) { return real.apply(this, arguments); };
            fs.readFile = exports.read = (path, done) => done(null, path);
            Object.assign(require('http'), { get: (x) => real(x) });
            exports.run = (x) => real(x);
            """);

    assertThat(project.findings()).contains("shell index.js:6");
  }

  @Test
  void functionsOfAFileThatIsNotThereAreTold() {
    Report report =
        FlowProject.library(
                "const gone = require('./gone');\nexports.run = (x) => cp.exec(gone(x));\n")
            .report();

    assertThat(report.notices()).extracting(Notice::kind).containsExactly(NoticeKind.NOT_ANALYSED);
    assertThat(report.notices().get(0).message()).contains("./gone");
    assertThat(report.complete()).isFalse();
  }

  @Test
  void whatIsThereAndNoCodeIsNotMissed() {
    FlowProject project =
        FlowProject.library("const data = require('./data');\nexports.run = (x) => data.find(x);\n")
            .with("data.json", "[]");

    assertThat(project.report().notices()).isEqualTo(List.of());
  }
}
