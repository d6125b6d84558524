package dev.emerald.rules.naming;

import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.VariableDeclarator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that code around a place gives to what happens there. */
public final class Surroundings {

  private static final int FARTHEST = 40;

  private Surroundings() {}

  /**
   * The names that a value is given where it is made: the variables, properties and fields it goes
   * to, the calls it is passed to, and the functions around it, from the inside out.
   */
  public static List<String> namesAround(Node node, SyntaxTree tree) {
    return names(node, tree, false);
  }

  /** Of those names the ones that the statement gives, and a function that is one expression. */
  public static List<String> namesInStatement(Node node, SyntaxTree tree) {
    return names(node, tree, true);
  }

  private static List<String> names(Node node, SyntaxTree tree, boolean statementOnly) {
    List<String> names = new ArrayList<>();
    Node inner = node;
    for (int steps = 0; steps < FARTHEST; steps++) {
      Node outer = tree.parent(inner);
      if (outer == null
          || outer instanceof Program
          || statementOnly && outer instanceof BlockStatement) {
        break;
      }
      add(nameGiven(outer, inner), names);
      inner = outer;
    }
    return names;
  }

  /** Whether any of the names around a place has one of the words. */
  public static boolean mention(Words words, Node node, SyntaxTree tree) {
    return namesAround(node, tree).stream().anyMatch(words::in);
  }

  private static void add(@Nullable String name, List<String> names) {
    if (name != null) {
      names.add(name);
    }
  }

  private static @Nullable String nameGiven(Node outer, Node inner) {
    if (outer instanceof VariableDeclarator declarator) {
      return declarator.init() == inner ? lastName(declarator.id()) : null;
    }
    if (outer instanceof AssignmentExpression assignment) {
      return assignment.right() == inner ? lastName(assignment.left()) : null;
    }
    if (outer instanceof Property property) {
      return property.value() == inner ? lastName(property.key()) : null;
    }
    if (outer instanceof PropertyDefinition field) {
      return lastName(field.key());
    }
    if (outer instanceof MethodDefinition method) {
      return lastName(method.key());
    }
    if (outer instanceof CallExpression call) {
      return call.callee() == inner ? null : lastName(call.callee());
    }
    if (outer instanceof FunctionDeclaration function) {
      return function.id() == null ? null : function.id().name();
    }
    if (outer instanceof FunctionExpression function) {
      return function.id() == null ? null : function.id().name();
    }
    return null;
  }

  /**
   * The last name of a name, a member access or a key: {@code c} of {@code a.b.c}.
   *
   * @return null for anything else
   */
  public static @Nullable String lastName(Node node) {
    if (node instanceof Identifier identifier) {
      return identifier.name();
    }
    if (node instanceof StringLiteral literal) {
      return literal.value();
    }
    if (node instanceof MemberExpression member) {
      Expression property = member.property();
      if (property instanceof StringLiteral || !member.computed()) {
        return property instanceof MemberExpression ? null : lastName(property);
      }
    }
    return null;
  }
}
