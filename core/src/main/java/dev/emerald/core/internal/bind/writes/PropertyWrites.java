package dev.emerald.core.internal.bind.writes;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StaticBlock;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.ThisExpression;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignments to properties in a file, by whose property is assigned: {@code this.a = b} by the
 * class, function or object that {@code this} is, {@code a.b = c} by the variable. One pass over
 * the kinds of the tree, made when first asked.
 */
public final class PropertyWrites {

  /** Arrow functions that {@code this} is looked up through. */
  private static final int MAX_ARROWS = 64;

  /** Assertions of types, one of another, that a value is looked up through. */
  private static final int MAX_ASSERTIONS = 4;

  private final Names names;
  private final SyntaxTree tree;
  private final Map<Object, Map<String, List<Write>>> writes = new HashMap<>();
  private final List<AssignmentExpression> exports = new ArrayList<>();
  private final Map<String, List<AssignmentExpression>> exportsByName = new HashMap<>();
  private boolean built;

  /**
   * One assignment.
   *
   * @param assignment the assignment
   * @param value what is assigned, or null if another operator than {@code =} makes the value
   */
  public record Write(AssignmentExpression assignment, @Nullable Expression value) {}

  /**
   * What {@code this} is.
   *
   * @param node the class, function or object
   * @param instance whether it is what the class or function constructs, not that itself
   */
  public record Receiver(Node node, boolean instance) {}

  private record Prototype(FileSymbol symbol) {}

  /** The index of a file. */
  public PropertyWrites(Names names) {
    this.names = names;
    this.tree = names.tree();
  }

  /** The assignments to properties of a variable, by key; an empty key stands for unknown ones. */
  public Map<String, List<Write>> of(FileSymbol symbol) {
    return writes(symbol);
  }

  /** The assignments to properties of a variable's {@code prototype}, by key. */
  public Map<String, List<Write>> ofPrototype(FileSymbol symbol) {
    return writes(new Prototype(symbol));
  }

  /** The assignments to properties of {@code this}, by key. */
  public Map<String, List<Write>> of(Receiver receiver) {
    return writes(receiver);
  }

  /** The assignments to {@code exports}, {@code module.exports} and their properties, in order. */
  public List<AssignmentExpression> exports() {
    build();
    return exports;
  }

  /** Assignments to an export by its name, in order. */
  public List<AssignmentExpression> exports(String name) {
    build();
    return exportsByName.getOrDefault(name, List.of());
  }

  /**
   * What {@code this} is at a place.
   *
   * @return null if it is not known
   */
  public @Nullable Receiver receiver(int place) {
    int scope = names.scopes().at(place);
    for (int arrows = 0; scope >= 0 && arrows < MAX_ARROWS; scope = names.scopes().parent(scope)) {
      switch (names.scopes().kind(scope)) {
        case FUNCTION -> {
          FunctionLike function = (FunctionLike) tree.node(names.scopes().node(scope));
          if (!(function instanceof ArrowFunctionExpression)) {
            return receiverOf(function);
          }
          arrows++;
        }
        case FIELD -> {
          Node field = tree.node(names.scopes().node(scope));
          ClassLike owner = tree.enclosing(field, ClassLike.class);
          boolean isStatic =
              field instanceof StaticBlock
                  || field instanceof PropertyDefinition property && property.isStatic();
          return owner == null ? null : new Receiver(owner, !isStatic);
        }
        default -> {
          // has no receiver of its own
        }
      }
    }
    return null;
  }

  private @Nullable Receiver receiverOf(FunctionLike function) {
    Node parent = parent(function);
    if (parent instanceof MethodDefinition method) {
      Node body = parent(method);
      Node owner = body == null ? null : parent(body);
      return owner == null ? null : new Receiver(owner, !method.isStatic());
    }
    if (parent instanceof Property property
        && parent(property) instanceof ObjectExpression object) {
      Node holder = parent(object);
      if (holder instanceof AssignmentExpression assignment
          && assignment.left() instanceof MemberExpression member
          && "prototype".equals(key(member))) {
        return constructorOf(member.object(), function);
      }
      return new Receiver(object, false);
    }
    if (parent instanceof AssignmentExpression assignment
        && assignment.left() instanceof MemberExpression member) {
      if (member.object() instanceof MemberExpression inner && "prototype".equals(key(inner))) {
        return constructorOf(inner.object(), function);
      }
      if (member.object() instanceof Identifier owner) {
        Node declared = declaredBy(owner);
        if (declared instanceof ObjectExpression || declared instanceof FunctionLike) {
          return new Receiver(declared, false);
        }
      }
    }
    return new Receiver(function, true);
  }

  private Receiver constructorOf(Expression name, FunctionLike otherwise) {
    Node declared = name instanceof Identifier id ? declaredBy(id) : null;
    return new Receiver(
        declared instanceof FunctionLike || declared instanceof ClassLike ? declared : otherwise,
        true);
  }

  /** The function, class or object that a variable is declared with. */
  public @Nullable Node declaredBy(Identifier id) {
    FileSymbol symbol = names.symbolAt(id.number());
    return symbol == null || symbol.declarationCount() != 1 || symbol.writes() > 0
        ? null
        : declaredBy(symbol);
  }

