package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.FlowEffects;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts and how they spread: within a function along the uses of values, into functions and out
 * of them with calls and returns matched, and through what all functions share. Works through the
 * facts in the order they are found; that order is that of the files' paths and of the source, and
 * so is the result.
 */
final class Tabulation {

  /** A call sent the fact. */
  static final int CALL = 0;

  /** Making a closure sent the fact. */
  static final int CLOSURE = 1;

  /** A call of a library sent the fact into a function that it was given. */
  static final int CALLBACK = 2;

  /** The context of what is shared: properties of objects that live on, cells, exports. */
  private static final int SHARED = -1;

  final Program program;
  final Types types;
  final Apis apis;
  final FlowEffects effects;
  final Paths paths = new Paths();
  final Marks marks = new Marks();
  final Facts facts = new Facts();
  final Contexts contexts;
  final Hits hits = new Hits();
  final Work work;
  final Guesses guesses;
  final Missing missing;
  final Views views;
  final Returns returns;
  final Markup markup;
  final Copies copies;
  final CheckedRequests requests;
  private final Stores stores;
  private final Transfer transfer;
  private static final int MOST_PATHS = 12;

  /** How many controlled properties of a value are told apart. */
  private static final int MOST_PROPERTIES = 400;

  /** How many ways in which a value is controlled are told apart. */
  private static final int MOST_APART = 3;

  /** No mark. */
  private static final int NOTHING_NEW = -1;

  private final LongIntMap longer = new LongIntMap();
  private final LongIntMap crowds = new LongIntMap();
  private final Joins ofRoots = new Joins(4, marks);
  private final IntList deliveries = new IntList();
  private int next;

  /**
   * Nothing is known yet.
   *
   * @param each whether each value is told of, and none is taken for another that it is
   */
  Tabulation(
      Types types, Apis apis, FlowEffects effects, Work work, List<View> given, boolean each) {
    this.types = types;
    this.program = types.program();
    this.apis = apis;
    this.effects = effects;
    this.work = work;
    this.guesses = new Guesses(types);
    this.missing = new Missing(program);
    this.contexts = new Contexts(program.functions());
    this.views = new Views(this, given);
    this.returns = new Returns(this);
    this.markup = new Markup(this);
    this.stores = new Stores(this);
    this.transfer = new Transfer(this, stores);
    this.requests = new CheckedRequests(this);
    Checks checks = transfer.calls().checks();
    this.copies = new Copies(program, effects, checks, each);
  }

  /** Spreads all facts until nothing new is found. */
  void run() {
    while (work.goOn()) {
      if (deliveries.size() > 0) {
        handOver();
        continue;
      }
      if (next == facts.size()) {
        return;
      }
      int fact = next++;
      int value = facts.value(fact);
      if (shares(fact)) {
        continue;
      }
      if (facts.context(fact) == SHARED) {
        share(fact, value);
      } else {
        transfer.go(fact);
        views.include(fact, value);
        stores.finish();
      }
    }
  }

  /** Whether a controlled path of an argument lies where a sink looks. */
  boolean lies(FlowModels.Sink sink, int path) {
    return transfer.calls().lies(sink, path);
  }

  /** A source is at a value of a function, whoever calls it. */
  void source(int value, int path, Taint taint) {
    Taint left = requests.isClosed(value) ? effects.scalars(taint) : taint;
    if (left != null) {
      reach(contexts.open(program.functionOf(value)), value, path, marks.of(left), Facts.NONE);
    }
  }

  /** An outsider calls a function with a controlled argument. */
  void entry(int parameter, int path, Taint taint) {
    int mark = marks.of(taint);
    int context = contexts.of(program.functionOf(parameter), parameter, path, mark);
    reach(context, parameter, path, mark, Facts.NONE);
  }

  int reach(int context, int value, int path, int mark, int from) {
    return reach(context, value, path, mark, from, Facts.NONE);
  }

  /** Finds a fact; gives its number, -1 if it was found before or there are too many. */
  int reach(int context, int given, int fullPath, int mark, int from, int via) {
    int value = given >= 0 && given < program.values() ? copies.of(given) : given;
    int path = fullPath;
    if (path != Paths.WHOLE) {
      path = bounded(context, value, path);
    }
    int last = value == -1 ? Facts.NONE : facts.last(context, value, path);
    if (last == Facts.NONE && path != Paths.WHOLE && value >= 0 && isCrowded(context, value)) {
      path = Paths.WHOLE;
      last = facts.last(context, value, path);
    }
    int known = value == -1 ? NOTHING_NEW : apart(last, mark);
    if (known == NOTHING_NEW && value >= 0 && markup.isInPage(mark)) {
      markup.another(same(last, mark), from);
    }
    if (known == NOTHING_NEW || !work.fact(context == SHARED ? -1 : contexts.function(context))) {
      return -1;
    }
    return facts.add(context, value, path, known, from, via);
  }

