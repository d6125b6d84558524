package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Addresses;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.spi.scope.Constant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an outsider gets around by what they give: a search in a text that may as well be an
 * array, a comparison with the address that a client says it has.
 */
final class Checks {

  static final String CONFUSION = "type-confusion";
  static final String ADDRESS = "address-check";

  private static final int RECEIVER = -1;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_USES = 60;
  private static final int MAX_STEPS = 40;

  /** Searches that arrays have too, where they look for an element. */
  private static final Set<String> SEARCHES = Set.of("includes", "indexOf", "lastIndexOf");

  private static final Set<String> LOOK_UPS = Set.of("includes", "indexOf", "has");

  /** What somebody who looks for it in a text does not want there. */
  private static final Pattern BAD = Pattern.compile("[^\\p{Alnum}\\s,@_-]");

  private static final Pattern LIST =
      Pattern.compile("allow|white|trust|deny|denied|black|block|bann?ed|admin|internal|local");

  private final Tabulation all;
  private final Program program;
  private final int confusion;
  private final int address;

  Checks(Tabulation all) {
    this.all = all;
    this.program = all.program;
    this.confusion = all.apis.models().kinds().indexOf(CONFUSION);
    this.address = all.apis.models().kinds().indexOf(ADDRESS);
  }

  // A text that may be an array.

  /** Something controlled has passed a condition. */
  void passed(int fact, int function, Body body, int sigma) {
    if (confusion < 0 || body.c(sigma) > 1) {
      return;
    }
    Taint taint = taint(fact);
    if (!isOpen(taint, confusion) || !States.mayBeObject(taint.state()) || !isAsGiven(fact)) {
      return;
    }
    int call = search(function, body, sigma);
    if (call >= 0 && isUsedAsText(function, body, sigma)) {
      add(fact, program.base(function) + call, confusion, RECEIVER);
    }
  }

  /** Whether a value has passed a condition that takes it for a text. */
  boolean tests(int function, Body body, int sigma) {
    return confusion >= 0 && body.c(sigma) <= 1 && search(function, body, sigma) >= 0;
  }

  /** The search in a value that must have found nothing where it is; -1 if there is none. */
  private int search(int function, Body body, int sigma) {
    FileFlow file = program.flowOf(function);
    return search(file, body, body.b(sigma), body.c(sigma) == 1, body.a(sigma), 0);
  }

  /** Whether a value is what came in, and not what a library made of it. */
  private boolean isAsGiven(int fact) {
    int at = fact;
    for (int i = 0; i < MAX_STEPS; i++) {
      if (all.facts.from(at) < 0) {
        return true;
      }
      int value = all.facts.value(at);
      if (value >= 0 && value < program.values()) {
        Op op = program.op(value);
        boolean made = op == Op.CONCAT || op == Op.TAGGED || op == Op.OPAQUE || op == Op.NEW;
        if (made || op == Op.CALL && all.types.callees(value) == null) {
          return false;
        }
      }
      at = all.facts.from(at);
    }
    return false;
  }

  /**
   * The search in a value that must have found nothing, where a condition came out in some way; -1
   * if there is none.
   */
  private int search(FileFlow file, Body body, int condition, boolean truth, int of, int depth) {
    int value = Values.plain(body, condition);
    if (value < 0 || depth > MAX_DEPTH) {
      return -1;
    }
    switch (body.op(value)) {
      case UNARY -> {
        String operator = body.operator(value, file);
        return switch (operator) {
          case "!" -> search(file, body, body.a(value), !truth, of, depth + 1);
          case "~" -> truth ? -1 : inText(file, body, body.a(value), of, false);
          default -> -1;
        };
      }
      case BINARY -> {
        Constant constant = constant(file, body, body.b(value));
        return constant != null && isNothingFound(body.operator(value, file), constant, truth)
            ? inText(file, body, body.a(value), of, false)
            : -1;
      }
      case CALL -> {
        return truth ? -1 : inText(file, body, value, of, true);
      }
      case PHI -> {
        return searchOfAny(file, body, value, truth, of, depth);
      }
      default -> {
        return -1;
      }
    }
  }

