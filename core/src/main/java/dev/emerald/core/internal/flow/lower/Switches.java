package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.SwitchStatement;
import java.util.ArrayList;
import java.util.List;

/** {@code switch}: each case is a comparison, and what it leads to. */
final class Switches {

  /** Cases after which it is not written down any more which ones it is not. */
  private static final int MAX_EXCLUDED = 32;

  private final BodyLowering body;
  private final Environment env;

  Switches(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  void lower(SwitchStatement statement) {
    int value = body.expressions.value(statement.discriminant());
    boolean conditions =
        statement.discriminant() instanceof BooleanLiteral literal && literal.value();
    Jumps.Frame frame = body.jumps.openSwitch();
    int mark = frame.mark;
    for (SwitchCase each : statement.cases()) {
      for (Statement inner : each.consequent()) {
        body.statements.hoist(inner, statement.number());
      }
    }
    List<State> entries = new ArrayList<>();
    int count = 0;
    int fallback = -1;
    for (int i = 0; i < statement.cases().size(); i++) {
      SwitchCase each = statement.cases().get(i);
      Expression test = each.test();
      if (test == null) {
        fallback = i;
        entries.add(State.DEAD);
        continue;
      }
      int compared = body.expressions.value(test);
      if (!conditions) {
        compared = body.add(Op.BINARY, value, compared, body.file.name("==="), test);
      }
      if (count++ < MAX_EXCLUDED) {
        Conditions.Split split = body.conditions.split(compared, test, mark);
        entries.add(split.whenTrue());
        env.apply(split.whenFalse());
      } else {
        int before = env.mark();
        Ints slots = new Ints();
        body.guards.targets(compared, slots);
        body.guards.know(slots, compared, 1, test);
        entries.add(env.takeAfter(mark, before));
      }
    }
    State none = env.take(mark);
    bodies(statement, frame, entries, fallback, none);
    if (fallback < 0) {
      frame.breaks.add(none);
    }
    body.jumps.close();
    env.join(frame.breaks, statement);
  }

  private void bodies(
      SwitchStatement statement, Jumps.Frame frame, List<State> entries, int fallback, State none) {
    State before = State.DEAD;
    List<State> ways = new ArrayList<>(2);
    for (int i = 0; i < entries.size(); i++) {
      ways.clear();
      ways.add(before);
      ways.add(i == fallback ? none : entries.get(i));
      env.join(ways, statement.cases().get(i));
      for (Statement inner : statement.cases().get(i).consequent()) {
        if (env.dead()) {
          break;
        }
        body.statements.statement(inner);
      }
      before = env.take(frame.mark);
    }
    frame.breaks.add(before);
  }
}
