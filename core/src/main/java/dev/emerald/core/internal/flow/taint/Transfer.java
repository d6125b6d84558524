package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects;
import dev.emerald.core.internal.flow.effects.FlowEffects;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the instructions that use a value do with a fact about it. */
final class Transfer {

  /** Properties that carry nothing of what they belong to. */
  private static final Set<String> BARE =
      Set.of("length", "byteLength", "constructor", "prototype", "__proto__");

  /** What a request has whose properties are called as the sender likes. */
  private static final Set<String> OF_REQUEST = Set.of("query", "params", "body", "headers");

  /** How often one value is looked at in one text, from the start; and the last time. */
  private static final int MOST_PLACES = 64;

  private final Tabulation all;
  private final Program program;
  private final Names names;
  private final Paths paths;
  private final FlowEffects effects;
  private final Stores stores;
  private final CallTransfer calls;
  private final LoopBounds loops;
  private final Effects.Predicates predicates;
  private final MethodNames methodNames;
  private final Checks checks;
  private final int remote;
  private final int session;

  /** By the SIGMA and the mark before it: the mark behind it plus 1, 0 if nothing is left. */
  private final LongIntMap guarded = new LongIntMap();

  /** The values that are the one that is looked at. */
  private final IntList same = new IntList(16);

  /** For each value the walk that came to it last. */
  private final int[] seenIn;

  private int walk;

  Transfer(Tabulation all, Stores stores) {
    this.all = all;
    this.program = all.program;
    this.names = program.names();
    this.paths = all.paths;
    this.effects = all.effects;
    this.stores = stores;
    this.seenIn = new int[program.values()];
    this.calls = new CallTransfer(all, stores);
    this.loops = new LoopBounds(all);
    this.predicates = new ProjectPredicates(all);
    this.methodNames = new MethodNames(all);
    this.checks = calls.checks();
    this.remote = all.apis.models().origin("remote");
    this.session = all.apis.models().origin("session");
  }

  CallTransfer calls() {
    return calls;
  }

  /** Spreads a fact to what uses its value. */
  void go(int fact) {
    int value = all.facts.value(fact);
    int function = program.functionOf(value);
    Body body = program.body(function);
    int base = program.base(function);
    same.clear();
    same.add(value);
    walk++;
    for (int at = 0; at < same.size(); at++) {
      int name = same.get(at);
      for (int i = 0, n = program.uses().count(name); i < n; i++) {
        int user = program.uses().get(name, i);
        if (all.copies.of(user) != value) {
          use(fact, function, body, base, name - base, user - base);
        } else if (seenIn[user] != walk) {
          seenIn[user] = walk;
          same.add(user);
        }
      }
    }
  }

  private void use(int fact, int function, Body body, int base, int v, int u) {
    int context = all.facts.context(fact);
    int path = all.facts.path(fact);
    int mark = all.facts.mark(fact);
    int file = program.fileOf(function);
    switch (body.op(u)) {
      case PHI, AWAIT, SPREAD -> all.reach(context, base + u, path, mark, fact);
      case YIELD -> {
        all.reach(context, base + u, path, mark, fact);
        all.exit(context, Contexts.RETURNED, fact);
      }
      case SIGMA -> guard(fact, function, body, base, u);
      case LOAD -> {
        if (!isNumber(function, body, u)) {
          load(fact, base, u, names.of(file, body.b(u)));
        }
        if (path == Paths.WHOLE) {
          loops.read(fact, function, body, u);
        }
      }
      case LOAD_KEY -> loadKey(fact, function, body, base, v, u);
      case ELEMENT -> element(fact, function, body, base, v, u);
      case KEY_OF -> {
        if (path == Paths.WHOLE) {
          through(fact, function, body, base, v, u, -1);
        }
      }
      case STORE -> {
        if (body.c(u) == v) {
          int below = paths.below(names.of(file, body.b(u)), path);
          stores.into(context, base + body.a(u), below, mark, fact, Facts.NONE);
          int api = all.apis.sharedProperty(function, u);
          if (api >= 0) {
            all.sharedApi(api, path, mark, fact);
            kept(api, path, mark, fact);
          }
          if (all.views.any()) {
            all.views.locals(function, body, u, path, mark, fact);
          }
          calls.assigned(fact, function, body, u);
        }
      }
      case STORE_KEY -> {
        if (body.c(u) == v) {
          int below = paths.below(Names.ELEMENT, path);
          stores.into(context, base + body.a(u), below, mark, fact, Facts.NONE);
        }
      }
      case SPREAD_COPY -> {
        if (body.b(u) == v && !leftOut(program.flowOf(function), body, u, path)) {
          stores.into(context, base + body.a(u), path, mark, fact, Facts.NONE);
        }
      }
      case ARRAY -> array(fact, body, base, v, u);
      case CONCAT, TAGGED, OPAQUE -> parts(fact, function, body, base, v, u);
      case BINARY, UNARY -> {
        if (path == Paths.WHOLE) {
          loops.compared(fact, function, body, v, u);
          checks.compared(fact, function, body, v, u);
          through(fact, function, body, base, v, u, -1);
        }
      }
      case RETURN -> {
        all.exit(context, Contexts.RETURNED, fact);
        calls.returns(fact, function, body, v, u);
      }
      case THROW -> {
        if (!all.thrown(base + u, context, fact, Facts.NONE)) {
          all.exit(context, Contexts.THROWN, fact);
        }
      }
      case CELL_SET -> all.shared(all.types.cell(program.cell(file, body.a(u))), path, mark, fact);
      case EXPORT -> {
        int exports = all.types.things().of(Things.Kind.EXPORTS, file);
        all.shared(all.types.field(exports, names.of(file, body.a(u))), path, mark, fact);
      }
      case SET_EXPORTS -> all.shared(all.types.exports(file), path, mark, fact);
      case FUNCTION -> capture(fact, file, body, base, v, u);
      case CALL, NEW -> calls.go(fact, function, body, base, v, u);
      default -> {}
    }
  }

