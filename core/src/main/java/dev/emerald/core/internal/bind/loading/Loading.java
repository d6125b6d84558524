package dev.emerald.core.internal.bind.loading;

import dev.emerald.core.internal.bind.loading.Loaded.Closure;
import dev.emerald.core.internal.bind.loading.Loaded.Frame;
import dev.emerald.core.internal.bind.loading.Loaded.Plain;
import dev.emerald.core.internal.bind.loading.Loaded.Regex;
import dev.emerald.core.internal.bind.loading.Loaded.Thing;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.ExportDefaultDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.ForStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.RestElement;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.UpdateExpression;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.WhileStatement;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a file does while it is loaded. For each call and {@code new} that gave a regular
 * expression, the first one is kept.
 */
public final class Loading {

  /** Steps that a file may cost. */
  private static final int MOST_STEPS = 400_000;

  private static final int MOST_CALLS_IN_ONE_ANOTHER = 60;
  private static final int MOST_HAVOC = 5_000;

  final Names names;
  private final SyntaxTree tree;
  private final Steps steps = new Steps();
  private final Evaluation evaluation;
  private final Map<Integer, Regex> made = new HashMap<>();
  private final Frame file = new Frame(null, Loaded.UNKNOWN, null);
  private @Nullable Regex last;
  private int lastPlace = -1;
  private int calls;

  /** What a file may still cost. */
  static final class Steps {
    private int left = MOST_STEPS;

    void take(int some) {
      left -= some;
      if (left < 0) {
        throw new NotFollowed();
      }
    }

    boolean exhausted() {
      return left < 0;
    }
  }

