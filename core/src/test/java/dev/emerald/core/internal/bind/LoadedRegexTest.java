package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.regex.RegexPattern;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions that a file puts together while it is loaded. */
class LoadedRegexTest {

  static Stream<Arguments> expressions() {
    return Table.of(
        """
        function w(s) { return '(' + s + ')' } f(«new RegExp(w('a') + w('b'))») => /(a)(b)/
        const w = (s, t = 'x') => `${s}|${t}`; f(«new RegExp(w('a'))») => /a|x/
        const w = (...s) => s.join('-'); f(«RegExp(w('a', 'b'), 'g')») => /a-b/g
        function w() { return arguments.length } f(«new RegExp(w('a', 'b'))») => /2/
        let s = ''; for (const p of ['a', 'b']) { s += p } f(«new RegExp(s)») => /ab/
        let s = ''; for (var i = 0; i < 3; i++) s += i; f(«new RegExp(s)») => /012/
        let s = 'a'; while (s.length < 4) s += s; f(«new RegExp(s)») => /aaaa/
        let s = ''; const o = { a: 1, b: 2 }; for (const k in o) s += k; f(«new RegExp(s)») => /ab/
        const s = ['a', 'b'].map((x) => x + '+'); f(«new RegExp(s.join('|'))») => /a+|b+/
        const m = () => new RegExp('a'.toUpperCase()); f(«m()») => /A/
        const o = { r: /a/, get() { return this.r } }; f(«new RegExp(o.get(), 'i')») => /a/i
        const p = []; const r = []; p[0] = 'a'; r[0] = new RegExp(p[0]); f(«r[0]») => /a/
        function w(x) { return x.replace(/(b)+/g, '<$1$$>') } f(«new RegExp(w('abb'))») => /a<b$>/
        function w(x) { if (!x) return 'n'; return x } f(«new RegExp(w(undefined) + w('y'))») => /ny/
        const t = Object.assign({}, { a: 'b' }); f(«new RegExp(t.a + (t.c || 'd'))») => /bd/
        function w(o, k) { return Object.prototype.hasOwnProperty.call(o, k) ? 'y' : 'n' } \
        f(«new RegExp(w({ a: 1 }, 'a') + w({}, 'a'))») => /yn/
        (function () { var s = 'a'; s = s + 'b'; f(«new RegExp(s)») })() => /ab/
        let s = 'a'; if (unknown) s = 'b'; f(«new RegExp(s + 'x')») => none
        let s = 'a'; function g() { s = 'b' } unknown && g(); f(«new RegExp(s + 'x')») => none
        const s = { a: 'a' }; if (unknown) { s.a = 'b' } f(«new RegExp(s.a + 'x')») => none
        const s = { a: 'a' }; unknown.assign(s); function w(x) { return x.a } \
        f(«new RegExp(w(s))») => none
        const s = ['a']; s.sort(unknown); f(«new RegExp(s.join(''))») => none
        function w(x) { while (unknown) { if (x) return 'b' } return 'a' } f(«new RegExp(w(1))») => none
        async function w() { return 'a' } f(«new RegExp(w())») => none
        function w(x) { return new RegExp(x) } f(«w(unknown)») => none
        """);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void areKnown(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    RegexPattern pattern = project.scopes().regexOf(project.expression());
    assertThat(pattern == null ? "none" : pattern.toString()).isEqualTo(expected);
  }

  /** Whatever a file does, following it ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "let s = 'a'; while (true) s += s; f(«new RegExp(s)»)",
        "function g(x) { return g(x + 1) } g(0); f(«new RegExp(g(1))»)",
        "function g(x) { g(x); g(x) } g(0); f(«new RegExp(x())»)",
        "const a = []; for (;;) a.push(a); f(«new RegExp(a.join())»)",
        "const a = ['a']; for (;;) a.push(...a, a.concat(a)); f(«new RegExp(a.join())»)",
        "const o = {}; o.o = o; if (x) o.o.o = 1; f(«new RegExp(String(o))»)",
        "const r = 'a'.repeat(60000).replace(/(a*)*b/g, 'x'); f(«new RegExp(r)»)",
        "let a = [1]; a = a.map(() => a.map(() => a.map(() => a))); f(«new RegExp(a[0])»)",
        "const a = []; a[99999999] = 1; a['length'] = 4e9; f(«new RegExp(a.join('|'))»)",
      })
  void ends(String source) {
    MarkedProject project = MarkedProject.of(source);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> project.scopes().regexOf(project.expression()));
  }
}
