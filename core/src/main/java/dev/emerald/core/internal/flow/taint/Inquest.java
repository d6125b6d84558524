package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.taint.Verdict.Outcome;
import dev.emerald.core.internal.flow.types.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, when all is known, why the sinks of some lines are reached or not: goes back from each
 * sink to where outsiders' data is, and says what lies between.
 */
final class Inquest {

  private static final int MOST_VALUES = 5_000;
  private static final int MOST_ENDS = 3;

  private final Tabulation all;
  private final Program program;
  private final Trace trace;
  private final Inquiry inquiry;
  private final Backwards backwards;
  private final LongIntMap latest = new LongIntMap();
  private final int[] earlier;
  private final List<Verdict> verdicts = new ArrayList<>();

  /** A sink that is looked at. */
  private record Place(
      int function,
      FileFlow file,
      Body body,
      int u,
      int argument,
      int value,
      FlowModels.Sink sink) {}

  Inquest(Tabulation all, Inquiry inquiry) {
    this.all = all;
    this.program = all.program;
    this.trace = new Trace(all);
    this.inquiry = inquiry;
    this.backwards = new Backwards(all);
    this.earlier = new int[all.facts.size()];
    for (int fact = 0; fact < earlier.length; fact++) {
      int value = all.facts.value(fact);
      if (value >= 0) {
        earlier[fact] = latest.get(value);
        latest.put(value, fact);
      } else {
        earlier[fact] = -1;
      }
    }
  }

  /** What became of the data of each sink that begins in the lines, or else lies around them. */
  List<Verdict> run() {
    int file = program.fileNumber(inquiry.path());
    if (file < 0) {
      return List.of();
    }
    look(file, true);
    if (verdicts.isEmpty()) {
      look(file, false);
    }
    return verdicts;
  }

  private void look(int file, boolean begins) {
    int first = program.function(file, 0);
    for (int i = 0; i < program.file(file).bodies().size(); i++) {
      Body body = program.body(first + i);
      for (int u = 0; u < body.size(); u++) {
        Op op = body.op(u);
        boolean asked = op == Op.CALL || op == Op.NEW || op == Op.TAGGED || op == Op.STORE;
        int start = body.start(u);
        boolean here =
            begins
                ? start >= inquiry.start() && start < inquiry.end()
                : start < inquiry.end() && body.end(u) > inquiry.start();
        if (asked && here) {
          look(first + i, body, u);
        }
      }
    }
  }

  private void look(int function, Body body, int u) {
    FileFlow file = program.flowOf(function);
    FlowModels.Api model = model(function, file, body, u);
    if (model == null) {
      return;
    }
    int list = body.op(u) == Op.STORE ? -1 : body.c(u);
    for (FlowModels.Sink sink : model.sinks()) {
      if ((inquiry.kinds() >>> sink.kind() & 1) == 0) {
        continue;
      }
      Slot at = sink.at();
      switch (at.where()) {
        case RECEIVER -> {
          if (body.op(u) == Op.CALL && body.b(u) >= 0) {
            judge(new Place(function, file, body, u, -1, body.b(u), sink));
          }
        }
        case VALUE -> {
          if (body.op(u) == Op.STORE) {
            judge(new Place(function, file, body, u, 0, body.c(u), sink));
          }
        }
        case ARGUMENT -> {
          for (int i = 0; i < body.listSize(list); i++) {
            if (at.isArgument(i) && body.listAt(list, i) >= 0) {
              judge(new Place(function, file, body, u, i, body.listAt(list, i), sink));
            }
          }
        }
        default -> {
          // No part of a call.
        }
      }
    }
  }

  private FlowModels.@Nullable Api model(int function, FileFlow file, Body body, int u) {
    if (body.op(u) == Op.STORE) {
      String property = file.name(body.b(u));
      String of = all.apis.name(function, body.a(u));
      FlowModels.Api model = of == null ? null : all.apis.of(of + "." + property);
      return model == null ? all.apis.method(property) : model;
    }
    FlowModels.Api model = all.apis.of(all.apis.name(function, u));
    if (model == null
        && body.op(u) == Op.CALL
        && all.types.callees(program.base(function) + u) == null) {
      model = all.apis.method(CallTransfer.method(file, body, u));
    }
    return model;
  }

  private void judge(Place place) {
    int call = program.base(place.function()) + place.u();
    for (Hits.Hit hit : all.hits.all()) {
      if (hit.call() == call
          && hit.kind() == place.sink().kind()
          && hit.argument() == place.argument()
          && isAsked(hit.origin())) {
        Flow flow = trace.flow(trace.nearest(hit));
        add(place, Outcome.REACHED, hit.origin(), flow.steps(), null, null, false, flow);
        return;
      }
    }
    int value = program.base(place.function()) + place.value();
    int fact = fact(value, path -> all.lies(place.sink(), path));
    if (fact >= 0) {
      harmless(place, fact);
    } else {
      lookBack(place, value);
    }
  }

  private boolean isAsked(int origin) {
    return (inquiry.origins() >>> origin & 1) == 1;
  }

  /**
   * The first fact of a value at some path, of an origin that is asked for; -1 if there is none.
   */
  private int fact(int value, IntPredicate at) {
    int found = -1;
    for (int fact = latest.get(value); fact >= 0; fact = earlier[fact]) {
      if (at.test(all.facts.path(fact))
          && isAsked(all.marks.taint(all.facts.mark(fact)).origin())) {
        found = fact;
      }
    }
    return found;
  }

