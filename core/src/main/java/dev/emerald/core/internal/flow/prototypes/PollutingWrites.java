package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.core.internal.flow.taint.FlowStep.What;
import dev.emerald.core.internal.flow.types.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writes that may change what all objects inherit, and the way that leads to each. */
final class PollutingWrites {

  private static final int MOST_STEPS = 60;
  private static final int MOST_SHOWN = 12;
  private static final int MOST_OF_FUNCTION = 64;

  /** In UTF-16 units. */
  private static final int NEAR = 60;

  private final KeyFlow flow;
  private final Program program;
  private final NameTests tests;

  /** For each kind of object, the most telling first. */
  private final Map<Integer, Meeting> meetings = new LinkedHashMap<>();

  /** A write: an instruction, its object, its key and its value, all of one function. */
  private record Write(int at, int object, int key, int value) {}

  PollutingWrites(KeyFlow flow, NameTests tests) {
    this.flow = flow;
    this.program = flow.program;
    this.tests = tests;
    for (int root : List.of(Reach.ROOT, Reach.FUNCTION_ROOT, Reach.LISTED_ROOT)) {
      meetings.put(root, new Meeting(flow, tests.definitions, root));
    }
  }

  /** Whether no search for a caller was given up. */
  boolean complete() {
    return meetings.values().stream().allMatch(Meeting::complete);
  }

  List<Pollution> find() {
    List<Pollution> found = new ArrayList<>();
    for (int function = 0; function < program.functions(); function++) {
      for (Write write : last(function, writes(function))) {
        Pollution pollution = of(function, write);
        if (pollution != null) {
          found.add(pollution);
        }
      }
    }
    return found;
  }

  /** The write with the kind of object that one caller brings together with the key. */
  private @Nullable Pollution of(int function, Write write) {
    int base = program.base(function);
    Pollution loose = null;
    for (Map.Entry<Integer, Meeting> each : meetings.entrySet()) {
      int root = each.getKey();
      if ((flow.bits[base + write.object()] & root) == 0) {
        continue;
      }
      Meeting.Answer met = each.getValue().of(base + write.object(), base + write.key());
      if (met.way() == Meeting.Way.ONE_CALL) {
        return pollution(function, write, root, met);
      }
      if (met.way() != Meeting.Way.NONE && loose == null) {
        loose = pollution(function, write, root, met);
      }
    }
    return loose;
  }

  private List<Write> writes(int function) {
    List<Write> found = new ArrayList<>();
    Body body = program.body(function);
    for (int v = 0; v < body.size() && found.size() < MOST_OF_FUNCTION; v++) {
      Write write =
          switch (body.op(v)) {
            case STORE_KEY -> new Write(v, body.a(v), body.b(v), body.c(v));
            case CALL -> call(function, body, v);
            default -> null;
          };
      if (write != null && isPolluting(function, write)) {
        found.add(write);
      }
    }
    return found;
  }

  /** {@code Object.defineProperty(object, key, …)} and {@code Reflect.set(object, key, value)}. */
  private @Nullable Write call(int function, Body body, int call) {
    FileFlow file = program.flowOf(function);
    String name = Values.calleeName(file, body, call);
    if (!name.equals("defineProperty") && !name.equals("set")) {
      return null;
    }
    String api = Values.api(file, body, call);
    if (api == null || !api.endsWith("Object.defineProperty") && !api.endsWith("Reflect.set")) {
      return null;
    }
    int object = Values.argument(body, call, 0);
    int key = Values.argument(body, call, 1);
    return object < 0 || key < 0
        ? null
        : new Write(call, object, key, Values.argument(body, call, 2));
  }

  private boolean isPolluting(int function, Write write) {
    int base = program.base(function);
    int object = flow.bits[base + write.object()];
    int key = flow.bits[base + write.key()];
    if ((object & Reach.ROOTS) == 0 || (key & Reach.OTHER) == 0) {
      return false;
    }
    boolean fresh =
        program.op(base + write.at()) == Op.STORE_KEY
            && addsNothing(program.body(function), write, write.value(), 0);
    return !fresh
        && !isList(program.body(function), write.object())
        && !tests.keys.enumerates(function, write.key(), write.object());
  }

  /** Whether an object is an array, of which elements are known. */
  private static boolean isList(Body body, int object) {
    int plain = Values.plain(body, object);
    return plain >= 0
        && switch (body.op(plain)) {
          case ARRAY, ARGUMENTS -> true;
          case PARAM -> body.b(plain) == 1;
          default -> false;
        };
  }