  /** What a request brings is kept in the session: another request gets it back. */
  private void kept(int api, int path, int mark, int fact) {
    if (session < 0
        || all.marks.taint(mark).origin() != remote
        || !names.text(api).contains(").session.")) {
      return;
    }
    Taint as = effects.as(all.marks.taint(mark), session);
    if (as.kinds() != 0) {
      all.sharedApi(api, path, all.marks.of(as, mark), fact);
    }
  }

  private void guard(int fact, int function, Body body, int base, int u) {
    int path = all.facts.path(fact);
    int mark = all.facts.mark(fact);
    int known = mark;
    if (path == Paths.WHOLE) {
      checks.passed(fact, function, body, u);
      int left = guarded(function, body, base, u, Marks.asSure(mark));
      if (left < 0) {
        return;
      }
      known = left | mark & 1;
    }
    all.reach(all.facts.context(fact), base + u, path, known, fact);
  }

  /** The mark of what is left behind a guard; -1 if nothing is. Asked once for all callers. */
  private int guarded(int function, Body body, int base, int u, int mark) {
    long place = LongIntMap.key(base + u, mark);
    int known = guarded.get(place);
    if (known < 0) {
      Taint left =
          effects.guarded(program.flowOf(function), body, u, predicates, all.marks.taint(mark));
      known = left == null || left.kinds() == 0 ? 0 : all.marks.of(left) + 1;
      guarded.putNew(place, known);
    }
    return known - 1;
  }

  /** Whether a property is the size of a collection or of a file, not one that a sender names. */
  private boolean isNumber(int function, Body body, int u) {
    FileFlow file = program.flowOf(function);
    if (!file.name(body.b(u)).equals("size")) {
      return false;
    }
    int of = Stores.origin(body, body.a(u));
    return of < 0 || body.op(of) != Op.LOAD || !OF_REQUEST.contains(file.name(body.b(of)));
  }

  private void load(int fact, int base, int u, int key) {
    int path = all.facts.path(fact);
    int context = all.facts.context(fact);
    int mark = all.facts.mark(fact);
    if (path == Paths.WHOLE) {
      String name = names.text(key);
      Taint left = BARE.contains(name) ? null : effects.property(name, all.marks.taint(mark));
      if (left != null && !all.requests.isEmpty()) {
        left = checked(base + u, left, name);
      }
      if (left != null) {
        all.reach(context, base + u, path, all.marks.of(left, mark), fact);
      }
    } else if (fits(paths.first(path), key)) {
      int known = paths.first(path) == Names.ELEMENT ? indexed(mark, names.text(key)) : mark;
      if (!all.requests.isEmpty()) {
        Taint left = checked(base + u, all.marks.taint(known), names.text(key));
        if (left == null) {
          return;
        }
        known = all.marks.of(left, known);
      }
      all.reach(context, base + u, paths.rest(path), known, fact);
    }
  }

  /** What is left of data that is read as a property, where requests are checked before. */
  private @Nullable Taint checked(int load, Taint taint, String name) {
    int function = program.functionOf(load);
    Body body = program.body(function);
    int of = program.base(function) + Stores.origin(body, body.a(load - program.base(function)));
    boolean plain = all.requests.isClosed(load) || all.requests.isPlain(of, name);
    return plain ? effects.scalars(taint) : taint;
  }

