package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.SwitchStatement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function that a compiler has cut into numbered pieces, lowered as if it had not been: a piece
 * goes on where it says that the machine is to go on, so what is checked in one holds in the next,
 * and what is waited for in one comes back in the next.
 */
final class StateMachine {

  /** Pieces that only an exception or a later piece leads to, for which all values are joined. */
  private static final int MOST_JOINED = 64;

  /** What a piece returns to say what to do: {@code [4, value]}. */
  private static final int THROW = 1;

  private static final int RETURN = 2;
  private static final int BREAK = 3;
  private static final int YIELD = 4;
  private static final int YIELD_ALL = 5;

  private final BodyLowering body;
  private final Environment env;

  /** The machine, as its pieces call it. */
  private final @Nullable Variable context;

  /** The slot of what came back from what was waited for. */
  private final int sent;

  private final Map<Integer, List<State>> ways = new HashMap<>();
  private Jumps.@Nullable Frame frame;
  private boolean split;

  /** The piece that comes next; -1 if it is the one that is written next. */
  private int next = -1;

  private StateMachine(BodyLowering body, Identifier context) {
    this.body = body;
    this.env = body.env;
    this.context = body.closures.variable(context);
    this.sent = env.newSlot();
  }

  /** Lowers the code that a call runs as that of this function; what the call gives is returned. */
  static int lower(BodyLowering body, CallExpression call, FunctionLike function) {
    if (body.machine == null
        && function.params().get(0) instanceof Identifier context
        && function.body() instanceof BlockStatement block) {
      StateMachine machine = new StateMachine(body, context);
      if (machine.context != null) {
        int object = body.add(Op.OBJECT, -1, -1, -1, context);
        body.assign(machine.context, object, context);
      }
      body.machine = machine;
      body.statements.list(block.body(), block.number());
      body.machine = null;
    }
    return body.unknown(call);
  }

  // ---- what a piece says to the machine

  /** The name of the property or method of the machine that an expression is; null for others. */
  private @Nullable String ofMachine(Node expression) {
    return expression instanceof MemberExpression member
            && member.object() instanceof Identifier id
            && context != null
            && body.closures.variable(id) == context
        ? FunctionNames.key(member.property(), member.computed())
        : null;
  }

  /** Whether an expression is what came back: {@code _a.sent()}, {@code _context.sent}. */
  boolean isSent(Expression expression) {
    String name = ofMachine(expression instanceof CallExpression call ? call.callee() : expression);
    return name != null
        && (name.equals("sent") || name.equals("v") && expression instanceof MemberExpression);
  }

  int sent(Expression expression) {
    int value = env.get(sent);
    return value >= 0 ? value : body.unknown(expression);
  }

  /** Takes a statement that says which piece comes next; false if it is none. */
  boolean tells(Expression expression) {
    if (expression instanceof AssignmentExpression assignment
        && assignment.right() instanceof NumericLiteral) {
      String name = ofMachine((Node) assignment.left());
      if (name != null) {
        if (name.equals("next") || name.equals("n")) {
          next = number(assignment.right());
        }
        return true;
      }
    }
    return false;
  }

  /** Takes a {@code break} that ends a piece; false if it ends something within one. */
  boolean ends() {
    if (frame != null && body.jumps.ends(frame)) {
      go(next);
      return true;
    }
    return false;
  }

  /** Takes what a piece returns; false if it is returned as it stands. */
  boolean returns(ReturnStatement statement) {
    Expression value = statement.argument();
    if (value instanceof ArrayExpression array
        && !array.elements().isEmpty()
        && array.elements().get(0) instanceof NumericLiteral code) {
      Expression second = array.elements().size() > 1 ? array.elements().get(1) : null;
      told((int) code.value(), second, statement);
      return true;
    }
    if (frame == null || value == null) {
      return false;
    }
    String method = value instanceof CallExpression call ? ofMachine(call.callee()) : null;
    if (method == null) {
      yielded(value, statement);
      goOn();
      return true;
    }
    List<Expression> given = ((CallExpression) value).arguments();
    Expression first = given.isEmpty() ? null : given.get(0);
    Expression second = given.size() > 1 ? given.get(1) : null;
    switch (method) {
      case "abrupt" -> told(kind(first), second, statement);
      case "a" -> told(number(first), second, statement);
      case "delegateYield", "d" -> {
        yielded(first, statement);
        go(number(given.isEmpty() ? null : given.get(given.size() - 1)));
      }
      case "stop" -> left(-1, statement);
      default -> goOn();
    }
    return true;
  }

  private static int kind(@Nullable Expression word) {
    String name = word instanceof StringLiteral literal ? literal.value() : "";
    return switch (name) {
      case "return" -> RETURN;
      case "throw" -> THROW;
      case "break", "continue" -> BREAK;
      default -> -1;
    };
  }

