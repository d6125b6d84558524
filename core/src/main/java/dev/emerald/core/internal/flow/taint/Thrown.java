package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.taint.CallTransfer.At;
import dev.emerald.core.internal.flow.types.Program;

/**
 * What a library throws, or rejects a promise with: it comes to the {@code catch} around the call
 * or around the {@code await} of it, and to the functions that are given to the promise.
 */
final class Thrown {

  /** How far a chain of {@code then} is followed. */
  private static final int MOST_LINKS = 8;

  private final Tabulation all;
  private final Program program;
  private final CallTransfer calls;

  Thrown(Tabulation all, CallTransfer calls) {
    this.all = all;
    this.program = all.program;
    this.calls = calls;
  }

  /** Something that lies on a path of what is thrown is controlled. */
  void at(At at, int context, int path, int mark, int via) {
    promised(at, at.call(), context, path, mark, via, 0);
  }

  private void promised(At at, int promise, int context, int path, int mark, int via, int links) {
    Body body = at.body();
    int base = at.base();
    for (int i = 0, n = program.uses().count(promise); i < n; i++) {
      int user = program.uses().get(promise, i);
      switch (program.op(user)) {
        case CATCH -> all.reach(context, user, path, mark, at.fact(), via);
        case AWAIT -> caught(at, user, context, path, mark, via);
        case CALL -> {
          if (body.b(user - base) == promise - base) {
            settled(at, user, context, path, mark, via, links);
          }
        }
        default -> {
          // It is not asked what comes of it.
        }
      }
    }
  }

  private void caught(At at, int awaited, int context, int path, int mark, int via) {
    for (int i = 0, n = program.uses().count(awaited); i < n; i++) {
      int handler = program.uses().get(awaited, i);
      if (program.op(handler) == Op.CATCH) {
        all.reach(context, handler, path, mark, at.fact(), via);
      }
    }
  }

  /** What a promise is rejected with comes to the first function that is given for that. */
  private void settled(At at, int call, int context, int path, int mark, int via, int links) {
    int u = call - at.base();
    At then = new At(at.fact(), at.function(), at.file(), at.body(), at.base(), at.v(), u);
    String method = CallTransfer.method(at.file(), at.body(), u);
    if ("catch".equals(method)) {
      calls.callback(then, 0, 0, path, mark);
    } else if ("then".equals(method) && then.argument(1) >= 0) {
      calls.callback(then, 1, 0, path, mark);
    } else if (("then".equals(method) || "finally".equals(method)) && links < MOST_LINKS) {
      promised(at, call, context, path, mark, via, links + 1);
    }
  }
}