  /** Whether what is written was there before, or is made here of nothing. */
  private boolean addsNothing(Body body, Write write, int value, int depth) {
    int plain = value < 0 ? -1 : Values.plain(body, value);
    if (plain < 0 || depth > 3) {
      return false;
    }
    switch (body.op(plain)) {
      case CONST, OBJECT, ARRAY, FUNCTION, CLASS, REGEX -> {
        return true;
      }
      case LOAD_KEY -> {
        return Values.same(body, body.a(plain), write.object())
            && Values.same(body, body.b(plain), write.key());
      }
      case PHI -> {
        for (int i = 0; i < body.listSize(body.c(plain)); i++) {
          if (!addsNothing(body, write, body.listAt(body.c(plain), i), depth + 1)) {
            return false;
          }
        }
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** Of several writes of one kind that stand together, the last. */
  private List<Write> last(int function, List<Write> writes) {
    Body body = program.body(function);
    List<Write> kept = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      Write write = writes.get(i);
      boolean again = false;
      for (int j = i + 1; j < writes.size() && !again; j++) {
        Write other = writes.get(j);
        again =
            isNear(function, write, other)
                && Values.same(body, write.object(), other.object())
                && Values.same(body, write.key(), other.key());
      }
      if (!again) {
        kept.add(write);
      }
    }
    return kept;
  }

  /** Whether two writes are of one statement, or of two that follow each other. */
  private boolean isNear(int function, Write write, Write other) {
    Body body = program.body(function);
    return body.start(other.at()) - body.end(write.at()) < NEAR;
  }

  private Pollution pollution(int function, Write write, int root, Meeting.Answer met) {
    int base = program.base(function);
    int object = flow.bits[base + write.object()];
    int key = flow.bits[base + write.key()];
    String open =
        switch (root) {
          case Reach.ROOT -> "";
          case Reach.FUNCTION_ROOT -> "`__proto__` is kept out, `constructor.prototype` is not";
          default -> "`__proto__` is kept out, an array with it is not";
        };
    boolean remote = ((object & Reach.BY_REMOTE) != 0) || (key & Reach.REMOTE) != 0;
    List<FlowStep> steps = new ArrayList<>();
    int read = met.read() >= 0 ? met.read() : readOf(base + write.object());
    if (met.key().isEmpty()) {
      way(base + write.key(), What.SOURCE, steps);
    } else {
      along(met.key(), steps);
    }
    if (read >= 0) {
      steps.add(step(read, What.READ, ""));
    }
    steps.add(step(base + write.at(), What.WRITE, open));
    // Callers of a package name keys by arrays only if they mean to; requests do as they like.
    boolean sure = met.way() == Meeting.Way.ONE_CALL && (root != Reach.LISTED_ROOT || remote);
    return new Pollution(remote, sure, open, steps);
  }

  /** The read that gives what all inherit from; -1 if it cannot be told. */
  private int readOf(int object) {
    int current = object;
    for (int i = 0; i < MOST_STEPS; i++) {
      int from = flow.objectCause(current);
      if (from < 0) {
        return program.op(current) == Op.LOAD_KEY ? current : -1;
      }
      current = from;
    }
    return -1;
  }

  /** The way of a key, from where it comes in. */
  private void way(int key, What first, List<FlowStep> steps) {
    List<FlowStep> back = new ArrayList<>();
    int current = key;
    int shown = -1;
    for (int i = 0; i < MOST_STEPS; i++) {
      int from = flow.cause(current);
      if (from < 0) {
        back.add(step(current, first, parameter(current)));
        break;
      }
      boolean crossed = program.functionOf(from) != program.functionOf(current);
      Op op = program.op(current);
      boolean part = op == Op.CALL || op == Op.KEY_OF || op == Op.ELEMENT || op == Op.LOAD_KEY;
      if (back.size() < MOST_SHOWN && (part || crossed && op == Op.PARAM) && shown != current) {
        back.add(
            step(
                current,
                op == Op.PARAM ? What.PARAMETER : What.VALUE,
                op == Op.PARAM ? parameter(current) : ""));
        shown = current;
      }
      current = from;
    }
    if (back.isEmpty()) {
      back.add(step(key, first, ""));
    }
    Collections.reverse(back);
    steps.addAll(back);
  }

  /** The way of a key that is known from end to end. */
  private void along(List<Integer> values, List<FlowStep> steps) {
    int last = -1;
    for (int value : values) {
      Op op = program.op(value);
      boolean part = op == Op.CALL || op == Op.KEY_OF || op == Op.ELEMENT || op == Op.LOAD_KEY;
      boolean given = op == Op.PARAM && last >= 0;
      if (last < 0) {
        steps.add(step(value, What.SOURCE, parameter(value)));
      } else if (steps.size() < MOST_SHOWN && value != last && (part || given)) {
        What what = given ? What.PARAMETER : What.VALUE;
        steps.add(step(value, what, given ? parameter(value) : ""));
      }
      last = value;
    }
  }

  private String parameter(int value) {
    int function = program.functionOf(value);
    Body body = program.body(function);
    int v = value - program.base(function);
    int name = body.op(v) == Op.PARAM ? body.parameterName(body.a(v)) : -1;
    return name < 0 ? "" : program.flowOf(function).name(name);
  }

  private FlowStep step(int value, What what, String name) {
    int function = program.functionOf(value);
    Body body = program.body(function);
    int v = value - program.base(function);
    return new FlowStep(program.flowOf(function).path(), body.start(v), body.end(v), what, name);
  }
}
