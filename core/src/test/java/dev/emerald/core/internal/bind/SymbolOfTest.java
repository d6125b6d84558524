package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which declaration a name refers to. */
class SymbolOfTest {

  static Stream<Arguments> names() {
    return Table.of(
        """
        var ‹x› = 1; «x» => VAR
        let ‹x› = 1; { «x» } => LET
        const ‹x› = 1; function f() { return () => «x» } => CONST
        let x = 1; { let ‹x› = 2; «x» } => LET
        let ‹x› = 1; { let x = 2 } «x» => LET
        «x»; var ‹x› => VAR
        function f() { «x»; if (y) { var ‹x› } } => VAR
        function f() { «g»(); function ‹g›() {} } => FUNCTION
        «f»(); function ‹f›() {} => FUNCTION
        function f(‹a›) { «a» } => PARAMETER
        function f(‹a›) { var a; «a» } => PARAMETER
        function f({ b: { ‹a› } }) { «a» } => PARAMETER
        function f([, ‹a› = 1]) { «a» } => PARAMETER
        function f(...‹a›) { «a» } => PARAMETER
        const f = ‹a› => «a» => PARAMETER
        const f = async (‹a›) => { await «a» } => PARAMETER
        var ‹x›; function f(a = «x») { var x } => VAR
        var ‹x›; function f(a = () => «x») { let x } => VAR
        function f(‹a›, b = «a») {} => PARAMETER
        const g = function ‹f›() { «f» } => FUNCTION
        const g = function f() { var ‹f›; «f» } => VAR
        const g = function f(‹f›) { «f» } => PARAMETER
        const g = class ‹C› { m() { «C» } } => CLASS
        class ‹C› { m() { «C» } } => CLASS
        class ‹C› {} «C» => CLASS
        class A { x = «y» } const ‹y› = 1 => CONST
        class A { static { let ‹x›; «x» } } => LET
        class A { static { var x } m() { «x» } } => null
        class A { [«k»]() {} } const ‹k› = 1 => CONST
        try {} catch (‹e›) { «e» } => CATCH
        try {} catch ({ ‹e› }) { «e» } => CATCH
        try {} catch (e) {} «e» => null
        for (let ‹i› = 0; «i» < 1; ) {} => LET
        for (let i = 0; ; ) {} «i» => null
        for (var ‹i› = 0; ; ) {} «i» => VAR
        for (const ‹x› of y) «x» => CONST
        for (const ‹x› in y) { «x» } => CONST
        for (const [, ‹x›] of y) { «x» } => CONST
        switch (a) { case 1: let ‹x›; break; case 2: «x» } => LET
        let ‹x›; switch («x») { case 1: let x } => LET
        switch (a) { case 1: let x } «x» => null
        { function ‹f›() {} «f» } => FUNCTION
        { function ‹f›() {} } «f» => VAR
        'use strict'; { function f() {} } «f» => null
        { async function f() {} } «f» => null
        let f; { { function f() {} } } «f» => LET
        function g() { let ‹f›; { function f() {} } «f» } => LET
        import ‹x› from 'm'; «x» => IMPORT
        import { y as ‹x› } from 'm'; «x» => IMPORT
        import * as ‹x› from 'm'; «x» => IMPORT
        «x» => null
        «require» => null
        ({ «x»: 1 }) => null
        o.«x» => null
        var ‹x›; ({ «x» }) => VAR
        var ‹x›; ({ a: «x» } = o) => VAR
        var ‹x›; ({ a: [«x»] } = o) => VAR
        const { a: ‹b› } = o; «b» => CONST
        const { a: b } = o; «a» => null
        const { [«k»]: b } = o; var ‹k› => VAR
        let x; with (o) { «x» } => null
        let ‹x›; with («x») {} => LET
        with (o) { let ‹x›; «x» } => LET
        let x; with (o) { (function () { «x» }) } => null
        let ‹x›; with (o) { (function (x) {}) } «x» => LET
        let x; function f() { eval(a); «x» } => null
        function f() { let ‹x›; eval(a); «x» } => LET
        let ‹x›; function f() { 'use strict'; eval(a); «x» } => LET
        let ‹x›; function f() { (0, eval)(a); «x» } => LET
        var ‹x›, x; «x» => VAR
        function ‹f›() {} var f; «f» => FUNCTION
        label: for (;;) { var ‹label›; «label» } => VAR
        function ‹a›() {} export { «a» } => FUNCTION
        function ‹a›() {} export default «a» => FUNCTION
        using ‹x› = y; «x» => CONST
        var ‹\\u0061b› = 1; «ab» => VAR
        const ‹A› = 1; x = <«A»/> => CONST
        const ‹a› = 1; x = <«a».b/> => CONST
        const a = 1; x = <«a»/> => null
        const ‹A› = 1; x = <A></«A»> => CONST
        """);
  }

