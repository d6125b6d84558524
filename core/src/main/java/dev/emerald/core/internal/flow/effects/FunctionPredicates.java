package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.effects.Conditions.Filter;
import dev.emerald.core.internal.flow.effects.Conditions.Use;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a function says of its arguments by what it returns, or by returning at all. A function that
 * is looked at is looked at once; of what it calls in turn the answers are asked for each time.
 */
final class FunctionPredicates {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_RETURNS = 32;
  private static final int MAX_USES = 4;

  private final Conditions conditions;
  private final Map<Question, Filter> known = new ConcurrentHashMap<>();

  private record Question(Body body, int parameter, int outcome) {}

  FunctionPredicates(Conditions conditions) {
    this.conditions = conditions;
  }

  /** What is known of a parameter where the function ended in some way. */
  Filter of(FileFlow file, Body body, int parameter, int outcome) {
    Question question = new Question(body, parameter, outcome);
    Filter filter = known.get(question);
    if (filter == null) {
      filter = new Look(file, body, parameter, outcome).filter();
      known.put(question, filter);
    }
    return filter;
  }

  /** The value of a parameter that is no rest parameter; -1 if there is none. */
  static int parameter(Body body, int index) {
    for (int i = 0; i < body.size(); i++) {
      if (body.op(i) == Op.PARAM && body.a(i) == index && body.b(i) != 1) {
        return i;
      }
    }
    return -1;
  }

  /** One look at a function. */
  private final class Look {
    private final FileFlow file;
    private final Body body;
    private final int parameter;
    private final int outcome;
    private final int value;
    private @Nullable List<Use> uses;
    private int work = 64;

    Look(FileFlow file, Body body, int parameter, int outcome) {
      this.file = file;
      this.body = body;
      this.parameter = parameter;
      this.outcome = outcome;
      this.value = parameter(body, parameter);
    }

    Filter filter() {
      if (value < 0 || body.is(Body.GENERATOR)) {
        return new Filter(Known.NOTHING, List.of());
      }
      Known either = Known.CONSTANT;
      int returns = 0;
      boolean first = true;
      for (int i = 0; i < body.size(); i++) {
        if (body.op(i) != Op.RETURN || !feasible(body.a(i))) {
          continue;
        }
        if (++returns > MAX_RETURNS) {
          return new Filter(Known.NOTHING, List.of());
        }
        List<Use> own = new ArrayList<>(0);
        either = either.or(at(i, own));
        // What two returns ask of other functions would have to be answered alike: one does.
        uses = first ? own : List.of();
        first = false;
      }
      return new Filter(either, uses == null ? List.of() : List.copyOf(uses));
    }

    /** Whether a return can be the outcome that is asked for. */
    private boolean feasible(int returned) {
      if (outcome == 2) {
        return true;
      }
      if (returned < 0) {
        return outcome == 0;
      }
      int plain = Values.plain(body, returned);
      return switch (body.op(plain)) {
        case CONST -> file.constant(body.a(plain)).truthy() == (outcome == 1);
        case OBJECT, ARRAY, FUNCTION, CLASS, REGEX -> outcome == 1;
        case NEW -> outcome == 1;
        case CALL -> settled(plain);
        default -> true;
      };
    }

    /** {@code Promise.resolve(true)} and {@code Promise.reject()}. */
    private boolean settled(int call) {
      String api = Values.api(file, body, call);
      if ("globalThis.Promise.reject".equals(api)) {
        return false;
      }
      return !"globalThis.Promise.resolve".equals(api) || feasible(Values.argument(body, call, 0));
    }

    private Known at(int position, List<Use> own) {
      Known held =
          held(
              body.listSize(body.c(position)) > parameter
                  ? body.listAt(body.c(position), parameter)
                  : -1,
              0,
              own);
      int returned = body.a(position);
      if (outcome == 2 || returned < 0) {
        return held;
      }
      int plain = Values.plain(body, returned);
      if (body.op(plain) == Op.CALL
          && "globalThis.Promise.resolve".equals(Values.api(file, body, plain))) {
        returned = Values.argument(body, plain, 0);
      }
      return returned < 0 ? held : held.and(ask(returned, outcome, own));
    }

    private Known ask(int condition, int result, List<Use> own) {
      Filter filter = conditions.filter(file, body, condition, result, value);
      for (Use use : filter.uses()) {
        if (own.size() < MAX_USES) {
          own.add(use);
        }
      }
      return filter.known();
    }

    /** What the conditions that hold for a value say of the parameter. */
    private Known held(int current, int depth, List<Use> own) {
      if (current < 0 || depth > MAX_DEPTH || work-- <= 0) {
        return Known.NOTHING;
      }
      switch (body.op(current)) {
        case SIGMA -> {
          return ask(body.b(current), body.c(current), own)
              .and(held(body.a(current), depth + 1, own));
        }
        case PHI -> {
          return heldByAll(body.c(current), depth);
        }
        case CALL -> {
          int receiver = Values.receiver(body, current);
          Known known = held(receiver, depth + 1, own);
          return known.isNothing() && body.listSize(body.c(current)) > 0
              ? held(body.listAt(body.c(current), 0), depth + 1, own)
              : known;
        }
        default -> {
          return Known.NOTHING;
        }
      }
    }

    private Known heldByAll(int list, int depth) {
      Known either = Known.CONSTANT;
      for (int i = 0; i < body.listSize(list); i++) {
        // Uses under one branch alone say nothing of the others.
        List<Use> ignored = new ArrayList<>(0);
        Known branch = held(body.listAt(list, i), depth + 1, ignored);
        either = either.or(branch);
      }
      return body.listSize(list) == 0 ? Known.NOTHING : either;
    }
  }
}
