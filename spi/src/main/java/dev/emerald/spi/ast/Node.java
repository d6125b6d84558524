package dev.emerald.spi.ast;

import dev.emerald.spi.source.Span;
import java.util.function.Consumer;

/**
 * A node of the syntax tree. Names and shapes are those of ESTree, and of typescript-eslint for
 * TypeScript; the package description lists where this tree departs from them.
 *
 * <p>Nodes are made by the engine's parser and do not change afterwards. They are equal by
 * identity. A node knows its children; {@link SyntaxTree} knows parents. Trees can be very deep:
 * walk them with {@link SyntaxTree}, not by recursion.
 */
public sealed interface Node
    permits CatchClause,
        ClassBody,
        ClassLike,
        ClassMember,
        Decorator,
        ExportSpecifier,
        Expression,
        FunctionLike,
        ImportAttribute,
        ImportBinding,
        JSXAttributeLike,
        JSXChild,
        JSXClosingElement,
        JSXClosingFragment,
        JSXEmptyExpression,
        JSXName,
        JSXOpeningElement,
        JSXOpeningFragment,
        ObjectMember,
        Pattern,
        PatternMember,
        Program,
        Statement,
        SwitchCase,
        TSEnumMember,
        TSExternalModuleReference,
        TSModuleBlock,
        TSQualifiedName,
        TemplateElement,
        TypeNode,
        VariableDeclarator {

  /** Which type of node this is. */
  NodeKind kind();

  /** Offset of the first UTF-16 code unit. */
  int start();

  /** Offset just past the last UTF-16 code unit. */
  int end();

  /** The range from {@link #start()} to {@link #end()}. */
  default Span span() {
    return new Span(start(), end());
  }

  /** Whether parentheses stand around the expression; the span leaves them out. */
  boolean parenthesized();

  /**
   * Place in the pre-order of the {@link SyntaxTree} it belongs to, from 0; -1 before there is one.
   */
  int number();

  /**
   * Passes the direct children on, in the order of the source. A shorthand such as {@code {a}} has
   * two children with one span.
   */
  void forEachChild(Consumer<? super Node> action);
}
