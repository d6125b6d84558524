package dev.emerald.core.testkit;

import static dev.emerald.spi.scope.ApiPattern.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleVerifierTest {

  @RuleInfo(
      id = "no-eval",
      title = "Code made from a string",
      severity = Severity.HIGH,
      cwe = 95,
      roadmap = RoadmapItem.DEP_5,
      why = "A string that is run as code does whatever its author wants.",
      remedy = "Parse data with JSON.parse.",
      bad = {@Example("\teval(text);"), @Example(value = "(0, eval)(\n  text);", file = "b.ts")},
      good = @Example(value = "JSON.parse(text);", note = "Data is parsed."))
  static final class NoEval implements Rule {
    @Override
    public void register(Hooks on) {
      on.call(
          api("globalThis.eval"),
          (call, context) ->
              context.report(
                  Problem.at(context.location(call), "eval runs a string")
                      .withStep(context.location(call.callee()), "eval")));
      on.manifest(
          PackageJson.class,
          (manifest, context) ->
              manifest
                  .script("eval")
                  .ifPresent(
                      script -> context.report(script.nameLocation(), "a script evaluates")));
    }
  }

  @RuleInfo(
      id = "sleepy",
      title = "Finds nothing, or too much",
      severity = Severity.LOW,
      cwe = 1,
      roadmap = RoadmapItem.DEV_6,
      why = "It does not.",
      remedy = "None.",
      bad = @Example("nothing();"),
      good = {@Example("eval(text);"), @Example("let = ;")})
  static final class Sleepy implements Rule {
    @Override
    public void register(Hooks on) {
      on.call(api("globalThis.eval"), (call, context) -> context.report(call, "awake"));
    }
  }

  /** Depends on how a file is written. */
  @RuleInfo(
      id = "fickle",
      title = "Changes its mind",
      severity = Severity.LOW,
      cwe = 1,
      roadmap = RoadmapItem.DEV_6,
      why = "It does.",
      remedy = "None.",
      bad = @Example("f();\n"),
      good = @Example("f;"))
  static final class Fickle implements Rule {
    @Override
    public void register(Hooks on) {
      on.node(CallExpression.class, Fickle::check);
    }

    private static void check(CallExpression call, FileContext context) {
      boolean windows = context.source().text().contains("\r");
      context.report(call, windows ? "on Windows" : "elsewhere");
    }
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void examplesThatHoldPass() {
    assertThatCode(() -> RuleVerifier.of(new NoEval()).verifyExamples()).doesNotThrowAnyException();
  }

  @Test
  void examplesThatDoNotHoldFail() {
    assertThatThrownBy(() -> RuleVerifier.of(new Sleepy()).verifyExamples())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("sleepy, bad example in example.js: nothing found in\nnothing();")
        .hasMessageContaining("sleepy, good example in example.js: found example.js:1:1 low sleepy")
        .hasMessageContaining("SYNTAX_ERROR");
  }

  @Test
  void whatDependsOnTheFormOfAFileFails() {
    assertThatThrownBy(() -> RuleVerifier.of(new Fickle()).verifyExamples())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void fixturesThatHoldPass(@TempDir Path folder) throws IOException {
    write(
        folder,
        "a.js",
        """
        eval(a); // expect: no-eval {runs a string}
        eval( // expect: no-eval, step: 1
          b);
        f(eval); // missed: no-eval it may be called there
        const run = eval;
        run(c); // false: no-eval just to see
        """);
    write(folder, "b.jsx", "const a = <p>{eval(x)}{/* expect: no-eval */}</p>;\n");
    write(folder, "x/package.json", "{\n  \"scripts\": {\n    \"eval\": \"node\"\n  }\n}\n");
    write(folder, "x/expect.txt", "# scripts\npackage.json:3 no-eval {script}\n");

    assertThatCode(() -> RuleVerifier.of(new NoEval()).verifyFolder(folder))
        .doesNotThrowAnyException();
  }

  @Test
  void fixturesThatDoNotHoldFailWithTheLines(@TempDir Path folder) throws IOException {
    write(
        folder,
        "a.js",
        """
        eval(a);
        f(a); // expect: no-eval
        eval(b); // missed: no-eval not any more
        f(b); // false: no-eval not any more
        eval(c); // expect: no-eval {something else}
        f(c); // step: 1
        """);

    assertThatThrownBy(() -> RuleVerifier.of(new NoEval()).verifyFolder(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            """
               1   eval(a);
                 + no-eval {eval runs a string}
               2   f(a); // expect: no-eval
                 - expect: no-eval
            """)
        .hasMessageContaining("+ found now: missed: no-eval; make it 'expect'")
        .hasMessageContaining("- false: no-eval")
        .hasMessageContaining("- expect: no-eval {something else}")
        .hasMessageContaining("- step: 1");
  }

  @Test
  void noticesFail(@TempDir Path folder) throws IOException {
    write(folder, "a.js", "let = ;\n");

    assertThatThrownBy(() -> RuleVerifier.of(new NoEval()).verifyFolder(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SYNTAX_ERROR");
  }

  @Test
  void unknownRulesAndFilesFail(@TempDir Path folder) throws IOException {
    write(folder, "one/a.js", "f(); // expect: no-evil\n");
    write(folder, "two/a.js", "f();\n");
    write(folder, "two/expect.txt", "b.js:1 no-eval\nodd\n");

    assertThatThrownBy(() -> RuleVerifier.of(new NoEval()).verifyFolders(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'no-evil': no such rule")
        .hasMessageContaining("there is no file b.js")
        .hasMessageContaining("expect.txt:2: not of the form");
  }

  @Test
  void emptyFoldersFail(@TempDir Path folder) {
    assertThatThrownBy(() -> RuleVerifier.of(new NoEval()).verifyFolder(folder))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> RuleVerifier.of(new NoEval()).verifyFolders(folder))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void pagesShowWhatIsReallyFound() {
    RuleVerifier verifier = RuleVerifier.of(new NoEval());
    String page = RuleDocs.of(Packs.of(new NoEval())).render("no-eval");

    assertThat(verifier.ruleIds()).containsExactly("no-eval");
    assertThat(page)
        .startsWith("# no-eval\n\nCode made from a string.\n")
        .contains("| Severity | high |", "| CWE | CWE-95 |", "| Roadmap | DEP-5 ")
        .contains(
            """
            ```text
            example.js:1:2 high: eval runs a string
              \teval(text);
              \t^^^^^^^^^^
            ```
            """)
        .contains("b.ts:1:1 high: eval runs a string\n  (0, eval)(\n  ^^^^^^^^^^\n")
        .contains("Data is parsed.\n\n```js\nJSON.parse(text);\n```\n")
        .endsWith("- https://cwe.mitre.org/data/definitions/95.html\n");
    assertThatThrownBy(() -> RuleDocs.of(Packs.of(new NoEval())).render("other"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
