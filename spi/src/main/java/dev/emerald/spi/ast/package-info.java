/**
 * The syntax tree: ESTree's names and shapes, typescript-eslint's for TypeScript.
 *
 * <p>Read {@link dev.emerald.spi.ast.Node} and {@link dev.emerald.spi.ast.SyntaxTree} first, then
 * the nodes a rule needs; {@link dev.emerald.spi.ast.NodeKind} lists them all. Departures from
 * ESTree:
 *
 * <ul>
 *   <li>{@link dev.emerald.spi.ast.Identifier#role()} tells references, bindings, names and labels
 *       apart; literals are split by type.
 *   <li>There are no nodes for parentheses and optional chains: {@link
 *       dev.emerald.spi.ast.Node#parenthesized()}, {@link
 *       dev.emerald.spi.ast.MemberExpression#optional()}.
 *   <li>The members of {@link dev.emerald.spi.ast.Property}, import and export specifiers that are
 *       written once and mean two names have two nodes with one span.
 *   <li>A type of TypeScript is one {@link dev.emerald.spi.ast.TypeNode}. Functions and methods
 *       without a body are their usual nodes with a null body, abstract members carry a flag.
 *   <li>Comments are kept beside the tree, raw texts are slices of the source.
 * </ul>
 */
@NullMarked
package dev.emerald.spi.ast;

import org.jspecify.annotations.NullMarked;
