package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.Set;

/** Handlers of messages that look at who has sent one: the event that they get says it. */
final class Senders {

  /** What says who it is. */
  private static final Set<String> IDENTITY =
      Set.of("senderFrame", "origin", "getURL", "url", "id", "frameId", "processId", "hostname");

  private static final int MAX_STEPS = 80;

  private final Program program;
  private final IntList open = new IntList(4);

  private Senders(Program program) {
    this.program = program;
  }

  /** Whether a function asks who sent the event in a parameter, or hands the event on. */
  static boolean areChecked(Program program, int function, int parameter) {
    int[] parameters = program.parameters(function);
    return parameter < parameters.length
        && parameters[parameter] >= 0
        && new Senders(program).isAsked(parameters[parameter]);
  }

  private boolean isAsked(int event) {
    open.add(event);
    int steps = 0;
    for (int i = 0; i < open.size(); i++) {
      int at = open.get(i);
      for (int j = 0, n = program.uses().count(at); j < n && steps < MAX_STEPS; j++, steps++) {
        if (isAsked(at, program.uses().get(at, j))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAsked(int at, int user) {
    int function = program.functionOf(user);
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    int base = program.base(function);
    int u = user - base;
    switch (body.op(u)) {
      case LOAD -> {
        String name = file.name(body.b(u));
        if (IDENTITY.contains(name)) {
          return true;
        }
        if (name.equals("sender")) {
          open.add(user);
        }
      }
      case SIGMA, PHI -> {
        if (user > at) {
          open.add(user);
        }
      }
      case FUNCTION -> {
        int[] captures = program.captures(program.function(program.fileOf(function), body.a(u)));
        int list = body.c(u);
        for (int k = 0; k < body.listSize(list) && k < captures.length; k++) {
          if (base + body.listAt(list, k) == at && captures[k] >= 0) {
            open.add(captures[k]);
          }
        }
      }
      case CALL -> {
        int api = body.api(u);
        boolean ofFramework = api >= 0 && file.name(api).startsWith("electron.");
        return base + body.b(u) != at && !ofFramework && isArgument(body, u, at - base);
      }
      default -> {
        // It is not asked here.
      }
    }
    return false;
  }

  private static boolean isArgument(Body body, int call, int value) {
    int list = body.c(call);
    for (int i = 0; i < body.listSize(list); i++) {
      if (body.listAt(list, i) == value) {
        return true;
      }
    }
    return false;
  }
}
