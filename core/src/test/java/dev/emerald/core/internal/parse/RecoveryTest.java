package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken files: the calls around the error are still found. */
class RecoveryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a(); var x = ; b() | a() b()",
        "a() b() | a() b()",
        "f(function () { a(; b() }); c() | f(function () { a(; b() }) b() c()",
        "function f() { a(); x y z; b() } c() | a() b() c()",
        "class A { x = ; m() { a( } n() { b() } } c() | b() c()",
        "class A { m() { a() } %% n() { b() } } c() | a() c()",
        "switch (x) { case 1: a( ; case 2: b() } c() | b() c()",
        "try { a() } b() | a() b()",
        "for (;;;) { x } a() | a()",
        "} a() | a()",
        "a(b c); d() | a(b c) d()",
        "x = { p: 1 2, q: a() }; b() | a() b()",
        "a(function () { b() }, c d); e() | a(function () { b() }, c d) b() e()",
        "<x>{y z}</x>; a() | a()",
        "new ; a() | a()",
        "export default ; a() | a()",
        "a(`${b c}`); d() | d()",
        "let 1 = 2; a() | a()",
        "async function f() { await ; a() } b() | a() b()",
        "x = /[/; a() | ~~",
        "a(b | a(b",
        "f(() => { a(); b( | f(() => { a(); b( a()",
      })
  void theRestOfALineSurvives(String text, String calls) {
    assertThat(String.join(" ", calls(text, Language.JS))).isEqualTo(calls);
    assertThat(Trees.parse(text, Language.JS).diagnostics()).isNotEmpty();
  }

  @Test
  void anUnclosedParenthesisEndsWithTheLine() {
    assertThat(calls("function f() {\n  a();\n  x(b c\n  d();\n  const y = 1;\n  e();\n}\ng()"))
        .containsExactly("a()", "d()", "e()", "g()");
  }

  @Test
  void anUnterminatedStringEndsWithTheLine() {
    assertThat(calls("a();\nvar x = 'abc\nb();")).containsExactly("a()", "b()");
  }

  @Test
  void anUnclosedBraceEndsWhereTheIndentationDoes() {
    assertThat(calls("import { a from 'b';\nimport c from 'd';\ne()")).containsExactly("e()");
    assertThat(calls("const o = {\n  a: 1,\n  b: [\nconst p = 2;\nf();")).containsExactly("f()");
  }

  @Test
  void aMissingCommaLosesNothing() {
    assertThat(calls("x = {\n  a: f()\n  b: g()\n};\nh()")).containsExactly("f()", "g()", "h()");
  }

  @Test
  void whatWasCompleteOfABrokenStatementStays() {
    assertThat(calls("x([function () { a() }, ...]);\nb()")).containsExactly("a()", "b()");
  }

  @Test
  void aMissingBraceAtTheEndIsOneError() {
    ParseResult result = Trees.parse("function f() { if (x) { a();", Language.JS);
    assertThat(result.diagnostics()).containsExactly(new SyntaxDiagnostic(28, "'}' expected"));
    assertThat(Trees.statements(result.program()))
        .isEqualTo(
            "FunctionDeclaration(f BlockStatement(IfStatement(x BlockStatement("
                + "CallExpression(a)))))");
  }

  @Test
  void typescriptRecoversLikewise() {
    assertThat(calls("interface A { x: }\na();\nenum B { c = }\nb();", Language.TS))
        .containsExactly("a()", "b()");
    assertThat(calls("class A {\n  private x: = 1;\n  m(): void { a(); }\n}\nb();", Language.TS))
        .containsExactly("a()", "b()");
  }

  @Test
  void diagnosticsAreInOrderAndNotTooMany() {
    List<SyntaxDiagnostic> found = Trees.parse("a b;\n".repeat(500), Language.JS).diagnostics();
    assertThat(found).hasSize(100).isSortedAccordingTo((a, b) -> a.offset() - b.offset());
    assertThat(found.get(0)).isEqualTo(new SyntaxDiagnostic(2, "';' expected"));
  }

  private static List<String> calls(String text) {
    return calls(text, Language.JS);
  }

  private static List<String> calls(String text, Language language) {
    ParseResult result = Trees.parse(text, language);
    SourceText source = result.program().source();
    SyntaxTree tree = SyntaxTree.of(result.program());
    List<String> calls = new ArrayList<>();
    tree.forEach(
        result.program(),
        CallExpression.class,
        call -> calls.add(source.slice(call.start(), call.end())));
    return calls;
  }
}
