package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call does with a fact about its receiver or one of its arguments. */
final class CallTransfer {

  private static final int RECEIVER = -1;

  private final Tabulation all;
  private final Program program;
  private final Paths paths;
  private final Stores stores;
  private final BuiltIn builtIn;
  private final Thrown thrown;
  private final Checks checks;

  /** The kinds of the sinks that are regular expressions. */
  private final long matching;

  CallTransfer(Tabulation all, Stores stores) {
    this.all = all;
    this.program = all.program;
    this.paths = all.paths;
    this.stores = stores;
    this.builtIn = new BuiltIn(all, stores, this);
    this.thrown = new Thrown(all, this);
    this.checks = new Checks(all);
    this.matching = Matches.kinds(all.apis.models().kinds());
  }

  Checks checks() {
    return checks;
  }

  /** A fact and the call that it comes to. */
  record At(int fact, int function, FileFlow file, Body body, int base, int v, int u) {

    int call() {
      return base + u;
    }

    int list() {
      return body.c(u);
    }

    int arguments() {
      return body.listSize(body.c(u));
    }

    /** The value that is an argument; -1 if there is none. */
    int argument(int index) {
      return index >= 0 && index < arguments() ? body.listAt(body.c(u), index) : -1;
    }
  }

  void go(int fact, int function, Body body, int base, int v, int u) {
    At at = new At(fact, function, program.flowOf(function), body, base, v, u);
    int path = all.facts.path(fact);
    if (body.op(u) == Op.CALL && body.b(u) == v) {
      operand(at, RECEIVER, path);
    }
    for (int i = 0; i < at.arguments(); i++) {
      int argument = body.listAt(at.list(), i);
      if (argument != v) {
        continue;
      }
      if (body.op(v) == Op.SPREAD) {
        spread(at, i, path);
      } else {
        operand(at, i, path);
      }
    }
  }

  /** The elements of an array are arguments, from one on. */
  private void spread(At at, int from, int path) {
    int within = path == Paths.WHOLE ? path : paths.rest(path);
    int exact = path == Paths.WHOLE ? -1 : index(paths.first(path));
    if (exact >= 0) {
      operand(at, from + exact, within);
      return;
    }
    for (int i = from; i < Math.max(from + 4, at.arguments()); i++) {
      operand(at, i, within);
    }
  }

  private int index(int key) {
    String text = program.names().text(key);
    return text.length() == 1 && Character.isDigit(text.charAt(0)) ? text.charAt(0) - '0' : -1;
  }

  private void operand(At at, int position, int path) {
    String api = all.apis.name(at.function(), at.u());
    String method = at.body().op(at.u()) == Op.CALL ? method(at.file(), at.body(), at.u()) : null;
    FlowModels.Api model = all.apis.of(api);
    if (model != null) {
      sinks(at, model, position, path);
    }
    if (all.views.any()) {
      all.views.render(at, position, path);
    }
    IntList callees = all.types.callees(at.call());
    if (callees != null) {
      for (int i = 0; i < callees.size(); i += 2) {
        enter(at, position, path, callees.get(i), callees.get(i + 1));
      }
      if (model == null || model.passes().isEmpty()) {
        return;
      }
    }
    if (matching != 0 && callees == null && path == Paths.WHOLE) {
      matched(at, method, position);
    }
    if (callees == null && path == Paths.WHOLE) {
      checks.called(at.fact(), at.function(), at.body(), at.u(), method, position);
    }
    if (model == null && callees == null) {
      model = all.apis.method(method);
      if (model != null) {
        sinks(at, model, position, path);
      }
    }
    boolean passed = model != null && passes(at, model, position, path);
    if (!passed && (model == null || model.passes().isEmpty())) {
      passed = builtIn.passes(at, method, api, position, path);
    }
    if (passed || callees != null || model != null && saysAll(model)) {
      return;
    }
    if (callees == null && Guesses.mayGuess(all, at, api, method)) {
      IntList guesses = all.guesses.of(method);
      if (guesses != null) {
        for (int i = 0; i < guesses.size(); i++) {
          guess(at, position, path, guesses.get(i));
        }
        return;
      }
    }
    if (!FreshCalls.isFresh(api, method)
        && !(position >= 0 && FreshCalls.isLookUp(method))
        && !all.missing.isMissing(at.call())) {
      otherwise(at, position, path);
    }
  }

  /** The name of the method that is called, as it is written. */
  static @Nullable String method(FileFlow file, Body body, int call) {
    int callee = Stores.origin(body, body.a(call));
    return callee >= 0 && body.op(callee) == Op.LOAD ? file.name(body.b(callee)) : null;
  }

