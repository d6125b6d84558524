package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.SyntaxTree;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text made to break parsers: deep, long, and read again and again by parsers that backtrack. */
class HostileTextTest {

  private static final int MANY = 10_000;

  static Stream<String> chains() {
    return Stream.of(
            "x = a# + b",
            "x = 'a'# + 'b'",
            "x = a# ** b",
            "x = a# || b && c",
            "a#.b",
            "a#()",
            "a#.then(x => x)",
            "a#[0]",
            "a#?.b",
            "x = #a ? b : ~c",
            "#if (a) b; else ~c",
            "x = #a => ~b",
            "x = #(a) => ~b",
            "x = #async a => ~b",
            "#a = ~b",
            "#!~a",
            "#typeof ~a",
            "x = a#, b",
            "#;",
            "#/a/;",
            "#/**/",
            "x = [#a,~]",
            "#a;",
            "class A { #a; ~}")
        .map(pattern -> expand(pattern));
  }

  /** The text between {@code #} and {@code ~}, or the end, many times. */
  private static String expand(String pattern) {
    int from = pattern.indexOf('#');
    int to = pattern.indexOf('~');
    String repeated = pattern.substring(from + 1, to < 0 ? pattern.length() : to);
    String behind = to < 0 ? "" : pattern.substring(to + 1);
    return pattern.substring(0, from) + repeated.repeat(MANY) + behind;
  }