  /** The data is there and does no harm: since when? */
  private void harmless(Place place, int fact) {
    IntList way = trace.way(fact);
    int dangerous = -1;
    for (int i = 0; i < way.size(); i++) {
      if (harms(place, all.marks.taint(all.facts.mark(way.get(i))))) {
        dangerous = i;
      }
    }
    int origin = all.marks.taint(all.facts.mark(fact)).origin();
    if (dangerous < 0) {
      add(place, Outcome.NOT_MEANT, origin, trace.steps(way), null, null, false, null);
      return;
    }
    IntList before = new IntList();
    for (int i = 0; i <= dangerous; i++) {
      before.add(way.get(i));
    }
    int next = dangerous + 1 < way.size() ? way.get(dangerous + 1) : -1;
    int stop = next < 0 ? -1 : all.facts.value(next);
    stopped(place, Outcome.HARMLESS, origin, before, stop);
  }

  private boolean harms(Place place, Taint taint) {
    return (taint.kinds() >>> place.sink().kind() & 1) == 1
        && all.effects.reaches(
                place.file(), place.body(), place.u(), place.argument(), place.sink(), taint)
            != Reach.NONE;
  }

  private void stopped(Place place, Outcome otherwise, int origin, IntList way, int stop) {
    FlowStep at = stop < 0 || stop >= program.values() ? null : trace.place(stop);
    boolean guarded = at != null && program.op(stop) == Op.SIGMA;
    int guard = guarded ? stop : otherwise == Outcome.HARMLESS ? guard(way) : -1;
    FlowStep condition = null;
    boolean held = false;
    if (guard >= 0) {
      int function = program.functionOf(guard);
      Body body = program.body(function);
      int v = guard - program.base(function);
      condition = trace.place(program.base(function) + body.b(v));
      held = body.c(v) != 0;
    }
    Outcome outcome = guarded ? Outcome.GUARDED : otherwise;
    add(place, outcome, origin, trace.steps(way), at, condition, held, null);
  }

  /** The last guard on a way that made a difference; -1 if none did. */
  private int guard(IntList way) {
    for (int i = way.size() - 1; i > 0; i--) {
      int value = all.facts.value(way.get(i));
      if (value >= 0
          && value < program.values()
          && program.op(value) == Op.SIGMA
          && all.facts.mark(way.get(i)) != all.facts.mark(way.get(i - 1))) {
        return value;
      }
    }
    return -1;
  }

  /** No data is there: goes back to where some is, the nearest first. */
  private void lookBack(Place place, int value) {
    IntList queue = new IntList();
    BitSet seen = new BitSet();
    IntList ends = new IntList();
    boolean constant = true;
    int below = -1;
    queue.add(value);
    seen.set(value);
    for (int i = 0; i < queue.size() && i < MOST_VALUES; i++) {
      int current = queue.get(i);
      IntList made = backwards.of(current);
      for (int j = 0; j < made.size(); j++) {
        int next = made.get(j);
        int fact = fact(next, path -> path == Paths.WHOLE);
        if (fact >= 0) {
          int origin = all.marks.taint(all.facts.mark(fact)).origin();
          stopped(place, Outcome.STOPPED, origin, trace.way(fact), current);
          return;
        }
        if (!seen.get(next)) {
          seen.set(next);
          queue.add(next);
        }
      }
      below = below < 0 ? fact(current, path -> path != Paths.WHOLE) : below;
      if (made.size() == 0) {
        boolean same = isConstant(current);
        constant &= same;
        if (ends.size() < MOST_ENDS && !same) {
          ends.add(current);
        }
      }
    }
    nothing(place, queue, below, constant, ends);
  }

  private void nothing(Place place, IntList values, int below, boolean constant, IntList ends) {
    if (constant) {
      add(place, Outcome.CONSTANT, -1, List.of(), null, null, false, null);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      int other = latest.get(values.get(i));
      int origin = other < 0 ? -1 : all.marks.taint(all.facts.mark(other)).origin();
      if (origin >= 0 && !isAsked(origin) && all.facts.path(other) == Paths.WHOLE) {
        List<FlowStep> steps = trace.steps(trace.way(other));
        add(place, Outcome.OTHER_ORIGIN, origin, steps, null, null, false, null);
        return;
      }
    }
    if (below >= 0) {
      int origin = all.marks.taint(all.facts.mark(below)).origin();
      List<FlowStep> steps = trace.steps(trace.way(below));
      add(place, Outcome.PROPERTIES_ALONE, origin, steps, null, null, false, null);
      return;
    }
    List<FlowStep> places = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      places.add(trace.place(ends.get(i)));
    }
    add(place, Outcome.NEVER_LABELLED, -1, places, null, null, false, null);
  }

  private boolean isConstant(int value) {
    return switch (program.op(value)) {
      case CONST, REGEX, FUNCTION, CLASS, OBJECT, ARRAY -> true;
      default -> false;
    };
  }

  private void add(
      Place place,
      Outcome outcome,
      int origin,
      List<FlowStep> steps,
      @Nullable FlowStep stop,
      @Nullable FlowStep condition,
      boolean held,
      @Nullable Flow flow) {
    FlowStep sink = trace.sink(place.function(), place.u());
    verdicts.add(
        new Verdict(
            outcome,
            sink,
            place.argument(),
            place.sink().kind(),
            origin,
            steps,
            stop,
            condition,
            held,
            flow));
  }
}