  /** Whether what a model does not say of an API does not happen. */
  private static boolean saysAll(FlowModels.Api model) {
    return model.fresh()
        || !model.passes().isEmpty()
        || !model.sources().isEmpty()
        || !model.sinks().isEmpty() && model.cleans().isEmpty();
  }

  /** A value is assigned to a property that is a sink. */
  void assigned(int fact, int function, Body body, int u) {
    if (all.facts.path(fact) != Paths.WHOLE) {
      return;
    }
    String of = all.apis.name(function, body.a(u));
    String property = program.flowOf(function).name(body.b(u));
    FlowModels.Api model = of == null ? null : all.apis.of(of + "." + property);
    if (model == null) {
      model = all.apis.method(property);
    }
    if (model == null) {
      return;
    }
    At at =
        new At(
            fact, function, program.flowOf(function), body, program.base(function), body.c(u), u);
    for (FlowModels.Sink sink : model.sinks()) {
      if (sink.at().where() == Slot.Where.VALUE) {
        hit(at, sink, 0);
      }
    }
  }

  /** A function that is given to a library returns something controlled. */
  void returns(int fact, int function, Body body, int v, int u) {
    List<FlowModels.Sink> sinks = all.returns.of(function);
    for (int i = 0; i < sinks.size(); i++) {
      if (all.facts.path(fact) == Paths.WHOLE) {
        At at =
            new At(fact, function, program.flowOf(function), body, program.base(function), v, u);
        hit(at, sinks.get(i), 0);
      }
    }
  }

  private void sinks(At at, FlowModels.Api model, int position, int path) {
    List<FlowModels.Sink> sinks = model.sinks();
    for (int i = 0; i < sinks.size(); i++) {
      FlowModels.Sink sink = sinks.get(i);
      if (meets(sink.at(), position) && lies(sink, path) && !all.apis.isElsewhere(sink)) {
        hit(at, sink, position);
      }
    }
  }

  private void hit(At at, FlowModels.Sink sink, int position) {
    int mark = all.facts.mark(at.fact());
    Taint taint = all.marks.taint(mark);
    if ((taint.kinds() >>> sink.kind() & 1) == 0) {
      all.hits.addHarmless(sink.kind(), at.call(), position, taint.origin());
      return;
    }
    Reach reach = all.effects.reaches(at.file(), at.body(), at.u(), position, sink, taint);
    if (reach != Reach.NONE) {
      all.hits.add(
          new Hits.Hit(
              sink,
              sink.kind(),
              at.call(),
              position,
              taint.origin(),
              at.fact(),
              sink.words().contains("metadata"),
              reach == Reach.WEAK,
              Marks.guessed(mark)));
    } else {
      all.hits.addHarmless(sink.kind(), at.call(), position, taint.origin());
    }
  }

  /** A text is matched: which expression it is, and how long that takes, is asked later. */
  private void matched(At at, @Nullable String method, int position) {
    int mark = all.facts.mark(at.fact());
    Taint taint = all.marks.taint(mark);
    long open = taint.kinds() & matching;
    if (open == 0 || Matches.regex(at.body(), at.u(), method, position) < 0) {
      return;
    }
    for (; open != 0; open &= open - 1) {
      all.hits.add(
          new Hits.Hit(
              null,
              Long.numberOfTrailingZeros(open),
              at.call(),
              position,
              taint.origin(),
              at.fact(),
              false,
              false,
              Marks.guessed(mark)));
    }
  }

  private static boolean meets(Slot slot, int position) {
    return switch (slot.where()) {
      case RECEIVER -> position == RECEIVER;
      case ARGUMENT ->
          position >= 0
              && (slot.index() >= 0 ? slot.index() == position : position >= -slot.index() - 1);
      default -> false;
    };
  }

  /** Whether a controlled path of an argument lies where a sink looks. */
  boolean lies(FlowModels.Sink sink, int path) {
    int left = path;
    for (String key : sink.at().path()) {
      if (left == Paths.WHOLE || key.equals("*")) {
        return true;
      }
      if (!same(key, paths.first(left))) {
        return false;
      }
      left = paths.rest(left);
    }
    return left == Paths.WHOLE;
  }

  private boolean same(String key, int first) {
    String name = program.names().text(first);
    return key.equals(name)
        || key.equals("[]") && index(first) >= 0
        || first == Names.ELEMENT && !key.isEmpty() && Character.isDigit(key.charAt(0));
  }

  private boolean passes(At at, FlowModels.Api model, int position, int path) {
    boolean any = false;
    List<FlowModels.Pass> passes = model.passes();
    for (int i = 0; i < passes.size(); i++) {
      FlowModels.Pass pass = passes.get(i);
      if (meets(pass.from(), position)) {
        any |= pass(at, pass, position, path);
      }
    }
    return any;
  }

