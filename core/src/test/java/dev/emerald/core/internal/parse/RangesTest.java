package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nodes start and end, as ESTree has it. */
class RangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "( a ) ; | EXPRESSION_STATEMENT | ( a ) ;",
        "( a ) . b | MEMBER_EXPRESSION | ( a ) . b",
        "( a ) + ( b ) | BINARY_EXPRESSION | ( a ) + ( b )",
        "x = ( a , b ) | SEQUENCE_EXPRESSION | a , b",
        "a ? b : ( c ) | CONDITIONAL_EXPRESSION | a ? b : ( c )",
        "( a ) => ( b ) | ARROW_FUNCTION_EXPRESSION | ( a ) => ( b )",
        "a = ( b ) | ASSIGNMENT_EXPRESSION | a = ( b )",
        "x = { m ( ) { } } | FUNCTION_EXPRESSION | ( ) { }",
        "x = { get a ( ) { } } | FUNCTION_EXPRESSION | ( ) { }",
        "class A { m ( ) { } } | FUNCTION_EXPRESSION | ( ) { }",
        "class A { a = 1 ; } | PROPERTY_DEFINITION | a = 1 ;",
        "class A { @a b ; } | PROPERTY_DEFINITION | @a b ;",
        "@a class B { } | CLASS_DECLARATION | @a class B { }",
        "export class B { } | CLASS_DECLARATION | class B { }",
        "export default a ; | EXPORT_DEFAULT_DECLARATION | export default a ;",
        "`a${b}c` | TEMPLATE_LITERAL | `a${b}c`",
        "f `` | TAGGED_TEMPLATE_EXPRESSION | f ``",
        "<a> b </a> | JSX_TEXT | ~ b ~",
        "<a>{ }</a> | JSX_EMPTY_EXPRESSION | ~ ~",
        "<a b = 'c' /> | JSX_ATTRIBUTE | b = 'c'",
        "import { a as b } from 'c' | IMPORT_SPECIFIER | a as b",
        "var a = 1 , b ; | VARIABLE_DECLARATION | var a = 1 , b ;",
        "for ( var a = 1 ;;) ; | VARIABLE_DECLARATION | var a = 1",
        "new A | NEW_EXPRESSION | new A",
        "label : a ; | LABELED_STATEMENT | label : a ;",
        "do a; while ( b ) ; c | DO_WHILE_STATEMENT | do a; while ( b ) ;",
        "switch (a) { case b : c ; } | SWITCH_CASE | case b : c ;",
        "if ( a ) b ; else c ; d | IF_STATEMENT | if ( a ) b ; else c ;",
      })
  void rangesOfJavaScript(String text, NodeKind kind, String range) {
    assertThat(first(text, Language.JS, kind)).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "class A { m < T > ( ) { } } | FUNCTION_EXPRESSION | < T > ( ) { }",
        "class A { m ( ) : B ; } | METHOD_DEFINITION | m ( ) : B ;",
        "function f ( ) : A ; | FUNCTION_DECLARATION | function f ( ) : A ;",
        "class A { constructor ( private a : B = 1 ) { } } | TS_PARAMETER_PROPERTY | private a : B"
            + " = 1",
        "function f ( a ? : B ) { } | IDENTIFIER | f",
        "x = ( a ) as B | TS_AS_EXPRESSION | ( a ) as B",
        "x = ( a ) ! | TS_NON_NULL_EXPRESSION | ( a ) !",
        "f < A > ( ) | CALL_EXPRESSION | f < A > ( )",
        "declare class A { } | CLASS_DECLARATION | declare class A { }",
        "abstract class A { } | CLASS_DECLARATION | abstract class A { }",
        "class A { static readonly [ a : B ] : C ; } | TS_INDEX_SIGNATURE | static readonly [ a : B"
            + " ] : C ;",
      })
  void rangesOfTypeScript(String text, NodeKind kind, String range) {
    assertThat(first(text, Language.TS, kind)).isEqualTo(range);
  }

  @Test
  void annotatedNamesReachOverTheirTypes() {
    assertThat(all("(a ?: B) => a; let c : D", Language.TS, NodeKind.IDENTIFIER))
        .containsExactly("a ?: B", "a", "c : D");
  }

  @Test
  void textsOfTemplatesLieBetweenTheirDelimiters() {
    assertThat(all("`a${b}c${d}`", Language.JS, NodeKind.TEMPLATE_ELEMENT))
        .containsExactly("a", "c", "");
  }

  @Test
  void aChainStartsWhereItsFirstOperandStarts() {
    assertThat(all("a.b().c", Language.JS, NodeKind.MEMBER_EXPRESSION))
        .containsExactly("a.b().c", "a.b");
  }

  @Test
  void aShorthandHasTwoNodesWithOneSpan() {
    assertThat(all("({a})", Language.JS, NodeKind.IDENTIFIER)).containsExactly("a", "a");
    assertThat(all("export {a}", Language.JS, NodeKind.IDENTIFIER)).containsExactly("a", "a");
  }

  @Test
  void theProgramIsTheWholeText() {
    assertThat(first(" a \n", Language.JS, NodeKind.PROGRAM)).isEqualTo(" a \n");
  }

  private static String first(String text, Language language, NodeKind kind) {
    return all(text, language, kind).get(0);
  }

  private static List<String> all(String text, Language language, NodeKind kind) {
    ParseResult result = Trees.parse(text, language);
    assertThat(result.diagnostics()).isEmpty();
    SyntaxTree tree = SyntaxTree.of(result.program());
    SourceText source = result.program().source();
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      if (tree.kind(i) == kind) {
        ranges.add(source.slice(tree.node(i).start(), tree.node(i).end()));
      }
    }
    return ranges;
  }
}
