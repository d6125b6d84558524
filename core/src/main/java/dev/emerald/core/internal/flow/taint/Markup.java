package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;

/**
 * Where text that outsiders control gets into HTML that is shown elsewhere. Helpers that show what
 * they are given are many and harmless; what puts the text in is what has to escape it.
 */
final class Markup {

  /** The kind of the sinks that show what was put together. */
  private static final String KIND = "html-construction";

  private final Tabulation all;
  private final Program program;
  private final int kind;

  Markup(Tabulation all) {
    this.all = all;
    this.program = all.program;
    this.kind = all.apis.models().kinds().indexOf(KIND);
  }

  /** Whether a hit is one of HTML that the program shows itself. */
  boolean isShown(Hits.Hit hit) {
    return kind >= 0 && hit.kind() == kind;
  }

  /** The value on a way at which text becomes part of markup; -1 if there is none. */
  int composition(IntList way) {
    for (int i = 1; i < way.size(); i++) {
      int fact = way.get(i);
      int value = all.facts.value(fact);
      if (value >= 0
          && value < program.values()
          && program.op(value) == Op.CONCAT
          && States.isInPage(all.marks.taint(all.facts.mark(fact)).state())) {
        return value;
      }
    }
    return -1;
  }
}
