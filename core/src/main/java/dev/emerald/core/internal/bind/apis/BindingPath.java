package dev.emerald.core.internal.bind.apis;

import dev.emerald.spi.ast.ArrayPattern;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.RestElement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSParameterProperty;
import dev.emerald.spi.ast.VariableDeclarator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a name in a pattern out to what the pattern takes apart.
 *
 * @param owner the {@link VariableDeclarator}, {@link AssignmentExpression} or {@link FunctionLike}
 *     that holds the pattern
 * @param root the whole pattern
 * @param steps from the root inwards
 */
record BindingPath(Node owner, Node root, List<Step> steps) {

  private static final int MAX_STEPS = 32;

  /**
   * One step inwards.
   *
   * @param property taken from an object, or null
   * @param index taken from an array, or -1; both missing for a rest, which stays the whole
   * @param otherwise the default that holds if there is no such property, or null
   */
  record Step(@Nullable Property property, int index, @Nullable Expression otherwise) {}

  /** The way out from a binding or assigned name; null if it is too deep, or no such pattern. */
  static @Nullable BindingPath of(SyntaxTree tree, Node name) {
    List<Step> steps = new ArrayList<>(2);
    Node child = name;
    Expression otherwise = null;
    for (int climbed = 0; climbed < MAX_STEPS; climbed++) {
      Node parent = tree.parent(child);
      if (parent instanceof Property property && property.value() == child) {
        steps.add(new Step(property, -1, otherwise));
        otherwise = null;
        parent = tree.parent(property);
        if (!(parent instanceof ObjectPattern)) {
          return null;
        }
      } else if (parent instanceof ArrayPattern array) {
        steps.add(new Step(null, array.elements().indexOf(child), otherwise));
        otherwise = null;
      } else if (parent instanceof AssignmentPattern pattern && pattern.left() == child) {
        otherwise = pattern.right();
      } else if (parent instanceof RestElement) {
        Node around = tree.parent(parent);
        if (!(around instanceof ObjectPattern)) {
          return null;
        }
        steps.add(new Step(null, -1, null));
        parent = around;
      } else if (parent instanceof VariableDeclarator declarator && declarator.id() == child
          || parent instanceof AssignmentExpression assignment && assignment.left() == child
          || parent instanceof FunctionLike function && function.params().contains(child)) {
        if (otherwise != null) {
          steps.add(new Step(null, -1, otherwise));
        }
        Collections.reverse(steps);
        return new BindingPath(parent, child, steps);
      } else if (!(parent instanceof TSParameterProperty)) {
        return null;
      }
      child = parent;
    }
    return null;
  }
}