  /** Of {@code a || b} that is false, and {@code a && b} that is true, both are so. */
  private int searchOfAny(FileFlow file, Body body, int phi, boolean truth, int of, int depth) {
    int list = body.c(phi);
    int open = 0;
    int last = -1;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      boolean left =
          operand >= 0
              && body.op(operand) == Op.SIGMA
              && body.c(operand) == (truth ? 0 : 1)
              && Values.plain(body, operand) == Values.plain(body, body.b(operand));
      if (left) {
        int found = search(file, body, body.b(operand), truth, of, depth + 1);
        if (found >= 0) {
          return found;
        }
      } else {
        open++;
        last = operand;
      }
    }
    return open == 1 && last >= 0 ? search(file, body, last, truth, of, depth + 1) : -1;
  }

  private static boolean isNothingFound(String operator, Constant constant, boolean truth) {
    double number = constant.type() == Constant.Type.NUMBER ? constant.number() : Double.NaN;
    return switch (operator) {
      case "===", "==" -> truth && number == -1;
      case "!==", "!=" -> !truth && number == -1;
      case ">" -> !truth && number == -1;
      case ">=" -> !truth && number == 0;
      case "<" -> truth && number == 0;
      default -> false;
    };
  }

  /** The call that searches a value for what is not wanted in it; -1 if it is none. */
  private int inText(FileFlow file, Body body, int value, int of, boolean truth) {
    int call = Values.plain(body, value);
    if (call < 0 || body.op(call) != Op.CALL) {
      return -1;
    }
    String method = Values.method(file, body, call);
    if (method == null
        || !SEARCHES.contains(method)
        || method.equals("includes") != truth
        || !Values.same(body, Values.receiver(body, call), of)) {
      return -1;
    }
    Constant text = constant(file, body, Values.argument(body, call, 0));
    return text != null && text.string() != null && BAD.matcher(text.text()).find() ? call : -1;
  }

  private @Nullable Constant constant(FileFlow file, Body body, int value) {
    return all.effects.constant(file, body, value);
  }

  /** Whether a value becomes part of a text, or is handed on, after it was found fine. */
  private boolean isUsedAsText(int function, Body body, int value) {
    int base = program.base(function);
    IntList open = new IntList(4);
    open.add(value);
    int steps = 0;
    for (int i = 0; i < open.size(); i++) {
      int at = open.get(i);
      for (int j = 0, n = program.uses().count(base + at);
          j < n && steps < MAX_USES;
          j++, steps++) {
        int user = program.uses().get(base + at, j) - base;
        switch (body.op(user)) {
          case SIGMA, PHI -> {
            if (user > at) {
              open.add(user);
            }
          }
          case CONCAT, TAGGED -> {
            return true;
          }
          case CALL, NEW -> {
            for (int k = 0; k < body.listSize(body.c(user)); k++) {
              if (body.listAt(body.c(user), k) == at) {
                return true;
              }
            }
          }
          default -> {}
        }
      }
    }
    return false;
  }

  // The address that a client says it has.

  /** Something controlled is compared. */
  void compared(int fact, int function, Body body, int v, int comparison) {
    if (address < 0 || body.op(comparison) != Op.BINARY || !isOpen(taint(fact), address)) {
      return;
    }
    FileFlow file = program.flowOf(function);
    String operator = body.operator(comparison, file);
    if (!operator.startsWith("==") && !operator.startsWith("!=")) {
      return;
    }
    int other = body.a(comparison) == v ? body.b(comparison) : body.a(comparison);
    if (Addresses.isAddress(constant(file, body, other))) {
      addAddress(fact, function, body, comparison, RECEIVER);
    }
  }

  /** Something controlled is looked up in a list, or searched for the start of an address. */
  void called(int fact, int function, Body body, int u, @Nullable String method, int position) {
    if (address < 0 || method == null || !isOpen(taint(fact), address)) {
      return;
    }
    FileFlow file = program.flowOf(function);
    boolean asked =
        position == 0 && LOOK_UPS.contains(method) && isListOfAddresses(function, body, u)
            || position == RECEIVER
                && method.equals("startsWith")
                && Addresses.isAddress(constant(file, body, Values.argument(body, u, 0)));
    if (asked) {
      addAddress(fact, function, body, u, position);
    }
  }

  private boolean isListOfAddresses(int function, Body body, int call) {
    FileFlow file = program.flowOf(function);
    int list = Values.plain(body, Values.receiver(body, call));
    if (list < 0) {
      return false;
    }
    if (body.op(list) == Op.LOAD
        && LIST.matcher(file.name(body.b(list)).toLowerCase(Locale.ROOT)).find()) {
      return true;
    }
    for (String text : all.effects.texts(file, body, list)) {
      if (Addresses.isAddress(text)) {
        return true;
      }
    }
    return false;
  }

  private void addAddress(int fact, int function, Body body, int at, int position) {
    if (!isLastProxy(fact) && !looksAtPeer(function, body)) {
      add(fact, program.base(function) + at, address, position);
    }
  }

  /** Whether it is the end of a list, which the nearest proxy wrote. */
  private boolean isLastProxy(int fact) {
    int at = fact;
    for (int i = 0; i < MAX_STEPS && at >= 0; i++) {
      int value = all.facts.value(at);
      if (value >= 0 && value < program.values() && program.op(value) == Op.CALL) {
        int function = program.functionOf(value);
        Body body = program.body(function);
        FileFlow file = program.flowOf(function);
        int call = value - program.base(function);
        String method = Values.method(file, body, call);
        if ("pop".equals(method)) {
          return true;
        }
        if ("at".equals(method) || "slice".equals(method)) {
          Constant index = constant(file, body, Values.argument(body, call, 0));
          if (index != null && index.number() < 0) {
            return true;
          }
        }
      }
      at = all.facts.from(at);
    }
    return false;
  }

  /** Whether the function asks who is at the other end of the connection. */
  private boolean looksAtPeer(int function, Body body) {
    FileFlow file = program.flowOf(function);
    int base = program.base(function);
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) != Op.LOAD || !file.name(body.b(v)).equals("remoteAddress")) {
        continue;
      }
      for (int i = 0, n = program.uses().count(base + v); i < n; i++) {
        Op user = program.op(program.uses().get(base + v, i));
        if (user == Op.BINARY || user == Op.CALL) {
          return true;
        }
      }
    }
    return false;
  }

  // Both.

  private Taint taint(int fact) {
    return all.marks.taint(all.facts.mark(fact));
  }

  private static boolean isOpen(Taint taint, int kind) {
    return (taint.kinds() >>> kind & 1) == 1;
  }

  private void add(int fact, int at, int kind, int argument) {
    int mark = all.facts.mark(fact);
    Taint taint = all.marks.taint(mark);
    all.hits.add(
        new Hits.Hit(
            null, kind, at, argument, taint.origin(), fact, false, false, Marks.guessed(mark)));
  }
}
