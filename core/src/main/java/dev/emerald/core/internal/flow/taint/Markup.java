package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;

/**
 * Where text that outsiders control gets into HTML that is shown elsewhere. Helpers that show what
 * they are given are many and harmless; what puts the text in is what has to escape it.
 */
final class Markup {

  /** The kind of the sinks that show what was put together. */
  private static final String KIND = "html-construction";

  /** The kind of the sinks that send it. */
  private static final String SENT = "xss";

  private final Tabulation all;
  private final Program program;
  private final int kind;
  private final int sent;
  private final int stored;

  Markup(Tabulation all) {
    this.all = all;
    this.program = all.program;
    FlowModels models = all.apis.models();
    this.kind = models.kinds().indexOf(KIND);
    this.sent = models.kinds().indexOf(SENT);
    this.stored = models.origin("stored");
  }

  /**
   * Whether a hit is one of HTML that the program shows itself: in its own page, or in one of what
   * it has stored, where a handler sends what others have put together of many names.
   */
  boolean isShown(Hits.Hit hit) {
    return kind >= 0 && hit.kind() == kind
        || sent >= 0 && hit.kind() == sent && hit.origin() == stored;
  }

  /**
   * The value on a way at which text becomes part of markup that does harm where a hit is; -1 if
   * there is none. Of facts that became one on their way, a way may be that of a harmless one.
   */
  int composition(IntList way, Hits.Hit hit) {
    for (int i = 1; i < way.size(); i++) {
      int fact = way.get(i);
      int value = all.facts.value(fact);
      if (value >= 0
          && value < program.values()
          && (program.op(value) == Op.CONCAT || program.op(value) == Op.CALL)
          && States.isInPage(all.marks.taint(all.facts.mark(fact)).state())) {
        return harms(hit, fact) ? value : -1;
      }
    }
    return -1;
  }

  private boolean harms(Hits.Hit hit, int fact) {
    FlowModels.Sink sink = hit.sink();
    int function = program.functionOf(hit.call());
    return sink == null
        || all.effects.reaches(
                program.flowOf(function),
                program.body(function),
                hit.call() - program.base(function),
                hit.argument(),
                sink,
                all.marks.taint(all.facts.mark(fact)))
            != Reach.NONE;
  }
}
