package dev.emerald.core.internal.flow.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.BodyText;
import dev.emerald.core.internal.flow.ir.FileFlow;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In every kind of expression, statement and declaration, what stands in it is reached: each source
 * calls {@code seen} once for every {@code seen} that is written in it.
 */
class EverySyntaxTest {

  static Stream<String> scripts() {
    return """
    seen(); [seen()]; [, ...seen()]; ({ a: seen() }); ({ [seen()]: seen() }); ({ ...seen() })
    ({ get a() { return seen() }, set a(b) { seen() }, c() { seen() }, async *d() { seen() } })
    !seen(); -seen(); typeof seen(); void seen(); delete seen().a; delete seen()[seen()]
    seen() + seen() * seen(); seen() in seen(); seen() instanceof seen(); seen() === seen()
    seen() && seen(); seen() || seen(); seen() ?? seen(); x = seen() && seen() || seen()
    seen() ? seen() : seen(); x = seen() ? seen() : seen() ? seen() : seen()
    x = seen(); x += seen(); x.y = seen(); seen().x = seen(); seen()[seen()] = seen()
    x ||= seen(); x &&= seen(); x ??= seen(); seen().x ||= seen(); seen()[seen()] += seen()
    x = y = z.a = seen(); [a, b.c, ...d] = seen(); ({ a, b: c = seen(), ...d } = seen())
    seen().a++; --seen()[seen()]; (seen(), seen()); new (seen())(seen(), ...seen())
    seen().a.b(seen()).c; seen()?.a?.(seen())?.[seen()]; seen`${seen()}`; `${seen()}${seen()}`
    (() => seen())(); (a => { seen() })(); (function (a = seen()) { seen() })(); (async () => { await seen() })()
    (function* () { yield seen(); yield* seen(); yield })(); import(seen()); import('m', seen())
    new (class extends seen() { constructor() { super(seen()); super.a(seen()) } })
    (class { a = seen(); static b = seen(); [seen()] = seen(); #c = seen(); static { seen() } })
    (class { m() { seen() } static n() { seen() } get o() { return seen() } [seen()]() { seen() } })
    if (seen()) seen(); else seen(); if (a) { seen() } else if (seen()) { seen() } else { seen() }
    while (seen()) seen(); do { seen() } while (seen()); for (seen(); seen(); seen()) seen()
    for (let i = seen(); i < seen(); i += seen()) { seen() } for (;;) { seen(); break }
    for (const a in seen()) seen(); for (const a of seen()) seen(); for (a.b of seen()) seen()
    for (const { a = seen() } of seen()) seen(); for (var [b = seen()] in seen()) seen()
    switch (seen()) { case seen(): seen(); break; default: seen(); case seen(): seen() }
    try { seen() } catch (e) { seen() } finally { seen() } try { seen() } catch { seen() }
    try { seen() } catch ({ a = seen() }) { seen() } throw seen()
    a: { seen(); break a } b: for (; c; ) { seen(); continue b } with (seen()) { x }
    (function () { if (a) return seen(); return seen() })(); { seen(); { seen() } }
    var a = seen(), { b = seen(), [seen()]: c, ...d } = seen(), [e = seen(), , ...f] = seen()
    let g = seen(); const h = seen(); function i(j = seen(), { k = seen() }, ...[l = seen()]) { seen() }
    class M extends seen() { static { seen() } } debugger; ; /a/.test(seen()); seen(new.target)
    seen(function () { arguments[seen()]; arguments[0](seen()) }, import.meta, this, super_)
    using: { seen() } seen(1n, 1, 'a', true, null, undefined, /a/g, `a`, NaN)
    __awaiter(this, void 0, void 0, function* () { yield seen() }); f.call(seen(), seen()); f.apply(seen(), seen())
    _createClass(A, [{ key: 'a', value: function () { seen() } }, { key: 'b', get: function () { seen() } }])
    _interopRequireDefault(seen()); __rest(seen(), ['a']); _extends(seen(), seen()); __spread(seen())
    _inherits(seen(), seen()); _defineProperty(seen(), seen(), seen()); _callSuper(this, seen(), [seen()])
    Object.defineProperty(seen(), 'a', { value: seen(), get: function () { seen() } })
    """
        .lines();
  }

  static Stream<String> typed() {
    return """
    seen() as any; seen()!; <any>seen(); seen() satisfies T; seen<string>(); (seen() as any).a = seen();
    enum E { A = seen(), B } namespace N { seen(); export const a = seen(); export namespace M { seen() } }
    export class A { constructor(private a = seen(), readonly b: string) { seen() } }
    @seen() class B { @seen() m(@c() d) { seen() } @seen() e = seen(); accessor f = seen(); abstract g(): void }
    abstract class C<T> extends D<T> implements I { declare a: string; b?: T; private c = seen(); [k: string]: any }
    import a = require('m'); import b = a.c; export = seen();
    export default seen(); export const c = seen(); export { c as d }; export function f() { seen() }
    export default class { a = seen() } type T = string; interface I { a: string } declare const g: number;
    function f(this: T, a?: string): asserts a is string { seen(a!) } function f(a: any) { seen() }
    let x = <T,>(a: T) => seen(a); for (const y of seen() as any[]) { seen() }
    """
        .lines();
  }

  static Stream<String> elements() {
    return """
    <a b={seen()} {...seen()} c="d" e>{seen()} f {...seen()} <>{seen()}</></a>
    function f() { return <A.B c={() => seen()}><D x={<e>{seen()}</e>} /></A.B> } var A, D
    """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everythingIsReachedInJavaScript(String source) {
    check("a.js", source);
  }

  @ParameterizedTest
  @MethodSource("typed")
  void everythingIsReachedInTypeScript(String source) {
    check("a.ts", source);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everythingIsReachedInElements(String source) {
    check("a.jsx", source);
  }

  private static void check(String path, String source) {
    FileFlow file = Lowered.of(path, source);
    FlowForm.check(file);
    int calls = 0;
    for (Body body : file.bodies()) {
      for (int value = 0; value < body.size(); value++) {
        boolean called =
            switch (body.op(value)) {
              case CALL, NEW, TAGGED -> true;
              default -> false;
            };
        if (called
            && body.api(value) >= 0
            && file.name(body.api(value)).equals("globalThis.seen")) {
          calls++;
        }
      }
    }
    int written = source.split("\\bseen(?=[(`<])", -1).length - 1;
    assertThat(calls).as("%s%n%s", source, BodyText.of(file)).isEqualTo(written);
  }
}