  /** The mark of an element of an array by its index: the first one starts as the whole did. */
  private int indexed(int mark, String index) {
    Taint left = effects.property(index, all.marks.taint(mark));
    return left == null ? mark : all.marks.of(left, mark);
  }

  /** Whether a property that is read may be the one that a path begins with. */
  private boolean fits(int first, int key) {
    return first == key
        || first == Names.ELEMENT && isIndex(key)
        || key == Names.ELEMENT && isIndex(first);
  }

  private boolean isIndex(int key) {
    String text = names.text(key);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private void loadKey(int fact, int function, Body body, int base, int v, int u) {
    int path = all.facts.path(fact);
    if (path == Paths.WHOLE) {
      through(fact, function, body, base, v, u, -1);
      if (body.b(u) == v) {
        methodNames.key(fact, function, u);
      }
    } else if (body.a(u) == v) {
      all.reach(all.facts.context(fact), base + u, paths.rest(path), all.facts.mark(fact), fact);
    }
  }

  private void element(int fact, int function, Body body, int base, int v, int u) {
    int path = all.facts.path(fact);
    if (path == Paths.WHOLE) {
      through(fact, function, body, base, v, u, -1);
      return;
    }
    int first = paths.first(path);
    int index = body.b(u);
    boolean met =
        first == Names.ELEMENT
            || isIndex(first) && (index < 0 || names.text(first).equals(Integer.toString(index)));
    if (met) {
      int mark = all.facts.mark(fact);
      int known = first == Names.ELEMENT ? indexed(mark, Integer.toString(index)) : mark;
      all.reach(all.facts.context(fact), base + u, paths.rest(path), known, fact);
    }
  }

  private void array(int fact, Body body, int base, int v, int u) {
    int path = all.facts.path(fact);
    int list = body.c(u);
    boolean spread = false;
    for (int i = 0; i < body.listSize(list); i++) {
      int item = body.listAt(list, i);
      spread |= item >= 0 && body.op(item) == Op.SPREAD;
      if (item != v) {
        continue;
      }
      int key = spread || i > 15 ? Names.ELEMENT : names.number(Integer.toString(i));
      int within = body.op(v) == Op.SPREAD && path != Paths.WHOLE ? paths.rest(path) : path;
      int below = paths.below(key, within);
      all.reach(all.facts.context(fact), base + u, below, all.facts.mark(fact), fact);
    }
  }

  private void parts(int fact, int function, Body body, int base, int v, int u) {
    int path = all.facts.path(fact);
    boolean element =
        path != Paths.WHOLE
            && paths.rest(path) == Paths.WHOLE
            && (paths.first(path) == Names.ELEMENT || isIndex(paths.first(path)));
    if (path != Paths.WHOLE && !element) {
      return;
    }
    int list = body.c(u);
    int size = body.listSize(list);
    int last = size - 1;
    while (last >= 0 && body.listAt(list, last) != v) {
      last--;
    }
    int looked = 0;
    for (int i = 0; i < size && looked < MOST_PLACES; i++) {
      if (body.listAt(list, i) == v) {
        through(fact, function, body, base, v, u, i);
        looked++;
      }
    }
    if (looked == MOST_PLACES) {
      through(fact, function, body, base, v, u, last);
    }
  }

  private void through(int fact, int function, Body body, int base, int v, int u, int position) {
    int mark = all.facts.mark(fact);
    Taint left =
        effects.through(
            program.flowOf(function), body, u, v, position, null, all.marks.taint(mark));
    if (left != null && left.kinds() != 0) {
      int known = all.marks.of(left, mark);
      all.reach(all.facts.context(fact), base + u, Paths.WHOLE, known, fact);
    }
  }

  private boolean leftOut(FileFlow file, Body body, int u, int path) {
    if (path == Paths.WHOLE) {
      return false;
    }
    String key = names.text(paths.first(path));
    int list = body.c(u);
    for (int i = 0; i < body.listSize(list); i++) {
      int item = body.listAt(list, i);
      @Nullable String name =
          body.op(item) == Op.CONST ? file.constant(body.a(item)).string() : null;
      if (key.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void capture(int fact, int file, Body body, int base, int v, int u) {
    int inner = program.function(file, body.a(u));
    int[] captures = program.captures(inner);
    int list = body.c(u);
    for (int j = 0; j < body.listSize(list) && j < captures.length; j++) {
      if (body.listAt(list, j) == v) {
        all.send(
            base + u,
            fact,
            Tabulation.CLOSURE,
            inner,
            captures[j],
            all.facts.path(fact),
            all.facts.mark(fact));
      }
    }
  }
}
