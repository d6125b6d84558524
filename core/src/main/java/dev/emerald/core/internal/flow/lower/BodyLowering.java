package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lowers one function. A function within is lowered where it is made, while this one waits: so it
 * can capture what is known of a value at that point.
 */
final class BodyLowering {

  /** Statements and expressions that may nest; what is deeper is left out. */
  private static final int MAX_DEPTH = 700;

  final FileLowering file;
  final Closures closures;
  final Closure closure;
  final @Nullable BodyLowering parent;
  final Instructions code = new Instructions();
  final Environment env = new Environment(code);
  final boolean coarse;
  final Guards guards;
  final Paths paths;
  final Jumps jumps;
  final Conditions conditions;
  final Expressions expressions;
  final Chains chains;
  final Operators operators;
  final Literals literals;
  final Patterns patterns;
  final Statements statements;
  final Loops loops;
  final Classes classes;
  final Modules modules;
  private final LongMap slots = new LongMap();
  private final Ints captured = new Ints(4);
  private final Map<String, Integer> globals = new HashMap<>();
  private final Map<Integer, Ints> coarseValues = new HashMap<>();

  /** What may throw, in each {@code try} that has a {@code catch}. */
  final List<Ints> handlers = new ArrayList<>();

  private int[] parameterNames = {};
  private int parameters;
  private int exports = -1;
  private final BitSet asked = new BitSet();

  private int[] parameterValues = {};

  /** By parameter: the slot of its variable; -1 for patterns, and for what closures write. */
  private int[] parameterSlots = {};

  /** Set while the code of a static block runs in the function around its class. */
  int receiverOverride = -1;

  /** Whether something was left out. */
  private boolean cut;

  /** The condition of the branch that is lowered; -1 if there is none, or it is a chain. */
  int branch = -1;

  /** How that condition came out. */
  int branchOutcome;

  /** A generator that a helper drives like an async function. */
  boolean driven;

  /** The pieces that a compiler has cut the function into, while they are lowered. */
  @Nullable StateMachine machine;

  BodyLowering(FileLowering file, Closure closure, @Nullable BodyLowering parent) {
    this.file = file;
    this.closures = file.closures;
    this.closure = closure;
    this.parent = parent;
    this.coarse = closure.coarse();
    this.guards = new Guards(this);
    env.tell(guards::hold);
    this.paths = new Paths(this);
    this.jumps = new Jumps(this);
    this.conditions = new Conditions(this);
    this.expressions = new Expressions(this);
    this.chains = new Chains(this);
    this.operators = new Operators(this);
    this.literals = new Literals(this);
    this.patterns = new Patterns(this);
    this.statements = new Statements(this);
    this.loops = new Loops(this);
    this.classes = new Classes(this);
    this.modules = new Modules(this);
  }

  // ---- the whole

  /** Lowers the function; the values that it captures are those of the parent at this point. */
  void lower() {
    Node node = closure.node;
    if (node instanceof Program program) {
      modules.start();
      statements.list(program.body(), 0);
      modules.finish();
    } else if (node instanceof FunctionLike function) {
      parameters(function);
      fields();
      Node body = function.body();
      if (body instanceof BlockStatement block) {
        statements.list(block.body(), block.number());
        if (!env.dead() && parameters > 0 && !coarse) {
          returned(-1, block);
        }
      } else if (body instanceof Expression expression) {
        int value = expressions.value(expression);
        returned(value, expression);
      }
    } else {
      fields();
    }
    file.body(closure.number, body());
  }

  private void fields() {
    ClassLike constructs = closure.constructs;
    if (constructs != null) {
      classes.fields(constructs, closure.node instanceof FunctionLike);
    }
  }

