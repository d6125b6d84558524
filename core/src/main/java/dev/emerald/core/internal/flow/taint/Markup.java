package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where text that outsiders control gets into HTML that is shown elsewhere. Helpers that show what
 * they are given are many and harmless; what puts the text in is what has to escape it.
 */
final class Markup {

  /** The kind of the sinks that show what was put together. */
  private static final String KIND = "html-construction";

  /** The kind of the sinks that send it. */
  private static final String SENT = "xss";

  /** Other ways that are remembered in all, and those that are looked at for one sink. */
  private static final int MOST_REMEMBERED = 100_000;

  private static final int MOST_WAYS = 32;

  private final Tabulation all;
  private final Program program;
  private final int kind;
  private final int sent;
  private final int stored;
  private final long kinds;

  /** For a fact, the last of the other facts that it was found from: pairs of one, and the next. */
  private final Map<Integer, Integer> others = new HashMap<>();

  private final IntList ways = new IntList(64);

  Markup(Tabulation all) {
    this.all = all;
    this.program = all.program;
    FlowModels models = all.apis.models();
    this.kind = models.kinds().indexOf(KIND);
    this.sent = models.kinds().indexOf(SENT);
    this.stored = models.origin("stored");
    this.kinds = sent < 0 ? 0 : 1L << sent;
  }

  /**
   * Whether a mark is one of text in a page, or in a piece of one, that does harm if it is sent.
   */
  boolean isInPage(int mark) {
    Taint taint = all.marks.taint(mark);
    return (taint.kinds() & kinds) != 0 && States.isInPage(taint.state());
  }

  /** Remembers that a fact was found again, from another one: what joins has many ways to it. */
  void another(int fact, int from) {
    if (fact >= 0 && from >= 0 && from != fact && ways.size() < 2 * MOST_REMEMBERED) {
      Integer last = others.put(fact, ways.size());
      ways.add(from);
      ways.add(last == null ? -1 : last);
    }
  }

  /**
   * The ways from a source to a fact of a hit. There are several, the nearest first, where pieces
   * of a page that is sent come together: each of them is to be escaped. What a script shows in its
   * own page is mended where it is shown, so one way is enough.
   */
  List<IntList> ways(Hits.Hit hit, int fact, Trace trace) {
    List<IntList> found = new ArrayList<>();
    found.add(trace.way(fact));
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < found.size() && hit.kind() == sent; i++) {
      IntList way = found.get(i);
      for (int j = way.size() - 1; j > 0; j--) {
        int each = way.get(j);
        int next = others.getOrDefault(each, -1);
        for (; next >= 0 && found.size() < MOST_WAYS; next = ways.get(next + 1)) {
          if (seen.add(LongIntMap.key(each, next))) {
            IntList other = trace.way(ways.get(next));
            for (int k = j; k < way.size(); k++) {
              other.add(way.get(k));
            }
            found.add(other);
          }
        }
      }
    }
    return found;
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
