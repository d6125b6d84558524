package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Origins, functions, classes and arguments: the node that comes back, as written. */
class FollowTest {

  static Stream<Arguments> origins() {
    return Table.of(
        """
        f(«a») => a
        const a = 1; f(«a») => 1
        const a = 1, b = a; f(«b») => 1
        let a = g(); f(«a») => g()
        let a = 1; a = 2; f(«a») => a
        let a; a = 2; f(«a») => 2
        let a; a += 2; f(«a») => a
        var a = b; var b = a; f(«a») => a
        function g(a) { f(«a») } => a
        const { a } = b; f(«a») => a
        const a = await g(); f(«a») => await g()
        f(«(a)») => a
        """);
  }

  static Stream<Arguments> functions() {
    return Table.of(
        """
        f(«()=>1») => ()=>1
        function a() {} f(«a») => function a() {}
        const a = ()=>1; f(«a») => ()=>1
        const a = function () {}; f(«a») => function () {}
        const o = { a() {} }; f(«o.a») => () {}
        const o = { a: ()=>1 }; f(«o.a») => ()=>1
        class C { m() {} n() { f(«this.m») } } => () {}
        class C { m() {} } const c = new C(); f(«c.m.bind(c)») => () {}
        class C { static m() {} } f(«C.m») => () {}
        function a() {} a = b; f(«a») => none
        function a() {} function a() { 1 } f(«a») => none
        f(«a») => none
        const a = x ? () => 1 : () => 2; f(«a») => none
        """);
  }

  static Stream<Arguments> classes() {
    return Table.of(
        """
        class A {} new «A»() => class A {}
        const A = class {}; new «A»() => class {}
        const o = { A: class {} }; new «o.A»() => class {}
        new «A»() => none
        class A {} A = b; new «A»() => none
        """);
  }

  static Stream<Arguments> arguments() {
    return Table.of(
        """
        «f(a, b)» => b
        «f(a)» => none
        «f(...a, b)» => none
        «require('m').f.call(o, a, b)» => b
        «require('m').f.apply(o, [a, b])» => b
        const x = [a, b]; «require('m').f.apply(o, x)» => b
        «require('m').f.apply(o, x)» => none
        «require('m').f.apply(o, [...a, b])» => none
        «require('m')().call(a, b)» => b
        function g(o) { «o.call(a, b)» } => b
        «new F(a, b)» => b
        """);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void originsAreFollowed(String source, String expected) {
    MarkedProject project = MarkedProject.of(source.replace("«(a)»", "(«a»)"));
    check(project, project.scopes().origin(project.expression()), expected);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsAreFound(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    check(project, project.scopes().functionOf(project.expression()), expected);
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classesAreFound(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    check(project, project.scopes().classOf(project.expression()), expected);
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void argumentsAreThoseOfTheFunctionThatIsCalled(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    Expression call = project.expression();
    check(project, project.scopes().argumentOf((Invocation) call, 1), expected);
  }

  private static void check(MarkedProject project, @Nullable Node node, String expected) {
    String text =
        node == null ? "none" : project.tree().program().source().slice(node.start(), node.end());
    assertThat(text).isEqualTo(expected);
  }
}