  private boolean pass(At at, FlowModels.Pass pass, int position, int path) {
    int left = path;
    for (String key : pass.from().path()) {
      if (key.equals("*")) {
        left = Paths.WHOLE;
      }
      if (left == Paths.WHOLE) {
        break;
      }
      if (!same(key, paths.first(left))) {
        return false;
      }
      left = paths.rest(left);
    }
    if (!isMeant(at, pass)) {
      return false;
    }
    int mark = all.facts.mark(at.fact());
    if (pass.origin() >= 0) {
      Taint as = all.effects.as(all.marks.taint(mark), pass.origin());
      if (as.kinds() == 0) {
        return true;
      }
      mark = all.marks.of(as, mark);
    }
    if (left == Paths.WHOLE) {
      Taint after =
          all.effects.through(
              at.file(), at.body(), at.u(), at.v(), position, pass, all.marks.taint(mark));
      if (after == null || after.kinds() == 0) {
        return true;
      }
      mark = all.marks.of(after, mark);
    }
    give(at, pass.to(), left, mark, Facts.NONE);
    return true;
  }

  /** Whether the other arguments are as the words of a line say. */
  private boolean isMeant(At at, FlowModels.Pass pass) {
    List<String> words = pass.words();
    for (int i = 0; i < words.size(); i++) {
      if (!all.effects.isCalledSo(at.file(), at.body(), at.u(), words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Puts what passes through a call where it goes. */
  private void give(At at, Slot to, int path, int mark, int via) {
    int target = path;
    for (int i = to.path().size() - 1; i >= 0; i--) {
      target = paths.below(program.names().number(to.path().get(i)), target);
    }
    int context = all.facts.context(via < 0 ? at.fact() : via);
    switch (to.where()) {
      case RESULT, VALUE -> all.reach(context, at.call(), target, mark, at.fact(), via);
      case RECEIVER -> {
        int receiver = at.body().op(at.u()) == Op.CALL ? at.body().b(at.u()) : -1;
        if (receiver >= 0) {
          stores.into(context, at.base() + receiver, target, mark, at.fact(), via);
        }
      }
      case ARGUMENT -> {
        int argument = at.argument(to.index());
        if (argument >= 0) {
          stores.into(context, at.base() + argument, target, mark, at.fact(), via);
        }
      }
      case CALLBACK -> callback(at, to.callback(), to.index(), target, mark);
      case THROWN -> thrown.at(at, context, target, mark, via);
      case CALLBACK_RESULT, DECORATED -> {}
    }
  }

  /**
   * A function that a library calls has returned something controlled.
   *
   * @param fact what it returns
   * @param sender the fact that was sent into it
   */
  void returned(int call, int function, int fact, int sender) {
    int caller = program.functionOf(call);
    Body body = program.body(caller);
    int base = program.base(caller);
    At at = new At(fact, caller, program.flowOf(caller), body, base, -1, call - base);
    FlowModels.Api model = modelOf(at);
    if (model == null) {
      return;
    }
    for (FlowModels.Pass pass : model.passes()) {
      if (pass.from().where() == Slot.Where.CALLBACK_RESULT
          && isGiven(at, pass.from().callback(), function)) {
        give(at, pass.to(), all.facts.path(fact), all.facts.mark(fact), sender);
      }
    }
  }

  private boolean isGiven(At at, int callback, int function) {
    int given = at.argument(callback < 0 ? at.arguments() - 1 : callback);
    if (given < 0) {
      return false;
    }
    Things things = all.types.things();
    for (int thing : all.types.of(at.base() + given)) {
      boolean bound = things.kind(thing) == Things.Kind.BOUND;
      int plain = bound ? things.subject(thing) : thing;
      if (things.kind(plain) == Things.Kind.FUNCTION && things.subject(plain) == function) {
        return true;
      }
    }
    return false;
  }

  private FlowModels.@Nullable Api modelOf(At at) {
    FlowModels.Api model = all.apis.of(all.apis.name(at.function(), at.u()));
    if (model == null && at.body().op(at.u()) == Op.CALL) {
      model = all.apis.method(method(at.file(), at.body(), at.u()));
    }
    return model;
  }

  /** A library calls a function that it was given, with something controlled. */
  void callback(At at, int argument, int parameter, int path, int mark) {
    int given = at.argument(argument < 0 ? at.arguments() - 1 : argument);
    if (given < 0) {
      return;
    }
    Things things = all.types.things();
    for (int thing : all.types.of(at.base() + given)) {
      boolean bound = things.kind(thing) == Things.Kind.BOUND;
      if (bound || things.kind(thing) == Things.Kind.FUNCTION) {
        int function = bound ? things.subject(things.subject(thing)) : things.subject(thing);
        int index = parameter + (bound ? things.given(thing) : 0);
        into(at, Tabulation.CALLBACK, function, index, path, mark);
      } else if (things.kind(thing) == Things.Kind.RESOLVER) {
        int context = all.facts.context(at.fact());
        int promise = things.subject(thing);
        int own = program.functionOf(promise);
        all.reach(
            own == at.function() ? context : all.contexts.open(own),
            promise,
            path,
            mark,
            at.fact());
      }
    }
  }

  /**
   * What is piped comes to the function that the stream on the other end was made with, and to
   * where that stream writes it.
   *
   * @param argument the index of the argument that is the other end
   */
  void piped(At at, int mark, int argument) {
    int end = at.argument(argument) < 0 ? -1 : Stores.origin(at.body(), at.argument(argument));
    if (end < 0 || at.body().op(end) != Op.CALL && at.body().op(end) != Op.NEW) {
      return;
    }
    String api = all.apis.name(at.function(), end);
    FlowModels.Api written = api == null ? null : all.apis.of(api + "().write");
    for (FlowModels.Sink sink : written == null ? List.<FlowModels.Sink>of() : written.sinks()) {
      if (sink.at().isArgument(0) && sink.at().path().isEmpty()) {
        hit(at, sink, argument);
      }
    }
    Things things = all.types.things();
    for (int thing : all.types.of(at.base() + end)) {
      if (things.kind(thing) == Things.Kind.INSTANCE) {
        methods(at, things.of(Things.Kind.PROTOTYPE, things.subject(thing)), mark);
      }
    }
    if (api == null || !Streams.takesFunction(api)) {
      return;
    }
    int list = at.body().c(end);
    for (int i = 0; i < at.body().listSize(list); i++) {
      int given = at.body().listAt(list, i);
      for (int thing : given < 0 ? new int[0] : all.types.of(at.base() + given)) {
        if (things.kind(thing) == Things.Kind.FUNCTION) {
          into(at, Tabulation.CALLBACK, things.subject(thing), 0, Paths.WHOLE, mark);
        } else {
          methods(at, thing, mark);
        }
      }
    }
  }

  /** What is written to a stream comes to those of its methods that are called with it. */
  private void methods(At at, int thing, int mark) {
    Things things = all.types.things();
    for (String name : Streams.METHODS) {
      int node = all.types.field(thing, program.names().number(name));
      for (int method : node < 0 ? new int[0] : all.types.of(node)) {
        if (things.kind(method) == Things.Kind.FUNCTION) {
          into(at, Tabulation.CALLBACK, things.subject(method), 0, Paths.WHOLE, mark);
        }
      }
    }
  }

  private void enter(At at, int position, int path, int function, int shift) {
    int mark = all.facts.mark(at.fact());
    if (position == RECEIVER) {
      int receiver = program.receiver(function);
      all.send(at.call(), at.fact(), Tabulation.CALL, function, receiver, path, mark);
      return;
    }
    into(at, Tabulation.CALL, function, position + shift, path, mark);
  }

  private void into(At at, int how, int function, int index, int path, int mark) {
    if (index < 0) {
      return;
    }
    int[] parameters = program.parameters(function);
    int array = program.arguments(function);
    if (array >= 0) {
      int key = program.names().number(Integer.toString(index));
      int below = paths.below(index > 15 ? Names.ELEMENT : key, path);
      all.send(at.call(), at.fact(), how, function, array, below, mark);
    }
    int last = parameters.length - 1;
    if (last >= 0 && index >= last && parameters[last] >= 0) {
      Body inner = program.body(function);
      if (inner.b(parameters[last] - program.base(function)) == 1) {
        int below = paths.below(Names.ELEMENT, path);
        all.send(at.call(), at.fact(), how, function, parameters[last], below, mark);
        return;
      }
    }
    if (index <= last) {
      all.send(at.call(), at.fact(), how, function, parameters[index], path, mark);
    }
  }

  private void guess(At at, int position, int path, int function) {
    int mark = Marks.asGuess(all.facts.mark(at.fact()));
    if (position != RECEIVER) {
      into(at, Tabulation.CALL, function, position, path, mark);
    }
  }

  /** Nothing is known of the callee: what it gives is made of what it is given. */
  private void otherwise(At at, int position, int path) {
    boolean element =
        path != Paths.WHOLE
            && paths.rest(path) == Paths.WHOLE
            && (paths.first(path) == Names.ELEMENT || index(paths.first(path)) >= 0);
    if (path != Paths.WHOLE && !element) {
      return;
    }
    int mark = all.facts.mark(at.fact());
    Taint after =
        all.effects.through(
            at.file(), at.body(), at.u(), at.v(), position, null, all.marks.taint(mark));
    if (after != null && after.kinds() != 0) {
      int known = all.marks.of(after, mark);
      all.reach(all.facts.context(at.fact()), at.call(), Paths.WHOLE, known, at.fact());
    }
  }
}
