package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.Node;
import java.util.Arrays;

/**
 * Which variables a condition speaks of: those whose values it mentions, those that such a value
 * was made of, and those that were made of such a value. All searches are bounded.
 */
final class Guards {

  /** Variables that one condition is written at. */
  private static final int MAX_TARGETS = 12;

  /** Values that are looked at for one condition. */
  private static final int MAX_MENTIONED = 24;

  /** Values that are looked at for one assignment. */
  private static final int MAX_MADE_OF = 8;

  /** Variables that are looked at for one value, those first that were assigned last. */
  private static final int MAX_HOLDERS = 24;

  private final BodyLowering body;
  private final Instructions code;
  private final Environment env;

  /** Instructions between two parameters that follow each other. */
  private static final int MAX_BETWEEN = 16;

  /** By value: the last entry in the list of the variables that hold it. */
  private int[] holders = {};

  /** By value: the last entry in the list of the variables that were made of it. */
  private int[] products = {};

  private final Ints holderSlots = new Ints();
  private final Ints holderValues = new Ints();
  private final Ints holderNext = new Ints();
  private final Ints found = new Ints();

  Guards(BodyLowering body) {
    this.body = body;
    this.code = body.code;
    this.env = body.env;
  }

  /** Notes that a variable holds a value. */
  void hold(int slot, int value) {
    if (!body.coarse) {
      int canon = code.canon(value);
      note(true, canon, slot, canon);
    }
  }

  /** Notes that a variable holds a value, and what that was made of. */
  void made(int slot, int value) {
    if (body.coarse || value < 0) {
      return;
    }
    int canon = code.canon(value);
    note(true, canon, slot, canon);
    if (simple(code.op(canon))) {
      return;
    }
    mention(canon, MAX_MADE_OF);
    for (int i = 1; i < found.size(); i++) {
      note(false, found.get(i), slot, canon);
    }
  }

  private void note(boolean held, int of, int slot, int value) {
    if (of >= holders.length) {
      int from = holders.length;
      int length = Math.max(64, Math.max(of + 1, from * 2));
      holders = Arrays.copyOf(holders, length);
      products = Arrays.copyOf(products, length);
      Arrays.fill(holders, from, length, -1);
      Arrays.fill(products, from, length, -1);
    }
    if (fixed(code.op(of))) {
      return;
    }
    int[] heads = held ? holders : products;
    int at = heads[of];
    for (int i = 0; at >= 0 && i < MAX_HOLDERS; i++) {
      if (holderSlots.get(at) == slot && holderValues.get(at) == value) {
        return;
      }
      at = holderNext.get(at);
    }
    holderSlots.add(slot);
    holderValues.add(value);
    holderNext.add(heads[of]);
    heads[of] = holderNext.size() - 1;
  }

  /** Values that conditions need not be written at: what the program itself has made. */
  private static boolean fixed(Op op) {
    return switch (op) {
      case CONST, REGEX, FUNCTION, CLASS, MODULE, IMPORT, GLOBAL, EXPORTS -> true;
      default -> false;
    };
  }

  private static boolean simple(Op op) {
    return switch (op) {
      case PARAM,
          THIS,
          ARGUMENTS,
          CAPTURE,
          CELL_GET,
          CONST,
          REGEX,
          FUNCTION,
          CLASS,
          MODULE,
          IMPORT,
          GLOBAL,
          EXPORTS,
          OBJECT,
          CATCH ->
          true;
      default -> false;
    };
  }

  /**
   * The slots of the variables that a condition speaks of.
   *
   * @param condition its value
   */
  void targets(int condition, Ints slots) {
    slots.cut(0);
    if (body.coarse || condition < 0) {
      return;
    }
    mention(code.canon(condition), MAX_MENTIONED);
    targetsOfMentioned(slots);
  }

  /** The slots of the variables that the arguments of a call speak of. */
  void targetsOfCall(int call, Ints slots) {
    slots.cut(0);
    if (body.coarse) {
      return;
    }
    mention(call, MAX_MENTIONED);
    targetsOfMentioned(slots);
  }

