package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.TryStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code try}. A region may be left at any of its points, so a variable has in the {@code catch}
 * one of all the values that it had in the region. A {@code finally} is lowered once, for all paths
 * that lead through it; what it changes is then added to each of them.
 */
final class Tries {

  private final BodyLowering body;
  private final Environment env;

  Tries(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  void lower(TryStatement statement) {
    BlockStatement last = statement.finalizer();
    Jumps.Frame cleanup = last == null ? null : body.jumps.openCleanup();
    int mark = env.mark();
    int region = env.openRegion();
    State end = guarded(statement, mark, region);
    State thrown = last == null ? State.SAME : env.thrown(region, last);
    env.closeRegion();
    if (cleanup != null && last != null) {
      body.jumps.close();
      cleanUp(last, cleanup, end, thrown);
    } else {
      env.apply(end);
    }
  }

  /** The region and its {@code catch}; gives where they end. */
  private State guarded(TryStatement statement, int mark, int region) {
    CatchClause handler = statement.handler();
    Ints thrown = new Ints();
    if (handler != null) {
      body.handlers.add(thrown);
    }
    body.statements.statement(statement.block());
    State end = env.take(mark);
    if (handler == null) {
      return end;
    }
    body.handlers.remove(body.handlers.size() - 1);
    env.apply(env.thrown(region, handler));
    body.paths.stale();
    int value = body.add(Op.CATCH, -1, -1, body.code.list(thrown), handler);
    if (handler.param() != null) {
      body.patterns.bind(handler.param(), value, handler.param());
    }
    body.statements.statement(handler.body());
    State handled = env.take(mark);
    env.join(List.of(end, handled), statement);
    return env.take(mark);
  }

  private void cleanUp(BlockStatement last, Jumps.Frame frame, State end, State thrown) {
    List<State> ways = new ArrayList<>();
    ways.add(end);
    ways.add(thrown);
    for (Jumps.Pending pending : frame.pending) {
      ways.add(pending.state());
    }
    env.join(ways, last);
    body.paths.stale();
    int before = env.mark();
    body.statements.statement(last);
    State change = env.take(before);
    env.restore(frame.mark);
    if (change.dead()) {
      env.die();
      return;
    }
    for (Jumps.Pending pending : frame.pending) {
      env.apply(pending.state());
      env.apply(change);
      body.jumps.jump(pending.target(), pending.again());
      env.restore(frame.mark);
    }
    env.apply(end);
    env.apply(change);
  }
}
