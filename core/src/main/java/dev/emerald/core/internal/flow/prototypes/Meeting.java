package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.prototypes.Origins.Mode;
import dev.emerald.core.internal.flow.prototypes.Origins.Origin;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the key that is read under and the key that is written under come from one caller. The
 * flow of keys does not tell calls apart; here both are followed back through the same calls, so
 * that a write is not blamed for an object of one caller and a key of another.
 */
final class Meeting {

  private static final int MOST_STATES = 4_000;
  private static final int MOST_STEPS = 60;

  /** How an object and a key come together. */
  enum Way {
    /** By nothing that is known of. */
    NONE,
    /** By what is kept in objects that others share, or by keys that are named one by one. */
    LOOSE,
    /** By one call from outside. */
    ONE_CALL
  }

  private final KeyFlow flow;
  private final Program program;
  private final Types types;
  private final Origins origins;
  private final CallFacts facts;
  private boolean complete = true;

  /**
   * An object, or the key it was read under, and the key of the write.
   *
   * @param call the call that was gone back through, if it stands where something holds for what
   *     the function around it was given; else -1
   */
  private record State(Origin object, Origin key, int call) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State state
          && call == state.call
          && object.equals(state.object)
          && key.equals(state.key);
    }

    @Override
    public int hashCode() {
      return (object.hashCode() * 0x9E37_79B1 + key.hashCode()) * 31 + call;
    }
  }

  /** What leads to a state: the values that were looked back from, and the state before. */
  private record Before(@Nullable State state, int object, Mode mode, int key, Mode keyMode) {}

  /**
   * How an object and a key come together, and by what: values from the one that callers give to
   * the one of the write.
   *
   * @param key of the key
   * @param read where the object is read; -1 if that is not known
   */
  record Answer(Way way, List<Integer> key, int read) {}

  /**
   * How objects of one kind meet keys.
   *
   * @param root one of the bits of {@link Reach#ROOTS}
   */
  Meeting(KeyFlow flow, Definitions definitions, int root) {
    this.flow = flow;
    this.program = flow.program;
    this.types = flow.types;
    this.origins = new Origins(flow, definitions, root);
    this.facts = new CallFacts(flow.program, definitions);
  }

  /** Whether no search was given up. */
  boolean complete() {
    return complete && origins.complete();
  }

  /** How the object and the key of a write come together; both are values of the program. */
  Answer of(int object, int key) {
    Map<State, Before> seen = new LinkedHashMap<>();
    ArrayDeque<State> open = new ArrayDeque<>();
    Before start = new Before(null, object, Mode.OBJECT, key, Mode.KEY);
    Set<Origin> keys = origins.of(key, Mode.KEY);
    pairs(origins.of(object, Mode.OBJECT), keys, -1, start, open, seen);
    Way way = Way.NONE;
    while (!open.isEmpty()) {
      State state = open.remove();
      if (state.object().value() == Origins.STORED || state.key().value() == Origins.STORED) {
        way = Way.LOOSE;
        continue;
      }
      if (begin(state)) {
        if (isMet(state) && state.object().part() && state.key().part()) {
          return answer(state, seen);
        }
        way = Way.LOOSE;
      }
      if (seen.size() > MOST_STATES) {
        complete = false;
        return new Answer(Way.LOOSE, List.of(), -1);
      }
      back(state, open, seen);
    }
    return new Answer(way, List.of(), -1);
  }

  private Answer answer(State met, Map<State, Before> seen) {
    List<Integer> key = new ArrayList<>();
    int read = -1;
    State state = met;
    for (int i = 0; state != null && i < MOST_STEPS; i++) {
      Before before = seen.get(state);
      if (before == null) {
        break;
      }
      if (before.key() >= 0) {
        Origin end = plain(state.key(), before, before.key(), before.keyMode());
        for (Origin each : origins.path(before.key(), before.keyMode(), end)) {
          key.add(each.value());
        }
      }
      if (before.mode().isObject() && !state.object().mode().isObject()) {
        Origin end = plain(state.object(), before, before.object(), before.mode());
        read = read(origins.path(before.object(), Mode.OBJECT, end));
      }
      state = before.state();
    }
    return new Answer(Way.ONE_CALL, key, read);
  }

  /** An origin as it was found from where it was looked back from, not through all calls. */
  private Origin plain(Origin origin, Before before, int from, Mode mode) {
    if (before.state() != null && origin.part() && from >= 0) {
      Origin unmarked = new Origin(origin.value(), origin.mode(), false);
      if (origins.of(from, mode).contains(unmarked)) {
        return unmarked;
      }
    }
    return origin;
  }

  /** Where a path goes from a key to the object that is read under it. */
  private static int read(List<Origin> path) {
    for (int i = 1; i < path.size(); i++) {
      if (path.get(i - 1).mode() == Mode.NAME && path.get(i).mode().isObject()) {
        return path.get(i).value();
      }
    }
    return -1;
  }

  private boolean begin(State state) {
    return !state.object().mode().isObject()
        && flow.begins(state.object().value())
        && flow.begins(state.key().value());
  }

  private boolean isMet(State state) {
    int one = state.object().value();
    int other = state.key().value();
    int function = program.functionOf(one);
    int second = program.functionOf(other);
    return isRemote(one)
        || isRemote(other)
        || origins.isWithin(function, second)
        || origins.isWithin(second, function);
  }

  private boolean isRemote(int value) {
    return (flow.bits[value] & Reach.REMOTE) != 0;
  }

  /** Where the callers of the innermost function of both get them from. */
  private void back(State state, ArrayDeque<State> open, Map<State, Before> seen) {
    int one = program.functionOf(state.object().value());
    int other = program.functionOf(state.key().value());
    int function = origins.isWithin(other, one) ? other : one;
    IntList callers = types.callers(function);
    for (int i = 0; callers != null && i < callers.size(); i++) {
      int call = callers.get(i);
      if (state.call() >= 0 && facts.rulesOut(call, origins.shift(call, function), state.call())) {
        continue;
      }
      int needs = facts.needsAny(call) ? call : -1;
      IntList objects = values(call, state.object(), function == one);
      IntList keys = values(call, state.key(), function == other);
      for (int j = 0; j < objects.size(); j++) {
        for (int k = 0; k < keys.size(); k++) {
          int object = objects.get(j);
          int key = keys.get(k);
          Before before = new Before(state, object, state.object().mode(), key, state.key().mode());
          Set<Origin> ofObject = origins(object, state.object());
          pairs(ofObject, origins(key, state.key()), needs, before, open, seen);
        }
      }
    }
  }

  /** What a call gives for an origin; -1 if it is not of the function that is called. */
  private IntList values(int call, Origin origin, boolean given) {
    IntList found = new IntList();
    if (!given) {
      found.add(-1);
      return found;
    }
    IntList values = origins.given(call, origin.value());
    for (int i = 0; i < values.size(); i++) {
      if (origins.is(values.get(i), origin.mode())) {
        found.add(values.get(i));
      }
    }
    return found;
  }

  private Set<Origin> origins(int value, Origin of) {
    if (value < 0) {
      return Set.of(of);
    }
    Set<Origin> found = new LinkedHashSet<>();
    for (Origin each : origins.of(value, of.mode())) {
      found.add(new Origin(each.value(), each.mode(), each.part() || of.part()));
    }
    return found;
  }

  private void pairs(
      Set<Origin> objects,
      Set<Origin> keys,
      int call,
      Before before,
      ArrayDeque<State> open,
      Map<State, Before> seen) {
    for (Origin object : objects) {
      for (Origin key : keys) {
        State state = new State(object, key, call);
        if (seen.size() <= MOST_STATES && seen.putIfAbsent(state, before) == null) {
          open.add(state);
        }
      }
    }
  }
}
