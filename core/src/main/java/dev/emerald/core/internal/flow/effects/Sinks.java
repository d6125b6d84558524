package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.spi.scope.Constant;
import java.util.Set;

/** Whether data does harm at a sink: what the kind asks for, and the words of the model's line. */
final class Sinks {

  /** How far properties of a literal, and calls before another, are looked for. */
  static final int MAX_LOOK = 200;

  /** What no option follows. */
  private static final Set<String> ENDING = Set.of("--", "--end-of-options");

  /** The options of Node.js that code follows. */
  private static final Set<String> EVALUATING = Set.of("-e", "--eval", "-p", "--print", "-pe");

  private final Kinds kinds;
  private final Values values;
  private final ResponseType types;
  private final Programs programs;
  private final int library;

  Sinks(FlowModels models, Values values) {
    this.kinds = new Kinds(models.kinds());
    this.library = models.origin("library");
    this.values = values;
    this.types = new ResponseType(values);
    this.programs = new Programs(values);
  }

  /** See {@link Effects#reaches}. */
  Reach reaches(
      FileFlow file, Body body, int call, int argument, FlowModels.Sink sink, Taint taint) {
    if ((taint.kinds() & 1L << sink.kind()) == 0) {
      return Reach.NONE;
    }
    Family family = kinds.family(sink.kind());
    long state = taint.state();
    for (String word : sink.words()) {
      switch (word) {
        case "host" -> state = States.withUrl(state, States.URL_HOST);
        case "unquoted" -> state = States.withQuotes(state, States.UNQUOTED);
        default -> {
          if (!holds(file, body, call, argument, word, taint, state)) {
            return Reach.NONE;
          }
        }
      }
    }
    if (family == Family.HTML && types.isOther(file, body, call)) {
      return Reach.NONE;
    }
    return family.reach(state);
  }

  private boolean holds(
      FileFlow file, Body body, int call, int argument, String word, Taint taint, long state) {
    switch (word) {
      case "text" -> {
        return States.composed(state) || States.has(state, States.TEXT);
      }
      case "number" -> {
        return (taint.kinds() & ~kinds.ofNumbers()) == 0;
      }
      case "composed" -> {
        return States.composed(state);
      }
      case "built" -> {
        int value = argument < 0 ? -1 : Values.argument(body, call, argument);
        Values.At made = values.origin(file, body, value);
        return made.value() >= 0 && made.op() == Op.CONCAT;
      }
      case "object" -> {
        return !States.has(state, States.TEXT);
      }
      case "markup" -> {
        // In the middle of a selector there is no tag.
        return (state & States.BEFORE) == 0
            || States.constantBefore(state) && !States.has(state, States.NO_TAG);
      }
      case "tagged" -> {
        return States.isInPage(state) || !States.has(state, States.NO_TAG);
      }
      case "sniffed" -> {
        boolean plain = States.has(state, States.NO_TAG) || States.start(state) == States.ABSOLUTE;
        return !plain || !types.isGuessed(file, body, call);
      }
      case "whole" -> {
        // Which program is started is for the caller of a package to say.
        return (state & States.BEFORE) == 0 && taint.origin() != library;
      }
      case "program" -> {
        return programs.isWritten(file, body, call);
      }
      case "redirects" -> {
        Constant status = values.constant(file, body, Values.argument(body, call, 0));
        return status == null || status.number() >= 300 && status.number() < 400;
      }
      case "unverified" -> {
        return !Programs.isVerified(file, body);
      }
      case "dash" -> {
        return Family.OPTION.reach(state) != Reach.NONE
            && !lists(file, body, call, argument, ENDING);
      }
      case "declared" -> {
        return types.isDeclared(file, body, call);
      }
      case "evaluated" -> {
        return lists(file, body, call, argument, EVALUATING);
      }
      default -> {
        // Says nothing.
      }
    }
    return isCalledSo(file, body, call, word);
  }

  /** Whether the other arguments of a call are as a word of a model says. */
  boolean isCalledSo(FileFlow file, Body body, int call, String word) {
    if (word.startsWith("option:")) {
      return option(file, body, call, word.substring(7));
    }
    if (word.startsWith("!option:")) {
      return !hasOption(file, body, call, word.substring(8));
    }
    return !word.startsWith("arg:") || argument(file, body, call, word.substring(4));
  }

