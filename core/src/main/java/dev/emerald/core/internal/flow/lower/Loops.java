package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.DoWhileStatement;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.ForStatement;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.WhileStatement;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loops. What is assigned in a loop is one of several values at its head; conditions that are known
 * within it do not hold there.
 */
final class Loops {

  private final BodyLowering body;
  private final Environment env;

  Loops(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  /** The head of a loop: variables, the values they come with, and the PHIs. */
  static final class Head {
    final Ints slots = new Ints();
    final Ints entries = new Ints();
    final Ints phis = new Ints();

    /** The first of its PHIs; a variable with a later value has one already. */
    final int first;

    Head(int first) {
      this.first = first;
    }
  }

  private Head open(Node loop) {
    return open(loop, body.file.tree.subtreeEnd(loop.number()));
  }

  /** The head of what is run again and again from a node up to a place. */
  Head open(Node loop, int end) {
    Head head = new Head(body.code.size());
    body.paths.stale();
    if (body.coarse) {
      return head;
    }
    Writes writes = body.closures.writes;
    for (int i = writes.first(loop.number()); i < writes.count(); i++) {
      int place = writes.place(i);
      if (place >= end) {
        break;
      }
      Variable variable = variable(place);
      int slot = variable == null ? -1 : body.loopSlot(variable);
      if (variable == null || slot < 0 || own(variable, loop.number(), end)) {
        continue;
      }
      int entry = env.get(slot);
      if (entry >= head.first) {
        continue;
      }
      int phi = env.hole(loop);
      head.slots.add(slot);
      head.entries.add(entry);
      head.phis.add(phi);
      env.set(slot, phi, 0);
      body.guards.hold(slot, phi);
    }
    return head;
  }

  private @Nullable Variable variable(int place) {
    Variable variable = body.closures.variable(place);
    if (variable == null && body.file.tree.node(place) instanceof Expression expression) {
      return body.chains.moduleExports(expression);
    }
    return variable;
  }

  /** Whether a variable is a new one in each round. */
  private static boolean own(Variable variable, int start, int end) {
    if (variable.symbol == null || variable.symbol.kind() == Symbol.Kind.VAR) {
      return false;
    }
    int place = variable.symbol.declaration(0);
    return place > start && place < end;
  }

  /** Adds the values that variables have where it goes back to the head. */
  void close(Head head, State back) {
    Ints operands = new Ints(2);
    for (int i = 0; i < head.slots.size(); i++) {
      operands.cut(0);
      int phi = head.phis.get(i);
      if (head.entries.get(i) >= 0) {
        operands.add(head.entries.get(i));
      }
      int at = back.dead() ? -1 : back.find(head.slots.get(i));
      int value = at < 0 ? phi : back.value(at);
      if (value >= 0) {
        operands.addNew(value);
      }
      body.code.fill(phi, operands);
    }
    body.paths.stale();
  }

  void whileStatement(WhileStatement loop) {
    Head head = open(loop);
    Jumps.Frame frame = body.jumps.openLoop();
    Conditions.Split split = body.conditions.split(loop.test(), frame.mark);
    round(frame, split.whenTrue(), loop.body(), null);
    end(frame, head, env.take(frame.mark), split.whenFalse(), loop);
  }

  void forStatement(ForStatement loop) {
    Node init = loop.init();
    if (init instanceof VariableDeclaration declaration) {
      body.statements.variables(declaration);
    } else if (init instanceof Expression expression) {
      body.expressions.effect(expression);
    }
    if (env.dead()) {
      return;
    }
    Head head = openFor(loop, init);
    Jumps.Frame frame = body.jumps.openLoop();
    Expression test = loop.test();
    Conditions.Split split =
        test == null
            ? new Conditions.Split(State.SAME, State.DEAD)
            : body.conditions.split(test, frame.mark);
    round(frame, split.whenTrue(), loop.body(), loop.update());
    end(frame, head, env.take(frame.mark), split.whenFalse(), loop);
  }

  /** The variables of a {@code for} live on from round to round. */
  private Head openFor(ForStatement loop, @Nullable Node init) {
    Head head = open(loop);
    if (init instanceof VariableDeclaration && !body.coarse) {
      Writes writes = body.closures.writes;
      int end = body.file.tree.subtreeEnd(loop.number());
      int last = body.file.tree.subtreeEnd(init.number());
      for (int i = writes.first(last); i < writes.count() && writes.place(i) < end; i++) {
        Variable variable = body.closures.variable(writes.place(i));
        if (variable == null || variable.symbol == null) {
          continue;
        }
        int declared = variable.symbol.declaration(0);
        int slot = body.loopSlot(variable);
        if (slot >= 0
            && declared > loop.number()
            && declared < last
            && env.get(slot) < head.first) {
          int phi = env.hole(loop);
          head.slots.add(slot);
          head.entries.add(env.get(slot));
          head.phis.add(phi);
          env.set(slot, phi, 0);
          body.guards.hold(slot, phi);
        }
      }
    }
    return head;
  }

  void doWhile(DoWhileStatement loop) {
    Head head = open(loop);
    Jumps.Frame frame = body.jumps.openLoop();
    round(frame, State.SAME, loop.body(), null);
    Conditions.Split split =
        env.dead()
            ? new Conditions.Split(State.DEAD, State.DEAD)
            : body.conditions.split(loop.test(), frame.mark);
    env.restore(frame.mark);
    end(frame, head, split.whenTrue(), split.whenFalse(), loop);
  }

  void forIn(ForInStatement loop) {
    int object = body.expressions.value(loop.right());
    each(loop, loop.left(), loop.body(), body.add(Op.KEY_OF, object, -1, -1, loop.right()));
  }

  void forOf(ForOfStatement loop) {
    int iterable = body.expressions.value(loop.right());
    int element = body.add(Op.ELEMENT, iterable, -1, -1, loop.right());
    if (loop.await()) {
      element = body.add(Op.AWAIT, element, -1, -1, loop.right());
      body.thrown(element);
    }
    each(loop, loop.left(), loop.body(), element);
  }

  private void each(Node loop, Node left, Statement statement, int element) {
    Head head = open(loop);
    Jumps.Frame frame = body.jumps.openLoop();
    if (left instanceof VariableDeclaration declaration) {
      declaration.declarations().forEach(d -> body.patterns.bind(d.id(), element, d));
    } else if (left instanceof Pattern pattern) {
      body.patterns.bind(pattern, element, left);
    }
    round(frame, env.take(frame.mark), statement, null);
    end(frame, head, env.take(frame.mark), State.SAME, loop);
  }

  /** A round: the body, from its start to where {@code continue} goes, then the update. */
  private void round(
      Jumps.Frame frame, State start, Statement statement, @Nullable Expression update) {
    env.apply(start);
    if (!env.dead()) {
      body.statements.nested(statement);
    }
    frame.continues.add(env.take(frame.mark));
    env.join(frame.continues, statement);
    if (update != null && !env.dead()) {
      body.expressions.effect(update);
    }
  }

  private void end(Jumps.Frame frame, Head head, State back, State exit, Node loop) {
    body.jumps.close();
    close(head, back);
    List<State> ends = new ArrayList<>(frame.breaks);
    ends.add(0, exit);
    env.join(ends, loop);
  }
}
