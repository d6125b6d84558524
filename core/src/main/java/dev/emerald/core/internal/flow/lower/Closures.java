package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.AccessorProperty;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ClassMember;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.MethodKind;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a file and their variables, found in one pass over the tree. */
final class Closures {

  final Names names;
  final SyntaxTree tree;
  final Closure top;
  final Writes writes;
  private final List<Closure> all = new ArrayList<>();
  private final Map<Integer, Closure> byPlace = new HashMap<>();
  private final Map<Integer, Closure> fieldValues = new HashMap<>();
  private final @Nullable Variable[] bySymbol;
  private final Map<String, Variable> globals = new HashMap<>();
  private final Map<Integer, Variable> superClasses = new HashMap<>();
  private int variables;
  final Variable exports;
  final Variable moduleExports;

  private Closure[] open = new Closure[16];
  private int[] ends = new int[16];
  private int depth;

  Closures(Names names) {
    this.names = names;
    this.tree = names.tree();
    this.bySymbol = new Variable[names.symbols()];
    this.top = new Closure(0, tree.program(), null, -1, false);
    this.writes = new Writes(names);
    all.add(top);
    exports = synthetic("exports", top);
    moduleExports = synthetic("module.exports", top);
    visit();
  }

  /** All functions, by their numbers. */
  List<Closure> all() {
    return all;
  }

  /** The function, or the class without constructor, at a place; null if there is no code. */
  @Nullable Closure at(Node node) {
    return byPlace.get(node.number());
  }

  Variable synthetic(String name, Closure owner) {
    return new Variable(variables++, name, owner, null);
  }

  /** What a class extends, as a variable that its methods capture. */
  Variable superClass(ClassLike node, Closure owner) {
    return superClasses.computeIfAbsent(((Node) node).number(), n -> synthetic("super", owner));
  }

  /** The variable that an identifier declares or names; null for a global. */
  @Nullable Variable variable(Identifier id) {
    FileSymbol symbol = names.symbolAt(id.number());
    if (symbol != null) {
      return symbol.ambient() ? null : bySymbol[symbol.number()];
    }
    return id.name().equals("exports") ? exports : globals.get(id.name());
  }

  @Nullable Variable variable(int place) {
    FileSymbol symbol = names.symbolAt(place);
    return symbol == null || symbol.ambient() ? null : bySymbol[symbol.number()];
  }

  /** The variable of the function around it that a function in a block is as well. */
  @Nullable Variable outside(Identifier id, int block) {
    FileSymbol symbol = names.symbolAt(id.number());
    int parent = tree.parentNumber(block);
    if (symbol == null || parent < 0) {
      return null;
    }
    FileSymbol outer = names.lookupAt(block, id.name());
    return outer == null || outer == symbol || outer.declaration(0) != symbol.declaration(0)
        ? null
        : bySymbol[outer.number()];
  }

  private Closure current() {
    return depth == 0 ? top : open[depth - 1];
  }

  private void visit() {
    int size = tree.size();
    for (int i = 1; i < size; i++) {
      while (depth > 0 && i >= ends[depth - 1]) {
        depth--;
      }
      NodeKind kind = tree.kind(i);
      Closure field = fieldValues.isEmpty() ? null : fieldValues.get(i);
      if (field != null) {
        push(field, tree.subtreeEnd(i));
      }
      switch (kind) {
        case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION ->
            function(i, (FunctionLike) tree.node(i));
        case CLASS_DECLARATION, CLASS_EXPRESSION -> classLike((ClassLike) tree.node(i));
        case IDENTIFIER -> identifier(i, (Identifier) tree.node(i));
        case JSX_IDENTIFIER -> {
          FileSymbol symbol = names.symbolAt(i);
          if (symbol != null) {
            use(of(symbol, current()), false, i);
          }
        }
        case MEMBER_EXPRESSION -> {
          current().expressions++;
          if (moduleExports((MemberExpression) tree.node(i))) {
            int moment = writes.moment(i);
            use(moduleExports, moment >= 0, moment);
          }
        }
        case IF_STATEMENT,
            CONDITIONAL_EXPRESSION,
            LOGICAL_EXPRESSION,
            SWITCH_CASE,
            FOR_STATEMENT,
            FOR_IN_STATEMENT,
            FOR_OF_STATEMENT,
            WHILE_STATEMENT,
            DO_WHILE_STATEMENT,
            TRY_STATEMENT ->
            current().branches++;
        case CALL_EXPRESSION,
            NEW_EXPRESSION,
            BINARY_EXPRESSION,
            UNARY_EXPRESSION,
            ASSIGNMENT_EXPRESSION,
            OBJECT_EXPRESSION,
            PROPERTY,
            ARRAY_EXPRESSION,
            TEMPLATE_LITERAL ->
            current().expressions++;
        default -> {
          // nothing that binds
        }
      }
    }
    depth = 0;
  }

