package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is known of one value over to another: to what it was made of, and from there to
 * what else was made of that.
 */
final class Relations {

  private static final int MAX_UP = 6;
  private static final int MAX_DOWN = 5;

  private static final Taint PROBE = new Taint(0, -1L, States.UNTOUCHED);

  private final FlowModels models;
  private final Kinds kinds;
  private final Steps steps;

  Relations(FlowModels models, Kinds kinds, Steps steps) {
    this.models = models;
    this.kinds = kinds;
    this.steps = steps;
  }

  /** Bounds the work of one question. */
  private static final class Work {
    private int left = 64;

    /** Where {@link Relations#operand} found it. */
    private int position;

    boolean spend() {
      return left-- > 0;
    }
  }

  /**
   * What is known of {@code of} if {@code known} is of {@code tested}.
   *
   * @return {@link Known#NOTHING} if the two have nothing to do with each other
   */
  Known carry(FileFlow file, Body body, Known known, int tested, int of) {
    return up(file, body, known, tested, of, 0, new Work());
  }

  private Known up(
      FileFlow file, Body body, Known known, int tested, int of, int depth, Work work) {
    if (known.isNothing() || tested < 0 || !work.spend()) {
      return Known.NOTHING;
    }
    if (Values.same(body, tested, of)) {
      return known;
    }
    Known below = down(file, body, known, tested, of, work);
    if (!below.isNothing() || depth == MAX_UP) {
      return below;
    }
    int value = Values.plain(body, tested);
    switch (body.op(value)) {
      case CALL, NEW -> {
        return upCall(file, body, known, value, of, depth, work);
      }
      case CONCAT -> {
        return upList(file, body, partOf(known), body.c(value), of, depth, work);
      }
      case LOAD, LOAD_KEY, ELEMENT, AWAIT -> {
        return up(file, body, inside(file, body, value, known), body.a(value), of, depth + 1, work);
      }
      case UNARY, BINARY -> {
        return upNumber(file, body, known, value, of, depth, work);
      }
      case PHI -> {
        return upPhi(file, body, known, value, of, depth, work);
      }
      default -> {
        return Known.NOTHING;
      }
    }
  }

  private Known upList(
      FileFlow file, Body body, Known known, int list, int of, int depth, Work work) {
    for (int i = 0; i < body.listSize(list); i++) {
      Known found = up(file, body, known, body.listAt(list, i), of, depth + 1, work);
      if (!found.isNothing()) {
        return found;
      }
    }
    return Known.NOTHING;
  }