  /** The fact among those of a place that says the same as a mark; {@link Facts#NONE} if none. */
  private int same(int last, int mark) {
    int each = last;
    while (each != Facts.NONE && facts.mark(each) != mark) {
      each = facts.before(each);
    }
    return each;
  }

  /**
   * The mark under which a new fact is kept beside others of the same place: the first few of one
   * origin are told apart, further ones are joined to what holds in all of them. A text that grows
   * in a loop would otherwise be followed in each of its states.
   *
   * @param last the fact of the place that was found last
   * @return {@link #NOTHING_NEW} if the others say it already
   */
  private int apart(int last, int mark) {
    int alike = 0;
    for (int each = last; each != Facts.NONE; each = facts.before(each)) {
      int other = facts.mark(each);
      if (other == mark || other == Marks.asSure(mark)) {
        return NOTHING_NEW;
      }
      alike += marks.alike(mark, other) ? 1 : 0;
    }
    if (alike < MOST_APART) {
      return mark;
    }
    int joined = mark;
    for (int each = last; each != Facts.NONE; each = facts.before(each)) {
      if (marks.alike(mark, facts.mark(each))) {
        joined = marks.joined(joined, facts.mark(each));
      }
    }
    for (int each = last; each != Facts.NONE; each = facts.before(each)) {
      if (facts.mark(each) == joined) {
        return NOTHING_NEW;
      }
    }
    return joined;
  }

  /**
   * Puts what lies below an object that lives on into its own properties, where all functions find
   * it; gives false if the value may be an object that does not. What lies below a value that may
   * be anything goes no further: else each property of each object would be one of all objects.
   */
  private boolean shares(int fact) {
    int path = facts.path(fact);
    int value = facts.value(fact);
    if (path == Paths.WHOLE || value < 0 || isEntry(fact, value)) {
      return false;
    }
    if (types.isAnything(value)) {
      stores.shareOwn(fact, value);
      return true;
    }
    int[] held = types.of(value);
    boolean all = held.length > 0;
    int key = paths.first(path);
    for (int thing : held) {
      boolean object = types.things().kind(thing) == Things.Kind.OBJECT;
      boolean lives = object ? facts.context(fact) == SHARED : stores.livesOn(thing);
      int node = lives ? types.field(thing, key) : -1;
      all &= node >= 0 && !object;
      if (node >= 0 && node != value) {
        shared(node, paths.rest(path), facts.mark(fact), fact);
      }
    }
    return all;
  }

  /**
   * Whether outsiders give the value themselves: it is none of the objects that the program gives
   * when it calls the function too.
   */
  private boolean isEntry(int fact, int value) {
    return facts.from(fact) == Facts.NONE
        && value < program.values()
        && program.op(value) == Op.PARAM;
  }

  /**
   * Whether so many properties of a value are controlled that it is taken for controlled as a
   * whole; counts one more.
   */
  private boolean isCrowded(int context, int value) {
    long place = LongIntMap.key(context, value);
    int known = Math.max(0, crowds.get(place));
    if (known < MOST_PROPERTIES) {
      crowds.put(place, known + 1);
    }
    return known >= MOST_PROPERTIES;
  }

  /** A path that is shorter if many of a value are known. */
  private int bounded(int context, int value, int path) {
    if (paths.rest(path) == Paths.WHOLE) {
      return path;
    }
    long place = LongIntMap.key(context, value);
    int known = Math.max(0, longer.get(place));
    if (known >= MOST_PATHS) {
      return paths.below(paths.first(path), Paths.WHOLE);
    }
    longer.put(place, known + 1);
    return path;
  }

  /** Something that functions share is controlled. */
  void shared(int node, int path, int mark, int from) {
    if (node < 0) {
      return;
    }
    if (node < program.values()) {
      reach(contexts.open(program.functionOf(node)), node, path, mark, from);
    } else {
      reach(SHARED, node, path, mark, from);
    }
  }

  /** A property of what an API gives all functions is controlled. */
  void sharedApi(int name, int path, int mark, int from) {
    reach(SHARED, -2 - name, path, mark, from);
  }