  private void parameters(FunctionLike function) {
    List<Pattern> params = function.params();
    if (!params.isEmpty() && params.get(0) instanceof Identifier id && id.name().equals("this")) {
      // only declares the type of the receiver
      params = params.subList(1, params.size());
    }
    parameters = params.size();
    parameterNames = new int[parameters];
    int[] values = new int[parameters];
    for (int i = 0; i < parameters; i++) {
      parameterNames[i] = -1;
      values[i] = patterns.parameter(params.get(i), i, parameterNames);
    }
    for (int i = 0; i < parameters; i++) {
      patterns.bindParameter(params.get(i), values[i]);
    }
    parameterValues = values;
    parameterSlots = new int[parameters];
    for (int i = 0; i < parameters; i++) {
      Identifier id = Patterns.parameterName(params.get(i));
      Variable variable = id == null ? null : closures.variable(id);
      boolean here = variable != null && variable.owner == closure && !variable.writtenInside;
      parameterSlots[i] = here && variable != null ? slot(variable) : -1;
    }
  }

  /** Returns a value, or nothing if it is -1, with what is known of the parameters there. */
  void returned(int value, Node node) {
    Ints here = new Ints(parameters);
    for (int i = 0; i < parameters && !coarse; i++) {
      int current = parameterSlots[i] < 0 ? -1 : env.get(parameterSlots[i]);
      here.add(current < 0 ? parameterValues[i] : current);
    }
    add(Op.RETURN, value, -1, code.list(here), node);
  }

  private Body body() {
    Body.Columns columns = new Body.Columns();
    coarseValues.forEach((slot, values) -> code.fill(env.get(slot), values));
    code.finish(columns);
    columns.parameterNames = parameterNames;
    int flags = coarse || cut ? Body.COARSE : 0;
    String name = "";
    if (closure.node instanceof Program) {
      flags |= Body.TOP_LEVEL;
    }
    if (closure.node instanceof FunctionLike function) {
      flags |= function.async() || driven ? Body.ASYNC : 0;
      flags |= function.generator() && !driven ? Body.GENERATOR : 0;
      name = FunctionNames.of(file.tree, function);
    }
    if (closure.arrow) {
      flags |= Body.ARROW;
    }
    if (closure.constructs != null) {
      flags |= Body.CONSTRUCTOR;
    }
    Span span = new Span(closure.node.start(), closure.node.end());
    int enclosing = closure.parent == null ? -1 : closure.parent.number;
    return new Body(closure.number, name, flags, parameters, span, enclosing, columns);
  }

  /** Goes one level deeper; false if that is too deep, then {@link #leave} is not called. */
  boolean enter() {
    if (file.depth >= MAX_DEPTH) {
      cut = true;
      return false;
    }
    file.depth++;
    return true;
  }

  void leave() {
    file.depth--;
  }

  // ---- instructions

  int add(Op op, int a, int b, int c, Node node) {
    return code.add(op, a, b, c, node);
  }

  int constant(Constant constant, Node node) {
    return code.add(Op.CONST, file.constant(constant), -1, -1, node);
  }

  int opaque(Ints of, Node node) {
    return code.add(Op.OPAQUE, -1, -1, code.list(of), node);
  }

  int unknown(Node node) {
    return code.add(Op.OPAQUE, -1, -1, -1, node);
  }

  int global(String name, Node node) {
    Integer known = globals.get(name);
    if (known == null) {
      known = code.add(Op.GLOBAL, file.name(name), -1, -1, node);
      globals.put(name, known);
    }
    return known;
  }

  /** {@code module.exports} as it is at first. */
  int exports(Node node) {
    if (exports < 0) {
      exports = code.add(Op.EXPORTS, -1, -1, -1, node);
    }
    return exports;
  }

