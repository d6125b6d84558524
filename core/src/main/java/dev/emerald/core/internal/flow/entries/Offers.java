package dev.emerald.core.internal.flow.entries;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Registrations;
import java.util.Set;

/**
 * What a script offers to other scripts of a page without exporting it: plugins of a library,
 * classes that are made by one, properties of the window.
 */
final class Offers {

  /** What a library calls the prototype of what it gives. */
  private static final String PLUGINS = "fn";

  private static final Set<String> WINDOWS = Set.of("window", "self", "globalThis", "global");

  /** Names of a variable that is the window, however the script is loaded. */
  private static final Set<String> ROOTS = Set.of("root", "window", "global", "self", "exports");

  private Offers() {}

  /**
   * The value that an instruction offers to others; -1 if it offers none.
   *
   * @param root whether the file is what the package gives
   */
  static int of(FileFlow file, Body body, int v, boolean root) {
    switch (body.op(v)) {
      case STORE -> {
        return isPlugins(file, body, body.a(v)) || root && isWindow(file, body, body.a(v))
            ? body.c(v)
            : -1;
      }
      case CALL -> {
        return called(file, body, v);
      }
      default -> {
        return -1;
      }
    }
  }

  private static int called(FileFlow file, Body body, int v) {
    int callee = body.a(v);
    int list = body.c(v);
    int size = body.listSize(list);
    if (callee < 0 || body.op(callee) != Op.LOAD || size == 0 || body.listAt(list, 0) < 0) {
      return -1;
    }
    String method = file.name(body.b(callee));
    int last = body.listAt(list, size - 1);
    if (method.equals("extend")) {
      boolean own = size == 1 && isPlugins(file, body, body.a(callee));
      return own || size > 1 && isPlugins(file, body, body.listAt(list, 0)) ? last : -1;
    }
    return Registrations.isOne(file, body, v) ? last : -1;
  }

  private static boolean isPlugins(FileFlow file, Body body, int v) {
    return v >= 0 && body.op(v) == Op.LOAD && file.name(body.b(v)).equals(PLUGINS);
  }

  /** Whether a value is the window, or an object that the script itself keeps there. */
  private static boolean isWindow(FileFlow file, Body body, int v) {
    return switch (body.op(v)) {
      case GLOBAL -> WINDOWS.contains(file.name(body.a(v)));
      case PARAM -> {
        int name = body.parameterName(body.a(v));
        yield name >= 0 && ROOTS.contains(file.name(name));
      }
      default -> false;
    };
  }
}
