package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.scope.Constant;
import org.jspecify.annotations.Nullable;

/** What a function is called in the source: by itself, or by what it is assigned to. */
final class FunctionNames {

  private FunctionNames() {}

  static String of(SyntaxTree tree, FunctionLike function) {
    Identifier id = function.id();
    if (id != null) {
      return id.name();
    }
    Node node = (Node) function;
    Node parent = tree.parent(node);
    String name = null;
    if (parent instanceof VariableDeclarator declarator && declarator.init() == node) {
      name = declarator.id() instanceof Identifier variable ? variable.name() : null;
    } else if (parent instanceof AssignmentExpression assignment && assignment.right() == node) {
      name =
          assignment.left() instanceof Identifier variable
              ? variable.name()
              : assignment.left() instanceof MemberExpression member
                  ? PropertyWrites.key(member)
                  : null;
    } else if (parent instanceof Property property && property.value() == node) {
      name = key(property.key(), property.computed());
      String described = described(tree, property);
      name = described == null ? name : described;
    } else if (parent instanceof MethodDefinition method) {
      name = key(method.key(), method.computed());
    } else if (parent instanceof PropertyDefinition property && property.value() == node) {
      name = key(property.key(), property.computed());
    }
    return name == null ? "" : name;
  }

  /** The key that a descriptor is for: {@code { key: 'a', value: function () {} }}. */
  private static @Nullable String described(SyntaxTree tree, Property property) {
    if (tree.parent(property) instanceof ObjectExpression object
        && !object.properties().isEmpty()
        && object.properties().get(0) instanceof Property first
        && first != property
        && "key".equals(key(first.key(), first.computed()))
        && first.value() instanceof StringLiteral text) {
      return text.value();
    }
    return null;
  }

  /** The key of a member where the text shows it, else null. */
  static @Nullable String key(Expression key, boolean computed) {
    if (key instanceof StringLiteral text) {
      return text.value();
    }
    if (computed) {
      return null;
    }
    return key instanceof Identifier id
        ? id.name()
        : key instanceof PrivateIdentifier own
            ? "#" + own.name()
            : key instanceof NumericLiteral number ? Constant.of(number.value()).text() : null;
  }
}
