package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.types.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of sinks a program has at all. Where data of an origin does harm at none of them, it
 * need not be told apart what is known of it: what comes out of the database is no danger to a
 * program that shows no page.
 */
final class Asked {

  /** The kinds that are found by the code alone, be there models or not. */
  private static final List<String> WITHOUT_MODELS =
      List.of(
          Checks.CONFUSION, Checks.ADDRESS, LoopBounds.KIND, MethodNames.KIND, "polluting-write");

  private final Apis apis;
  private long kinds;

  private Asked(Apis apis) {
    this.apis = apis;
  }

  /** The kinds of which a program may have a sink, as a set. */
  static long kinds(Program program, Apis apis) {
    Asked asked = new Asked(apis);
    List<String> names = apis.models().kinds();
    asked.kinds = Matches.kinds(names);
    for (String name : WITHOUT_MODELS) {
      int kind = names.indexOf(name);
      asked.kinds |= kind < 0 ? 0 : 1L << kind;
    }
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        asked.look(program, function, body, v);
      }
    }
    return asked.kinds;
  }

  private void look(Program program, int function, Body body, int v) {
    Op op = body.op(v);
    if (op == Op.STORE) {
      String property = program.flowOf(function).name(body.b(v));
      String of = apis.name(function, body.a(v));
      add(of == null ? null : apis.of(of + "." + property));
      add(apis.method(property));
    } else if (op == Op.CALL || op == Op.NEW) {
      String api = apis.name(function, v);
      if (api != null) {
        add(apis.of(api));
        // What is piped into a stream is written to it.
        add(apis.of(api + "().write"));
      }
      if (op == Op.CALL) {
        add(apis.method(CallTransfer.method(program.flowOf(function), body, v)));
      }
    }
  }

  private void add(FlowModels.@Nullable Api model) {
    if (model != null) {
      for (FlowModels.Sink sink : model.sinks()) {
        kinds |= 1L << sink.kind();
      }
    }
  }
}
