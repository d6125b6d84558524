package dev.emerald.core.internal.bind.links;

import dev.emerald.core.internal.bind.facts.ModuleCall;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.Shape;
import dev.emerald.core.internal.bind.models.Handler;
import dev.emerald.core.internal.threads.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what functions get: handlers from the API they are passed to, functions of the project from
 * the calls of them whose arguments are known. What is passed on again takes another round; each
 * round sees the result of the one before alone, so the order of files does not matter. Calls that
 * ask for no parameter are looked at once.
 */
final class ParameterLinker {

  private static final int MAX_ROUNDS = 8;
  private static final int MAX_PARAMETERS = 16;
  private static final int MAX_ELEMENTS = 64;

  /** Stands where calls do not agree. */
  private static final Value CONFLICT = new Value() {};

  private final ApiLinks links;
  private final Map<ApiLinks.FunctionPlace, List<@Nullable Value>> found;

  private ParameterLinker(
      ApiLinks links, Map<ApiLinks.FunctionPlace, List<@Nullable Value>> found) {
    this.links = links;
    this.found = found;
  }

  /** A call that may mean something else when more is known of parameters. */
  private record OpenCall(String path, ModuleCall call) {}

  /** What the calls of a module say, and those that may say more. */
  private record OfModule(
      Map<ApiLinks.FunctionPlace, List<@Nullable Value>> found, List<OpenCall> open) {}

  static Map<ApiLinks.FunctionPlace, List<@Nullable Value>> link(
      ApiLinks links, List<ModuleFacts> modules, Workers workers) {
    OfModule[] all = new OfModule[modules.size()];
    workers.each(all.length, item -> all[item] = look(links, modules.get(item)));
    ParameterLinker settled = new ParameterLinker(links, new HashMap<>());
    List<OpenCall> open = new ArrayList<>();
    for (OfModule module : all) {
      module.found().forEach(settled::passAll);
      open.addAll(module.open());
    }
    Map<ApiLinks.FunctionPlace, List<@Nullable Value>> before = Map.of();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Map<ApiLinks.FunctionPlace, List<@Nullable Value>> known = before;
      ParameterLinker linker = new ParameterLinker(links.with(known::get), copy(settled.found));
      for (OpenCall each : open) {
        linker.call(each.path(), each.call());
      }
      for (List<@Nullable Value> values : linker.found.values()) {
        values.replaceAll(value -> value == CONFLICT ? null : value);
      }
      if (linker.found.equals(before)) {
        break;
      }
      before = linker.found;
    }
    return before;
  }

  private static OfModule look(ApiLinks links, ModuleFacts module) {
    boolean[] asked = new boolean[1];
    ApiLinks asking =
        links.with(
            function -> {
              asked[0] = true;
              return null;
            });
    ParameterLinker settled = new ParameterLinker(asking, new HashMap<>());
    List<OpenCall> open = new ArrayList<>();
    for (ModuleCall call : module.calls()) {
      asked[0] = false;
      ParameterLinker linker = new ParameterLinker(asking, new HashMap<>(4));
      linker.call(module.path(), call);
      if (asked[0]) {
        open.add(new OpenCall(module.path(), call));
      } else {
        linker.found.forEach(settled::passAll);
      }
    }
    return new OfModule(settled.found, open);
  }

  private void call(String path, ModuleCall call) {
    Value callee = links.value(path, call.callee());
    if (callee instanceof Value.Api api) {
      List<Handler> handlers = links.models().handlers(api.name());
      if (!handlers.isEmpty()) {
        for (int i = 0; i < call.arguments().size(); i++) {
          handle(api.name(), i, links.value(path, call.arguments().get(i)), handlers);
        }
      }
    } else if (callee instanceof Value.Made made
        && links.shape(made.path(), made.shape()) instanceof Shape.OfFunction function) {
      int place = function.constructor() >= 0 ? function.constructor() : function.place();
      var key = new ApiLinks.FunctionPlace(made.path(), place);
      for (int i = 0; i < call.arguments().size(); i++) {
        Value argument = links.value(path, call.arguments().get(i));
        if (argument != null) {
          pass(key, i, argument);
        }
      }
    }
  }

  private void handle(String api, int index, @Nullable Value argument, List<Handler> handlers) {
    if (argument == null) {
      return;
    }
    handle(api, index, "", argument);
    for (Handler handler : handlers) {
      if (!handler.key().isEmpty() && handler.at(index, handler.key())) {
        Value value = links.member(argument, handler.key());
        if (value != null) {
          handle(api, index, handler.key(), value);
        }
      }
    }
    if (argument instanceof Value.Made made
        && links.shape(made.path(), made.shape()) instanceof Shape.OfArray array) {
      for (int i = 0; i < Math.min(array.elements().size(), MAX_ELEMENTS); i++) {
        Value element = links.value(made.path(), array.elements().get(i));
        if (element instanceof Value.Made inner
            && !(links.shape(inner.path(), inner.shape()) instanceof Shape.OfArray)) {
          handle(api, index, element, handlers);
        }
      }
    }
  }

  private void handle(String api, int index, String key, Value value) {
    if (!(value instanceof Value.Made made
        && links.shape(made.path(), made.shape()) instanceof Shape.OfFunction function)) {
      return;
    }
    Handler handler = links.models().handler(api, index, key, function.parameters());
    if (handler == null) {
      return;
    }
    var place = new ApiLinks.FunctionPlace(made.path(), function.place());
    for (int i = 0; i < handler.types().size(); i++) {
      String type = handler.type(i);
      if (type != null) {
        pass(place, i, new Value.Api(links.models().canonical(type), false));
      }
    }
  }

  private static Map<ApiLinks.FunctionPlace, List<@Nullable Value>> copy(
      Map<ApiLinks.FunctionPlace, List<@Nullable Value>> values) {
    Map<ApiLinks.FunctionPlace, List<@Nullable Value>> copy = new HashMap<>();
    values.forEach((function, each) -> copy.put(function, new ArrayList<>(each)));
    return copy;
  }

  private void passAll(ApiLinks.FunctionPlace function, List<@Nullable Value> values) {
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (value != null) {
        pass(function, i, value);
      }
    }
  }

  private void pass(ApiLinks.FunctionPlace function, int index, Value value) {
    if (index >= MAX_PARAMETERS) {
      return;
    }
    List<@Nullable Value> values =
        found.computeIfAbsent(
            function, f -> new ArrayList<>(Collections.nCopies(MAX_PARAMETERS, null)));
    Value before = values.get(index);
    values.set(index, before == null || before.equals(value) ? value : CONFLICT);
  }
}