  @ParameterizedTest
  @MethodSource("chains")
  void longChainsAreReadInFull(String text) {
    ParseResult result = Trees.parse(text, Language.JS);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.limitReached()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "x={a:",
        "`${",
        "f(function(){",
        "f(()=>{",
        "class A{m(){",
        "if(a)",
        "a?",
        "<a>",
        "<a b={",
        "new ",
        "for(;;)",
        "while(1)",
        "do ",
        "switch(a){case 1:",
        "try{",
        "@(",
        "a:",
        "(a=",
        "async(a=",
        "({a=",
        "[a=",
        "import(",
        "yield ",
        "x=class{a="
      })
  void deepNestingIsALimitAndNoFailure(String opener) {
    ParseResult result =
        Trees.parse("a();\nfunction* g() {\n  " + opener.repeat(MANY), Language.JS);
    assertThat(result.limitReached()).isTrue();
    assertThat(result.program().body().get(0).end()).isEqualTo(4);
    SyntaxTree.of(result.program());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f<",
        "a<b<",
        "a<(",
        "type X=A<",
        "type X=(",
        "type X={a:",
        "type X=[",
        "<a>(",
        "(a:(b:",
        "x=(a)?(b):",
        "a?(b):c=>",
        "a?(b=",
        "<T>(a=",
        "f<T>(",
        "namespace A{",
        "f<{a:",
        "x=(a):b=>",
        "type X=A extends (",
        "type X=(a:",
        "enum A{a=",
        "interface A{a():",
        "abstract ",
        "declare "
      })
  void typesNestLikewise(String opener) {
    for (Language language : new Language[] {Language.TS, Language.TSX}) {
      ParseResult result = Trees.parse("a();\n" + opener.repeat(MANY), language);
      assertThat(result.program().body().get(0).end()).isEqualTo(4);
      SyntaxTree.of(result.program());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ")",
        "]",
        "}",
        "( } ",
        "[ ) ",
        "{ ( ",
        "\\",
        "'",
        "`",
        "#",
        "<",
        "/",
        "\0",
        "\uD800",
        "\uFFFD",
        "a b ",
        "f(a b);\n",
        "export ",
        "case ",
        "async ",
        "let ",
        "<a",
        "</a>",
        "/*",
        "@",
        "=>",
        "...",
        "?.",
        "${",
        "\u2028",
        "\\u{41}",
        "0_",
        "<!--",
        "-->"
      })
  void garbageIsReadOnce(String garbage) {
    String text = garbage.repeat(MANY);
    for (Language language : Language.values()) {
      ParseResult result = Trees.parse(text, language);
      assertThat(result.program().end()).isEqualTo(text.length());
      assertThat(result.diagnostics().size()).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void defaultsOfDefaultsAreReadOnce() {
    String functions = "x=" + "(a=".repeat(100) + "1" + ")=>1".repeat(100);
    String parentheses = "x=" + "(a=".repeat(100) + "1" + ")".repeat(100);
    String generics = "x=" + "<T>(a=".repeat(80) + "1" + ")=>1".repeat(80);
    String typed = "x=" + "(a:T=".repeat(80) + "1" + "):T=>1".repeat(80);
    for (Language language : new Language[] {Language.JS, Language.TS}) {
      assertThat(Trees.parse(functions, language).diagnostics()).isEmpty();
      assertThat(Trees.parse(parentheses, language).diagnostics()).isEmpty();
    }
    assertThat(Trees.parse(generics, Language.TS).diagnostics()).isEmpty();
    assertThat(Trees.parse(typed, Language.TS).diagnostics()).isEmpty();
  }

  @Test
  void aCallerWithLittleStackLeftGetsALowerLimit() throws InterruptedException {
    ParseResult[] results = new ParseResult[1];
    String text = "a(); x = " + "(".repeat(450) + "1" + ")".repeat(450) + "; b()";
    Thread thread =
        new Thread(
            null, () -> results[0] = Trees.parse(text, Language.JS), "little stack", 160 * 1024);
    thread.start();
    thread.join();
    assertThat(results[0]).isNotNull();
    assertThat(results[0].program().body()).isNotEmpty();
  }

  private static final String SAMPLE =
      """
      #!/usr/bin/env node
      import a, { b as c } from 'd' with { type: 'json' };
      export default class A<T> extends B<T> implements C {
        @dec() private readonly x?: number = 1;
        constructor(public y: string, ...z: any[]) { super(); }
        get [k]() { return `a${this.x}b${`c`}`; }
        static { for await (const [p, { q = 1 }] of r) switch (p) { case 1: break; default: } }
      }
      const f = async <T,>(u: T, v?: number): Promise<T> => u as any satisfies T;
      let g = h ? (i) : j => k!, l = m < n > (o), re = /[/]\\//gi;
      enum E { P = 1 << 2 } namespace N.M { type U = { [K in keyof T]?: T[K] } | infer X; }
      label: do { if (a?.b?.[c] ?? d) continue label; else throw new Error('\\u{1F600}'); } while (0)
      // comment /* other */ <!-- x
      """;

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPrefixOfATextGivesATree(Language language) {
    for (int end = 0; end <= SAMPLE.length(); end++) {
      String text = SAMPLE.substring(0, end);
      ParseResult result = Trees.parse(text, language);
      assertThat(result.program().end()).isEqualTo(end);
      SyntaxTree.of(result.program());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyMissingOrForeignCharacterLeavesATree(Language language) {
    String foreign = "(){}[]<>`'\"/\\=;@#\0\uD800";
    for (int at = 0; at < SAMPLE.length(); at++) {
      String before = SAMPLE.substring(0, at);
      String behind = SAMPLE.substring(at + 1);
      SyntaxTree.of(Trees.parse(before + behind, language).program());
      char other = foreign.charAt(at % foreign.length());
      SyntaxTree.of(Trees.parse(before + other + behind, language).program());
    }
  }

  @Test
  void everyNodeLiesWithinItsParent() {
    SyntaxTree tree = SyntaxTree.of(Trees.parse(SAMPLE, Language.TS).program());
    for (int i = 1; i < tree.size(); i++) {
      var node = tree.node(i);
      var parent = tree.node(tree.parentNumber(i));
      assertThat(node.start()).as("%s in %s", node, parent).isGreaterThanOrEqualTo(parent.start());
      assertThat(node.end()).as("%s in %s", node, parent).isLessThanOrEqualTo(parent.end());
    }
  }
}
