package dev.emerald.core.internal.flow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that are long, deep, wide or broken are lowered, on a stack of the usual size. */
class HostileFlowTest {

  /** Only there so that a hang ends; not a measure. */
  private static final Duration HANG = Duration.ofMinutes(2);

  static Stream<Arguments> sources() {
    return Stream.of(
        named("a long concatenation", "x = " + "b + ".repeat(100_000) + "'a'"),
        named("a long chain of members", "x = y" + ".a".repeat(100_000)),
        named("a long chain of calls", "x = y" + ".a(z)".repeat(20_000)),
        named("a long optional chain", "x = y" + "?.a".repeat(20_000)),
        named("a long chain of logic", "x = " + "a || ".repeat(20_000) + "b"),
        named("a long condition", "if (" + "a && ".repeat(20_000) + "b) c()"),
        named("a long chain of else", numbered("if (x === %d) y = x; else ", 10_000) + "y = 2"),
        named("a long chain of conditions", "x = " + "c ? a : ".repeat(20_000) + "b"),
        named("a long chain of assignments", "a = ".repeat(20_000) + "b"),
        named("a long chain of arrows", "x = " + "a => ".repeat(20_000) + "b"),
        named("a long chain of operators", "x = " + "!".repeat(20_000) + "b"),
        named("a long sequence", "x = (" + "a,".repeat(20_000) + "b)"),
        named("a wide array", "x = [" + "a,".repeat(100_000) + "]"),
        named("a wide object", "x = {" + numbered("k%d: a,", 50_000) + "}"),
        named("a wide call", "f(" + "a,".repeat(50_000) + "b)"),
        named("a wide pattern", "const {" + numbered("a%d = b,", 4_000) + "...r} = c"),
        named("many branches", function(numbered("if (g(x, %d)) { y = x }", 4_000))),
        named("many exits", function(numbered("if (g(x, %d)) return y;", 4_000))),
        named("many branches, coarse", function(numbered("if (g(x, %d)) { y = x }", 20_000))),
        named("many checks", function("check(x, y);".repeat(4_000))),
        named("many cases", function("switch (x) {" + numbered("case %d: y(x);", 4_000) + "}")),
        named(
            "many pieces of a machine",
            pieces(numbered("case %d: x = g(x); if (x) return [3, 0]; return [4, x];", 4_000))),
        named(
            "a machine that goes back and forth",
            pieces(
                numbered("case %d: v%<d = x; x = _a.sent(); ", 1_000)
                    + numbered("case 1%03d: return [3, %<d];", 1_000))),
        named(
            "machines in machines",
            "x = "
                + "function () { return __generator(this, function (_a) { return [2, ".repeat(200)
                + "x"
                + "]; }); }".repeat(200)),
        named("many paths", function(numbered("if (x.p%d && x.q.r) g(x.p%<d);", 2_000))),
        named("many stores", function(numbered("x.p%d = x.p%<d;", 4_000))),
        named("many regions", function("try { x = g(x) } catch { h(x) } finally {}".repeat(1_500))),
        named("a large region", function("try {" + "x = g(x);".repeat(3_000) + "} catch {}")),
        named(
            "many jumps",
            function("for (;;) {" + numbered("y = g(x); if (y == %d) break;", 2_000) + "}")),
        named(
            "a loop of many variables",
            function(
                numbered("var v%d = x;", 1_000)
                    + "while (x) {"
                    + numbered("v%d = g(v%<d); if (v%<d) continue;", 1_000)
                    + "}")),
        named("nested loops", function("while (x) { x = g(x); ".repeat(200) + "}".repeat(200))),
        named(
            "nested regions",
            function("try { x = g(x);".repeat(150) + "} catch (e) { h(e) }".repeat(150))),
        named(
            "nested cleanups",
            function("try { if (x) return y;".repeat(100) + "} finally { x = h(x) }".repeat(100))),
        named("nested functions", "function f() { return ".repeat(300) + "1" + "}".repeat(300)),
        named(
            "nested captures",
            "function f(x) { return "
                + "(function () { return ".repeat(120)
                + "x"
                + "})".repeat(120)
                + "}"),
        named("nested objects", "x = " + "{ a: ".repeat(490) + "b" + "}".repeat(490)),
        named("nested calls", "x = " + "f(".repeat(490) + "1" + ")".repeat(490)),
        named("nested members", "x = " + "a[".repeat(490) + "1" + "]".repeat(490)),
        named("nested elements", "x = " + "<a>".repeat(200) + "</a>".repeat(200)),
        named("many labels", "a: ".repeat(200) + "for (;;) { break a }"),
        named("many functions", numbered("function f%d(a) { return f%<d(a) }", 10_000)),
        named(
            "many methods", "class A {" + numbered("m%d(x) { return this.m%<d(x) }", 4_000) + "}"),
        named("many fields", "class A {" + numbered("m%d = x => this.m%<d(x);", 2_000) + "}"),
        named("many captures", function(numbered("g(function () { return x + y });", 3_000))),
        named("broken", "const { a, = require('m'); a.b( class { x = } export default"),
        named("lone jumps", "break; continue a; return; for (;;) { break b }"),
        named("lone surrogates", "'\\ud800' + x; y['\\udc00'] = z"),
        named("nothing", ""));
  }

  private static Arguments named(String name, String source) {
    return Arguments.of(Named.of(name, source));
  }

  private static String pieces(String cases) {
    return function(
        "var x; return __generator(this, function (_a) { switch (_a.label) {" + cases + "} });");
  }

  private static String function(String statements) {
    return "function f(x, y) {" + statements + " return x }";
  }

  private static String numbered(String format, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format(format, i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isLowered(String source) {
    String path = source.contains("<a>") ? "a.jsx" : "a.js";
    FlowForm.check(assertTimeoutPreemptively(HANG, () -> Lowered.of(path, source)));
  }

  @Test
  void aLongConcatenationIsOneInstruction() {
    FileFlow file = Lowered.of("a.js", "f(a + " + "b + ".repeat(9_998) + "c)");
    Body body = file.bodies().get(0);
    assertThat(body.op(3)).isEqualTo(Op.GLOBAL);
    assertThat(body.op(4)).isEqualTo(Op.CONCAT);
    assertThat(body.listSize(body.c(4))).isEqualTo(10_000);
  }

  @Test
  void aFunctionThatIsTooLargeIsMarkedAndItsVariablesAreOneValueEach() {
    String branches = "if (g(x)) { y = x }".repeat(6_000);
    Body body = Lowered.of("a.js", function(branches)).bodies().get(1);
    assertThat(body.is(Body.COARSE)).isTrue();
    for (int value = 0; value < body.size(); value++) {
      assertThat(body.op(value)).isNotEqualTo(Op.SIGMA);
    }
  }

  @Test
  void whatNestsTooDeeplyIsMarked() {
    FileFlow file = Lowered.of("a.js", "x = " + "a => ".repeat(20_000) + "b");
    assertThat(file.bodies()).anyMatch(body -> body.is(Body.COARSE));
  }

  @Test
  void conditionsOfManyBranchesStayFew() {
    String branches = numbered("if (g(x, %d)) { y = x }", 4_000);
    Body body = Lowered.of("a.js", function(branches)).bodies().get(1);
    assertThat(body.is(Body.COARSE)).isFalse();
    assertThat(body.size()).isLessThan(40_000);
  }
}