  /** Ends a statement whose way is not known. Has no stack trace: it is a way out, not a fault. */
  static final class NotFollowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFollowed() {
      super("not followed", null, false, false);
    }
  }

  private Loading(Names names, Function<Expression, @Nullable Constant> constants) {
    this.names = names;
    this.tree = names.tree();
    this.evaluation = new Evaluation(this, constants);
  }

  /**
   * Follows a file.
   *
   * @param constants what is known of an expression otherwise
   */
  public static Loading of(Names names, Function<Expression, @Nullable Constant> constants) {
    Loading loading = new Loading(names, constants);
    try {
      loading.block(names.tree().program().body(), loading.file);
    } catch (NotFollowed | StackOverflowError end) {
      // What was made until then counts.
      loading.calls = 0;
    }
    return loading;
  }

  /** The expression that a call gave when it was reached first; null if none is known. */
  public @Nullable RegexPattern made(Invocation call) {
    Regex regex = made.get(call.number());
    return regex == null ? null : RegexParser.parse(regex.source(), regex.flags());
  }

  /** The expression that an element of an array or object is after all; null if none is known. */
  public @Nullable RegexPattern element(MemberExpression member) {
    if (!(member.object() instanceof Identifier) || steps.exhausted()) {
      return null;
    }
    try {
      return evaluation.value(member, file) instanceof Regex regex
          ? RegexParser.parse(regex.source(), regex.flags())
          : null;
    } catch (NotFollowed unknown) {
      return null;
    }
  }

  Steps steps() {
    return steps;
  }

  /**
   * Keeps an expression that a call gave: of the calls that hand it on, the outermost one has it.
   */
  void keep(Node call, Regex regex) {
    int place = call.number();
    if (regex.equals(last) && lastPlace != place) {
      made.remove(lastPlace, regex);
    }
    made.putIfAbsent(place, regex);
    last = regex;
    lastPlace = place;
  }

  @Nullable FileSymbol symbol(Identifier id) {
    return names.uncertain(id.number()) ? null : names.symbolAt(id.number());
  }

  // ---- functions

  /** Calls a function of the file; what it returns. */
  Loaded call(Closure closure, Loaded self, List<Loaded> arguments) {
    FunctionLike function = closure.function();
    if (function.async() || function.generator() || calls >= MOST_CALLS_IN_ONE_ANOTHER) {
      lose(function, closure.frame());
      return Loaded.UNKNOWN;
    }
    boolean arrow = function instanceof ArrowFunctionExpression;
    Frame frame =
        new Frame(
            closure.frame(),
            arrow ? closure.frame().self : self,
            arrow ? closure.frame().arguments : Thing.array(arguments));
    if (function instanceof FunctionExpression named && named.id() != null) {
      bind(named.id(), closure, frame);
    }
    calls++;
    try {
      parameters(function, arguments, frame);
      if (function.body() instanceof Expression value) {
        return evaluation.value(value, frame);
      }
      if (function.body() instanceof BlockStatement body) {
        Loaded returned = block(body.body(), frame);
        return returned == null ? Loaded.UNDEFINED : returned;
      }
      return Loaded.UNKNOWN;
    } catch (NotFollowed unknown) {
      steps.take(1);
      lose(function, frame);
      return Loaded.UNKNOWN;
    } finally {
      calls--;
    }
  }

  private void parameters(FunctionLike function, List<Loaded> arguments, Frame frame) {
    for (int i = 0; i < function.params().size(); i++) {
      Pattern parameter = function.params().get(i);
      Loaded given = i < arguments.size() ? arguments.get(i) : Loaded.UNDEFINED;
      if (parameter instanceof RestElement rest) {
        List<Loaded> others =
            i < arguments.size() ? arguments.subList(i, arguments.size()) : List.of();
        bind(rest.argument(), Thing.array(others), frame);
      } else if (parameter instanceof AssignmentPattern optional) {
        boolean missing = given.equals(Loaded.UNDEFINED);
        bind(optional.left(), missing ? evaluation.value(optional.right(), frame) : given, frame);
      } else {
        bind(parameter, given, frame);
      }
    }
  }

  /** Gives a new variable its value; those of a larger pattern are not known. */
  private void bind(Node pattern, Loaded value, Frame frame) {
    if (pattern instanceof Identifier id) {
      FileSymbol symbol = symbol(id);
      if (symbol != null) {
        frame.values.put(symbol, value);
      }
      return;
    }
    for (int i = pattern.number(); i < tree.subtreeEnd(pattern.number()); i++) {
      FileSymbol symbol = tree.node(i) instanceof Identifier id ? symbol(id) : null;
      if (symbol != null && symbol.declaration(0) == i) {
        frame.values.put(symbol, Loaded.UNKNOWN);
      }
    }
  }

  // ---- statements

  /** Follows statements; what is returned, null if they come to their end. */
  private @Nullable Loaded block(List<? extends Node> statements, Frame frame) {
    for (Node statement : statements) {
      if (exported(statement) instanceof FunctionDeclaration function && function.id() != null) {
        FileSymbol symbol = symbol(function.id());
        if (symbol != null) {
          frame.values.put(symbol, new Closure(function, frame));
        }
      }
    }
    for (Node statement : statements) {
      int before = calls;
      try {
        Loaded returned = statement(exported(statement), frame);
        if (returned != null) {
          return returned;
        }
      } catch (NotFollowed unknown) {
        calls = before;
        if (steps.exhausted() || mayLeave(statement)) {
          throw unknown;
        }
        lose(statement, frame);
      }
    }
    return null;
  }

  private static @Nullable Node exported(Node statement) {
    if (statement instanceof ExportNamedDeclaration export && export.declaration() != null) {
      return export.declaration();
    }
    return statement instanceof ExportDefaultDeclaration export ? export.declaration() : statement;
  }

  private @Nullable Loaded statement(@Nullable Node statement, Frame frame) {
    steps.take(1);
    if (statement == null) {
      return null;
    }
    switch (statement.kind()) {
      case EXPRESSION_STATEMENT ->
          evaluation.value(((ExpressionStatement) statement).expression(), frame);
      case VARIABLE_DECLARATION -> declare((VariableDeclaration) statement, frame);
      case RETURN_STATEMENT -> {
        Expression argument = ((ReturnStatement) statement).argument();
        return argument == null ? Loaded.UNDEFINED : evaluation.value(argument, frame);
      }
      case BLOCK_STATEMENT -> {
        return block(((BlockStatement) statement).body(), frame);
      }
      case IF_STATEMENT -> {
        IfStatement choice = (IfStatement) statement;
        return known(choice.test(), frame)
            ? statement(choice.consequent(), frame)
            : statement(choice.alternate(), frame);
      }
      case FOR_STATEMENT -> {
        return loop((ForStatement) statement, frame);
      }
      case WHILE_STATEMENT -> {
        WhileStatement loop = (WhileStatement) statement;
        while (known(loop.test(), frame)) {
          Loaded returned = body(loop.body(), frame);
          if (returned != null) {
            return returned;
          }
        }
      }
      case FOR_IN_STATEMENT -> {
        ForInStatement loop = (ForInStatement) statement;
        return each(loop.left(), keys(evaluation.value(loop.right(), frame)), loop.body(), frame);
      }
      case FOR_OF_STATEMENT -> {
        ForOfStatement loop = (ForOfStatement) statement;
        Loaded all = evaluation.value(loop.right(), frame);
        if (!(all instanceof Thing array) || array.elements == null || array.lost) {
          throw new NotFollowed();
        }
        return each(loop.left(), List.copyOf(array.elements), loop.body(), frame);
      }
      case FUNCTION_DECLARATION, EMPTY_STATEMENT, IMPORT_DECLARATION, DEBUGGER_STATEMENT -> {}
      default -> {
        if (statement instanceof Expression value) {
          evaluation.value(value, frame);
        } else if (statement instanceof Statement) {
          throw new NotFollowed();
        }
      }
    }
    return null;
  }

  /** The body of a loop: what leaves it early is not followed. */
  private @Nullable Loaded body(Statement body, Frame frame) {
    steps.take(1);
    return statement(body, frame);
  }

  private void declare(VariableDeclaration declaration, Frame frame) {
    for (VariableDeclarator each : declaration.declarations()) {
      Expression init = each.init();
      if (init != null) {
        bind(each.id(), evaluation.value(init, frame), frame);
      } else if (each.id() instanceof Identifier id) {
        FileSymbol symbol = symbol(id);
        if (symbol != null) {
          frame.values.putIfAbsent(symbol, Loaded.UNDEFINED);
        }
      }
    }
  }

  private @Nullable Loaded loop(ForStatement loop, Frame frame) {
    if (loop.init() instanceof VariableDeclaration declaration) {
      declare(declaration, frame);
    } else if (loop.init() instanceof Expression init) {
      evaluation.value(init, frame);
    }
    while (loop.test() == null || known(loop.test(), frame)) {
      Loaded returned = body(loop.body(), frame);
      if (returned != null) {
        return returned;
      }
      if (loop.update() != null) {
        evaluation.value(loop.update(), frame);
      }
    }
    return null;
  }

  private @Nullable Loaded each(Node left, List<Loaded> values, Statement body, Frame frame) {
    Node target =
        left instanceof VariableDeclaration declaration
            ? declaration.declarations().get(0).id()
            : left;
    if (!(target instanceof Identifier id) || symbol(id) == null) {
      throw new NotFollowed();
    }
    FileSymbol variable = symbol(id);
    for (Loaded value : values) {
      if (variable != null) {
        frame.set(variable, value);
      }
      Loaded returned = body(body, frame);
      if (returned != null) {
        return returned;
      }
    }
    return null;
  }

  private static List<Loaded> keys(Loaded value) {
    if (!(value instanceof Thing thing) || thing.lost) {
      throw new NotFollowed();
    }
    List<Loaded> keys = new ArrayList<>();
    for (int i = 0; thing.elements != null && i < thing.elements.size(); i++) {
      keys.add(Loaded.of(Integer.toString(i)));
    }
    thing.properties.keySet().forEach(key -> keys.add(Loaded.of(key)));
    return keys;
  }

  private boolean known(Expression test, Frame frame) {
    Boolean truth = Loaded.truth(evaluation.value(test, frame));
    if (truth == null) {
      throw new NotFollowed();
    }
    return truth;
  }

  // ---- what is not followed

  /** Whether a statement may end what contains it. */
  private boolean mayLeave(Node statement) {
    int end = tree.subtreeEnd(statement.number());
    for (int i = statement.number(); i < end; i++) {
      Node node = tree.node(i);
      switch (node.kind()) {
        case RETURN_STATEMENT, BREAK_STATEMENT, CONTINUE_STATEMENT, YIELD_EXPRESSION -> {
          return true;
        }
        default -> {
          if (node instanceof FunctionLike) {
            i = tree.subtreeEnd(i) - 1;
          }
        }
      }
    }
    return false;
  }

  /** Forgets all that code writes, or what it calls, in whatever order it runs. */
  void lose(Node code, Frame frame) {
    Deque<Node> open = new ArrayDeque<>();
    Set<Integer> seen = new HashSet<>();
    open.add(code);
    while (!open.isEmpty()) {
      Node node = open.remove();
      int end = tree.subtreeEnd(node.number());
      for (int i = node.number(); i < end; i++) {
        steps.take(1);
        Node inner = tree.node(i);
        if (inner instanceof AssignmentExpression assignment) {
          loseTarget(assignment.left(), frame);
        } else if (inner instanceof UpdateExpression update) {
          loseTarget(update.argument(), frame);
        } else if (inner instanceof VariableDeclarator declarator) {
          bind(declarator.id(), Loaded.UNKNOWN, frame);
        } else if (inner instanceof Identifier id) {
          FileSymbol symbol = symbol(id);
          Loaded value = symbol == null ? null : frame.get(symbol);
          if (value instanceof Closure closure
              && seen.size() < MOST_HAVOC
              && seen.add(closure.function().number())) {
            open.add(closure.function());
          } else if (value instanceof Thing thing) {
            lose(thing, new HashSet<>());
          }
        }
      }
    }
  }

  private void loseTarget(Node target, Frame frame) {
    if (target instanceof Identifier id) {
      FileSymbol symbol = symbol(id);
      if (symbol != null) {
        frame.set(symbol, Loaded.UNKNOWN);
      }
    } else if (target instanceof MemberExpression member
        && frame.self instanceof Thing self
        && !(member.object() instanceof Identifier)) {
      lose(self, new HashSet<>());
    } else if (!(target instanceof MemberExpression)) {
      bind(target, Loaded.UNKNOWN, frame);
    }
  }

  private void lose(Thing thing, Set<Thing> seen) {
    if (thing.lost || !seen.add(thing)) {
      return;
    }
    steps.take(1);
    thing.lost = true;
    for (Loaded value : thing.properties.values()) {
      if (value instanceof Thing inner) {
        lose(inner, seen);
      }
    }
    if (thing.elements != null) {
      for (Loaded value : thing.elements) {
        if (value instanceof Thing inner) {
          lose(inner, seen);
        }
      }
    }
  }

  /** The plain value of a constant. */
  static Loaded of(@Nullable Constant constant) {
    return constant == null ? Loaded.UNKNOWN : new Plain(constant);
  }
}
