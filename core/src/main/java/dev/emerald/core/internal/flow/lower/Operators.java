package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Addresses;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.ThisExpression;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.ast.UpdateExpression;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;

/** Operators; chains of them in loops, whatever their length. */
final class Operators {

  private final BodyLowering body;
  private final Environment env;
  private final Instructions code;

  Operators(BodyLowering body) {
    this.body = body;
    this.env = body.env;
    this.code = body.code;
  }

  // ---- binary

  /** Operators of the same level are grouped to the left, so only that side is deep. */
  int binary(BinaryExpression last) {
    List<BinaryExpression> chain = new ArrayList<>(2);
    Expression at = last;
    while (at instanceof BinaryExpression binary
        && (binary == last || body.file.scopes.constantOf(binary) == null)) {
      chain.add(binary);
      at = Expressions.unwrapped(binary.left());
    }
    int value = body.expressions.value(at);
    Ints parts = new Ints();
    parts.add(value);
    for (int i = chain.size() - 1; i >= 0; i--) {
      BinaryExpression binary = chain.get(i);
      int right = body.expressions.value(binary.right());
      if (binary.operator() == BinaryOperator.ADD
          && (parts.size() > 1 || !numeric(parts.get(0)) || !numeric(right))) {
        parts.add(right);
        continue;
      }
      value = concat(parts, i + 1 < chain.size() ? chain.get(i + 1) : binary);
      int operator = body.file.name(binary.operator().text());
      int left = value;
      value = body.add(Op.BINARY, left, right, operator, binary);
      if (isAddress(left) || isAddress(right)) {
        code.keep(value);
      }
      parts.cut(0);
      parts.add(value);
    }
    return concat(parts, last);
  }

  private int concat(Ints parts, Node node) {
    return parts.size() == 1 ? parts.get(0) : body.add(Op.CONCAT, -1, -1, code.list(parts), node);
  }

  /** Whether a value is the address of a machine: who is compared with it is let in or not. */
  private boolean isAddress(int value) {
    return code.op(value) == Op.CONST && Addresses.isAddress(body.file.constantAt(code.a(value)));
  }

  /** Whether a value is a number for sure. */
  private boolean numeric(int value) {
    return switch (code.op(value)) {
      case CONST -> body.file.constantAt(code.a(value)).type() == Constant.Type.NUMBER;
      case BINARY -> {
        String operator = body.file.name(code.c(value));
        yield switch (operator) {
          case "+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "|", "^" -> true;
          default -> false;
        };
      }
      case UNARY -> {
        String operator = body.file.name(code.c(value));
        yield operator.equals("-") || operator.equals("+") || operator.equals("~");
      }
      case LOAD -> body.file.name(code.b(value)).equals("length");
      default -> false;
    };
  }

  // ---- short circuits

  int logical(LogicalExpression last) {
    List<Expression> operands = Conditions.operands(last);
    if (operands.size() == 2
        && last.operator() == LogicalOperator.OR
        && last.right() instanceof ThisExpression) {
      return constructed(last);
    }
    return logical(last, operands);
  }

  /** {@code Parent.call(this, a) || this} of compiled constructors is {@code this}. */
  private int constructed(LogicalExpression last) {
    int receiver = body.receiver(last.right());
    int value = body.expressions.value(last.left());
    if (code.op(value) == Op.CALL && code.b(value) == receiver) {
      return receiver;
    }
    Ints values = new Ints(2);
    values.add(value);
    values.add(receiver);
    return env.phi(values, last);
  }

  private int logical(LogicalExpression last, List<Expression> operands) {
    int mark = env.mark();
    List<State> exits = new ArrayList<>();
    Ints values = new Ints();
    Ints slots = new Ints();
    int outcome = last.operator() == LogicalOperator.AND ? 0 : 1;
    boolean nullish = last.operator() == LogicalOperator.COALESCE;
    for (int i = 0; i < operands.size(); i++) {
      Expression operand = operands.get(i);
      int value = body.expressions.value(operand);
      if (env.dead()) {
        break;
      }
      if (i == operands.size() - 1 || nullish || i >= Conditions.MAX_CHAIN || body.coarse) {
        values.add(value);
        if (nullish && i < operands.size() - 1 && i < Conditions.MAX_CHAIN) {
          exits.add(env.snapshot(mark));
        }
        continue;
      }
      values.add(
          code.op(value) == Op.CONST ? value : body.add(Op.SIGMA, value, value, outcome, operand));
      body.guards.targets(value, slots);
      int before = env.mark();
      body.guards.know(slots, value, outcome, operand);
      exits.add(env.takeAfter(mark, before));
      body.guards.know(slots, value, 1 - outcome, operand);
    }
    exits.add(env.take(mark));
    env.join(exits, last);
    return values.size() == 0 ? body.unknown(last) : env.phi(values, last);
  }

