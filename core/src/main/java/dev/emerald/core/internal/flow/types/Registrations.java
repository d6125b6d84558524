package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.Set;

/** Calls that give a library what it is to call later, under a name: plugins, widgets. */
public final class Registrations {

  private static final Set<String> METHODS =
      Set.of("define", "plugin", "register", "registerPlugin", "addPlugin", "widget");

  private Registrations() {}

  /** Whether a call registers its last argument with a library that is there for all scripts. */
  public static boolean isOne(FileFlow file, Body body, int call) {
    int callee = body.a(call);
    int list = body.c(call);
    return body.op(call) == Op.CALL
        && callee >= 0
        && body.op(callee) == Op.LOAD
        && METHODS.contains(file.name(body.b(callee)))
        && body.op(body.a(callee)) == Op.GLOBAL
        && body.listSize(list) > 1
        && body.listAt(list, 0) >= 0
        && body.op(body.listAt(list, 0)) == Op.CONST;
  }
}
