package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.SourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a + b * c - d | BinaryExpression(BinaryExpression(a BinaryExpression(b c)) d)",
        "a ** b ** c | BinaryExpression(a BinaryExpression(b c))",
        "2 ** -b | BinaryExpression(2 UnaryExpression(b))",
        "a = b = c | AssignmentExpression(a AssignmentExpression(b c))",
        "a ? b : c ? d : e | ConditionalExpression(a b ConditionalExpression(c d e))",
        "a ?? b ?? c | LogicalExpression(LogicalExpression(a b) c)",
        "a < b in c | BinaryExpression(BinaryExpression(a b) c)",
        "!-a | UnaryExpression(UnaryExpression(a))",
        "(a, b) | SequenceExpression'(a b)",
        "a.b?.c[d](e) | CallExpression(MemberExpression(MemberExpression(MemberExpression(a b) c)"
            + " d) e)",
        "new a.b(c).d | MemberExpression(NewExpression(MemberExpression(a b) c) d)",
        "new new a()() | NewExpression(NewExpression(a))",
        "new a | NewExpression(a)",
        "new.target | MetaProperty(new target)",
        "a`b${c}d` | TaggedTemplateExpression(a TemplateLiteral(b c d))",
        "a => b => c | ArrowFunctionExpression(a ArrowFunctionExpression(b c))",
        "(a, [b] = c, ...d) => {} | ArrowFunctionExpression(a AssignmentPattern(ArrayPattern(b) c)"
            + " RestElement(d) {})",
        "async (a) => b | ArrowFunctionExpression(a b)",
        "async a => b | ArrowFunctionExpression(a b)",
        "async (a, ...b) | CallExpression(async a SpreadElement(b))",
        "async => b | ArrowFunctionExpression(async b)",
        "({a, b: c = 1, ...d} = e) | AssignmentExpression'(ObjectPattern(Property(a a) Property(b"
            + " AssignmentPattern(c 1)) RestElement(d)) e)",
        "[a.b, , c()[0]] = d | AssignmentExpression(ArrayPattern(MemberExpression(a b)"
            + " MemberExpression(CallExpression(c) 0)) d)",
        "({a = 1}) => a | ArrowFunctionExpression(ObjectPattern(Property(a AssignmentPattern(a 1)))"
            + " a)",
        "({get a() {}, set: 1, async *b() {}, 'c': d, [e]: f}) | ObjectExpression'(Property(a"
            + " FunctionExpression({})) Property(set 1) Property(b FunctionExpression({}))"
            + " Property('c' d) Property(e f))",
        "import('a', b) | ImportExpression('a' b)",
        "a / b / c | BinaryExpression(BinaryExpression(a b) c)",
        "a = /b/g.c | AssignmentExpression(a MemberExpression(/b/g c))",
        "a++ + ++b | BinaryExpression(UpdateExpression(a) UpdateExpression(b))",
      })
  void expressions(String text, String tree) {
    assertThat(Trees.js(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "if (a) b; else if (c) d; else e | IfStatement(a b IfStatement(c d e))",
        "for (const a of b) c | ForOfStatement(VariableDeclaration(VariableDeclarator(a)) b c)",
        "for (a in b) c | ForInStatement(a b c)",
        "for (let a = (b in c); d; e) ; | ForStatement(VariableDeclaration(VariableDeclarator(a"
            + " BinaryExpression'(b c))) d e ;)",
        "for (let in a) ; | ForInStatement(let a ;)",
        "for ([a, b] of c) d | ForOfStatement(ArrayPattern(a b) c d)",
        "for (using of a) ; | ForOfStatement(using a ;)",
        "a: for (;;) break a | LabeledStatement(a ForStatement(BreakStatement(a)))",
        "switch (a) { case 1: b; default: c } | SwitchStatement(a SwitchCase(1 b) SwitchCase(c))",
        "try { a } catch { b } finally { c } | TryStatement(BlockStatement(a)"
            + " CatchClause(BlockStatement(b)) BlockStatement(c))",
        "do a; while (b) c | DoWhileStatement(a b) c",
        "var {a: [b], ...c} = d | VariableDeclaration(VariableDeclarator(ObjectPattern(Property(a"
            + " ArrayPattern(b)) RestElement(c)) d))",
        "using a = b | VariableDeclaration(VariableDeclarator(a b))",
        "using(a) | CallExpression(using a)",
        "let; let(a) | let CallExpression(let a)",
        "async function* a(b = c) { yield* d; await e } | FunctionDeclaration(a AssignmentPattern(b"
            + " c) BlockStatement(YieldExpression(d) AwaitExpression(e)))",
        "class A extends B.c { #d = 1; static { e } get f() {} static async *g() {} 'constructor'()"
            + " {} get; static; async } | ClassDeclaration(A MemberExpression(B c)"
            + " ClassBody(PropertyDefinition(#d 1) StaticBlock(e) MethodDefinition(f"
            + " FunctionExpression({})) MethodDefinition(g FunctionExpression({}))"
            + " MethodDefinition('constructor' FunctionExpression({})) PropertyDefinition(get)"
            + " PropertyDefinition(static) PropertyDefinition(async)))",
        "@a.b(c) class D { @e f; accessor g = 1 } | ClassDeclaration(Decorator("
            + "CallExpression(MemberExpression(a b) c)) D"
            + " ClassBody(PropertyDefinition(Decorator(e) f) AccessorProperty(g 1)))",
        "import a, * as b from 'c' with {type: 'json'} |"
            + " ImportDeclaration(ImportDefaultSpecifier(a) ImportNamespaceSpecifier(b) 'c'"
            + " ImportAttribute(type 'json'))",
        "import {a as b, default as c} from 'd' | ImportDeclaration(ImportSpecifier(a b)"
            + " ImportSpecifier(default c) 'd')",
        "import defer * as a from 'b' | ImportDeclaration(ImportNamespaceSpecifier(a) 'b')",
        "import source a from 'b' | ImportDeclaration(ImportDefaultSpecifier(a) 'b')",
        "import source from 'b' | ImportDeclaration(ImportDefaultSpecifier(source) 'b')",
        "export * as a from 'b' | ExportAllDeclaration(a 'b')",
        "export {a as default} | ExportNamedDeclaration(ExportSpecifier(a default))",
        "export default function () {} | ExportDefaultDeclaration(FunctionDeclaration({}))",
        "export default (a, b) | ExportDefaultDeclaration(SequenceExpression'(a b))",
        "return a | ReturnStatement(a)",
        "await (a) | CallExpression(await a)",
        "await a() | AwaitExpression(CallExpression(a))",
      })
  void statements(String text, String tree) {
    assertThat(Trees.js(text)).isEqualTo(tree);
  }

  @Test
  void semicolonsAreInsertedWhereALineEnds() {
    assertThat(Trees.js("a\nb")).isEqualTo("a b");
    assertThat(Trees.js("a\n++b")).isEqualTo("a UpdateExpression(b)");
    assertThat(Trees.js("return\na")).isEqualTo("return a");
    assertThat(Trees.js("a\n(b)")).isEqualTo("CallExpression(a b)");
    assertThat(Trees.js("let\na")).isEqualTo("VariableDeclaration(VariableDeclarator(a))");
    assertThat(Trees.js("if (a) let\n{}")).isEqualTo("IfStatement(a let) {}");
    assertThat(Trees.js("async\nfunction a() {}")).isEqualTo("async FunctionDeclaration(a {})");
    assertThat(Trees.js("class A { get\n*b() {} }"))
        .isEqualTo(
            "ClassDeclaration(A ClassBody(PropertyDefinition(get)"
                + " MethodDefinition(b FunctionExpression({}))))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<></>",
        "<a.b.c d='e' f={g} {...j} k-l:m=<n/>>o &amp; {p}{/**/}</a.b.c>",
        "<a:b></a:b>",
        "<a>don't</a>",
        "x = a < b ? <c>{d}</c> : <></>",
        "<a b='\n\\'/>"
      })
  void jsxIsReadInJavaScript(String text) {
    assertThat(Trees.parse(text, Language.JS).diagnostics()).isEmpty();
  }

  @Test
  void jsxKeepsItsTexts() {
    assertThat(Trees.js("<a b='c'> d {e} </a>"))
        .isEqualTo(
            "JSXElement(JSXOpeningElement(a JSXAttribute(b 'c'))  d  JSXExpressionContainer(e)  "
                + " JSXClosingElement(a))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "(a, )",
        "()",
        "-a ** b",
        "a ?? b || c",
        "({a = 1})",
        "f({a = 1})",
        "a => {} || b",
        "1 + a => b",
        "(a)\n=> b",
        "async (a)\n=> b",
        "a?.b = c",
        "a() = b",
        "(a, b) = c",
        "[...a, b] = c",
        "({a}) = b",
        "let [a]; [(b = 1)] = c; ((d)) => e",
        "new a?.b()",
        "for (let a, b of c) ;",
        "for (let a = 1 of b) ;",
        "for (async of a) ;",
        "for (using of of a) ;",
        "for (let of a) ;",
        "if (a) const b = 1",
        "function f(...a, b) {}",
        "(...a, b) => c",
        "throw\na",
        "class A { get a; }",
        "super",
        "import.foo",
        "`\\u`",
        "'\\u{110000}'",
        "a\\u{2E}b",
        "try {}",
        "import {if} from 'a'",
        "export {'a'}",
        "<a></b>",
        "<a>",
        "<a b=c/>",
        "/a",
        "#a",
        "a.#b.",
        "@a b",
        "1_",
        "0x",
        "3a",
        "yield\\u{0}",
        "case a:",
        "/* a"
      })
  void whatTheGrammarRefusesIsReported(String text) {
    assertThat(Trees.parse(text, Language.JS).diagnostics()).isNotEmpty();
  }

  @Test
  void importsExportsAndAwaitMakeAModule() {
    assertThat(type("import 'a'")).isEqualTo(SourceType.MODULE);
    assertThat(type("export {}")).isEqualTo(SourceType.MODULE);
    assertThat(type("import.meta")).isEqualTo(SourceType.MODULE);
    assertThat(type("await a")).isEqualTo(SourceType.MODULE);
    assertThat(type("for await (const a of b) ;")).isEqualTo(SourceType.MODULE);
    assertThat(type("import('a'); var await")).isEqualTo(SourceType.COMMONJS);
    assertThat(type("async () => await a")).isEqualTo(SourceType.COMMONJS);
    assertThat(type("")).isEqualTo(SourceType.COMMONJS);
  }

  private static SourceType type(String text) {
    return Trees.parse(text, Language.JS).program().sourceType();
  }

  @Test
  void awaitIsANameOutsideOfModules() {
    assertThat(Trees.js("var await; await\n(a)"))
        .isEqualTo("VariableDeclaration(VariableDeclarator(await)) CallExpression(await a)");
    assertThat(Trees.parse("await = 1", Language.JS, ParseOptions.Goal.MODULE).diagnostics())
        .isNotEmpty();
  }

  @Test
  void aHashbangAndHtmlCommentsAreComments() {
    ParseResult result =
        Trees.parse("#!/usr/bin/env node\r\na <!-- b\n--> c\n/* d */ // e", Language.JS);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.program().comments())
        .extracting(comment -> comment.type().name() + comment.text(result.program().source()))
        .containsExactly(
            "HASHBANG/usr/bin/env node", "HTML_OPEN b", "HTML_CLOSE c", "BLOCK d ", "LINE e");
    assertThat(Trees.parse("a <!-- b", Language.JS, ParseOptions.Goal.MODULE).program().comments())
        .isEmpty();
  }

  @Test
  void commentsAreKeptOnceThoughTextIsReadAgain() {
    String text = "x = (/*1*/ a /*2*/) /*3*/ : /*4*/ b; f</*5*/ a /*6*/ > /*7*/ b";
    assertThat(Trees.parse("y ? " + text.substring(4), Language.TS).program().comments())
        .extracting(comment -> text.charAt(comment.start() + 2))
        .doesNotHaveDuplicates()
        .hasSize(7);
  }
}