  private @Nullable Node declaredBy(FileSymbol symbol) {
    Node declaration = tree.node(symbol.declaration(0));
    Node parent = parent(declaration);
    if (parent instanceof VariableDeclarator declarator && declarator.id() == declaration) {
      return declarator.init();
    }
    return parent instanceof FunctionLike function && function.id() == declaration
            || parent instanceof ClassLike
        ? parent
        : null;
  }

  /** The variable that is declared with a value, so that its properties are the value's. */
  public @Nullable FileSymbol holder(Node value) {
    Identifier id = null;
    if (value instanceof FunctionLike function && value.kind() == NodeKind.FUNCTION_DECLARATION) {
      id = function.id();
    } else if (value.kind() == NodeKind.CLASS_DECLARATION) {
      id = ((ClassLike) value).id();
    } else {
      Node parent = parent(value);
      for (int i = 0; i < MAX_ASSERTIONS && parent != null && asserts(parent); i++) {
        parent = parent(parent);
      }
      if (parent instanceof VariableDeclarator declarator
          && declarator.id() instanceof Identifier name) {
        id = name;
      } else if (parent instanceof AssignmentExpression assignment
          && assignment.operator() == AssignmentOperator.ASSIGN) {
        // const a = module.exports = value
        Node outer = parent(assignment);
        int steps = 0;
        while (outer instanceof AssignmentExpression next && steps++ < MAX_ARROWS) {
          outer = parent(next);
        }
        if (outer instanceof VariableDeclarator declarator
            && declarator.id() instanceof Identifier name) {
          id = name;
        } else if (assignment.left() instanceof Identifier name) {
          FileSymbol symbol = names.symbolAt(name.number());
          return symbol != null && symbol.writes() == 1 ? symbol : null;
        }
      }
    }
    return id == null ? null : names.symbolAt(id.number());
  }

  /** Whether a node is its only expression, of which the type alone is said. */
  private static boolean asserts(Node node) {
    return switch (node.kind()) {
      case TS_AS_EXPRESSION, TS_SATISFIES_EXPRESSION, TS_TYPE_ASSERTION -> true;
      default -> false;
    };
  }

  /** The key of a property access where the text shows it, else null. */
  public static @Nullable String key(MemberExpression member) {
    Expression property = member.property();
    if (!member.computed()) {
      return property instanceof Identifier name
          ? name.name()
          : property instanceof PrivateIdentifier own ? "#" + own.name() : null;
    }
    return property instanceof StringLiteral literal
        ? literal.value()
        : property instanceof NumericLiteral number ? Constant.of(number.value()).text() : null;
  }

  private Map<String, List<Write>> writes(Object owner) {
    build();
    return writes.getOrDefault(owner, Map.of());
  }

  private void build() {
    if (built) {
      return;
    }
    built = true;
    for (int i = 0, size = tree.size(); i < size; i++) {
      if (tree.kind(i) == NodeKind.ASSIGNMENT_EXPRESSION) {
        AssignmentExpression assignment = (AssignmentExpression) tree.node(i);
        if (assignment.left() instanceof MemberExpression member) {
          add(assignment, member);
        } else if (assignment.left() instanceof Identifier id && free(id, "exports")) {
          exports.add(assignment);
        }
      }
    }
  }

  private void add(AssignmentExpression assignment, MemberExpression member) {
    Object owner = null;
    Expression object = member.object();
    boolean named = exportsObject(object);
    if (named || exportsObject(member)) {
      exports.add(assignment);
      String name = named ? key(member) : null;
      if (name != null) {
        exportsByName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(assignment);
      }
    } else if (object instanceof ThisExpression) {
      owner = receiver(object.number());
    } else if (object instanceof Identifier id) {
      owner = names.symbolAt(id.number());
    } else if (object instanceof MemberExpression inner
        && inner.object() instanceof Identifier id
        && "prototype".equals(key(inner))) {
      FileSymbol symbol = names.symbolAt(id.number());
      owner = symbol == null ? null : new Prototype(symbol);
    }
    if (owner != null) {
      String key = key(member);
      Expression value =
          switch (assignment.operator()) {
            case ASSIGN, OR, COALESCE -> assignment.right();
            default -> null;
          };
      writes
          .computeIfAbsent(owner, o -> new HashMap<>())
          .computeIfAbsent(key == null ? "" : key, k -> new ArrayList<>(1))
          .add(new Write(assignment, value));
    }
  }

  /** Whether an expression is {@code exports} or {@code module.exports} of this very module. */
  public boolean exportsObject(Node expression) {
    return expression instanceof Identifier id && free(id, "exports")
        || expression instanceof MemberExpression member
            && member.object() instanceof Identifier module
            && free(module, "module")
            && "exports".equals(key(member));
  }

  private boolean free(Identifier id, String name) {
    return id.name().equals(name) && names.symbolAt(id.number()) == null;
  }

  private @Nullable Node parent(Node node) {
    int parent = tree.parentNumber(node.number());
    return parent < 0 ? null : tree.node(parent);
  }
}
