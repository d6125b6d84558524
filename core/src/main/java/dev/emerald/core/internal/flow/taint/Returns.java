package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions that are given to a library that does something with what they return. */
final class Returns {

  private final Tabulation all;
  private final Program program;
  private final Map<Integer, List<FlowModels.Sink>> sinks = new HashMap<>();

  Returns(Tabulation all) {
    this.all = all;
    this.program = all.program;
  }

  /** Looks for such functions among the arguments of a call. */
  void look(int function, Body body, int call, FlowModels.Api model) {
    for (FlowModels.Sink sink : model.sinks()) {
      if (sink.at().where() == Slot.Where.CALLBACK_RESULT) {
        int list = body.c(call);
        int index = sink.at().callback() < 0 ? body.listSize(list) - 1 : sink.at().callback();
        int given = index < 0 || index >= body.listSize(list) ? -1 : body.listAt(list, index);
        if (given >= 0) {
          add(all.types.of(program.base(function) + given), sink, 0);
        }
      }
    }
  }

  private void add(int[] held, FlowModels.Sink sink, int depth) {
    Things things = all.types.things();
    List<String> path = sink.at().path();
    for (int thing : held) {
      if (depth < path.size()) {
        int node = all.types.field(thing, program.names().number(path.get(depth)));
        if (node >= 0) {
          add(all.types.of(node), sink, depth + 1);
        }
      } else if (things.kind(thing) == Things.Kind.FUNCTION) {
        sinks.computeIfAbsent(things.subject(thing), key -> new ArrayList<>(1)).add(sink);
      }
    }
  }

  /** What a function returns must not be controlled because of these. */
  List<FlowModels.Sink> of(int function) {
    return sinks.isEmpty() ? List.of() : sinks.getOrDefault(function, List.of());
  }
}