  /**
   * Gives a value the name of the API that an expression is, if it has none yet. A property where
   * data comes in is named where it is read and nowhere else: from there on the data is followed.
   * Objects of libraries are named wherever they turn up.
   */
  int named(int value, Expression expression) {
    if (code.api(value) < 0) {
      switch (code.op(value)) {
        case GLOBAL, MODULE, IMPORT -> code.api(value, file.api(expression));
        case PARAM, ELEMENT, LOAD, LOAD_KEY, THIS, AWAIT, CAPTURE, CELL_GET, PHI -> {
          int api = file.api(expression);
          if (api >= 0 && belongs(value, file.name(api))) {
            code.api(value, api);
          }
        }
        default -> {
          // a call has the name of what is called
        }
      }
    }
    return value;
  }

  private boolean belongs(int value, String api) {
    if (api.endsWith(")") || api.endsWith(").state") || api.endsWith(").locals")) {
      return true;
    }
    return code.op(value) == Op.LOAD
        && (api.indexOf('(') < 0
            || code.api(code.a(value)) >= 0
            || api.endsWith("." + file.name(code.b(value))));
  }

  // ---- variables

  private int slot(Variable variable) {
    int slot = slots.get(variable.index);
    if (slot < 0) {
      slot = env.newSlot();
      slots.put(variable.index, slot);
    }
    return slot;
  }

  /** The slot of a variable whose values are joined at the head of a loop; -1 for others. */
  int loopSlot(Variable variable) {
    return coarse || variable.owner != closure || variable.writtenInside ? -1 : slot(variable);
  }

  /** The value of a variable at this point. */
  int read(Variable variable, Node node) {
    int slot = slot(variable);
    int value = env.get(slot);
    if (value >= 0) {
      return value;
    }
    boolean first = value == Environment.NONE;
    if (variable.writtenInside) {
      value = code.add(Op.CELL_GET, variable.cell(file), -1, -1, node);
    } else if (variable.owner == closure) {
      value = first(variable, node);
    } else if (variable.module != null) {
      value = module(variable, node);
    } else if (variable.function != null) {
      value = code.add(Op.FUNCTION, variable.function.number, -1, -1, node);
    } else {
      Closure made = closure.madeBy(variable.owner);
      if (made == null || !variable.fixedAt(made.made)) {
        value = code.add(Op.CELL_GET, variable.cell(file), -1, -1, node);
      } else {
        value = parent == null ? unknown(node) : capture(parent.read(variable, node), node);
      }
    }
    if (first) {
      env.initial(slot, value);
      guards.hold(slot, value);
    } else {
      env.set(slot, value, 0);
    }
    return value;
  }

  /** The value of a variable of this function that has not been assigned yet. */
  private int first(Variable variable, Node node) {
    if (variable.module != null && variable.export != null
        || variable.module != null && variable.lastWrite < 0) {
      return module(variable, node);
    }
    if (variable == closures.exports || variable == closures.moduleExports) {
      return exports(node);
    }
    if (variable.symbol == null) {
      return switch (variable.name) {
        case "this" -> code.add(Op.THIS, -1, -1, -1, node);
        case "arguments" -> code.add(Op.ARGUMENTS, -1, -1, -1, node);
        default -> unknown(node);
      };
    }
    return coarse ? coarseValue(slot(variable), node) : constant(Constant.UNDEFINED, node);
  }

  private int module(Variable variable, Node node) {
    int module = file.name(String.valueOf(variable.module));
    String export = variable.export;
    return export == null
        ? code.add(Op.MODULE, module, -1, -1, node)
        : code.add(Op.IMPORT, module, file.name(export), -1, node);
  }

  /** In a function that is lowered coarsely a variable is one of all values it ever gets. */
  private int coarseValue(int slot, Node node) {
    int value = env.get(slot);
    if (value < 0) {
      value = env.hole(node);
      env.initial(slot, value);
      coarseValues.put(slot, new Ints());
    }
    return value;
  }