  static Stream<Arguments> typescript() {
    return Table.of(
        """
        enum ‹E› { A } «E» => ENUM
        enum E { ‹A›, B = «A» } => CONST
        const A = 1; enum E { ‹A›, B = «A» } => CONST
        enum E { ‹A› } enum E { B = «A» } => CONST
        namespace ‹N› { } «N» => NAMESPACE
        namespace ‹N›.M { } «N» => NAMESPACE
        namespace N { export const ‹x› = 1; «x» } => CONST
        namespace N { export const ‹x› = 1 } namespace N { «x» } => CONST
        namespace N { const x = 1 } namespace N { «x» } => null
        namespace N { export const x = 1 } «x» => null
        class ‹C› {} namespace C { } «C» => CLASS
        namespace ‹C› { } class C {} «C» => CLASS
        function ‹f›(): void; function f() {} «f» => FUNCTION
        interface ‹I› {} const I = 1; «I» => CONST
        const ‹I› = 1; interface I {} «I» => CONST
        const ‹I› = 1; { type I = string; «I» } => CONST
        import type { ‹T› } from 'm'; export { «T» } => TYPE
        import { type ‹T› } from 'm'; export { «T» } => TYPE
        import ‹m› = require('m'); «m» => IMPORT
        class A { constructor(private ‹x›: T) { «x» } } => PARAMETER
        abstract class A { abstract m(x: T): void; n() { «x» } } => null
        declare module 'm' { const x: number } «x» => null
        declare global { var x: number } «x» => null
        declare const ‹x›: number; «x» => CONST
        function f(@D() ‹x›: T) { «x» } => PARAMETER
        @«D» class A {} const ‹D› = 1 => CONST
        for (const ‹x› of y as any) { «x» } => CONST
        let ‹x›: any; («x» as any) = 1 => LET
        """);
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesReferToTheirDeclaration(String source, String kind) {
    check("main.js", source, kind);
  }

  @ParameterizedTest
  @MethodSource("typescript")
  void namesOfTypeScriptReferToTheirDeclaration(String source, String kind) {
    check("main.ts", source, kind);
  }

  private static void check(String path, String source, String kind) {
    MarkedProject project = MarkedProject.of(path, source);
    Node node = project.nameNode();
    Symbol symbol =
        node instanceof JSXIdentifier jsx
            ? project.scopes().symbolOf(jsx)
            : project.scopes().symbolOf((Identifier) node);
    assertThat(symbol == null ? "null" : symbol.kind().toString()).isEqualTo(kind);
    Identifier declaration = project.declaration();
    if (symbol != null && declaration != null) {
      assertThat(symbol.declarations()).contains(declaration);
      boolean listed =
          symbol.references().contains(node)
              || symbol.elements().contains(node)
              || symbol.declarations().contains(node);
      assertThat(listed).as("is among the references").isTrue();
    }
  }

  static Stream<Arguments> assignments() {
    return Table.of(
        """
        var ‹x› = 1; «x» => false
        var ‹x› = 1; «x» = 2 => true
        var ‹x› = 1; «x»++ => true
        var ‹x› = 1; «x» += 1 => true
        var ‹x› = 1; [«x»] = y => true
        var ‹x› = 1; ({ a: «x» } = y) => true
        var ‹x› = 1; ({ «x» = 1 } = y) => true
        var ‹x› = 1; [...«x»] = y => true
        var ‹x› = 1; for («x» of y) ; => true
        var ‹x› = 1; for («x» in y) ; => true
        var ‹x› = 1; «x».y = 2 => false
        var ‹x› = 1; y = «x» => false
        var ‹x› = 1; ({ a: «x» }) => false
        var ‹x› = 1; ({ [«x»]: z } = y) => false
        var ‹x› = 1; var x = 2; «x» => true
        var ‹x› = 1; var x; «x» => false
        let ‹x› = 1; eval(a); «x» => true
        const ‹x› = 1; eval(a); «x» => false
        function ‹f›() {} «f» => false
        function ‹f›() {} function f() {} «f» => true
        for (const ‹x› of y) «x» => true
        function f(‹a›) { «a» } => false
        function f(‹a›) { «a» = 1 } => true
        """);
  }

  @ParameterizedTest
  @MethodSource("assignments")
  void assignmentsAreNoted(String source, String expected) {
    MarkedProject project = MarkedProject.of("main.js", source);
    Symbol symbol = project.binding().names().symbolAt(project.nameNode().number());
    assertThat(symbol).isNotNull();
    assertThat(symbol.reassigned()).isEqualTo(Boolean.parseBoolean(expected));
  }

  static Stream<Arguments> kinds() {
    return Table.of(
        """
        «x» => MODULE
        function f() { «x» } => FUNCTION
        function f(a = «x») { } => FUNCTION
        { «x» } => BLOCK
        for (let i; «x»; ) ; => BLOCK
        switch (a) { case «x»: } => BLOCK
        switch («x») { case 1: } => MODULE
        try {} catch (e) { «x» } => BLOCK
        class A extends «x» {} => CLASS
        class A { y = «x» } => FIELD
        class A { static { «x» } } => FIELD
        with (o) «x» => WITH
        with («x») ; => MODULE
        """);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nodesLieInTheirInnermostScope(String source, String kind) {
    MarkedProject project = MarkedProject.of(source);
    Scope scope = project.scopes().scopeOf(project.expression());
    assertThat(scope.kind().toString()).isEqualTo(kind);
  }

  @Test
  void aNodeThatOpensAScopeLiesOutsideOfIt() {
    MarkedProject project = MarkedProject.of("x = «function () { y }»");
    assertThat(project.scopes().scopeOf(project.expression()).kind()).isEqualTo(Scope.Kind.MODULE);
  }

  @Test
  void scopesKnowTheirNamesAndLookOutwards() {
    MarkedProject project =
        MarkedProject.of("let a, b; function f(c) { 'use strict'; «c»; var d }");
    Scope scope = project.scopes().scopeOf(project.expression());
    assertThat(scope.symbols()).extracting(Symbol::name).containsExactly("c", "d");
    assertThat(scope.strict()).isTrue();
    assertThat(scope.dynamic()).isFalse();
    Symbol b = scope.lookup("b");
    assertThat(b).isNotNull();
    assertThat(b.scope()).isSameAs(scope.parent());
    assertThat(scope.lookup("nothing")).isNull();
  }

  @Test
  void aSymbolListsItsReferencesInOrder() {
    MarkedProject project = MarkedProject.of("«x»; var ‹x› = 1; x = 2; function f() { x }");
    Symbol symbol = project.scopes().symbolOf((Identifier) project.expression());
    assertThat(symbol).isNotNull();
    assertThat(symbol.references()).extracting(Identifier::start).isSorted().hasSize(3);
    assertThat(symbol.declarations()).hasSize(1);
  }

  @Test
  void anEmptyFileHasOneScope() {
    MarkedProject project = MarkedProject.of("");
    assertThat(project.scopes().scopeOf(project.tree().program()).symbols()).isEmpty();
  }
}
