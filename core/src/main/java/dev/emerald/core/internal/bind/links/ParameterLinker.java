package dev.emerald.core.internal.bind.links;

import dev.emerald.core.internal.bind.facts.ModuleCall;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.Shape;
import dev.emerald.core.internal.bind.models.Handler;
import java.util.ArrayList;
import java.util.Collection;
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
  private Map<ApiLinks.FunctionPlace, List<@Nullable Value>> found = new HashMap<>();

  ParameterLinker(ApiLinks links) {
    this.links = links;
  }

  /** A call that may mean something else when more is known of parameters. */
  private record OpenCall(String path, ModuleCall call) {}

  Map<ApiLinks.FunctionPlace, List<@Nullable Value>> link(Collection<ModuleFacts> modules) {
    List<OpenCall> open = new ArrayList<>();
    boolean[] asked = new boolean[1];
    links.parameters(
        function -> {
          asked[0] = true;
          return null;
        });
    for (ModuleFacts module : modules) {
      for (ModuleCall call : module.calls()) {
        asked[0] = false;
        Map<ApiLinks.FunctionPlace, List<@Nullable Value>> others = found;
        found = new HashMap<>(4);
        call(module.path(), call);
        Map<ApiLinks.FunctionPlace, List<@Nullable Value>> own = found;
        found = others;
        if (asked[0]) {
          open.add(new OpenCall(module.path(), call));
        } else {
          own.forEach(this::passAll);
        }
      }
    }
    Map<ApiLinks.FunctionPlace, List<@Nullable Value>> settled = found;
    Map<ApiLinks.FunctionPlace, List<@Nullable Value>> before = Map.of();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      found = copy(settled);
      for (OpenCall each : open) {
        call(each.path(), each.call());
      }
      for (List<@Nullable Value> values : found.values()) {
        values.replaceAll(value -> value == CONFLICT ? null : value);
      }
      links.parameters(found::get);
      if (found.equals(before)) {
        break;
      }
      before = found;
    }
    return found;
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
