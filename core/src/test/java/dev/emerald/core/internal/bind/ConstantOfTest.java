package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.scope.Constant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values are known before the program runs. */
class ConstantOfTest {

  static Stream<Arguments> expressions() {
    return Table.of(
        """
        x = «'a'» => 'a'
        x = «1.5» => 1.5
        x = «0x10» => 16
        x = «true» => true
        x = «null» => null
        x = «undefined» => undefined
        x = «void 0» => undefined
        x = «10n» => 10
        x = «0xFFn» => 255
        x = «/a/» => unknown
        x = «-1» => -1
        x = «!0» => true
        x = «~5» => -6
        x = «'a' + 'b'» => 'ab'
        x = «'a' + 1» => 'a1'
        x = «1 + 2» => 3
        x = «1 + 2 + 'a'» => '3a'
        x = «'a' + 1 + 2» => 'a12'
        x = «'a' + b» => unknown
        x = «2 * 3 - 1» => 5
        x = «2 ** 10» => 1024
        x = «7 % 4» => 3
        x = «1 << 4» => 16
        x = «-1 >>> 0» => 4294967295
        x = «4294967296 | 1» => 1
        x = «1 / 0» => Infinity
        x = «1 < 2» => true
        x = «'a' === 'a'» => true
        x = «NaN === NaN» => false
        x = «'a' !== 'b'» => true
        x = «`a`» => 'a'
        x = «`a${1}b${'c'}`» => 'a1bc'
        x = «`a${b}`» => unknown
        x = («1, 'a'») => 'a'
        x = «y ? 'a' : 'a'» => 'a'
        x = «y ? 'a' : 'b'» => unknown
        x = «true ? 'a' : y» => 'a'
        x = «'' || 'a'» => 'a'
        x = «'b' || z» => 'b'
        x = «0 && z» => 0
        x = «null ?? 'a'» => 'a'
        x = «0 ?? 'a'» => 0
        x = «y || 'a'» => unknown
        const a = 'x'; «a» => 'x'
        let a = 'x'; «a» => 'x'
        var a = 'x'; «a» => 'x'
        let a = 'x'; a = 'y'; «a» => unknown
        var a; a = 'x'; «a» => unknown
        var a = b; var b = a; «a» => unknown
        var a = a; «a» => unknown
        const a = 'x', b = a + 'y', c = `${b}z`; «c» => 'xyz'
        function f(a) { «a» } => unknown
        function f(a = 'x') { «a» } => unknown
        for (const a of ['x']) «a» => unknown
        const a = 'x'; with (o) { «a» } => unknown
        const a = 'x'; function f() { eval(c); «a» } => unknown
        let a = 'x'; eval(c); «a» => unknown
        function f(undefined) { «undefined» } => unknown
        const o = { a: 'x' }; «o.a» => 'x'
        const o = { a: 'x' }; «o['a']» => 'x'
        const o = { 'a-b': 'x' }; «o['a-b']» => 'x'
        const o = { a: { b: 'x' } }; «o.a.b» => 'x'
        const o = { a: 'x' }; o.a = 'y'; «o.a» => 'y'
        const o = { a: 'x' }; if (c) o.a = 'y'; «o.a» => unknown
        const o = { a: 'x' }; o.b = 'y'; «o.a» => 'x'
        const o = { a: 'x' }; o[k] = 'y'; «o.a» => unknown
        const o = { a: 'x' }; delete o.a; «o.a» => unknown
        const o = { a: { b: 'x' } }; o.a.b = 'y'; «o.a.b» => unknown
        const o = { a: 'x' }; const p = o; p.a = 'y'; «o.a» => unknown
        const o = { a: 'x' }; Object.assign(o, p); «o.a» => unknown
        const o = { a: 'x', ...p }; «o.a» => unknown
        const o = { ...p, a: 'x' }; «o.a» => 'x'
        const p = { a: 'x' }; const o = { ...p }; «o.a» => 'x'
        const o = Object.freeze({ a: 'x' }); «o.a» => 'x'
        const o = Object.assign({}, { a: 'x' }, { b: 'y' }); «o.a» => 'x'
        const { a } = { a: 'x' }; «a» => 'x'
        const { a: b } = { a: 'x' }; «b» => 'x'
        const { a } = o; «a» => unknown
        const a = ['x', 'y']; «a[1]» => 'y'
        const a = ['x', 'y']; «a[2]» => unknown
        const a = ['x', 'y']; a.push('z'); «a[1]» => unknown
        const a = ['x', 'y']; a[1] = 'z'; «a[1]» => unknown
        const a = ['x', ...b, 'y']; «a[2]» => unknown
        x = «['a', 'b'].join('-')» => 'a-b'
        x = «['a', , null].join()» => 'a,,'
        x = «['a', b].join('-')» => unknown
        const a = ['x', 'y']; «a.join('')» => 'xy'
        const a = ['x', 'y']; a.reverse(); «a.join('')» => unknown
        x = «'AbC'.toLowerCase()» => 'abc'
        x = «'abc'.toUpperCase()» => 'ABC'
        x = «' a '.trim()» => 'a'
        x = «'ab'.concat('c', 1)» => 'abc1'
        x = «'ab'.repeat(3)» => 'ababab'
        x = «'ab'.repeat(1e9)» => unknown
        x = «'ab'.repeat(-1)» => unknown
        x = «'abcdef'.slice(1, -1)» => 'bcde'
        x = «'abcdef'.slice(-2)» => 'ef'
        x = «'abcdef'.substring(1, 3)» => 'bc'
        x = «'aXbX'.replace('X', '-')» => 'a-bX'
        x = «'aXbX'.replaceAll('X', '-')» => 'a-b-'
        x = «'aba'.replace(/a/, 'c')» => 'cba'
        x = «'aba'.replace(/a/g, 'c$')» => 'c$bc$'
        x = «'a'.replace(/a/i, 'b')» => unknown
        x = «'a'.replace(/./, 'b')» => unknown
        x = «'a'.replace(/a/, '$&b')» => unknown
        x = «'a'.replace(/a/, (all) => all)» => unknown
        x = «/a+/g.source» => 'a+'
        const r = /a+/; x = «`^${r.source}$`» => '^a+$'
        const r = new RegExp('a' + 'b'); x = «r.source» => 'ab'
        let r = /a+/; r = /b/; x = «r.source» => unknown
        x = «new RegExp('').source» => unknown
        x = «y.source» => unknown
        x = «'abc'.length» => 3
        x = «(5).toString()» => '5'
        x = «String(5)» => '5'
        x = «String(y)» => unknown
        function String() {} x = «String(5)» => unknown
        const path = require('path'); «path.join('a', 'b', '../c')» => 'a/c'
        const { join } = require('path'); «join('/a', './b/')» => '/a/b/'
        const { join } = require('node:path'); «join('a')» => 'a'
        const path = require('path'); «path.join(__dirname, 'b')» => unknown
        const path = require('path'); «path.resolve('/a', 'b', '..')» => '/a'
        const path = require('path'); «path.resolve('a')» => unknown
        const path = require('path'); «path.basename('/a/b.js')» => 'b.js'
        const path = require('path'); «path.extname('/a/b.js')» => '.js'
        const path = require('path'); «path.dirname('/a/b.js')» => '/a'
        const path = { join: f }; «path.join('a', 'b')» => unknown
        x = «f('a')» => unknown
        x = await «'a'» => 'a'
        x = (y = «'a'») => 'a'
        """);
  }

