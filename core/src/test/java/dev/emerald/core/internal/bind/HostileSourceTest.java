package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.scope.Scopes;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources that are long, deep or circular: every question about every expression gets an answer.
 */
class HostileSourceTest {

  /** Only there so that a hang ends; not a measure. */
  private static final Duration HANG = Duration.ofMinutes(2);

  static Stream<Arguments> sources() {
    return Stream.of(
        named("a long concatenation", "x = " + "'a' + ".repeat(100_000) + "'a'"),
        named("a long unknown concatenation", "x = " + "b + ".repeat(100_000) + "'a'"),
        named("a long chain of members", "x = require('m')" + ".a".repeat(50_000)),
        named("a long chain of calls", "x = require('m')" + ".a()".repeat(20_000)),
        named("a long chain of logic", "x = " + "a || ".repeat(20_000) + "require('m')"),
        named("many variables in a row", chained("const a%2$d = a%1$d;", 10_000)),
        named("many functions in a row", chained("function a%2$d() { return a%1$d() }", 10_000)),
        named("classes that extend each other", chained("class a%2$d extends a%1$d {}", 5_000)),
        named(
            "doubling texts",
            "const a0 = 'x'.repeat(100);" + chained("const a%2$d = a%1$d + a%1$d;", 5_000)),
        named(
            "doubling objects",
            "const a0 = { x: 1 };" + chained("const a%2$d = { p: a%1$d, ...a%1$d };", 500)),
        named("branching values", chained("const a%2$d = c ? a%1$d.x : a%1$d.y;", 2_000)),
        named(
            "doubling calls", chained("function a%2$d() { return c ? a%1$d() : a%1$d() }", 2_000)),
        named(
            "arguments of arguments",
            "const f = require('m'), a0 = f(1), b0 = f(1);"
                + chained("const a%2$d = f(a%1$d, a%1$d), b%2$d = f(b%1$d, b%1$d);", 200)
                + "; let x; if (c) x = a200; else x = b200; exports.x = x"),
        named(
            "one of many",
            "let x = require('m'); " + numbered("if (c) x = require('m%d').k%d;", 15) + " x.y"),
        named(
            "many names", chained("let a%2$d = b%1$d; function b%2$d() { a%2$d = a%1$d }", 10_000)),
        named(
            "one name in many scopes",
            "var x; " + "function f() { let x; { x } }".repeat(5_000) + "x;".repeat(5_000)),
        named(
            "one variable assigned often", "let x; " + "x = require('m');".repeat(20_000) + "x.y"),
        named("one object changed often", "const o = {};" + "o.a = 1; f(o);".repeat(5_000)),
        named(
            "one object read often",
            "const o = {" + numbered("k%d: %d,", 3_000) + "};" + numbered("f(o.k%d);", 3_000)),
        named(
            "many handlers",
            "const app = require('express')();"
                + "app.get('/', (req, res) => res.send(req.query));".repeat(3_000)),
        named(
            "circles",
            "var a = b.x; var b = a.y; function f() { return g() } function g() { return f() }"
                + " class A extends B {} class B extends A {} a.z; f().z; new A().z"),
        named("an array of one name", "const [" + "a,".repeat(5_000) + "] = f(); a"),
        named(
            "a deep pattern",
            "const " + "{ a: ".repeat(300) + "b" + " }".repeat(300) + " = require('m'); b.c"),
        named("nested functions", "function f() { return ".repeat(300) + "1" + "}".repeat(300)),
        named(
            "nested objects",
            "x = " + "{ a: ".repeat(500) + "1" + "}".repeat(500) + ".a".repeat(500)),
        named("nested computed members", "x = " + "a[".repeat(500) + "1" + "]".repeat(500)),
        named("nested conditions", "x = " + "c ? ".repeat(300) + "'a'" + " : 'a'".repeat(300)),
        named("nested functions in blocks", "{ function f() {} ".repeat(500) + "}".repeat(500)),
        named("nested with", "with (o) { ".repeat(300) + "x" + "}".repeat(300)),
        named("eval everywhere", "function f(a) { eval(a); ".repeat(200) + "}".repeat(200)),
        named("broken", "const { a, = require('m'); a.b( class { x = } export default"),
        named("lone surrogates", "const a = '\\ud800'; require(a + '\\udc00').b"),
        named("nothing", ""));
  }

  private static Arguments named(String name, String source) {
    return Arguments.of(Named.of(name, source));
  }

  private static String chained(String format, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format(format, i, i + 1));
    }
    return text.append("a").append(count).append(".z").toString();
  }

  private static String numbered(String format, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format(format, i, i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyQuestionIsAnswered(String source) {
    for (String path : new String[] {"main.js", "main.ts"}) {
      assertTimeoutPreemptively(HANG, () -> askAll(path, source));
    }
  }

  private static void askAll(String path, String source) {
    SyntaxTree tree = MarkedProject.parse(path, source);
    ModuleFacts facts = Binder.bind(tree).facts();
    assertThat(facts.path()).isEqualTo(path);
    Scopes scopes = Binder.bind(tree).scopes(ApiLinks.alone(facts));
    for (int i = 0; i < tree.size(); i++) {
      assertThat(scopes.scopeOf(tree.node(i))).isNotNull();
      if (tree.node(i) instanceof Expression expression) {
        scopes.apiOf(expression);
        scopes.constantOf(expression);
        scopes.functionOf(expression);
        scopes.classOf(expression);
        scopes.objectOf(expression);
        assertThat(scopes.origin(expression)).isNotNull();
        if (expression instanceof Identifier id) {
          scopes.symbolOf(id);
        }
      }
    }
  }

  @Test
  void aLongConcatenationIsFolded() {
    MarkedProject project = MarkedProject.of("x = «" + "'a' + ".repeat(99_999) + "'a'»");
    var constant = project.scopes().constantOf(project.expression());
    assertThat(constant).isNotNull();
    assertThat(constant.string()).hasSize(100_000);
  }

  @Test
  void answersDoNotDependOnTheOrderOfQuestions() {
    String source =
        "var a = b || require('m'); var b = a || c; var c = b; let d = d || a; f(a.x, b.x, c.x,"
            + " d.x)";
    SyntaxTree tree = MarkedProject.parse("main.js", source);
    Binding binding = Binder.bind(tree);
    ApiLinks links = ApiLinks.alone(binding.facts());
    Scopes forwards = binding.scopes(links);
    Scopes backwards = binding.scopes(links);
    String[] first = new String[tree.size()];
    for (int i = 0; i < tree.size(); i++) {
      first[i] = tree.node(i) instanceof Expression e ? String.valueOf(forwards.apiOf(e)) : "";
    }
    for (int i = tree.size() - 1; i >= 0; i--) {
      String again = tree.node(i) instanceof Expression e ? String.valueOf(backwards.apiOf(e)) : "";
      assertThat(again).as("%s", tree.node(i)).isEqualTo(first[i]);
    }
  }
}