  private void share(int fact, int node) {
    if (node >= 0) {
      views.share(node, facts.path(fact), facts.mark(fact), fact);
    }
    IntList to = node < 0 ? apis.readers(-2 - node) : types.out(node);
    if (to != null) {
      for (int i = 0; i < to.size(); i++) {
        if (!isOfAnything(to.get(i))) {
          shared(to.get(i), facts.path(fact), facts.mark(fact), fact);
        }
      }
    }
  }

  /** Whether a node is a property that is read of a value that may be anything. */
  private boolean isOfAnything(int node) {
    if (node >= program.values()) {
      return false;
    }
    int function = program.functionOf(node);
    Body body = program.body(function);
    int v = node - program.base(function);
    return switch (body.op(v)) {
      case LOAD, LOAD_KEY, ELEMENT -> types.isAnything(program.base(function) + body.a(v));
      default -> false;
    };
  }

  /**
   * Sends a fact into a function.
   *
   * @param call the call, or the value of the closure
   * @param fact the one that is sent
   * @param root the value that it comes in by
   */
  void send(int call, int fact, int how, int function, int root, int path, int mark) {
    if (root < 0) {
      return;
    }
    int known = ofRoots.of(root, path, mark);
    int context = contexts.of(function, root, path, known);
    reach(context, root, path, known, fact);
    if (contexts.isOpen(context)) {
      return;
    }
    IntList senders = contexts.senders(context);
    if (!contexts.isNew(context, call, fact)) {
      return;
    }
    senders.add(call);
    senders.add(fact);
    senders.add(how);
    IntList exits = contexts.exits(context);
    for (int i = 0; i < exits.size(); i += 2) {
      deliver(exits.get(i), exits.get(i + 1), call, fact, how);
    }
  }

  /** What comes out is delivered one after the other: what it leads to may come out again. */
  private void deliver(int what, int fact, int call, int sender, int how) {
    deliveries.add(what);
    deliveries.add(fact);
    deliveries.add(call);
    deliveries.add(sender);
    deliveries.add(how);
  }

  private void handOver() {
    for (int i = 0; i < deliveries.size(); i += 5) {
      hand(
          deliveries.get(i),
          deliveries.get(i + 1),
          deliveries.get(i + 2),
          deliveries.get(i + 3),
          deliveries.get(i + 4));
      stores.finish();
    }
    deliveries.clear();
  }

  /**
   * Something comes out of a function.
   *
   * @param what {@link Contexts#RETURNED}, {@link Contexts#THROWN}, or the value of the parameter,
   *     receiver or capture below which something was stored
   */
  void exit(int context, int what, int fact) {
    if (contexts.isOpen(context)) {
      toAll(contexts.function(context), what, fact);
      return;
    }
    IntList exits = contexts.exits(context);
    exits.add(what);
    exits.add(fact);
    IntList senders = contexts.senders(context);
    for (int i = 0; i < senders.size(); i += 3) {
      deliver(what, fact, senders.get(i), senders.get(i + 1), senders.get(i + 2));
    }
  }

  private void hand(int what, int fact, int call, int sender, int how) {
    int caller = facts.context(sender);
    int function = contexts.function(facts.context(fact));
    int path = facts.path(fact);
    int mark = facts.mark(fact);
    if (what == Contexts.RETURNED) {
      switch (how) {
        case CALL -> reach(caller, call, path, mark, fact, sender);
        case CALLBACK -> {
          toCall(call, caller, function, fact, sender);
          transfer.calls().returned(call, function, fact, sender);
        }
        default -> {
          IntList to = types.out(types.result(function));
          for (int i = 0; to != null && i < to.size(); i++) {
            toResult(to.get(i), caller, fact, sender);
          }
        }
      }
    } else if (what == Contexts.THROWN) {
      if (how == CALL) {
        thrown(call, caller, fact, sender);
      }
    } else if (program.op(what) == Op.CAPTURE) {
      int made = program.creation(function);
      if (made >= 0) {
        int maker = program.functionOf(made);
        int context = maker == contexts.function(caller) ? caller : contexts.open(maker);
        stores.into(context, captured(made, what), path, mark, fact, sender);
      }
    } else if (how == CLOSURE) {
      IntList calls = types.callers(function);
      for (int i = 0; calls != null && i < calls.size(); i++) {
        int from = program.functionOf(calls.get(i));
        int context = from == contexts.function(caller) ? caller : contexts.open(from);
        stores.into(context, given(calls.get(i), function, what), path, mark, fact, sender);
      }
    } else if (how == CALL) {
      stores.into(caller, given(call, function, what), path, mark, fact, sender);
    }
    // Elements that a function is given by a library are objects of the array: the flow into them
    // is that of what it was given.
  }