  private void push(Closure closure, int end) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      ends = Arrays.copyOf(ends, depth * 2);
    }
    open[depth] = closure;
    ends[depth++] = end;
  }

  private void function(int i, FunctionLike function) {
    if (function.body() == null || StateMachines.holds(tree, i)) {
      return;
    }
    Closure closure = byPlace.get(i);
    if (closure == null) {
      closure = make((Node) function, i, madeAt(i));
    }
    push(closure, tree.subtreeEnd(i));
  }

  private Closure make(Node node, int place, int made) {
    Closure closure =
        new Closure(all.size(), node, current(), made, node instanceof ArrowFunctionExpression);
    all.add(closure);
    byPlace.put(place, closure);
    return closure;
  }

  private int madeAt(int i) {
    int parent = tree.parentNumber(i);
    if (tree.kind(i) == NodeKind.FUNCTION_DECLARATION) {
      return hoistedTo(i);
    }
    return tree.kind(parent) == NodeKind.METHOD_DEFINITION
        ? tree.parentNumber(tree.parentNumber(parent))
        : i;
  }

  /** The block at whose start a declared function is made. */
  private int hoistedTo(int i) {
    int at = tree.parentNumber(i);
    while (at > 0) {
      switch (tree.kind(at)) {
        case BLOCK_STATEMENT, TS_MODULE_BLOCK, STATIC_BLOCK, SWITCH_STATEMENT -> {
          return at;
        }
        default -> at = tree.parentNumber(at);
      }
    }
    return 0;
  }

  private void classLike(ClassLike node) {
    Node constructor = null;
    boolean fields = false;
    for (ClassMember member : node.body().body()) {
      if (member instanceof MethodDefinition method
          && method.methodKind() == MethodKind.CONSTRUCTOR
          && method.value().body() != null) {
        constructor = method.value();
      } else if (value(member) != null) {
        fields = true;
      }
    }
    int place = ((Node) node).number();
    Closure closure = null;
    if (constructor != null) {
      closure = make(constructor, constructor.number(), place);
    } else if (fields) {
      closure = make((Node) node, place, place);
    }
    if (closure == null) {
      return;
    }
    closure.constructs = node;
    for (ClassMember member : node.body().body()) {
      Node value = value(member);
      if (value != null) {
        fieldValues.put(value.number(), closure);
      }
    }
  }

  /** The initial value of a field of instances. */
  static @Nullable Node value(ClassMember member) {
    if (member instanceof PropertyDefinition field) {
      return field.isStatic() ? null : field.value();
    }
    return member instanceof AccessorProperty field && !field.isStatic() ? field.value() : null;
  }

  boolean moduleExports(MemberExpression member) {
    return member.object() instanceof Identifier module
        && module.name().equals("module")
        && names.symbolAt(module.number()) == null
        && "exports".equals(FunctionNames.key(member.property(), member.computed()));
  }

  private void identifier(int i, Identifier id) {
    Closure closure = current();
    FileSymbol symbol = names.symbolAt(i);
    if (symbol == null) {
      if (id.role() == Identifier.Role.REFERENCE) {
        free(i, id);
      }
      return;
    }
    if (symbol.ambient()) {
      return;
    }
    int parent = tree.parentNumber(i);
    if (tree.kind(parent) == NodeKind.FUNCTION_DECLARATION
        && ((FunctionLike) tree.node(parent)).id() == id) {
      declared(parent, symbol, id);
      return;
    }
    int moment = id.role() == Identifier.Role.BINDING ? bound(i) : writes.moment(i);
    if (tree.kind(parent) == NodeKind.FUNCTION_EXPRESSION
        && ((FunctionLike) tree.node(parent)).id() == id) {
      // the function itself: known where it is made, too late to be captured
      Variable self = of(symbol, closure.parent == null ? closure : closure.parent);
      self.lastWrite = Integer.MAX_VALUE - 1;
      return;
    }
    if (tree.kind(parent) == NodeKind.CLASS_DECLARATION
        || tree.kind(parent) == NodeKind.CLASS_EXPRESSION) {
      moment = ((ClassLike) tree.node(parent)).id() == id ? tree.subtreeEnd(parent) - 1 : moment;
    }
    Variable variable = of(symbol, closure);
    use(variable, moment >= 0, moment);
    if (id.role() == Identifier.Role.BINDING) {
      writes.module(variable, symbol, parent, id);
    }
  }

  private void declared(int function, FileSymbol symbol, Identifier id) {
    if (((FunctionLike) tree.node(function)).body() == null) {
      return;
    }
    Closure made = current();
    Closure owner = made.parent == null ? made : made.parent;
    int block = hoistedTo(function);
    Variable variable = of(symbol, owner);
    variable.lastWrite = Math.max(variable.lastWrite, block);
    if (owner == top && block == 0 && symbol.declarationCount() == 1 && !symbol.reassigned()) {
      variable.function = made;
    }
    if (block > 0) {
      FileSymbol outer = names.lookupAt(block, id.name());
      if (outer != null && outer != symbol && outer.declaration(0) == symbol.declaration(0)) {
        Variable around = of(outer, owner);
        around.lastWrite = Math.max(around.lastWrite, block);
      }
    }
  }

  private void free(int i, Identifier id) {
    String name = id.name();
    int moment = writes.moment(i);
    if (name.equals("exports")) {
      use(exports, moment >= 0, moment);
    } else if (moment >= 0
        && !name.equals("module")
        && !name.equals("undefined")
        && !name.equals("location")) {
      Variable variable = globals.computeIfAbsent(name, n -> synthetic(n, top));
      variable.writtenInside = true;
    }
  }

  /** The moment at which a declaration gives a value; -1 if it gives none. */
  private int bound(int i) {
    int at = i;
    int parent = tree.parentNumber(at);
    while (true) {
      switch (tree.kind(parent)) {
        case PROPERTY, OBJECT_PATTERN, ARRAY_PATTERN, REST_ELEMENT, ASSIGNMENT_PATTERN -> {
          at = parent;
          parent = tree.parentNumber(at);
        }
        default -> {
          return writes.declared(i, at, parent);
        }
      }
    }
  }

  private Variable of(FileSymbol symbol, Closure closure) {
    Variable variable = bySymbol[symbol.number()];
    if (variable == null) {
      Closure owner = closure;
      int declaration = symbol.declaration(0);
      if (!within(owner, declaration)) {
        while (owner.parent != null && !within(owner, declaration)) {
          owner = owner.parent;
        }
      }
      variable = new Variable(variables++, symbol.name(), owner, symbol);
      bySymbol[symbol.number()] = variable;
    }
    return variable;
  }

  /** Whether a declaration lies in a function itself, not in its name. */
  private boolean within(Closure closure, int place) {
    if (closure == top) {
      return true;
    }
    int start = closure.node.number();
    if (place <= start || place >= tree.subtreeEnd(start)) {
      return false;
    }
    if (tree.kind(start) == NodeKind.FUNCTION_DECLARATION
        && tree.node(place) instanceof Identifier id
        && ((FunctionLike) closure.node).id() == id) {
      return false;
    }
    if (closure.node instanceof ClassLike || closure.constructs != null) {
      return fieldOwner(closure, place);
    }
    return true;
  }

  /** Of what lies in a class, only the constructor and the values of fields are its code. */
  private boolean fieldOwner(Closure closure, int place) {
    if (closure.node instanceof FunctionLike) {
      return true;
    }
    for (int at = place; at > closure.node.number(); at = tree.parentNumber(at)) {
      if (fieldValues.get(at) == closure) {
        return true;
      }
      if (tree.node(at) instanceof FunctionLike) {
        return false;
      }
    }
    return false;
  }

  private void use(Variable variable, boolean write, int moment) {
    Closure closure = current();
    if (closure == variable.owner) {
      if (write) {
        variable.lastWrite = Math.max(variable.lastWrite, moment);
      }
      return;
    }
    if (write) {
      variable.writtenInside = true;
    }
    Closure outermost = closure.madeBy(variable.owner);
    int made = outermost == null ? -1 : outermost.made;
    variable.firstCapture = Math.min(variable.firstCapture, made);
  }
}
