package dev.emerald.core.analysis;

import static dev.emerald.core.analysis.TestRules.pack;
import static dev.emerald.core.analysis.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.core.analysis.ItemStatus.State;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.project.ProjectPackage.Mode;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalyzerTest {

  private static Analyzer analyzer(Rule... rules) {
    return Analyzer.builder().pack(pack("test", rules)).build();
  }

  private static Report analyze(Map<String, String> texts, Rule... rules) {
    return analyzer(rules).analyze(Input.texts(texts));
  }

  private static List<String> found(Report report) {
    return report.findings().stream().map(Finding::toString).toList();
  }

  @Test
  void callsAreFoundByWhatIsCalledAndNotByItsSpelling() {
    Report report =
        analyze(
            Map.of("a.js", "const run = eval;\nrun(text);\nfunction f(eval) { eval(text); }\n"),
            TestRules.noEval());

    assertThat(found(report)).containsExactly("a.js:2:1 high no-eval eval runs a string");
    assertThat(report.complete()).isTrue();
    assertThat(report.filesRead()).isEqualTo(1);
  }

  @Test
  void anInterfaceStandsForAllNodesThatHaveIt() {
    Report report =
        Analyzer.builder()
            .pack(pack("test", TestRules.fewParameters()))
            .configuration(Configuration.builder().profile(Profile.STRICT).build())
            .build()
            .analyze(
                Input.texts(
                    Map.of(
                        "a.ts",
                        """
                        function one(a, b, c, d) {}
                        const two = (a, b, c, d) => a;
                        class K { three(a, b, c, d) {} }
                        """)));

    assertThat(found(report))
        .extracting(text -> text.substring(0, text.indexOf(' ')))
        .containsExactly("a.ts:1:1", "a.ts:2:13", "a.ts:3:16");
  }

  @Test
  void aSubscriptionWithAWildcardIsCalledOncePerCall() {
    Report report =
        analyze(
            Map.of("a.js", "const c = require('crypto');\nc.createHash('x');\nc.randomBytes(8);"),
            TestRules.anyCrypto());

    assertThat(found(report))
        .containsExactly(
            "a.js:2:1 medium any-crypto crypto is used",
            "a.js:3:1 medium any-crypto crypto is used");
  }

  @Test
  void whatIsReportedTwiceIsToldOnce() {
    Rule twice =
        rule(
            "twice",
            on -> {
              on.file((program, context) -> context.report(program, "here"));
              on.file((program, context) -> context.report(program, "here"));
            });

    assertThat(analyze(Map.of("a.js", "f();"), twice).findings()).hasSize(1);
  }

  @Test
  void testsAreLookedAtByRulesForTestsAlone() {
    Map<String, String> texts = Map.of("src/a.js", "eval(x)", "test/a.test.js", "eval(x)");

    assertThat(found(analyze(texts, TestRules.noEval(), TestRules.onlyTests())))
        .containsExactly(
            "src/a.js:1:1 high no-eval eval runs a string",
            "test/a.test.js:1:1 low only-tests a test");
  }

  @Test
  void usesOfApisAreKnownToChecksOfTheProject() {
    Map<String, String> texts =
        Map.of(
            "b.js",
            "import { exec } from './a.js';\nexec('ls');\n",
            "a.js",
            "export { exec } from 'node:child_process';\nimport cp from 'child_process';\n"
                + "util.promisify(cp.exec);\nconst e = cp.exec;\n");

    assertThat(found(analyze(texts, TestRules.execUses())))
        .containsExactly(
            "a.js:3:16 medium exec-uses passed on", "b.js:2:1 medium exec-uses called");
  }

  @Test
  void usesAskedForTooEarlyAreAFailureOfTheRule() {
    Rule early =
        rule(
            "early",
            on ->
                on.file(
                    (program, context) ->
                        context
                            .project()
                            .uses(dev.emerald.spi.scope.ApiPattern.api("child_process.exec"))));

    assertThat(analyze(Map.of("a.js", "f();"), early).notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.RULE_FAILED);
              assertThat(notice.message()).contains("'early'", "ask in a check of the project");
            });
  }

  @Test
  void manifestsAreLookedAtAndEvidenceIsKept() {
    Report report =
        analyze(
            Map.of("package.json", "{\"license\": \"MIT\"}", "x/package.json", "{\"name\": \"x\"}"),
            TestRules.licence());

    assertThat(found(report))
        .containsExactly("x/package.json:1:1 medium licence there is no licence");
    assertThat(report.evidence())
        .singleElement()
        .hasToString("DEV-4 package.json:1:1 there is a licence");
    assertThat(report.roadmap())
        .hasSize(RoadmapItem.values().length)
        .filteredOn(item -> item.state() != State.NOT_ASSESSED)
        .extracting(item -> item.item() + " " + item.state())
        .containsExactly("DEV-4 MET", "DEP-5 GAPS");
  }

  @Test
  void packagesAreToldWithTheirModes() {
    Report report =
        analyze(
            Map.of(
                "package.json", "{\"name\": \"app\", \"private\": true}",
                "a.js", "1",
                "lib/package.json", "{\"name\": \"lib\", \"exports\": \"./b.js\"}",
                "lib/b.js", "2",
                "lib/c.js", "3"),
            TestRules.noEval());

    assertThat(report.packages())
        .extracting(
            AnalyzedPackage::directory,
            AnalyzedPackage::name,
            AnalyzedPackage::mode,
            AnalyzedPackage::files)
        .containsExactly(
            tuple("", Optional.of("app"), Mode.APPLICATION, 1),
            tuple("lib", Optional.of("lib"), Mode.LIBRARY, 2));
    assertThat(report.packages())
        .allSatisfy(each -> assertThat(each.roadmap()).hasSameSizeAs(RoadmapItem.values()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                          | APPLICATION",
        "{\"main\": \"index.js\"}                                    | LIBRARY",
        "{\"main\": \"index.js\", \"scripts\": {\"start\": \"node .\"}} | APPLICATION",
        "{\"main\": \"index.js\", \"bin\": \"cli.js\"}               | APPLICATION",
        "{\"main\": \"server.js\"}                                   | APPLICATION",
        "{\"main\": \"./server.js\", \"types\": \"a.d.ts\"}          | LIBRARY",
        "{\"types\": \"x.d.ts\", \"scripts\": {\"start\": \"node .\"}} | LIBRARY",
        "{\"private\": true, \"exports\": \"./a.js\"}                | APPLICATION",
      })
  void theModeOfAPackageIsDecidedByItsManifest(String manifest, Mode mode) {
    Report report = analyze(Map.of("package.json", manifest), TestRules.noEval());

    assertThat(report.packages()).extracting(AnalyzedPackage::mode).containsExactly(mode);
  }

  @Test
  void aRuleThatThrowsIsOffForTheFileAndTheOthersGoOn() {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("no such thing"),
            new StackOverflowError(),
            new NoClassDefFoundError("gone"),
            new AssertionError("odd"),
            new IOException("checked"))) {
      Report report =
          analyze(
              Map.of(
                  "a.js", "function f() {}\nfunction g(x) {}\nfunction h() { eval(x); }",
                  "b.js", "function f() {}"),
              TestRules.failing(thrown),
              TestRules.noEval());

      assertThat(found(report))
          .as(thrown.toString())
          .containsExactly(
              "a.js:1:1 medium failing no parameters",
              "a.js:3:16 high no-eval eval runs a string",
              "b.js:1:1 medium failing no parameters");
      assertThat(report.notices())
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.kind()).isEqualTo(NoticeKind.RULE_FAILED);
                assertThat(notice.path()).contains("a.js");
                assertThat(notice.message())
                    .startsWith("rule 'failing' is off for this file after ")
                    .contains(thrown.getClass().getSimpleName());
              });
      assertThat(report.complete()).isFalse();
    }
  }

  @Test
  void aRuleThatRunsOutOfMemoryCostsItsFile() {
    Report report =
        analyze(
            Map.of("a.js", "function g(x) {}", "b.js", "eval(x)"),
            TestRules.failing(new OutOfMemoryError("too much")),
            TestRules.noEval());

    assertThat(found(report)).containsExactly("b.js:1:1 high no-eval eval runs a string");
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
              assertThat(notice.path()).contains("a.js");
            });
  }

  @Test
  void aRuleMayNotFillTheReport() {
    Report report = analyze(Map.of("a.js", "eval(x);\n".repeat(1_500)), TestRules.noEval());

    assertThat(report.findings()).hasSize(1_000);
    assertThat(report.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED));
  }

  @Test
  void aContextIsOfNoUseAfterItsCall() {
    List<dev.emerald.spi.rule.FileContext> kept = new ArrayList<>();
    analyze(Map.of("a.js", "1"), rule("keeper", on -> on.file((p, context) -> kept.add(context))));

    assertThatThrownBy(() -> kept.get(0).report(kept.get(0).tree().program(), "late"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void modelsOfPacksSayWhatParametersAre() {
    ApiModel model =
        ApiModel.of("my.model", "module my-server\nhandler my-server.serve 0 Request()\n");
    Rule bodies =
        rule(
            "bodies",
            on ->
                on.call(
                    dev.emerald.spi.scope.ApiPattern.api("my-server.Request().body"),
                    (call, context) -> context.report(call, "a body")));

    Report report =
        Analyzer.builder()
            .pack(TestRules.pack("test", List.of(model), bodies))
            .build()
            .analyze(
                Input.texts(
                    Map.of("a.js", "import {serve} from 'my-server';\nserve(r => r.body());")));

    assertThat(found(report)).containsExactly("a.js:2:12 medium bodies a body");
  }

  @Test
  void aMissingFolderIsAGap(@TempDir Path folder) {
    Path missing = folder.resolve("nowhere");

    for (Input input : List.of(Input.folder(missing), Input.file(missing), Input.file(folder))) {
      Report report = analyzer(TestRules.noEval()).analyze(input);
      assertThat(report.complete()).isFalse();
      assertThat(report.notices())
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.kind()).isEqualTo(NoticeKind.NOT_ANALYSED);
                assertThat(notice.message()).contains(folder.toString());
              });
    }
  }

  @Test
  void aFileGivenByItselfIsAlwaysAnalysed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("dist").resolve("bundle.min.js");
    Files.createDirectories(folder.resolve("dist"));
    Files.writeString(file, "eval(x);" + "a=1;".repeat(5_000));

    assertThat(found(analyzer(TestRules.noEval()).analyze(file)))
        .containsExactly("bundle.min.js:1:1 high no-eval eval runs a string");
  }

  @Test
  void pathsOfWindowsAreUnderstood() {
    assertThat(found(analyze(Map.of("C:\\src\\a.js", "eval(x)"), TestRules.noEval())))
        .containsExactly("src/a.js:1:1 high no-eval eval runs a string");
  }

  @Test
  void nothingToLookAtIsNotApplicable() {
    Report report = analyze(Map.of(), TestRules.noEval());

    assertThat(report.complete()).isTrue();
    assertThat(report.roadmap()).extracting(ItemStatus::state).containsOnly(State.NOT_APPLICABLE);
  }

  @Test
  void brokenFilesGiveWhatWasUnderstoodAndANotice() {
    Report report = analyze(Map.of("a.js", "eval(x);\nlet = = ;\neval(y);"), TestRules.noEval());

    assertThat(report.findings()).hasSize(2);
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.SYNTAX_ERROR);
              assertThat(notice.path()).contains("a.js");
              assertThat(notice.line()).hasValue(2);
            });
  }

  @Test
  void sourcesBeyondTheLimitOfAllTogetherAreToldOf() {
    Report report =
        Analyzer.builder()
            .pack(pack("test", TestRules.noEval()))
            .limits(Limits.DEFAULT.withTotalUnits(10))
            .build()
            .analyze(
                Input.texts(Map.of("a.js", "eval(x) ", "b.js", "eval(x) ", "c.js", "eval(x)")));

    assertThat(report.findings())
        .extracting(f -> f.location().path())
        .containsExactly("a.js", "b.js");
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED);
              assertThat(notice.message()).contains("1 source files, from c.js on");
            });
  }

  @Test
  void aCancelledAnalysisGivesWhatItHas() {
    AtomicInteger asked = new AtomicInteger();
    Report report =
        Analyzer.builder()
            .pack(pack("test", TestRules.noEval()))
            .cancellation(() -> asked.incrementAndGet() > 7)
            .build()
            .analyze(Input.texts(Map.of("a.js", "eval(x)", "b.js", "eval(x)", "c.js", "eval(x)")));

    assertThat(report.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.CANCELLED));
    assertThat(report.findings()).hasSizeBetween(1, 2);
  }

  @Test
  void aDeadlineEndsTheAnalysis() {
    Report report =
        Analyzer.builder()
            .pack(pack("test", TestRules.noEval()))
            .limits(Limits.DEFAULT.withDeadline(Duration.ofNanos(1)))
            .build()
            .analyze(Input.texts(Map.of("a.js", "eval(x)")));

    assertThat(report.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.message()).contains("raise the deadline"));
  }

  @Test
  void progressIsToldPhaseByPhase() {
    List<String> told = new ArrayList<>();
    Analyzer.builder()
        .pack(pack("test", TestRules.noEval()))
        .onProgress((phase, done, total) -> told.add(phase + " " + done + "/" + total))
        .build()
        .analyze(Input.texts(Map.of("a.js", "1", "b.js", "2")));

    assertThat(told)
        .containsExactly(
            "LISTING 0/0",
            "READING 0/2",
            "READING 1/2",
            "READING 2/2",
            "CHECKING 0/2",
            "CHECKING 1/2",
            "CHECKING 2/2");
  }

  @Test
  void anExecutorMayRefuse() {
    Analyzer analyzer =
        Analyzer.builder()
            .pack(pack("test", TestRules.noEval()))
            .executor(
                task -> {
                  throw new RejectedExecutionException("full");
                },
                8)
            .build();

    assertThat(analyzer.analyze(Input.texts(Map.of("a.js", "eval(x)", "b.js", "2"))).findings())
        .hasSize(1);
  }

  @Test
  void anExecutorThatNeverRunsItsTasksIsNotWaitedFor() {
    Analyzer analyzer =
        Analyzer.builder().pack(pack("test", TestRules.noEval())).executor(task -> {}, 8).build();

    assertThat(analyzer.analyze(Input.texts(Map.of("a.js", "eval(x)", "b.js", "2"))).findings())
        .hasSize(1);
  }

  @Test
  void linesOfFindingsAreKnown() {
    Report report =
        analyze(Map.of("a.js", "one();\ntwo();\nthree();\neval(x);\nfive();"), TestRules.noEval());

    assertThat(report.line("a.js", 4)).contains("eval(x);");
    assertThat(report.line("a.js", 2)).contains("two();");
    assertThat(report.line("a.js", 1)).isEmpty();
    assertThat(report.line("b.js", 1)).isEmpty();
  }

  @Test
  void fingerprintsOutliveEditsElsewhere() {
    Rule eval = TestRules.noEval();
    String before = "function f() {\n  eval(a);\n}\nfunction g() {\n  eval(a);\n  eval(a);\n}";
    String after =
        "// new\n\nfunction g() {\n\n\teval( a ); /* odd */\n  h();\n  eval(/* why */a);\n}"
            + "\nfunction f() {\n  eval(a);\n}";

    List<String> first =
        analyze(Map.of("a.js", before), eval).findings().stream()
            .map(Finding::fingerprint)
            .toList();
    List<String> second =
        analyze(Map.of("a.js", after), eval).findings().stream().map(Finding::fingerprint).toList();

    assertThat(first).doesNotHaveDuplicates().hasSize(3);
    assertThat(first).allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{32}"));
    assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    assertThat(Arrays.asList(second.get(0), second.get(1), second.get(2)))
        .containsExactly(first.get(1), first.get(2), first.get(0));
  }

  @Test
  void anAnalyzerMayBeUsedAgain() {
    Analyzer analyzer = analyzer(TestRules.noEval(), TestRules.execUses());
    Input input = Input.texts(Map.of("a.js", "eval(x)"));

    assertThat(analyzer.analyze(input)).isEqualTo(analyzer.analyze(input));
  }

  @Test
  void hooksAreOpenDuringRegistrationAlone() {
    List<dev.emerald.spi.rule.Hooks> kept = new ArrayList<>();
    analyzer(rule("keeper", kept::add));

    assertThatThrownBy(() -> kept.get(0).node(FunctionLike.class, (node, context) -> {}))
        .isInstanceOf(IllegalStateException.class);
  }
}