  /** What a function returns that a library calls: to the result of the call that gave it away. */
  private void toCall(int call, int caller, int function, int fact, int sender) {
    IntList to = types.out(types.result(function));
    for (int i = 0; to != null && i < to.size(); i++) {
      int node = to.get(i);
      int owner = node < program.values() ? -1 : types.owner(node);
      if (node == call) {
        reach(caller, call, facts.path(fact), facts.mark(fact), fact, sender);
      } else if (owner >= 0
          && types.things().kind(owner) == Things.Kind.OBJECT
          && types.things().subject(owner) == call) {
        int below = paths.below(Names.ELEMENT, facts.path(fact));
        reach(caller, call, below, facts.mark(fact), fact, sender);
      }
    }
  }

  /** What a function returns: to a node that its result goes to. */
  private void toResult(int node, int caller, int fact, int sender) {
    int path = facts.path(fact);
    int mark = facts.mark(fact);
    if (node < program.values()) {
      int function = program.functionOf(node);
      boolean own = caller >= 0 && contexts.function(caller) == function;
      reach(own ? caller : contexts.open(function), node, path, mark, fact, sender);
      return;
    }
    shared(node, path, mark, fact);
    int owner = types.owner(node);
    if (owner >= 0 && types.things().kind(owner) == Things.Kind.OBJECT) {
      int made = types.things().subject(owner);
      int function = program.functionOf(made);
      boolean own = caller >= 0 && contexts.function(caller) == function;
      reach(
          own ? caller : contexts.open(function),
          made,
          paths.below(Names.ELEMENT, path),
          mark,
          fact,
          sender);
    }
  }

  private void toAll(int function, int what, int fact) {
    int path = facts.path(fact);
    int mark = facts.mark(fact);
    if (what == Contexts.RETURNED) {
      IntList to = types.out(types.result(function));
      for (int i = 0; to != null && i < to.size(); i++) {
        toResult(to.get(i), -1, fact, Facts.NONE);
      }
      return;
    }
    if (what >= 0 && program.op(what) == Op.CAPTURE) {
      int made = program.creation(function);
      if (made >= 0) {
        int maker = contexts.open(program.functionOf(made));
        stores.into(maker, captured(made, what), path, mark, fact, Facts.NONE);
      }
      return;
    }
    IntList calls = types.callers(function);
    for (int i = 0; calls != null && i < calls.size(); i++) {
      int call = calls.get(i);
      int context = contexts.open(program.functionOf(call));
      if (what == Contexts.THROWN) {
        thrown(call, context, fact, Facts.NONE);
      } else {
        stores.into(context, given(call, function, what), path, mark, fact, Facts.NONE);
      }
    }
  }

  /** Something is thrown at an instruction; gives false if nothing in the function catches it. */
  boolean thrown(int call, int context, int fact, int sender) {
    boolean caught = false;
    for (int i = 0, n = program.uses().count(call); i < n; i++) {
      int user = program.uses().get(call, i);
      if (program.op(user) == Op.CATCH) {
        caught = true;
        reach(context, user, facts.path(fact), facts.mark(fact), fact, sender);
      }
    }
    return caught;
  }

  /** What a closure captures as one of its values. */
  private int captured(int made, int capture) {
    int outer = program.functionOf(made);
    Body body = program.body(outer);
    int index =
        program
            .body(program.functionOf(capture))
            .a(capture - program.base(program.functionOf(capture)));
    int list = body.c(made - program.base(outer));
    int value = index < body.listSize(list) ? body.listAt(list, index) : -1;
    return value < 0 ? -1 : program.base(outer) + value;
  }

  /** What a call gives as a parameter or as the receiver. */
  private int given(int call, int callee, int root) {
    int function = program.functionOf(call);
    Body body = program.body(function);
    int base = program.base(function);
    int u = call - base;
    if (program.op(root) == Op.THIS) {
      return body.op(u) == Op.NEW
          ? call
          : body.op(u) == Op.CALL && body.b(u) >= 0 ? base + body.b(u) : -1;
    }
    if (program.op(root) != Op.PARAM) {
      return -1;
    }
    int index = program.body(callee).a(root - program.base(callee)) - shift(call, callee);
    int list = body.c(u);
    if (index < 0 || index >= body.listSize(list)) {
      return -1;
    }
    int value = body.listAt(list, index);
    return value < 0 || body.op(value) == Op.SPREAD ? -1 : base + value;
  }

  private int shift(int call, int callee) {
    @Nullable IntList callees = types.callees(call);
    for (int i = 0; callees != null && i < callees.size(); i += 2) {
      if (callees.get(i) == callee) {
        return callees.get(i + 1);
      }
    }
    return 0;
  }
}
