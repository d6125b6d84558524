package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.taint.FlowStep.What;
import dev.emerald.core.internal.flow.types.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way back from a sink to a source, calls and returns matched. */
final class Trace {

  private static final int MOST_FACTS = 4_000;
  private static final int MOST_STEPS = 30;

  /** Data that was taken so often for what is read elsewhere tells little of where it is now. */
  private static final int TOO_FAR = 3;

  private static final Set<String> COMPOSING = Set.of("join", "concat", "format");

  private final Tabulation all;
  private final Program program;

  Trace(Tabulation all) {
    this.all = all;
    this.program = all.program;
  }

  /** The facts on the way, from the source to the sink. */
  IntList way(int last) {
    IntList back = new IntList();
    IntList callers = new IntList();
    int fact = last;
    Facts facts = all.facts;
    while (fact >= 0 && back.size() < MOST_FACTS) {
      back.add(fact);
      int from = facts.from(fact);
      if (facts.via(fact) >= 0) {
        callers.add(facts.via(fact));
      } else if (from >= 0 && callers.size() > 0 && comesIn(fact, from)) {
        from = callers.removeLast();
      }
      fact = from;
    }
    IntList way = new IntList(back.size());
    for (int i = back.size() - 1; i >= 0; i--) {
      way.add(back.get(i));
    }
    return way;
  }

  /**
   * How often on a way data was taken for what is read elsewhere: each time it lay in something
   * that functions share, and each time a function gave it back to all who call it. Whoever else
   * shares that, or calls the function, gets it too; after several times it may be about anything.
   */
  private int joins(IntList way) {
    int joins = 0;
    boolean shared = false;
    for (int i = 1; i < way.size(); i++) {
      int fact = way.get(i);
      boolean before = shared;
      shared = all.facts.context(fact) < 0;
      joins += shared && !before || !shared && givenToAll(fact, way.get(i - 1)) ? 1 : 0;
    }
    return joins;
  }

  /**
   * The hit itself or, if data was taken for too much else on its way, the same place reached by
   * nearer data; a doubtful hit if there is none.
   */
  Hits.Hit nearest(Hits.Hit hit) {
    if (joins(way(hit.fact())) < TOO_FAR) {
      return hit;
    }
    IntList facts = all.hits.facts(hit);
    for (int i = 0; i < facts.size(); i++) {
      if (joins(way(facts.get(i))) < TOO_FAR) {
        return hit.with(facts.get(i));
      }
    }
    return hit.weakened();
  }

  /** Whether a function gave something back to several callers, whoever sent it in. */
  private boolean givenToAll(int fact, int from) {
    int value = all.facts.value(fact);
    int given = all.facts.value(from);
    if (all.facts.via(fact) >= 0
        || all.facts.context(from) < 0
        || program.op(value) != Op.CALL
        || program.functionOf(value) == program.functionOf(given)) {
      return false;
    }
    IntList callers = all.types.callers(program.functionOf(given));
    return callers != null && callers.size() > 1;
  }

  /** Whether a fact is one that a call sent into its function. */
  private boolean comesIn(int fact, int from) {
    int context = all.facts.context(fact);
    return context >= 0
        && all.facts.context(from) != context
        && all.contexts.root(context) == all.facts.value(fact);
  }

  /** The flow that a hit is the end of. */
  Flow flow(Hits.Hit hit) {
    return flow(hit, way(hit.fact()), -1);
  }

  /**
   * The flow that a hit in a wrapper is the end of.
   *
   * @param call of the wrapper
   * @param sent the fact at its argument
   */
  Flow flow(Hits.Hit hit, int call, int sent) {
    return flow(hit, way(sent), call);
  }

  /**
   * The flows into markup that one function puts together and another one shows, told of where they
   * get in, once for each function: there they can be escaped. None if one function does both.
   */
  List<Flow> shown(Hits.Hit hit) {
    List<Flow> flows = new ArrayList<>();
    IntList facts = all.hits.facts(hit);
    BitSet told = new BitSet();
    told.set(program.functionOf(hit.call()));
    for (int i = 0; i < facts.size(); i++) {
      for (IntList way : all.markup.ways(hit, facts.get(i), this)) {
        int value = all.markup.composition(way, hit);
        if (value >= 0 && !told.get(program.functionOf(value))) {
          told.set(program.functionOf(value));
          flows.add(flow(hit, way, -1).at(place(value)));
        }
      }
    }
    return flows;
  }

