package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions, functions and classes of TypeScript; its types have their own test. */
class TypeScriptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(a: B, c?: D, e = 1): F => g | ArrowFunctionExpression(Identifier(B) Identifier(D)"
            + " AssignmentPattern(e 1) F g)",
        "a ? (b) : c => d | ConditionalExpression(a b' ArrowFunctionExpression(c d))",
        "a ? (b): c => d : e | ConditionalExpression(a ArrowFunctionExpression(b c d) e)",
        "a ? (b) : (c) | ConditionalExpression(a b' c')",
        "a ? (b, c) : d | ConditionalExpression(a SequenceExpression'(b c) d)",
        "<T>(a: T) => a | ArrowFunctionExpression(<T> Identifier(T) a)",
        "async <T>(a: T) => a | ArrowFunctionExpression(<T> Identifier(T) a)",
        "<T>(a) | TSTypeAssertion(T a')",
        "<T>a.b | TSTypeAssertion(T MemberExpression(a b))",
        "f<T>(a) | CallExpression(f <T> a)",
        "f<T>`a` | TaggedTemplateExpression(f <T> TemplateLiteral(a))",
        "new A<B>(c) | NewExpression(A <B> c)",
        "a < b > c | BinaryExpression(BinaryExpression(a b) c)",
        "f(a < b, c > d) | CallExpression(f BinaryExpression(a b) BinaryExpression(c d))",
        "a<b>; c | TSInstantiationExpression(a <b>) c",
        "a as B as C | TSAsExpression(TSAsExpression(a B) C)",
        "a as B + c | BinaryExpression(TSAsExpression(a B) c)",
        "a satisfies B | TSSatisfiesExpression(a B)",
        "a!.b!() | CallExpression(TSNonNullExpression(MemberExpression(TSNonNullExpression(a) b)))",
        "(a as B) = c | AssignmentExpression(TSAsExpression'(a B) c)",
        "a! += b | AssignmentExpression(TSNonNullExpression(a) b)",
        "({a}: B = c) => d | ArrowFunctionExpression(AssignmentPattern(ObjectPattern(Property(a a)"
            + " B) c) d)",
        "(this: A) => b | ArrowFunctionExpression(Identifier(A) b)",
        "let a!: B, c: D = e | VariableDeclaration(VariableDeclarator(Identifier(B))"
            + " VariableDeclarator(Identifier(D) e))",
        "function f(a: B): C; function f() {} | FunctionDeclaration(f Identifier(B) C)"
            + " FunctionDeclaration(f {})",
        "class A<T> extends B<T> implements C, D<E> {} | ClassDeclaration(A <T> B <T> C D<E> {})",
        "class A { constructor(private readonly b: C, @d e?) {} } | ClassDeclaration(A"
            + " ClassBody(MethodDefinition(constructor FunctionExpression(TSParameterProperty("
            + "Identifier(C)) Identifier(Decorator(d)) {}))))",
        "class A { private static b?: C; declare d; readonly [e: string]: F; g!: H } |"
            + " ClassDeclaration(A ClassBody(PropertyDefinition(b C) PropertyDefinition(d)"
            + " TSIndexSignature([e: string]: F) PropertyDefinition(g H)))",
        "abstract class A { abstract b(): C; override d() {} } | ClassDeclaration(A"
            + " ClassBody(MethodDefinition(b FunctionExpression(C)) MethodDefinition(d"
            + " FunctionExpression({}))))",
        "import type {A} from 'b' | ImportDeclaration(ImportSpecifier(A A) 'b')",
        "import {type A, type as as} from 'b' | ImportDeclaration(ImportSpecifier(A A)"
            + " ImportSpecifier(type as) 'b')",
        "import a = require('b') | TSImportEqualsDeclaration(a TSExternalModuleReference('b'))",
        "export = a | TSExportAssignment(a)",
        "export type * as a from 'b' | ExportAllDeclaration(a 'b')",
      })
  void readsTypeScript(String text, String tree) {
    assertThat(Trees.ts(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = <T,>(a: T) => a",
        "x = <T extends A>(a: T) => a",
        "x = <const T,>(a: T) => a",
        "x = <A<B> c={d}/>",
        "f<A>(<b/>)",
        "x = a < b",
        "x = <T>a</T>"
      })
  void tsxTellsTagsFromTypeParameters(String text) {
    assertThat(Trees.parse(text, Language.TSX).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ? (b) => c : d",
        "a ? ({b}) : c",
        "a ? ([b] = c) : d",
        "a ? async (b) : c",
        "a ? (b = (c): d => e) : f",
        "a ? ((b: c) => d) : e",
        "a ? b : (c): d => e",
        "(a?: B) => c",
        "f(a ? (b) : c, d)",
        "x = y as any as <T>(a: T) => void",
        "type = type",
        "var as; as\nas; var satisfies",
        "declare\nclass A {}",
        "abstract\nclass A {}",
        "namespace = 1; module = 2; type\nA = 3",
        "a<b<c>>(d)",
        "a<b<c<d>>>()",
        "f?.<T>()",
        "class A { async<T>() {} get<T>() {} static<T>() {} readonly() {} declare = 1 }",
        "let a = b satisfies C",
        "enum A { b = 1 << 2, 'c' }",
        "for (const a of <any>b) {}",
        "export default abstract class {}",
        "export default interface A {}",
        "export as namespace A",
        "export import a = b.c",
        "import type a = require('b')",
        "import type from 'a'",
        "@a() @b.c export class D { @e() f(@g() h: I) {} }",
        "class A { accessor b: C = d }",
        "function f(this: A, ...b: C[]): asserts b is D {}",
        "a = <B>(<C>d)",
        "new A<B>",
        "a<B>\nc",
        "class A extends f<B>(c)<D> {}",
        "if (a < b || c > (d)) {}",
        "x = a<b>>c",
        "x = a < b >= c"
      })
  void acceptsTypeScript(String text) {
    assertThat(Trees.parse(text, Language.TS).diagnostics()).isEmpty();
  }

  @Test
  void typeSyntaxIsNoneInJavaScript() {
    assertThat(Trees.js("f<T>(a)")).isEqualTo("BinaryExpression(BinaryExpression(f T) a')");
    assertThat(Trees.parse("let a: B", Language.JS).diagnostics()).isNotEmpty();
    assertThat(Trees.parse("a as B", Language.JS).diagnostics()).isNotEmpty();
    assertThat(Trees.js("type\nA")).isEqualTo("type A");
  }
}