  private void told(int code, @Nullable Expression with, ReturnStatement statement) {
    switch (code) {
      case RETURN -> left(with == null ? -1 : body.expressions.value(with), statement);
      case THROW -> {
        int value = with == null ? body.unknown(statement) : body.expressions.value(with);
        body.thrown(body.add(Op.THROW, value, -1, -1, statement));
        env.die();
      }
      case BREAK -> go(number(with));
      case YIELD, YIELD_ALL -> {
        yielded(with, statement);
        goOn();
      }
      default -> goOn();
    }
  }

  private void left(int value, ReturnStatement statement) {
    if (!env.dead()) {
      body.returned(value, statement);
    }
    body.jumps.leave();
  }

  private void yielded(@Nullable Expression what, Node statement) {
    int value =
        what == null ? body.constant(Constant.UNDEFINED, statement) : body.expressions.value(what);
    if (!env.dead()) {
      int awaited = body.add(Op.AWAIT, value, -1, -1, statement);
      body.thrown(awaited);
      env.assign(sent, awaited);
    }
  }

  private static int number(@Nullable Expression expression) {
    return expression instanceof NumericLiteral literal ? (int) literal.value() : -1;
  }

  // ---- pieces

  private void goOn() {
    if (next >= 0) {
      go(next);
    }
  }

  private void go(int piece) {
    if (frame != null && piece >= 0) {
      ways.computeIfAbsent(piece, n -> new ArrayList<>(2)).add(env.snapshot(frame.mark));
    }
    env.die();
  }

  /** Whether a {@code switch} leads to the pieces. */
  boolean splits(SwitchStatement statement) {
    Expression value = statement.discriminant();
    return !split
        && ofMachine(value instanceof AssignmentExpression set ? (Node) set.left() : value) != null;
  }

  void pieces(SwitchStatement statement) {
    split = true;
    Jumps.Frame pieces = body.jumps.openSwitch();
    frame = pieces;
    for (SwitchCase each : statement.cases()) {
      for (Statement inner : each.consequent()) {
        body.statements.hoist(inner, statement.number());
      }
    }
    Set<Integer> repeated = repeated(statement);
    Map<Integer, Loops.Head> heads = new LinkedHashMap<>();
    int end = body.file.tree.subtreeEnd(statement.number());
    int region = env.openRegion();
    State before = State.SAME;
    int joined = 0;
    for (SwitchCase each : statement.cases()) {
      int piece = number(each.test());
      List<State> here = new ArrayList<>(2);
      here.add(before);
      List<State> come = ways.remove(piece);
      if (come != null) {
        here.addAll(come);
      }
      if (here.stream().allMatch(State::dead)) {
        body.paths.stale();
        here.add(joined++ < MOST_JOINED ? env.thrown(region, each) : State.SAME);
      }
      env.join(here, each);
      if (repeated.contains(piece) && heads.size() < MOST_JOINED) {
        heads.put(piece, body.loops.open(each, end));
      }
      next = -1;
      for (Statement inner : each.consequent()) {
        if (env.dead()) {
          break;
        }
        body.statements.statement(inner);
      }
      before = env.take(pieces.mark);
    }
    env.closeRegion();
    heads.forEach(
        (piece, head) -> {
          env.join(ways.getOrDefault(piece, List.of()), statement);
          body.loops.close(head, env.take(pieces.mark));
        });
    frame = null;
    body.jumps.close();
    pieces.breaks.add(before);
    env.join(pieces.breaks, statement);
  }

  /** The pieces that later ones, or they themselves, may lead back to. */
  private Set<Integer> repeated(SwitchStatement statement) {
    SyntaxTree tree = body.file.tree;
    Set<Integer> before = new HashSet<>();
    Set<Integer> repeated = new HashSet<>();
    for (SwitchCase each : statement.cases()) {
      before.add(number(each.test()));
      int end = tree.subtreeEnd(each.number());
      for (int i = each.number() + 1; i < end; i++) {
        if (tree.kind(i) == NodeKind.NUMERIC_LITERAL && leads(tree.kind(tree.parentNumber(i)))) {
          int piece = number((Expression) tree.node(i));
          if (before.contains(piece)) {
            repeated.add(piece);
          }
        }
      }
    }
    return repeated;
  }

  /** Whether a number within such may say where to go on. */
  private static boolean leads(NodeKind kind) {
    return kind == NodeKind.ARRAY_EXPRESSION
        || kind == NodeKind.ASSIGNMENT_EXPRESSION
        || kind == NodeKind.CALL_EXPRESSION;
  }
}