  private Flow flow(Hits.Hit hit, IntList way, int wrapper) {
    List<FlowStep> steps = new ArrayList<>();
    boolean composed = false;
    for (int i = 0; i < way.size(); i++) {
      int fact = way.get(i);
      int before = i == 0 ? -1 : way.get(i - 1);
      composed |= i > 0 && composes(fact);
      FlowStep step = step(fact, before);
      if (step != null) {
        add(steps, step);
      }
    }
    FlowStep place = null;
    if (wrapper >= 0) {
      place = at(program.functionOf(wrapper), local(wrapper), What.HANDED, "");
      add(steps, place);
    }
    add(steps, sink(hit));
    int first = way.get(0);
    int function = program.functionOf(hit.call());
    Body body = program.body(function);
    int u = local(hit.call());
    String api = all.apis.name(function, u);
    if (body.op(u) == Op.STORE) {
      String property = program.flowOf(function).name(body.b(u));
      api = all.apis.name(function, body.a(u)) + "." + property;
    }
    List<FlowStep> some = shortened(steps);
    return new Flow(
        hit.kind(),
        hit.origin(),
        all.marks.taint(all.facts.mark(hit.fact())),
        hit.weak(),
        hit.guess(),
        api == null ? "" : api,
        hit.argument(),
        parameter(way, first),
        composed,
        hit.metadata(),
        group(all.facts.value(place == null ? hit.fact() : way.get(way.size() - 1))),
        place == null ? some.get(some.size() - 1) : place,
        some,
        null);
  }

