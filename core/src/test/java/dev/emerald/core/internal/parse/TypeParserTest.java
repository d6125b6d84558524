package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.TSTypeAliasDeclaration;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeParserTest {

  private static ParseResult parse(String text) {
    return Parser.parse(
        SourceText.of("a.ts", text), new ParseOptions(Language.TS, Goal.UNAMBIGUOUS));
  }

  private static TypeNode typeOf(String type) {
    ParseResult result = parse("type X = " + type + ";");
    assertThat(result.diagnostics()).as(type).isEmpty();
    return ((TSTypeAliasDeclaration) result.program().body().get(0)).typeAnnotation();
  }

  private static Expression expressionOf(String text) {
    ParseResult result = parse(text);
    assertThat(result.diagnostics()).as(text).isEmpty();
    return ((ExpressionStatement) result.program().body().get(0)).expression();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "A # A",
        "string | number | undefined #",
        "a.b.C<D, E.f>[] # a.b.C D E.f",
        "| A & B | & C # A B C",
        "A<B<C<D>>> # A B C D",
        "A<<T>(x: T) => U> # A T U",
        "any.b # any.b",
        "T['a'][number] # T",
        "keyof readonly T[] # T",
        "unique symbol #",
        "-1 | 2n | 'a' | true | null #",
        "`a${B}c${D | E}` # B D E",
        "typeof a.b<C> # a.b C",
        "typeof import('m') # import('m')",
        "typeof this.x # this.x",
        "import(\"m\", { with: { 'resolution-mode': 'import', }, },).A.B<C> # import('m').A.B C",
        "[a: A, b?: B, ...c: C[]] # A B C",
        "[A?, ...B[]] # A B",
        "(this: A, b?: B, ...c: C[]) => asserts b is D # A B C b D",
        "({ a, b: [c] }: A, [d]: B) => C # A B C",
        "({ a = 1 }) => C # C",
        "new () => A # A",
        "abstract new <const T extends A = B>(x: T) => T # A B T T",
        "() => () => A | B # A B",
        "({ a: B }) # B",
        "A extends B ? C : D extends E ? F : G # A B C D E F G",
        "A extends infer U extends string ? U : never # A U",
        "A extends (infer U extends B ? 1 : 2) ? 3 : 4 # A B",
        "A extends [infer U extends B, ...infer R] ? U : R # A B U R",
        "A extends () => infer R extends B ? 1 : 2 ? 3 : 4 # A B",
        "{ [K in keyof T as `x${K}`]?: T[K] } # T K T K",
        "{ -readonly [K in T]-?: X; } # T X",
        "{ +readonly [K in T]+?: X } # T X",
        "{ readonly [key: string]: T; [key: symbol]: U } # T U",
        "{ a: A; b?(x: B): x is C, <T>(x: T): D; new (a: E): F; new?: G } # A B x C T D E F G",
        "{ get x(): A; set x(v: B); get: C; set?(): D; readonly: E; async: F } # A B C D E F",
        "{ [Symbol.iterator](): A; [a.b]: B; ['c']: C; 1: D; 'e': E } # Symbol.iterator A a.b B C D"
            + " E",
        "intrinsic #",
        "intrinsic.a # intrinsic.a",
        "asserts | is.a | infer_ # asserts is.a infer_",
        "new (...args: any[]) => void #",
      })
  void typesAreReadWithTheNamesTheyReferTo(String type, String references) {
    List<String> expected =
        references == null || references.isBlank() ? List.of() : List.of(references.split(" "));
    assertThat(typeOf(type).references()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "A # A",
        "a.b.C<D<E>> # a.b.C",
        "( A ) # A",
        "import('m').A<B> # import('m').A",
        "import('m') # import('m')",
        "A[] #",
        "A | B #",
        "typeof A #",
        "keyof A #",
        "string #",
        "{ a: A } #",
      })
  void aTypeThatIsOneReferenceHasItsName(String type, String name) {
    assertThat(typeOf(type).name()).isEqualTo(name);
  }

  @Test
  void theSpanIsTheWholeTypeWithItsParentheses() {
    TypeNode type = typeOf("( A | B ) /* c */");

    assertThat(type.start()).isEqualTo(9);
    assertThat(type.end()).isEqualTo(18);
  }

  @Test
  void constIsATypeOfAssertions() {
    ParseResult result = parse("const a = [1] as const;");

    assertThat(result.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A<>",
        "A<B,>",
        "A |",
        "?A",
        "A?",
        "!A",
        "*",
        "A | () => B",
        "A | new () => B",
        "[a: A",
        "{ a: string b: number }",
        "{ readonly [K in T]: A; b: B }",
        "(a: A",
        "A extends B ? C",
        "keyof",
        "T[",
        "import(a)",
        "import('m', { a: {} })",
        "- a",
        "`a${B",
        "typeof",
        "if",
        "<T>",
      })
  void whatIsNoTypeIsAnError(String type) {
    assertThat(parse("type X = " + type + ";").diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f<A>(x)",
        "f<A, B[]>()",
        "f<A>`x`",
        "f<A>\nx",
        "new F<A>",
        "f<A>?.()",
        "f<<T>(x: T) => U>(y)",
        "f<A<B>>(c)",
        "f<A>;",
        "f<A> as B",
        "f<A>, b",
        "f<{ a: B }>({})"
      })
  void typeArgumentsInExpressionsAreToldFromOperators(String text) {
    assertThat(kindsOf(text)).contains(NodeKind.TYPE_NODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b > c",
        "a < b || c > (d)",
        "a < b >= c",
        "a < b >> c",
        "f<A> +x",
        "f<A> -x",
        "f<A> [0]",
        "f<A> {}",
        "a<b>c",
        "a < b && c > (d)",
        "a < 1",
        "a<b>1"
      })
  void operatorsInExpressionsAreToldFromTypeArguments(String text) {
    assertThat(kindsOf(text)).doesNotContain(NodeKind.TYPE_NODE);
  }

  private static List<NodeKind> kindsOf(String text) {
    java.util.ArrayList<NodeKind> kinds = new java.util.ArrayList<>();
    parse(text).program().body().forEach(statement -> collect(statement, kinds));
    return kinds;
  }

  private static void collect(dev.emerald.spi.ast.Node node, List<NodeKind> kinds) {
    kinds.add(node.kind());
    node.forEachChild(child -> collect(child, kinds));
  }

  @Test
  void typeArgumentsOfACallAreItsPart() {
    CallExpression call = (CallExpression) expressionOf("f<a.B>(x)");

    assertThat(call.typeArguments()).isNotNull();
    assertThat(call.typeArguments().references()).containsExactly("a.B");
  }

  @Test
  void aShiftOperatorMayBeTwoAnglesBeforeTypeArguments() {
    assertThat(parse("class A extends f<<T>(a: T) => void> { }").diagnostics()).isEmpty();
    ParseResult element =
        Parser.parse(
            SourceText.of("a.tsx", "a = <A<<T>(a: T) => void> />;"),
            new ParseOptions(Language.TSX, Goal.UNAMBIGUOUS));
    assertThat(element.diagnostics()).isEmpty();
  }

  // Long and deep input.

  @Test
  void longChainsAreRead() {
    assertThat(typeOf("A | ".repeat(100_000) + "A").references()).hasSize(100_001);
    assertThat(typeOf("A" + "[]".repeat(100_000)).references()).containsExactly("A");
    assertThat(typeOf("A" + "['b']".repeat(50_000)).references()).containsExactly("A");
    assertThat(typeOf("A extends B ? C : ".repeat(50_000) + "D").references()).hasSize(150_001);
    assertThat(typeOf("() => ".repeat(100_000) + "A").references()).containsExactly("A");
    assertThat(typeOf("keyof ".repeat(100_000) + "A").references()).containsExactly("A");
    assertThat(typeOf("A" + ".b".repeat(100_000)).references()).hasSize(1);
    assertThat(typeOf("{" + "a: A; ".repeat(50_000) + "}").references()).hasSize(50_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A<",
        "(",
        "[",
        "{ a: ",
        "(a: ",
        "`${",
        "[a: ",
        "T[",
        "<T extends ",
        "typeof a<",
        "A extends (infer B extends ",
        "new (a: ",
        "{ [K in ",
        "{ a(): ",
        "import('m').A<"
      })
  void nestingWithoutEndIsAnErrorAndNoMore(String opening) {
    assertThat(parse("type X = " + opening.repeat(50_000)).diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a < ", "a<b<", "f<(", "(a: b) < ", "f<{a:", "a < (b extends infer c extends "})
  void attemptsThatFailAreNotMultiplied(String opening) {
    assertThat(parse("x = " + opening.repeat(20_000) + " 1").program().body()).isNotNull();
  }

  @Test
  void longListsOfComparisonsAreNoTypeArguments() {
    assertThat(parse("f(" + "a < b, ".repeat(20_000) + "c);").diagnostics()).isEmpty();
    assertThat(parse("x = " + "a < ".repeat(20_000) + "b;").diagnostics()).isEmpty();
  }

  @Test
  void typeArgumentsMayFollowAnAttemptThatFailedAroundThem() {
    assertThat(kindsOf("f(a < b, g<A>(c))")).contains(NodeKind.TYPE_NODE);
    assertThat(kindsOf("f(a < b, g<A, h<B>>(c))")).contains(NodeKind.TYPE_NODE);
  }

  @Test
  void typesNestAsDeepAsRealOnesDo() {
    typeOf("A<".repeat(200) + "B" + ">".repeat(200));
    typeOf("(a: ".repeat(100) + "B" + ") => C".repeat(100));
    typeOf("({ a: ".repeat(80) + "B" + " })".repeat(80));
    typeOf("A extends (infer X extends ".repeat(60) + "B" + ") ? C : D".repeat(60));
  }
}
