package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.Node;
import dev.emerald.spi.scope.ObjectView;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is known of objects. Expected are the properties {@code a} to {@code c}: the value as
 * written, {@code ?} where it is not known, {@code -} where there is surely none.
 */
class ObjectOfTest {

  static Stream<Arguments> objects() {
    return Table.of(
        """
        f(«{ a: 1 }») => 1 - -
        f(«{ a: 1, a: 2 }») => 2 - -
        f(«{}») => - - -
        f(«{ 'a': 1, ['b']: 2, [k]: 3 }») => ? ? ?
        f(«{ [k]: 3, a: 1 }») => 1 ? ?
        f(«{ ...x, a: 1 }») => 1 ? ?
        f(«{ a: 1, ...x }») => ? ? ?
        f(«{ a: 1, ...{ b: 2 } }») => 1 2 -
        const x = { b: 2 }; f(«{ a: 1, ...x }») => 1 2 -
        const x = { a: 2 }; f(«{ a: 1, ...x }») => 2 - -
        f(«{ a: 1, ...(y && { b: 2 }) }») => 1 ? -
        f(«{ a: 1, ...(y ? { a: 2 } : {}) }») => ? - -
        f(«{ a: 1, ...null }») => 1 - -
        f(«{ get a() { return 1 } }») => ? - -
        f(«{ __proto__: x, a: 1 }») => 1 ? ?
        f(«{ a() {} }») => {} - -
        const o = { a: 1 }; f(«o») => 1 - -
        const o = { a: 1 }, p = o; f(«p») => 1 - -
        let o = { a: 1 }; f(«o») => 1 - -
        let o = { a: 1 }; o = x; f(«o») => no object
        var o; o = { a: 1 }; f(«o») => 1 - -
        function g(o) { f(«o») } => no object
        const o = {}; o.a = 1; f(«o») => 1 - -
        const o = {}; f(«o»); o.a = 1 => ? - -
        const o = { a: 1 }; o.a = 2; f(«o») => 2 - -
        const o = { a: 1 }; o.a = 2; o.a = 3; f(«o») => ? - -
        const o = {}; if (x) { o.a = 1 } f(«o») => ? - -
        const o = {}; if (x) { o.a = 1; f(«o») } => ? - -
        const o = {}; o.a = 1; if (x) { f(«o») } => 1 - -
        const o = {}; o.a = 1; function g() { f(«o») } => ? - -
        function g() { const o = {}; o.a = 1; f(«o») } => 1 - -
        const o = { a: 1 }; o.a += 1; f(«o») => ? - -
        const o = { a: 1 }; o.a++; f(«o») => ? - -
        const o = { a: 1 }; delete o.a; f(«o») => ? - -
        const o = { a: 1 }; o[k] = 1; f(«o») => ? ? ?
        const o = { a: 1 }; o['b'] = 2; f(«o») => 1 2 -
        const o = { a: 1 }; [o.a] = x; f(«o») => ? - -
        const o = { a: 1 }; ({ x: o.b } = y); f(«o») => 1 ? -
        const o = { a: 1 }; for (o.b of y) ; f(«o») => 1 ? -
        const o = { a: {} }; o.a.b = 1; f(«o») => ? - -
        const o = { a: [] }; o.a.push(1); f(«o») => ? - -
        const o = { a: 1 }; g(o); f(«o») => 1 - -
        const o = { a: 1 }; Object.assign(o, x); f(«o») => ? ? ?
        const o = { a: 1 }; _.merge(o, x); f(«o») => ? ? ?
        const o = { a: 1 }; Object.defineProperty(o, 'a', x); f(«o») => ? ? ?
        const o = { a: 1 }; const p = o; p.b = 2; f(«o») => 1 ? -
        f(«Object.assign({}, { a: 1 }, x)») => ? ? ?
        f(«Object.assign({}, x, { a: 1 })») => 1 ? ?
        f(«Object.assign({ a: 1 }, { b: 2 })») => 1 2 -
        const o = Object.freeze({ a: 1 }); f(«o») => 1 - -
        function g(Object) { f(«Object.assign({}, { a: 1 })») } => no object
        const o = { p: { a: 1 } }; f(«o.p») => 1 - -
        const o = { p: { a: 1 } }; o.p.a = 2; f(«o.p») => no object
        f(«[]») => no object
        f(«x») => no object
        const a = { ...b }, b = { ...a }; f(«a») => ? ? ?
        """);
  }

  @ParameterizedTest
  @MethodSource("objects")
  void propertiesAreKnownWhereTheyAreSure(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    ObjectView view = project.scopes().objectOf(project.expression());
    String found =
        view == null
            ? "no object"
            : String.join(
                " ",
                property(project, view, "a"),
                property(project, view, "b"),
                property(project, view, "c"));
    assertThat(found).isEqualTo(expected);
  }

  private static String property(MarkedProject project, ObjectView view, String name) {
    Node value = view.get(name);
    assertThat(view.names().contains(name)).isEqualTo(value != null);
    if (value == null) {
      return view.lacks(name) ? "-" : "?";
    }
    assertThat(view.lacks(name)).isFalse();
    String text = project.tree().program().source().slice(value.start(), value.end());
    return text.substring(text.lastIndexOf(' ') + 1);
  }
}
