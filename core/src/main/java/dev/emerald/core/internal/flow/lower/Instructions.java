package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.Node;
import java.util.Arrays;

/** The instructions of a body while it is made. */
final class Instructions {

  private static final Op[] OPS = Op.values();

  private byte[] ops = new byte[32];
  private int[] as = new int[32];
  private int[] bs = new int[32];
  private int[] cs = new int[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] apis = new int[32];
  private int[] canons = new int[32];
  private int size;
  private int[] lists = new int[32];
  private int listsSize;
  private final Ints needed = new Ints();

  int size() {
    return size;
  }

  Op op(int value) {
    return OPS[ops[value]];
  }

  int a(int value) {
    return as[value];
  }

  int b(int value) {
    return bs[value];
  }

  int c(int value) {
    return cs[value];
  }

  int api(int value) {
    return apis[value];
  }

  void api(int value, int name) {
    apis[value] = name;
  }

  /** The value without the conditions that are known of it. */
  int canon(int value) {
    return canons[value];
  }

  /** Makes a value count as the same as another where conditions are looked up. */
  void alias(int value, int as) {
    canons[value] = canons[as];
  }

  int add(Op op, int a, int b, int c, Node node) {
    return add(op, a, b, c, node.start(), node.end());
  }

  @SuppressWarnings("EnumOrdinal") // a dense column within one run, never stored
  int add(Op op, int a, int b, int c, int start, int end) {
    if (size == ops.length) {
      grow();
    }
    int value = size++;
    ops[value] = (byte) op.ordinal();
    as[value] = a;
    bs[value] = b;
    cs[value] = c;
    starts[value] = start;
    ends[value] = end;
    apis[value] = -1;
    canons[value] = op == Op.SIGMA ? canons[a] : value;
    return value;
  }

  /** Leaves a value in, be it used by nothing: as a condition, it decides. */
  void keep(int value) {
    needed.add(value);
  }

  int start(int value) {
    return starts[value];
  }

  int end(int value) {
    return ends[value];
  }

  private void grow() {
    int length = size * 2;
    ops = Arrays.copyOf(ops, length);
    as = Arrays.copyOf(as, length);
    bs = Arrays.copyOf(bs, length);
    cs = Arrays.copyOf(cs, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    apis = Arrays.copyOf(apis, length);
    canons = Arrays.copyOf(canons, length);
  }

  int list(Ints items) {
    return list(items, 0);
  }

  /** A list of the items from an index on. */
  int list(Ints items, int from) {
    int count = items.size() - from;
    if (count == 0) {
      return -1;
    }
    int list = reserve(count);
    for (int i = 0; i < count; i++) {
      lists[list + 1 + i] = items.get(from + i);
    }
    return list;
  }

  private int reserve(int count) {
    if (listsSize + count + 1 > lists.length) {
      lists = Arrays.copyOf(lists, Math.max(lists.length * 2, listsSize + count + 1));
    }
    int list = listsSize;
    lists[list] = count;
    listsSize += count + 1;
    return list;
  }

  int listSize(int list) {
    return list < 0 ? 0 : lists[list];
  }

  int listAt(int list, int index) {
    return lists[list + 1 + index];
  }

  /** Sets the list of an instruction that was made without. */
  void fill(int value, Ints items) {
    cs[value] = list(items);
  }

  // ---- at last

  /**
   * Leaves out what nobody uses, and gives the rest its numbers.
   *
   * @param columns gets the instructions
   */
  void finish(Body.Columns columns) {
    int[] same = trivial();
    boolean[] used = used(same);
    int[] numbers = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      numbers[i] = used[i] ? count++ : -1;
    }
    columns.op = new byte[count];
    columns.a = new int[count];
    columns.b = new int[count];
    columns.c = new int[count];
    columns.start = new int[count];
    columns.end = new int[count];
    columns.api = new int[count];
    int[] kept = new int[listsSize];
    int keptSize = 0;
    for (int i = 0; i < size; i++) {
      if (!used[i]) {
        continue;
      }
      int to = numbers[i];
      Op op = OPS[ops[i]];
      columns.op[to] = ops[i];
      columns.a[to] = Operands.a(op) ? renumbered(as[i], same, numbers) : as[i];
      columns.b[to] = Operands.b(op) ? renumbered(bs[i], same, numbers) : bs[i];
      columns.start[to] = starts[i];
      columns.end[to] = ends[i];
      columns.api[to] = apis[i];
      if (!Operands.list(op)) {
        columns.c[to] = Operands.c(op) ? renumbered(cs[i], same, numbers) : cs[i];
        continue;
      }
      int length = listSize(cs[i]);
      if (length == 0) {
        columns.c[to] = -1;
        continue;
      }
      columns.c[to] = keptSize;
      kept[keptSize++] = length;
      for (int k = 0; k < length; k++) {
        kept[keptSize++] = renumbered(listAt(cs[i], k), same, numbers);
      }
    }
    columns.lists = Arrays.copyOf(kept, keptSize);
  }

  private static int renumbered(int value, int[] same, int[] numbers) {
    return value < 0 ? value : numbers[root(value, same)];
  }

  private static int root(int value, int[] same) {
    int at = value;
    while (same[at] != at) {
      at = same[at];
    }
    if (same[value] != at) {
      same[value] = at;
    }
    return at;
  }

  /** For each value the one that it is: of a PHI of one value that value. */
  private int[] trivial() {
    int[] same = new int[size];
    for (int i = 0; i < size; i++) {
      same[i] = i;
    }
    boolean changed = true;
    for (int round = 0; changed && round < 4; round++) {
      changed = false;
      for (int i = 0; i < size; i++) {
        if (OPS[ops[i]] == Op.PHI && same[i] == i) {
          int only = only(i, same);
          if (only >= 0 && only < i) {
            same[i] = only;
            changed = true;
          }
        }
      }
    }
    return same;
  }

  private int only(int phi, int[] same) {
    int only = -1;
    for (int k = 0, n = listSize(cs[phi]); k < n; k++) {
      int value = root(listAt(cs[phi], k), same);
      if (value != phi && value != only) {
        if (only >= 0) {
          return -1;
        }
        only = value;
      }
    }
    return only;
  }

  private boolean[] used(int[] same) {
    boolean[] used = new boolean[size];
    Ints work = new Ints(size);
    for (int i = 0; i < size; i++) {
      if (!Operands.removable(OPS[ops[i]]) && same[i] == i) {
        used[i] = true;
        work.add(i);
      }
    }
    for (int i = 0; i < needed.size(); i++) {
      use(needed.get(i), same, used, work);
    }
    while (work.size() > 0) {
      int value = work.pop();
      Op op = OPS[ops[value]];
      if (Operands.a(op)) {
        use(as[value], same, used, work);
      }
      if (Operands.b(op)) {
        use(bs[value], same, used, work);
      }
      if (Operands.list(op)) {
        for (int k = 0, n = listSize(cs[value]); k < n; k++) {
          use(listAt(cs[value], k), same, used, work);
        }
      } else if (Operands.c(op)) {
        use(cs[value], same, used, work);
      }
    }
    return used;
  }

  private static void use(int value, int[] same, boolean[] used, Ints work) {
    if (value >= 0) {
      int root = root(value, same);
      if (!used[root]) {
        used[root] = true;
        work.add(root);
      }
    }
  }
}
