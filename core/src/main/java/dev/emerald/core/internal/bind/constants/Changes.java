package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.ast.VariableDeclarator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may change of the object or array that a variable holds, by how the variable is used.
 * Passing it on is taken for reading, except to functions that are there to change their argument.
 */
final class Changes {

  private static final int MAX_CHAIN = 32;
  private static final int MAX_ALIASES = 32;

  private static final Set<String> CHANGING_FUNCTIONS =
      Set.of(
          "assign",
          "defineProperty",
          "defineProperties",
          "setPrototypeOf",
          "merge",
          "mergeWith",
          "extend",
          "assignIn",
          "defaults",
          "defaultsDeep",
          "set",
          "unset",
          "update");

  private static final Set<String> CHANGING_METHODS =
      Set.of("push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin");

  private final Names names;
  private final SyntaxTree tree;
  private final PropertyWrites writes;
  private final Map<FileSymbol, OfVariable> known = new HashMap<>();
  private int aliases;

  Changes(Names names, PropertyWrites writes) {
    this.names = names;
    this.tree = names.tree();
    this.writes = writes;
  }

  /** What may change through a variable. */
  OfVariable of(FileSymbol symbol) {
    OfVariable found = known.get(symbol);
    if (found == null) {
      found = new OfVariable(symbol);
      known.put(symbol, found);
      if (++aliases > MAX_ALIASES) {
        found.anything = true;
      } else {
        found.read();
      }
      aliases--;
    }
    return found;
  }

  /** What may change through one variable. */
  final class OfVariable {

    private final FileSymbol symbol;
    private final Set<String> changed = new HashSet<>();
    private final Set<String> otherwiseChanged = new HashSet<>();
    private boolean anything;
    private boolean elements;

    private OfVariable(FileSymbol symbol) {
      this.symbol = symbol;
    }

    /** Whether properties of any name may be set. */
    boolean anything() {
      return anything;
    }

    /** Whether methods that change an array are called. */
    boolean elements() {
      return elements;
    }

    /** The names of properties that are set or removed. */
    Set<String> names() {
      return changed;
    }

    /**
     * The value of a property that is assigned once, in a statement beside the declaration, and so
     * before a use that comes after it in the same function.
     *
     * @return null unless it is so
     */
    @Nullable Expression sureValue(String name, Expression use) {
      List<PropertyWrites.Write> all = writes.of(symbol).getOrDefault(name, List.of());
      if (anything || all.size() != 1 || otherwiseChanged.contains(name)) {
        return null;
      }
      AssignmentExpression assignment = all.get(0).assignment();
      Node statement = tree.parent(assignment);
      Node declaration = tree.node(symbol.declaration(0));
      Node block = statement instanceof ExpressionStatement ? tree.parent(statement) : null;
      Node declarator = tree.parent(declaration);
      Node list = declarator == null ? null : tree.parent(declarator);
      boolean sure =
          declarator instanceof VariableDeclarator
              && block != null
              && list != null
              && tree.parent(list) == block
              && assignment.number() > declaration.number()
              && use.number() >= tree.subtreeEnd(assignment.number())
              && tree.contains(block, use)
              && tree.enclosing(use, FunctionLike.class)
                  == tree.enclosing(assignment, FunctionLike.class);
      return sure ? all.get(0).value() : null;
    }

    private void read() {
      changed.addAll(writes.of(symbol).keySet());
      anything = changed.remove("");
      for (int place : names.referencePlaces(symbol)) {
        use(tree.node(place));
      }
    }

    private void use(Node reference) {
      Node parent = tree.parent(reference);
      if (parent instanceof MemberExpression member && member.object() == reference) {
        memberUse(member);
      } else if (parent instanceof CallExpression call
          && !call.arguments().isEmpty()
          && call.arguments().get(0) == reference) {
        anything |= changesArgument(call.callee());
      } else if (parent instanceof VariableDeclarator declarator
          && declarator.init() == reference
          && declarator.id() instanceof Identifier alias) {
        FileSymbol other = names.symbolAt(alias.number());
        if (other != null && other != symbol) {
          OfVariable through = of(other);
          anything |= through.anything;
          elements |= through.elements;
          changed.addAll(through.changed);
          otherwiseChanged.addAll(through.changed);
        }
      }
    }

    private void memberUse(MemberExpression first) {
      MemberExpression last = first;
      int length = 1;
      while (length < MAX_CHAIN
          && tree.parent(last) instanceof MemberExpression outer
          && outer.object() == last) {
        last = outer;
        length++;
      }
      Node user = tree.parent(last);
      String key = PropertyWrites.key(first);
      if (user instanceof CallExpression call && call.callee() == last) {
        String method = PropertyWrites.key(last);
        if (method != null && CHANGING_METHODS.contains(method)) {
          if (length == 1) {
            elements = true;
          } else {
            changes(key);
          }
        }
      } else if (length > 1 ? writesTo(user, last) : writesOtherwise(user, last)) {
        changes(key);
      }
    }

    private void changes(@Nullable String key) {
      if (key == null) {
        anything = true;
      } else {
        changed.add(key);
        otherwiseChanged.add(key);
      }
    }
  }

  private static boolean changesArgument(Expression callee) {
    String name =
        callee instanceof MemberExpression member
            ? PropertyWrites.key(member)
            : callee instanceof Identifier id ? id.name() : null;
    return name != null && CHANGING_FUNCTIONS.contains(name);
  }

  private boolean writesTo(@Nullable Node user, Node member) {
    return user instanceof AssignmentExpression assignment && assignment.left() == member
        || writesOtherwise(user, member);
  }

  /** Whether a property is written to by anything but a plain assignment. */
  private boolean writesOtherwise(@Nullable Node user, Node member) {
    if (user == null) {
      return false;
    }
    return switch (user.kind()) {
      case UPDATE_EXPRESSION, ARRAY_PATTERN, REST_ELEMENT, FOR_IN_STATEMENT, FOR_OF_STATEMENT ->
          true;
      case UNARY_EXPRESSION -> ((UnaryExpression) user).operator() == UnaryOperator.DELETE;
      case ASSIGNMENT_PATTERN -> ((AssignmentPattern) user).left() == member;
      case PROPERTY ->
          ((Property) user).value() == member && tree.parent(user) instanceof ObjectPattern;
      default -> false;
    };
  }
}