  int conditional(ConditionalExpression first) {
    int mark = env.mark();
    List<State> ends = new ArrayList<>();
    Ints values = new Ints();
    Expression at = first;
    int chain = 0;
    while (at instanceof ConditionalExpression conditional) {
      Conditions.Split split;
      if (chain++ < Conditions.MAX_CHAIN) {
        split = body.conditions.split(conditional.test(), mark);
      } else {
        body.expressions.effect(conditional.test());
        State same = env.take(mark);
        split = new Conditions.Split(same, same);
      }
      env.apply(split.whenTrue());
      if (!env.dead()) {
        int value = body.expressions.value(conditional.consequent());
        if (!env.dead()) {
          values.add(value);
        }
      }
      ends.add(env.take(mark));
      env.apply(split.whenFalse());
      at = conditional.alternate();
    }
    if (!env.dead()) {
      int value = body.expressions.value(at);
      if (!env.dead()) {
        values.add(value);
      }
    }
    ends.add(env.take(mark));
    env.join(ends, first);
    return values.size() == 0 ? body.unknown(first) : env.phi(values, first);
  }

  int unary(UnaryExpression first) {
    List<UnaryExpression> chain = new ArrayList<>(1);
    Expression at = first;
    while (at instanceof UnaryExpression unary) {
      chain.add(unary);
      at = Expressions.unwrapped(unary.argument());
    }
    int value = body.expressions.value(at);
    for (int i = chain.size() - 1; i >= 0; i--) {
      UnaryExpression unary = chain.get(i);
      if (unary.operator() == UnaryOperator.DELETE) {
        body.paths.stale();
      }
      int operator = body.file.name(unary.operator().text());
      value = body.add(Op.UNARY, value, -1, operator, unary);
    }
    return value;
  }

  // ---- assignments

  int assignment(AssignmentExpression first) {
    if (first.operator() == AssignmentOperator.ASSIGN) {
      return assignments(first);
    }
    return switch (first.operator()) {
      case OR, AND, COALESCE -> conditionalAssignment(first);
      default -> compound(first);
    };
  }

  /** {@code a = b = c}. */
  private int assignments(AssignmentExpression first) {
    List<AssignmentExpression> chain = new ArrayList<>(1);
    Expression at = first;
    while (at instanceof AssignmentExpression assignment
        && assignment.operator() == AssignmentOperator.ASSIGN) {
      chain.add(assignment);
      at = assignment.right();
    }
    List<Chains.Target> targets = new ArrayList<>(chain.size());
    for (AssignmentExpression assignment : chain) {
      targets.add(body.chains.target(assignment.left()));
    }
    int value = body.expressions.value(at);
    for (int i = chain.size() - 1; i >= 0; i--) {
      assign(chain.get(i), targets.get(i), value);
    }
    return value;
  }

  private void assign(AssignmentExpression assignment, Chains.Target target, int value) {
    if (target.member()) {
      body.chains.store(target, value, assignment);
    } else {
      body.patterns.bind(assignment.left(), value, assignment);
    }
  }

  private int current(Pattern left, Chains.Target target) {
    if (target.member()) {
      return body.chains.load(target, left);
    }
    return left instanceof Expression expression
        ? body.expressions.value(expression)
        : body.unknown(left);
  }

  private int conditionalAssignment(AssignmentExpression assignment) {
    Chains.Target target = body.chains.target(assignment.left());
    int before = current(assignment.left(), target);
    int mark = env.mark();
    boolean and = assignment.operator() == AssignmentOperator.AND;
    Conditions.Split split =
        assignment.operator() == AssignmentOperator.COALESCE
            ? new Conditions.Split(State.SAME, State.SAME)
            : body.conditions.split(before, assignment.left(), mark);
    List<State> ends = new ArrayList<>(2);
    ends.add(and ? split.whenFalse() : split.whenTrue());
    env.apply(and ? split.whenTrue() : split.whenFalse());
    int value = body.expressions.value(assignment.right());
    assign(assignment, target, value);
    ends.add(env.take(mark));
    env.join(ends, assignment);
    Ints values = new Ints(2);
    values.add(before);
    values.add(value);
    return env.phi(values, assignment);
  }

  private int compound(AssignmentExpression assignment) {
    Chains.Target target = body.chains.target(assignment.left());
    int before = current(assignment.left(), target);
    int right = body.expressions.value(assignment.right());
    int value;
    if (assignment.operator() == AssignmentOperator.ADD && !(numeric(before) && numeric(right))) {
      Ints parts = new Ints(2);
      parts.add(before);
      parts.add(right);
      value = concat(parts, assignment);
    } else {
      String operator = assignment.operator().text();
      int name = body.file.name(operator.substring(0, operator.length() - 1));
      value = body.add(Op.BINARY, before, right, name, assignment);
    }
    assign(assignment, target, value);
    return value;
  }

  int update(UpdateExpression update) {
    Expression argument = Expressions.unwrapped(update.argument());
    if (!(argument instanceof Pattern pattern)) {
      return body.expressions.value(argument);
    }
    Chains.Target target = body.chains.target(pattern);
    int before = current(pattern, target);
    int one = body.constant(Constant.of(1), update);
    int operator = body.file.name(update.operator().text().substring(1));
    int value = body.add(Op.BINARY, before, one, operator, update);
    if (target.member()) {
      body.chains.store(target, value, update);
    } else {
      body.patterns.bind(pattern, value, update);
    }
    return update.prefix() ? value : before;
  }
}