  /** A default value: {@code x || ''} says what is said of {@code x}. */
  private Known upPhi(
      FileFlow file, Body body, Known known, int value, int of, int depth, Work work) {
    int list = body.c(value);
    int candidate = -1;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = Values.plain(body, body.listAt(list, i));
      if (operand >= 0 && body.op(operand) != Op.CONST) {
        if (candidate >= 0 && candidate != operand) {
          return Known.NOTHING;
        }
        candidate = operand;
      }
    }
    return candidate == value
        ? Known.NOTHING
        : up(file, body, known, candidate, of, depth + 1, work);
  }

  private Known upNumber(
      FileFlow file, Body body, Known known, int value, int of, int depth, Work work) {
    boolean plus = body.op(value) == Op.UNARY && body.operator(value, file).equals("+");
    return plus && isNumeric(known)
        ? up(file, body, known, body.a(value), of, depth + 1, work)
        : Known.NOTHING;
  }

  private static boolean isNumeric(Known known) {
    return known.constant() || States.has(known.gains(), Metachars.EVERY);
  }

  /** What is known of parts of a text of which it is known as a whole: what it holds none of. */
  private static Known partOf(Known known) {
    if (known.constant()) {
      return Known.CONSTANT;
    }
    int dots = known.dots() == States.DOTS_NONE ? States.DOTS_NONE : 0;
    long kinds = known.kinds();
    return new Known(
        false, kinds | known.normalized(), 0, known.gains() & Metachars.EVERY, dots, 0, 0);
  }

  /** What is known of an object when it is known of a property: of the host of a URL, the URL. */
  private Known inside(FileFlow file, Body body, int value, Known known) {
    if (body.op(value) == Op.LOAD) {
      String name = file.name(body.b(value));
      if (known.constant()
          && (name.equals("hostname") || name.equals("host") || name.equals("origin"))) {
        return Known.kinds(kinds.of(Family.URL));
      }
      if (name.equals("pathname") || name.equals("path") || name.equals("href")) {
        return known;
      }
      return Known.NOTHING;
    }
    // What is known of one element says nothing of the others.
    return body.op(value) == Op.AWAIT ? known : Known.NOTHING;
  }

  private Known upCall(
      FileFlow file, Body body, Known known, int call, int of, int depth, Work work) {
    String api = Values.api(file, body, call);
    if (api != null) {
      String word = Builtins.word(api);
      FlowModels.Api model = models.api(api);
      int relates = model == null ? -1 : model.relates();
      if (word != null) {
        return upWord(file, body, known, call, word, api, of, depth, work);
      }
      if (relates >= 0) {
        return up(file, body, known, Values.argument(body, call, relates), of, depth + 1, work);
      }
      if (isUrl(api)) {
        return upList(file, body, known, body.c(call), of, depth, work);
      }
    }
    String method = Values.method(file, body, call);
    if (method == null) {
      return Known.NOTHING;
    }
    int receiver = Values.receiver(body, call);
    return switch (method) {
      case "toString",
          "valueOf",
          "toLowerCase",
          "toUpperCase",
          "toLocaleLowerCase",
          "toLocaleUpperCase" ->
          up(file, body, known, receiver, of, depth + 1, work);
      case "trim", "trimStart", "trimEnd" ->
          up(file, body, trimmed(known), receiver, of, depth + 1, work);
      case "replace",
          "replaceAll",
          "split",
          "slice",
          "substr",
          "substring",
          "match",
          "concat",
          "normalize" ->
          up(file, body, cutOf(method, known), receiver, of, depth + 1, work);
      default -> Known.NOTHING;
    };
  }

  private static boolean isUrl(String api) {
    return api.equals("url.parse") || api.endsWith("URL") || api.equals("url.URL");
  }

  private static Known trimmed(Known known) {
    return known.constant()
        ? known
        : new Known(
            false,
            known.kinds(),
            known.normalized(),
            known.gains() & ~Metachars.of(" \n\r"),
            known.dots(),
            0,
            known.url());
  }

  /** A text that was cut or changed: what the rest holds none of says nothing of the whole. */
  private static Known cutOf(String method, Known known) {
    return method.equals("split") && known.dots() == States.DOTS_NONE && !known.constant()
        ? Known.dots(States.DOTS_NONE)
        : Known.NOTHING;
  }

  private Known upWord(
      FileFlow file,
      Body body,
      Known known,
      int call,
      String word,
      String api,
      int of,
      int depth,
      Work work) {
    Known carried =
        switch (word) {
          case "path:join", "path:resolve", "path:normalize" -> pathOf(known);
          case "path:relative" -> relativeOf(known);
          case "number" -> isNumeric(known) && !api.contains("parse") ? known : Known.NOTHING;
          case "string", "format" -> known;
          case "decode" -> decodedOf(known);
          default -> Known.NOTHING;
        };
    return upList(file, body, carried, body.c(call), of, depth, work);
  }

  /** Of a path before it was normalised: whatever it is, what comes of it is known. */
  private static Known pathOf(Known known) {
    if (known.constant()) {
      return known;
    }
    return Known.kinds(known.kinds() | known.normalized());
  }

  /** {@code path.relative(root, p)} that does not start with {@code ..}: p lies below root. */
  private Known relativeOf(Known known) {
    return known.dots() >= States.DOTS_LEADING ? Known.kinds(kinds.of(Family.PATH)) : pathOf(known);
  }

  /** What holds no {@code ..} when decoded holds none before, but may when decoded once more. */
  private static Known decodedOf(Known known) {
    return known.constant() ? known : partOf(known);
  }

  // From a value to what is made of it.

  /** What is known of {@code of}, if it is made of {@code tested}. */
  private Known down(FileFlow file, Body body, Known known, int tested, int of, Work work) {
    int[] way = new int[MAX_DOWN + 1];
    int length = find(file, body, tested, of, way, 0, work);
    if (length < 0) {
      return Known.NOTHING;
    }
    if (known.constant()) {
      return Known.CONSTANT;
    }
    Taint base = follow(file, body, way, length, tested, PROBE, work);
    Taint start = known.of(PROBE, kinds.of(Family.PATH), kinds.ofWords());
    return base == null
        ? Known.NOTHING
        : gained(base, follow(file, body, way, length, tested, start, work));
  }

  /** What is known of a value that is the same as what is made of it. */
  Known made(FileFlow file, Body body, int made, int of) {
    Work work = new Work();
    int[] way = new int[MAX_DOWN + 1];
    int length = find(file, body, of, made, way, 0, work);
    return length <= 0
        ? Known.NOTHING
        : gained(PROBE, follow(file, body, way, length, of, PROBE, work));
  }

  /** A taint at the made value: the way leads from there to what it is made of. */
  private @Nullable Taint follow(
      FileFlow file,
      Body body,
      int[] way,
      int length,
      int tested,
      @Nullable Taint start,
      Work work) {
    Taint taint = start;
    for (int i = length - 1; taint != null && i >= 0; i--) {
      taint = step(file, body, way[i], i == length - 1 ? tested : way[i + 1], taint, work);
    }
    return taint;
  }

  /** What a taint lost and gained. */
  static Known gained(Taint base, @Nullable Taint with) {
    if (with == null) {
      return Known.CONSTANT;
    }
    int dots = States.dots(with.state()) > States.dots(base.state()) ? States.DOTS_NONE : 0;
    int start =
        States.start(with.state()) == States.start(base.state())
            ? States.START_UNKNOWN
            : States.start(with.state());
    Known known =
        new Known(
            false,
            base.kinds() & ~with.kinds(),
            0,
            with.state() & ~base.state() & States.GAINS,
            dots,
            start,
            States.url(with.state()) > States.url(base.state()) ? States.url(with.state()) : 0);
    return known.isNothing() ? Known.NOTHING : known;
  }

  private @Nullable Taint step(FileFlow file, Body body, int to, int from, Taint taint, Work work) {
    switch (body.op(to)) {
      case PHI, SIGMA, LOAD, AWAIT, ELEMENT, SPREAD, ARRAY -> {
        return taint;
      }
      default -> {
        int operand = operand(body, to, from, work);
        return steps.through(file, body, to, operand, work.position, null, taint);
      }
    }
  }

  /** The operand of an instruction that is a value; says in the work where it stands. */
  private static int operand(Body body, int to, int from, Work work) {
    work.position = -1;
    switch (body.op(to)) {
      case CONCAT, CALL, NEW, TAGGED, OPAQUE -> {
        int list = body.c(to);
        for (int i = 0; i < body.listSize(list); i++) {
          if (Values.same(body, body.listAt(list, i), from)) {
            work.position = i;
            return body.listAt(list, i);
          }
        }
      }
      default -> {}
    }
    return from;
  }

  /** Fills in the way from {@code of} up to {@code tested}; the number of steps, -1 if none. */
  private int find(FileFlow file, Body body, int tested, int of, int[] path, int depth, Work work) {
    if (of < 0 || !work.spend()) {
      return -1;
    }
    if (Values.same(body, of, tested)) {
      return depth;
    }
    if (depth == MAX_DOWN) {
      return -1;
    }
    int value = Values.plain(body, of);
    path[depth] = value;
    switch (body.op(value)) {
      case CONCAT, ARRAY, PHI, OPAQUE, TAGGED -> {
        return findIn(file, body, tested, body.c(value), path, depth, work);
      }
      case CALL -> {
        int found = find(file, body, tested, Values.receiver(body, value), path, depth + 1, work);
        path[depth] = value;
        return found >= 0 ? found : findIn(file, body, tested, body.c(value), path, depth, work);
      }
      case NEW -> {
        return findIn(file, body, tested, body.c(value), path, depth, work);
      }
      case LOAD, LOAD_KEY, AWAIT, ELEMENT, SPREAD, UNARY -> {
        return find(file, body, tested, body.a(value), path, depth + 1, work);
      }
      default -> {
        return -1;
      }
    }
  }

  private int findIn(
      FileFlow file, Body body, int tested, int list, int[] path, int depth, Work work) {
    int value = path[depth];
    for (int i = 0; i < body.listSize(list); i++) {
      int found = find(file, body, tested, body.listAt(list, i), path, depth + 1, work);
      if (found >= 0) {
        path[depth] = value;
        return isOnlyOne(file, body, value, list, i) ? found : -1;
      }
    }
    return -1;
  }

  /**
   * Whether nothing else that is put in comes from a parameter: then it would still be in there.
   */
  private static boolean isOnlyOne(FileFlow file, Body body, int value, int list, int index) {
    String api = Values.api(file, body, value);
    boolean path = api != null && api.startsWith("path.");
    for (int i = 0; i < body.listSize(list); i++) {
      if (i != index && (!path || i > index) && !isFixed(body, body.listAt(list, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFixed(Body body, int operand) {
    int value = Values.plain(body, operand);
    for (int i = 0; i < MAX_UP && value >= 0; i++) {
      switch (body.op(value)) {
        case LOAD -> {
          value = Values.plain(body, body.a(value));
        }
        case CONST, CAPTURE, GLOBAL, MODULE, IMPORT, CELL_GET, THIS, FUNCTION -> {
          return true;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