  /**
   * Whether a hit's value was never put into something that is read elsewhere: what it is then
   * depends on all that is put there.
   */
  boolean isDirect(Hits.Hit hit) {
    IntList way = way(hit.fact());
    for (int i = 1; i < way.size(); i++) {
      int value = all.facts.value(way.get(i));
      int before = all.facts.value(way.get(i - 1));
      if (value < 0 || value >= program.values() || before < 0 || before >= program.values()) {
        return false;
      }
      Op op = program.op(value);
      int function = program.functionOf(value);
      if (op == Op.LOAD || op == Op.LOAD_KEY) {
        int read = program.base(function) + program.body(function).a(local(value));
        if (all.copies.of(read) != before) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the value of a fact is text that is put together of several. */
  private boolean composes(int fact) {
    int value = all.facts.value(fact);
    if (value < 0 || value >= program.values()) {
      return false;
    }
    int function = program.functionOf(value);
    Body body = program.body(function);
    return switch (program.op(value)) {
      case CONCAT, TAGGED -> true;
      case CALL -> {
        String method = CallTransfer.method(program.flowOf(function), body, local(value));
        yield method != null && COMPOSING.contains(method);
      }
      default -> false;
    };
  }

  /** The name of the parameter that an outsider gives, or of the property of it that is read. */
  private @Nullable String parameter(IntList way, int first) {
    int value = all.facts.value(first);
    if (value < 0 || value >= program.values() || program.op(value) != Op.PARAM) {
      return null;
    }
    String name = name(value);
    for (int i = 1; i < way.size(); i++) {
      int next = all.facts.value(way.get(i));
      if (next < 0 || next >= program.values()) {
        return name;
      }
      switch (program.op(next)) {
        case LOAD -> {
          int function = program.functionOf(next);
          name = program.flowOf(function).name(program.body(function).b(local(next)));
        }
        case SIGMA, PHI, CAPTURE, PARAM, AWAIT, OBJECT -> {}
        default -> {
          return name;
        }
      }
    }
    return name;
  }

  private @Nullable String name(int parameter) {
    int function = program.functionOf(parameter);
    Body body = program.body(function);
    int name = body.parameterName(body.a(local(parameter)));
    return name < 0 ? null : program.flowOf(function).name(name);
  }

  private int local(int value) {
    return value - program.base(program.functionOf(value));
  }

  /** The value that the sink is given, as it was before it was checked or captured. */
  private int group(int given) {
    int value = given;
    for (int i = 0; i < 16; i++) {
      int function = program.functionOf(value);
      int origin = program.base(function) + Stores.origin(program.body(function), local(value));
      int made = program.op(origin) == Op.CAPTURE ? program.creation(function) : -1;
      if (made < 0) {
        return origin;
      }
      int outer = program.functionOf(made);
      int list = program.body(outer).c(local(made));
      int index = program.body(function).a(local(origin));
      value = program.base(outer) + program.body(outer).listAt(list, index);
    }
    return value;
  }

  private @Nullable FlowStep step(int fact, int before) {
    int value = all.facts.value(fact);
    if (value < 0 || value >= program.values()) {
      return null;
    }
    int function = program.functionOf(value);
    Body body = program.body(function);
    int v = local(value);
    if (body.start(v) == body.end(v)) {
      // What makes names known in a template is not in it.
      return null;
    }
    if (before < 0) {
      String name = body.op(v) == Op.PARAM ? name(value) : null;
      return at(function, v, What.SOURCE, name == null ? "" : name);
    }
    return switch (body.op(v)) {
      case SIGMA, PHI, AWAIT, SPREAD, CAPTURE, CELL_GET, ARGUMENTS, THIS -> null;
      case PARAM -> {
        String name = name(value);
        yield at(function, v, What.PARAMETER, name == null ? "" : name);
      }
      case CALL, NEW -> {
        boolean returned = all.facts.via(fact) >= 0 || all.types.callees(value) != null;
        yield at(function, v, returned ? What.RETURNED : What.VALUE, "");
      }
      case OBJECT, ARRAY -> null;
      default -> at(function, v, What.VALUE, "");
    };
  }

  private FlowStep sink(Hits.Hit hit) {
    return sink(program.functionOf(hit.call()), local(hit.call()));
  }

  /** The step of a sink. */
  FlowStep sink(int function, int v) {
    Body body = program.body(function);
    if (body.op(v) == Op.STORE) {
      return at(function, v, What.PROPERTY, program.flowOf(function).name(body.b(v)));
    }
    boolean output = all.views.isTemplate(program.fileOf(function));
    return at(function, v, output ? What.OUTPUT : What.SINK, "");
  }

  /** The place of a value. */
  FlowStep place(int value) {
    return at(program.functionOf(value), local(value), What.VALUE, "");
  }

  /** The steps of a way that comes to no sink. */
  List<FlowStep> steps(IntList way) {
    List<FlowStep> steps = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      FlowStep step = step(way.get(i), i == 0 ? -1 : way.get(i - 1));
      if (step != null) {
        add(steps, step);
      }
    }
    return shortened(steps);
  }

  private FlowStep at(int function, int v, What what, String name) {
    Body body = program.body(function);
    return new FlowStep(program.flowOf(function).path(), body.start(v), body.end(v), what, name);
  }

  private static void add(List<FlowStep> steps, FlowStep step) {
    if (!steps.isEmpty()) {
      FlowStep last = steps.get(steps.size() - 1);
      boolean same =
          last.path().equals(step.path())
              && last.start() == step.start()
              && last.end() == step.end();
      boolean sink = step.what().ends();
      if (same && !sink && last.what() != What.SOURCE) {
        steps.set(steps.size() - 1, step);
        return;
      }
      if (same && !sink) {
        return;
      }
    }
    steps.add(step);
  }

  /** Keeps the beginning and the end of a way that is too long to be read. */
  private static List<FlowStep> shortened(List<FlowStep> steps) {
    if (steps.size() <= MOST_STEPS) {
      return Collections.unmodifiableList(steps);
    }
    List<FlowStep> some = new ArrayList<>(steps.subList(0, MOST_STEPS / 2));
    some.addAll(steps.subList(steps.size() - MOST_STEPS / 2, steps.size()));
    return Collections.unmodifiableList(some);
  }
}
