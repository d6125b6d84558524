package dev.emerald.spi.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {

  /** {@code a + b; f(c);} */
  private static Program program() {
    Identifier a = name(0, "a");
    Identifier b = name(4, "b");
    Identifier f = name(7, "f");
    Identifier c = name(9, "c");
    Expression sum = NodeFactory.binaryExpression(0, 5, BinaryOperator.ADD, a, b);
    Expression call = NodeFactory.callExpression(7, 11, f, null, List.of(c), false);
    return program(
        "a + b; f(c);",
        NodeFactory.expressionStatement(0, 6, sum, null),
        NodeFactory.expressionStatement(7, 12, call, null));
  }

  private static Program program(String text, Statement... statements) {
    return NodeFactory.program(
        0,
        text.length(),
        List.of(statements),
        SourceType.SCRIPT,
        List.of(),
        SourceText.of("a.js", text));
  }

  private static Identifier name(int start, String name) {
    return NodeFactory.identifier(
        start, start + name.length(), name, Identifier.Role.REFERENCE, null);
  }

  @Test
  void nodesStandInPreorderWithTheirParents() {
    SyntaxTree tree = SyntaxTree.of(program());

    assertThat(kinds(tree))
        .containsExactly(
            NodeKind.PROGRAM,
            NodeKind.EXPRESSION_STATEMENT,
            NodeKind.BINARY_EXPRESSION,
            NodeKind.IDENTIFIER,
            NodeKind.IDENTIFIER,
            NodeKind.EXPRESSION_STATEMENT,
            NodeKind.CALL_EXPRESSION,
            NodeKind.IDENTIFIER,
            NodeKind.IDENTIFIER);
    Node c = tree.node(8);
    assertThat(tree.parent(c)).isInstanceOf(CallExpression.class);
    assertThat(tree.parent(tree.program())).isNull();
    assertThat(tree.subtreeEnd(1)).isEqualTo(5);
    assertThat(tree.contains(tree.node(5), c)).isTrue();
    assertThat(tree.contains(tree.node(1), c)).isFalse();
    assertThat(tree.enclosing(c, Statement.class)).isSameAs(tree.node(5));
    assertThat(tree.enclosing(c, FunctionLike.class)).isNull();
  }

  @Test
  void aProgramIsLaidOutOnce() {
    Program program = program();
    SyntaxTree.of(program);

    assertThatThrownBy(() -> SyntaxTree.of(program)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nodesOfOtherTreesAreRefused() {
    SyntaxTree tree = SyntaxTree.of(program());
    SyntaxTree other = SyntaxTree.of(program());

    assertThatThrownBy(() -> tree.parent(other.node(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMillionTermsDoNotOverflow() {
    Expression sum = name(0, "a");
    for (int i = 0; i < 1_000_000; i++) {
      sum = NodeFactory.binaryExpression(0, 1, BinaryOperator.ADD, sum, name(0, "b"));
    }
    SyntaxTree tree = SyntaxTree.of(program("a", NodeFactory.expressionStatement(0, 1, sum, null)));

    assertThat(tree.size()).isEqualTo(2_000_003);
    assertThat(tree.subtreeEnd(0)).isEqualTo(tree.size());
  }

  @Test
  void flagsAndOffsetsDoNotTouchEachOther() {
    int far = NodeFactory.MAX_OFFSET;
    PropertyDefinition field =
        NodeFactory.propertyDefinition(
            far - 1,
            far,
            List.of(),
            name(0, "a"),
            null,
            null,
            null,
            true,
            false,
            true,
            false,
            true,
            false,
            true,
            false);

    assertThat(field.start()).isEqualTo(far - 1);
    assertThat(field.end()).isEqualTo(far);
    assertThat(field.isStatic()).isTrue();
    assertThat(field.computed()).isFalse();
    assertThat(field.isAbstract()).isTrue();
    assertThat(field.override()).isFalse();
    assertThat(field.optional()).isTrue();
    assertThat(field.definite()).isFalse();
    assertThat(field.readonly()).isTrue();
    assertThat(field.declare()).isFalse();
    assertThat(field.parenthesized()).isFalse();
    Identifier label =
        NodeFactory.parenthesize(NodeFactory.identifier(3, 4, "l", Identifier.Role.LABEL, null));
    assertThat(label.role()).isEqualTo(Identifier.Role.LABEL);
    assertThat(label.parenthesized()).isTrue();
    assertThat(label.start()).isEqualTo(3);
  }

  private static List<NodeKind> kinds(SyntaxTree tree) {
    List<NodeKind> kinds = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      kinds.add(tree.kind(i));
    }
    return kinds;
  }
}
