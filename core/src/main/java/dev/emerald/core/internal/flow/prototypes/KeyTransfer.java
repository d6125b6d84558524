package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import dev.emerald.spi.scope.Constant;
import java.util.HashMap;
import java.util.Map;

/** What an instruction adds to what is known of values. */
final class KeyTransfer {

  /** Stands for each bit where a condition says nothing of the value. */
  private static final int WHATEVER = 0;

  private final KeyFlow flow;
  private final Program program;
  private final Types types;
  private final NameTests tests;
  private final KeyCalls calls;
  private final StoredBefore stored;

  /** For each condition at a value and each bit, 1 if it does not let it pass, else 0. */
  private final LongIntMap passed = new LongIntMap();

  /** For reads of elements: names that are not found there. */
  private final Map<Integer, Integer> keptOut = new HashMap<>();

  KeyTransfer(KeyFlow flow, NameTests tests) {
    this.flow = flow;
    this.program = flow.program;
    this.types = flow.types;
    this.tests = tests;
    this.calls = new KeyCalls(flow, tests);
    this.stored = new StoredBefore(flow, tests);
  }

  /** Looks at an instruction. */
  void go(int function, Body body, int v) {
    int base = program.base(function);
    int value = base + v;
    FileFlow file = program.flowOf(function);
    switch (body.op(v)) {
      // Where a function speaks of arguments[0] more than once, each is a parameter of its own.
      case PARAM -> copy(base, program.parameters(function)[body.a(v)] - base, value);
      case CELL_GET ->
          flow.read(flow.cell(program.cell(program.fileOf(function), body.a(v))), value);
      case CELL_SET -> {
        int cell = flow.cell(program.cell(program.fileOf(function), body.a(v)));
        if (body.b(v) >= 0) {
          flow.write(cell, flow.bits[base + body.b(v)], base + body.b(v));
        }
      }
      case FUNCTION -> closure(function, body, v);
      case LOAD -> load(function, body, v, file);
      case LOAD_KEY -> loadKey(function, body, v);
      case ELEMENT -> element(base, body.a(v), value);
      case STORE -> {
        int key = program.names().of(program.fileOf(function), body.b(v));
        for (int thing : types.of(base + body.a(v))) {
          flow.write(flow.property(thing, key), bits(base, body.c(v)), base + body.c(v));
        }
      }
      case STORE_KEY -> {
        for (int thing : types.of(base + body.a(v))) {
          flow.write(flow.element(thing), bits(base, body.c(v)), base + body.c(v));
        }
        filled(base, body, v, file);
      }
      case ARRAY -> array(base, body, v);
      case SPREAD, AWAIT, YIELD -> copy(base, body.a(v), value);
      case SPREAD_COPY -> {
        int copied = bits(base, body.b(v)) & Reach.CONTROLLED;
        flow.add(base + body.a(v), copied, base + body.b(v));
      }
      case CONCAT -> concat(function, body, v, file);
      case PHI, OPAQUE -> joined(base, body, v);
      case SIGMA -> guarded(function, body, v);
      case KEY_OF -> {
        int object = bits(base, body.a(v));
        int names = Reach.names(object);
        if (names != 0) {
          flow.add(value, Reach.inside(names), base + body.a(v));
        }
      }
      case RETURN -> {
        if (body.a(v) >= 0) {
          flow.result(function, flow.bits[base + body.a(v)], base + body.a(v));
        }
      }
      case CALL, NEW -> calls.go(function, body, v);
      default -> {}
    }
  }

  private int bits(int base, int v) {
    return v < 0 ? 0 : flow.bits[base + v];
  }

  private void copy(int base, int from, int to) {
    if (from >= 0 && base + from != to) {
      flow.add(to, flow.bits[base + from], base + from);
    }
  }