  /** Whether one of some texts is among the elements of a list of arguments. */
  private boolean lists(FileFlow file, Body body, int call, int argument, Set<String> texts) {
    int list = arguments(body, call);
    int value = argument < 0 || list < 0 ? -1 : Values.argument(body, call, argument);
    Values.At array = values.origin(file, body, value);
    if (array.value() < 0 || array.op() != Op.ARRAY) {
      return false;
    }
    int elements = array.body().c(array.value());
    for (int i = 0; i < array.body().listSize(elements); i++) {
      int element = array.body().listAt(elements, i);
      String text = element < 0 ? null : values.text(file, array.body(), element);
      if (text != null && texts.contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** The list of the arguments of a call; -1 for what is none, such as an assignment. */
  private static int arguments(Body body, int call) {
    Op op = body.op(call);
    return op == Op.CALL || op == Op.NEW ? body.c(call) : -1;
  }

  // Options.

  private boolean option(FileFlow file, Body body, int call, String asked) {
    int equals = asked.indexOf('=');
    String name = equals < 0 ? asked : asked.substring(0, equals);
    int list = arguments(body, call);
    boolean open = false;
    for (int i = body.listSize(list) - 1; i >= 0; i--) {
      Values.At options = values.origin(file, body, body.listAt(list, i));
      if (options.value() < 0) {
        continue;
      }
      Op op = options.op();
      if (op == Op.OBJECT) {
        int stored = stored(file, options, name);
        if (stored >= 0) {
          Constant constant = values.constant(file, options.body(), stored);
          return constant == null
              || (equals < 0
                  ? constant.truthy()
                  : constant.text().equals(asked.substring(equals + 1)));
        }
      }
      open |= op == Op.SPREAD;
    }
    return open;
  }

  /** Whether an option is given, to something that is not known to be false. */
  private boolean hasOption(FileFlow file, Body body, int call, String name) {
    int list = arguments(body, call);
    for (int i = body.listSize(list) - 1; i >= 0; i--) {
      Values.At options = values.origin(file, body, body.listAt(list, i));
      if (options.value() >= 0 && (options.op() == Op.OBJECT || options.op() == Op.CALL)) {
        int stored = stored(file, options, name);
        Constant constant = stored < 0 ? null : values.constant(file, options.body(), stored);
        if (stored >= 0 && (constant == null || constant.truthy())) {
          return true;
        }
      }
    }
    return list >= 0 && isSetAfter(file, body, call, name);
  }

  /** Whether an option is set on what a call gives: {@code send(…).maxage(0).root(folder)}. */
  private static boolean isSetAfter(FileFlow file, Body body, int call, String name) {
    int current = call;
    int last = Math.min(body.size(), call + MAX_LOOK);
    for (int i = call + 1; i < last; i++) {
      if (body.op(i) == Op.CALL && body.b(i) >= 0 && Values.plain(body, body.b(i)) == current) {
        if (name.equals(Values.method(file, body, i))) {
          return body.listSize(body.c(i)) > 0;
        }
        current = i;
      }
    }
    return false;
  }

  /** What an object has as a property by what is stored into it soon; -1 if it has none. */
  static int stored(FileFlow file, Values.At object, String name) {
    Body body = object.body();
    int last = Math.min(body.size(), object.value() + MAX_LOOK);
    for (int i = object.value() + 1; i < last; i++) {
      if (body.op(i) == Op.STORE
          && Values.plain(body, body.a(i)) == object.value()
          && file.name(body.b(i)).equals(name)) {
        return body.c(i);
      }
    }
    return -1;
  }

  private boolean argument(FileFlow file, Body body, int call, String asked) {
    int colon = asked.indexOf(':');
    String number = colon < 0 ? asked : asked.substring(0, colon);
    int index = number.length() == 1 ? number.charAt(0) - '0' : -1;
    if (index < 0 || index > 9) {
      return true;
    }
    if (colon < 0) {
      return index < body.listSize(arguments(body, call));
    }
    int argument = arguments(body, call) < 0 ? -1 : Values.argument(body, call, index);
    if (argument < 0) {
      return false;
    }
    String allowed = asked.substring(colon + 1);
    String text = values.text(file, body, argument);
    if (text != null) {
      return isOneOf(allowed, text);
    }
    // The default of an option is what the argument mostly is.
    Values.At chosen = values.origin(file, body, argument);
    if (chosen.value() < 0 || chosen.op() != Op.PHI) {
      return false;
    }
    int list = chosen.body().c(chosen.value());
    for (int i = 0; i < chosen.body().listSize(list); i++) {
      int each = chosen.body().listAt(list, i);
      String one = each < 0 ? null : values.text(file, chosen.body(), each);
      if (one != null && isOneOf(allowed, one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String allowed, String text) {
    for (String each : allowed.split("\\|", -1)) {
      if (text.equals(each)
          || each.endsWith("*") && text.startsWith(each.substring(0, each.length() - 1))) {
        return true;
      }
    }
    return false;
  }
}