  static Stream<Arguments> typescript() {
    return Table.of(
        """
        enum E { A, B } «E.B» => 1
        enum E { A = 5, B } «E.B» => 6
        enum E { A = 'x' } «E.A» => 'x'
        enum E { A = 1 << 2, B = A | 1 } «E.B» => 5
        enum E { A = f(), B } «E.B» => unknown
        enum E { 'a-b' = 3 } «E['a-b']» => 3
        enum E { A } enum E { B = 7 } «E.B» => 7
        enum E { A = E.B, B = E.A } «E.A» => unknown
        const enum E { A = `x` } «E.A» => 'x'
        const a = 'x' as const; «a» => 'x'
        const o = { a: 'x' } as const; «o.a» => 'x'
        const o = { a: 'x' } satisfies T; «o.a» => 'x'
        x = «('a' as string)!» => 'a'
        x = «<string>'a'» => 'a'
        class A { static readonly B = 'x' } «A.B» => unknown
        """);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void constantsAreFolded(String source, String expected) {
    check("main.js", source, expected);
  }

  @ParameterizedTest
  @MethodSource({"expressions", "typescript"})
  void constantsOfTypeScriptAreFolded(String source, String expected) {
    check("main.ts", source, expected);
  }

  private static void check(String path, String source, String expected) {
    MarkedProject project = MarkedProject.of(path, source);
    Constant constant = project.scopes().constantOf(project.expression());
    assertThat(constant == null ? "unknown" : constant.toString()).isEqualTo(expected);
  }
}