  private void targetsOfMentioned(Ints slots) {
    for (int i = 0; i < found.size(); i++) {
      targets(holders, found.get(i), slots);
    }
    for (int i = 0; i < found.size(); i++) {
      targets(products, found.get(i), slots);
    }
  }

  private void targets(int[] heads, int of, Ints slots) {
    int at = of < heads.length ? heads[of] : -1;
    for (int i = 0; at >= 0 && i < MAX_HOLDERS && slots.size() < MAX_TARGETS; i++) {
      int slot = holderSlots.get(at);
      int value = env.get(slot);
      if (value >= 0 && code.canon(value) == holderValues.get(at)) {
        slots.addNew(slot);
      }
      at = holderNext.get(at);
    }
  }

  /** Writes a condition at variables. */
  void know(Ints slots, int condition, int outcome, Node node) {
    for (int i = 0; i < slots.size(); i++) {
      int slot = slots.get(i);
      int value = env.get(slot);
      if (value >= 0) {
        int sigma = code.add(Op.SIGMA, value, condition, outcome, node);
        env.set(slot, sigma, env.time(slot));
      }
    }
  }

  /** Collects the values that a value speaks of or was made of, nearest first, itself included. */
  private void mention(int value, int most) {
    found.cut(0);
    found.add(value);
    for (int i = 0; i < found.size() && found.size() < most; i++) {
      operands(found.get(i), most);
    }
  }

  private void mentioned(int value, int most) {
    if (value >= 0 && found.size() < most) {
      int canon = code.canon(value);
      if (!fixed(code.op(canon))) {
        found.addNew(canon);
      }
    }
  }

  /**
   * In {@code list.forEach((item, i) => …)} what is said of {@code list[i]} is said of {@code
   * item}: the parameter before an index may be the element of a list from outside the callback.
   */
  private void elementAt(int list, int index, int most) {
    int key = code.canon(index);
    Op from = code.op(code.canon(list));
    if (code.op(key) != Op.PARAM || from != Op.CAPTURE && from != Op.CELL_GET) {
      return;
    }
    for (int v = key - 1; v >= 0 && key - v <= MAX_BETWEEN; v--) {
      if (code.op(v) == Op.PARAM && code.a(v) == code.a(key) - 1) {
        mentioned(v, most);
        return;
      }
    }
  }

  private void mentionedList(int list, int most) {
    for (int i = 0, n = Math.min(most, code.listSize(list)); i < n; i++) {
      mentioned(code.listAt(list, i), most);
    }
  }

  /** {@code roots.some((root) => p.startsWith(root))} speaks of what the callback speaks of. */
  private void asked(int call, int most) {
    int callee = code.a(call);
    if (callee < 0 || code.op(callee) != Op.LOAD || code.listSize(code.c(call)) == 0) {
      return;
    }
    int callback = code.listAt(code.c(call), 0);
    String method = body.file.name(code.b(callee));
    if (callback >= 0
        && code.op(callback) == Op.FUNCTION
        && (method.equals("some") || method.equals("find"))) {
      mentionedList(code.c(callback), most);
    }
  }

  private void operands(int value, int most) {
    switch (code.op(value)) {
      case BINARY -> {
        mentioned(code.a(value), most);
        mentioned(code.b(value), most);
      }
      case LOAD_KEY -> {
        mentioned(code.b(value), most);
        elementAt(code.a(value), code.b(value), most);
      }
      case UNARY, AWAIT, YIELD, SPREAD, ELEMENT, KEY_OF -> mentioned(code.a(value), most);
      case CALL -> {
        mentionedList(code.c(value), most);
        mentioned(code.b(value), most);
        asked(value, most);
      }
      case NEW, TAGGED, CONCAT, PHI, OPAQUE, ARRAY -> mentionedList(code.c(value), most);
      case LOAD -> {
        int base = code.canon(code.a(value));
        String key = body.file.name(code.b(value));
        if (key.equals("length")
            || key.equals("size")
            || key.equals("0")
            || !simple(code.op(base)) && code.op(base) != Op.LOAD) {
          mentioned(base, most);
        }
      }
      default -> {
        // made of nothing in this function
      }
    }
  }
}