  /** One of several: it inherits nothing only if none of them does. */
  private void joined(int base, Body body, int v) {
    int list = body.c(v);
    boolean bare = body.op(v) == Op.PHI;
    for (int i = 0; i < body.listSize(list) && bare; i++) {
      int operand = Values.plain(body, body.listAt(list, i));
      bare = operand == v || operand >= 0 && (flow.bits[base + operand] & Reach.BARE) != 0;
    }
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      if (operand >= 0) {
        int of = flow.bits[base + operand];
        flow.add(base + v, bare ? of : of & ~Reach.BARE, base + operand);
      }
    }
  }

  private void closure(int function, Body body, int v) {
    int inner = program.function(program.fileOf(function), body.a(v));
    int[] captures = program.captures(inner);
    int base = program.base(function);
    for (int i = 0; i < body.listSize(body.c(v)) && i < captures.length; i++) {
      int captured = body.listAt(body.c(v), i);
      if (captured >= 0 && captures[i] >= 0) {
        flow.send(captures[i], flow.bits[base + captured], base + captured);
      }
    }
  }

  private void load(int function, Body body, int v, FileFlow file) {
    int base = program.base(function);
    String name = file.name(body.b(v));
    switch (name) {
      case "length", "size", "constructor", "prototype", "__proto__" -> {
        return;
      }
      default -> {
        if (isIndex(name)) {
          element(base, body.a(v), base + v);
          return;
        }
      }
    }
    int object = bits(base, body.a(v));
    // A text that was cut from another has no properties.
    boolean has = (object & Reach.LOOSE) != 0 || name.equals("groups");
    if (has && (object & Reach.OUTSIDE) != 0) {
      int inner = Reach.inside(object) & ~(Reach.PART | Reach.OBJECT) | object & Reach.PART;
      flow.add(base + v, inner, base + body.a(v));
    }
    int key = program.names().of(program.fileOf(function), body.b(v));
    for (int thing : types.of(base + body.a(v))) {
      flow.read(flow.property(thing, key), base + v);
      flow.read(flow.element(thing), base + v, Reach.CONTROLLED);
    }
  }

  static boolean isIndex(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void element(int base, int object, int value) {
    int of = bits(base, object);
    if (of != 0) {
      flow.add(value, Reach.inside(of), base + object);
    }
    if (object >= 0) {
      for (int thing : types.of(base + object)) {
        flow.read(flow.element(thing), value);
      }
    }
  }

  private void loadKey(int function, Body body, int v) {
    int base = program.base(function);
    int object = body.a(v);
    int key = stored.left(function, body, v);
    elementUnder(function, body, v);
    if ((key & Reach.NAMES) == 0) {
      named(function, body, v);
      return;
    }
    int of = bits(base, object);
    boolean bare = (of & Reach.BARE) != 0 && (of & (Reach.REACHED | Reach.OUTSIDE)) == 0;
    if (!bare && !tests.keys.enumerates(function, body.b(v), object)) {
      flow.add(base + v, Reach.read(of, key), -1);
    }
  }

  /** What an array holds at an index, but for names that are kept out of that place. */
  private void elementUnder(int function, Body body, int read) {
    int base = program.base(function);
    if (body.op(body.b(read)) != Op.SIGMA) {
      element(base, body.a(read), base + read);
      return;
    }
    int of = bits(base, body.a(read));
    int out = (of & Reach.INNER) == 0 ? 0 : keptOut(function, body, read);
    flow.add(base + read, Reach.inside(of) & ~out, base + body.a(read));
    for (int thing : types.of(base + body.a(read))) {
      flow.read(flow.element(thing), base + read, ~out);
    }
  }

  /** The names that conditions at an index keep out of what is read under it. */
  private int keptOut(int function, Body body, int read) {
    Integer known = keptOut.get(program.base(function) + read);
    if (known != null) {
      return known;
    }
    int out = 0;
    for (int v = body.b(read); body.op(v) == Op.SIGMA; v = body.a(v)) {
      for (int name : Reach.samples()) {
        if ((out & name) == 0 && tests.excludes(function, v, read, Guess.ofName(name))) {
          out |= name;
        }
      }
    }
    keptOut.put(program.base(function) + read, out);
    return out;
  }

  /** A computed key that is known. */
  private void named(int function, Body body, int v) {
    int key = Values.plain(body, body.b(v));
    if (key < 0 || body.op(key) != Op.CONST) {
      return;
    }
    Constant constant = program.flowOf(function).constant(body.a(key));
    String text = constant.string();
    if (text != null) {
      int base = program.base(function);
      for (int thing : types.of(base + body.a(v))) {
        flow.read(flow.property(thing, program.names().number(text)), base + v);
      }
    }
  }

  /** What is known of an array of which an element is known. */
  static int listed(int element) {
    int names = element & (Reach.PROTO | Reach.CONSTRUCTOR | Reach.PROTOTYPE);
    int own = element & (Reach.OTHER | Reach.LOOSE | Reach.PART | Reach.REMOTE | Reach.INNER);
    return own | names << 15;
  }

  private void array(int base, Body body, int v) {
    for (int i = 0; i < body.listSize(body.c(v)); i++) {
      int item = body.listAt(body.c(v), i);
      if (item < 0) {
        continue;
      }
      int of = bits(base, item);
      int objects = (of & Reach.REACHED) == 0 ? 0 : of & Reach.OBJECT | Reach.LIST;
      flow.add(base + v, listed(of) | objects, base + item);
      for (int thing : types.of(base + v)) {
        flow.write(flow.element(thing), of, base + item);
      }
    }
  }

  /** An array that is made here gets an element. */
  private void filled(int base, Body body, int store, FileFlow file) {
    int made = Values.plain(body, body.a(store));
    int of = bits(base, body.c(store));
    boolean array =
        of != 0
            && made >= 0
            && (body.op(made) == Op.ARRAY
                || (body.op(made) == Op.NEW || body.op(made) == Op.CALL)
                    && Values.calleeName(file, body, made).equals("Array"));
    if (array) {
      int objects = (of & Reach.REACHED) == 0 ? 0 : of & Reach.OBJECT | Reach.LIST;
      flow.add(base + made, listed(of) | objects, base + body.c(store));
    }
  }

  /** Text that begins or ends with something else is no such name; it may hold one as a part. */
  private void concat(int function, Body body, int v, FileFlow file) {
    int base = program.base(function);
    int list = body.c(v);
    boolean fixed = false;
    for (int i = 0; i < body.listSize(list); i++) {
      int part = body.listAt(list, i);
      int plain = part < 0 ? -1 : Values.plain(body, part);
      if (plain >= 0 && body.op(plain) == Op.CONST) {
        String text = file.constant(body.a(plain)).text();
        fixed |= !text.isEmpty() && !isSeparator(text);
      }
    }
    for (int i = 0; i < body.listSize(list); i++) {
      int part = body.listAt(list, i);
      if (part >= 0) {
        int of = Reach.asText(bits(base, part));
        flow.add(base + v, fixed ? of & ~Reach.NAMES : of, base + part);
      }
    }
  }

  private static boolean isSeparator(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (".[]/:\"'|>&=".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What is left of what is known where a condition holds. */
  private void guarded(int function, Body body, int v) {
    int base = program.base(function);
    int of = bits(base, body.a(v));
    int names = of & Reach.NAMES;
    int objects = of & Reach.REACHED;
    if ((names | objects | of & Reach.INNER) == 0) {
      flow.add(base + v, of, base + body.a(v));
      return;
    }
    int left = of;
    for (int name : Reach.samples()) {
      if ((names & name) != 0 && isExcluded(function, v, body.a(v), name, Guess.ofName(name))) {
        left &= ~name;
      }
    }
    for (int name : Reach.samples()) {
      int inner = name == Reach.LISTED ? 0 : name << 15;
      if ((of & inner) != 0 && isExcluded(function, v, body.a(v), inner, Guess.holder(name))) {
        left &= ~inner;
      }
    }
    if ((objects & Reach.FUNCTION) != 0
        && isExcluded(function, v, body.a(v), Reach.FUNCTION, Guess.FUNCTION)) {
      left &= ~Reach.FUNCTION;
    }
    if ((objects & Reach.ROOTS) != 0
        && isExcluded(function, v, body.a(v), Reach.ROOT, Guess.ROOT)) {
      left &= ~Reach.ROOTS;
    }
    flow.add(base + v, left, base + body.a(v));
  }

  private boolean isExcluded(int function, int sigma, int subject, int bit, Guess sample) {
    int value = program.base(function) + sigma;
    int known = passed.get(LongIntMap.key(bit, value));
    if (known < 0) {
      known = passed.get(LongIntMap.key(WHATEVER, value));
    }
    if (known >= 0) {
      return known == 1;
    }
    boolean excluded = tests.excludes(function, sigma, subject, sample);
    passed.put(LongIntMap.key(tests.depends() ? bit : WHATEVER, value), excluded ? 1 : 0);
    return excluded;
  }
}