  /** Assigns a variable. */
  void assign(Variable variable, int assigned, Node node) {
    int slot = slot(variable);
    boolean chosen = branch >= 0 && assigned >= 0 && !coarse && code.op(assigned) == Op.FUNCTION;
    int value = chosen ? code.add(Op.SIGMA, assigned, branch, branchOutcome, node) : assigned;
    if (variable.celled()) {
      code.add(Op.CELL_SET, variable.cell(file), value, -1, node);
    }
    if (variable.writtenInside) {
      env.assign(slot, Environment.STALE);
    } else if (coarse) {
      coarseValue(slot, node);
      Ints values = coarseValues.get(slot);
      if (values != null) {
        values.add(value);
      }
    } else {
      env.assign(slot, value);
      guards.made(slot, value);
    }
  }

  /** The value of an outer function, in this one. */
  int capture(int outer, Node node) {
    int index = 0;
    while (index < captured.size() && captured.get(index) != outer) {
      index++;
    }
    if (index == captured.size()) {
      captured.add(outer);
    }
    return code.add(Op.CAPTURE, index, -1, -1, node);
  }

  /** Whether a declaration without a value takes one away: in a loop, from the round before. */
  boolean reset(Variable variable) {
    return !coarse && !variable.writtenInside && env.get(slot(variable)) >= 0;
  }

  /** Notes that an instruction may throw to the {@code catch} around it. */
  void thrown(int instruction) {
    if (!handlers.isEmpty()) {
      handlers.get(handlers.size() - 1).add(instruction);
    }
  }

  /** The value of the outer function that a capture stands for. */
  int captured(int index) {
    return captured.get(index);
  }

  int receiver(Node node) {
    if (receiverOverride >= 0) {
      return receiverOverride;
    }
    Closure receiving = closure.receiving();
    if (receiving == closures.top
        && closures.tree.program().sourceType() == SourceType.COMMONJS
        && closure == receiving) {
      return exports(node);
    }
    if (receiving != closure && parent != null && parent.receiverOverride >= 0 && closure.arrow) {
      return capture(parent.receiverOverride, node);
    }
    return read(receiving.receiver(closures), node);
  }

  int arguments(Node node) {
    return read(closure.receiving().arguments(closures), node);
  }

  /** Whether {@code arguments} means those of a function. */
  boolean hasArguments() {
    return closure.receiving() != closures.top;
  }

  /** The value of a name. */
  int identifier(Identifier id) {
    Variable variable = closures.variable(id);
    if (variable != null) {
      return namedOnce(read(variable, id), id);
    }
    String name = id.name();
    if (name.equals("undefined")) {
      return constant(Constant.UNDEFINED, id);
    }
    if (name.equals("arguments") && hasArguments()) {
      return arguments(id);
    }
    return namedOnce(global(name, id), id);
  }

  /** Asks for the name of a value once, however often it is used. */
  private int namedOnce(int value, Identifier id) {
    if (code.op(value) == Op.PARAM || asked.get(value)) {
      return value;
    }
    asked.set(value);
    return named(value, id);
  }

  // ---- functions

  /** Makes a function. */
  int function(FunctionLike node) {
    return function(node, false);
  }

  int function(FunctionLike node, boolean drivenByHelper) {
    Closure made = closures.at((Node) node);
    if (made == null || !enter()) {
      return unknown((Node) node);
    }
    int value = function(made, drivenByHelper);
    leave();
    Identifier id = node.id();
    if (id != null && node instanceof Expression) {
      Variable self = closures.variable(id);
      if (self != null && self.celled()) {
        code.add(Op.CELL_SET, self.cell(file), value, -1, (Node) node);
      }
    }
    return value;
  }

  /** Makes a function. */
  int function(Closure made, boolean drivenByHelper) {
    BodyLowering inner = new BodyLowering(file, made, this);
    inner.driven = drivenByHelper;
    inner.lower();
    for (int i = 0; i < inner.captured.size(); i++) {
      paths.share(inner.captured.get(i));
    }
    return code.add(
        Op.FUNCTION,
        made.number,
        -1,
        code.list(inner.captured),
        made.node.start(),
        made.node.end());
  }
}
