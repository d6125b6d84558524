package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.numbers.IntList;
import org.jspecify.annotations.Nullable;

/**
 * What calls of the project's own functions say of their arguments by how they end. Callees that
 * were guessed from a name are not asked.
 */
final class ProjectPredicates implements Effects.Predicates {

  private static final int MOST_CALLS = 6;

  private final Tabulation all;
  private final int depth;

  ProjectPredicates(Tabulation all) {
    this(all, 0);
  }

  private ProjectPredicates(Tabulation all, int depth) {
    this.all = all;
    this.depth = depth;
  }

  @Override
  public @Nullable Taint after(
      FileFlow file, Body body, int call, int argument, int outcome, Taint taint) {
    if (depth >= MOST_CALLS) {
      return null;
    }
    IntList callees = all.types.callees(number(file, body, call));
    if (callees == null || callees.size() != 2) {
      return null;
    }
    int callee = callees.get(0);
    int parameter = argument + callees.get(1);
    return parameter < 0
        ? null
        : all.effects.after(
            all.program.flowOf(callee),
            all.program.body(callee),
            parameter,
            outcome,
            new ProjectPredicates(all, depth + 1),
            taint);
  }

  @Override
  public boolean missing(FileFlow file, Body body, int call) {
    return all.missing.isMissing(number(file, body, call));
  }

  private int number(FileFlow file, Body body, int value) {
    int function = all.program.function(all.program.fileNumber(file.path()), body.number());
    return all.program.base(function) + value;
  }
}
