package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What models say of the APIs that a program uses, looked up once a name. */
final class Apis {

  /** How far a name is looked for back along a chain of calls. */
  private static final int MOST_LINKS = 6;

  private static final String NOT_WITH = "!module:";

  private final Program program;
  private final FlowModels models;
  private final Map<String, Optional<FlowModels.Api>> known = new HashMap<>();
  private final Map<String, Optional<FlowModels.Api>> methods = new HashMap<>();
  private final Map<Integer, IntList> readers = new HashMap<>();
  private final Set<String> loaded = new HashSet<>();
  private Map<Integer, String> recognised = Map.of();
  private @Nullable ApiModels names;

  Apis(Program program, FlowModels models) {
    this.program = program;
    this.models = models;
    findShared();
    findModules();
  }

  FlowModels models() {
    return models;
  }

  /**
   * Learns which values are what models know, where nothing but their use says it.
   *
   * @param types the names, by value
   */
  void recognise(Map<Integer, String> types, ApiModels names) {
    this.recognised = types;
    this.names = names;
  }

  /** The name of the API that a value is, or that it calls; null if none is known. */
  @Nullable String name(int function, int v) {
    String written = nameAsWritten(function, v);
    if (written != null) {
      return written;
    }
    String chosen = chosen(function, v);
    return chosen != null || recognised.isEmpty() ? chosen : byUse(function, v, 0);
  }

  private @Nullable String nameAsWritten(int function, int v) {
    int api = program.body(function).api(v);
    return api < 0 ? null : program.flowOf(function).name(api);
  }

  /** The API that is called, if the function that is called is one of several. */
  private @Nullable String chosen(int function, int v) {
    Body body = program.body(function);
    if (body.op(v) != Op.CALL && body.op(v) != Op.NEW) {
      return null;
    }
    int callee = body.a(v);
    for (int i = 0; i < MOST_LINKS && callee >= 0 && body.op(callee) == Op.SIGMA; i++) {
      callee = body.a(callee);
    }
    if (callee < 0 || body.op(callee) != Op.PHI) {
      return null;
    }
    int list = body.c(callee);
    for (int i = 0; i < body.listSize(list); i++) {
      int each = body.listAt(list, i);
      // What a call gives is not what it calls.
      boolean given = each < 0 || body.op(each) == Op.CALL || body.op(each) == Op.NEW;
      String name = given ? null : nameAsWritten(function, each);
      if (of(name) != null) {
        return name;
      }
    }
    return null;
  }

  private @Nullable String byUse(int function, int v, int links) {
    String type = recognised.get(program.base(function) + v);
    ApiModels aliases = names;
    if (type != null || links > MOST_LINKS || aliases == null) {
      return type;
    }
    Body body = program.body(function);
    switch (body.op(v)) {
      case CALL, SIGMA -> {
        return byUse(function, body.a(v), links + 1);
      }
      case LOAD -> {
        int of = body.a(v);
        String name = byUse(function, of, links + 1);
        if (name == null) {
          return null;
        }
        boolean called = body.op(Stores.origin(body, of)) == Op.CALL;
        String whole = called ? aliases.canonical(name + "()") : name;
        return aliases.canonical(whole + "." + program.flowOf(function).name(body.b(v)));
      }
      default -> {
        return null;
      }
    }
  }

  /** What is known of an API. */
  FlowModels.@Nullable Api of(@Nullable String name) {
    return name == null
        ? null
        : known.computeIfAbsent(name, key -> Optional.ofNullable(models.api(key))).orElse(null);
  }

  /** What is known of a method by its name alone. */
  FlowModels.@Nullable Api method(@Nullable String name) {
    return name == null
        ? null
        : methods
            .computeIfAbsent(name, key -> Optional.ofNullable(models.method(key)))
            .orElse(null);
  }

  /**
   * The name of the property that is read or written, if what it belongs to is an object that a
   * framework hands from function to function: a request, a response, a context.
   *
   * @param v a LOAD or STORE
   * @return -1 if it is none
   */
  int sharedProperty(int function, int v) {
    Body body = program.body(function);
    String of = name(function, body.a(v));
    if (of == null
        || !of.endsWith(")")
            && !of.endsWith(").state")
            && !of.endsWith(").locals")
            && !of.endsWith(").session")) {
      return -1;
    }
    String whole = of + "." + program.flowOf(function).name(body.b(v));
    FlowModels.Api model = of(whole);
    return model == null || model.sources().isEmpty() ? program.names().number(whole) : -1;
  }

  /** Whether a sink is none, since the program loads a module by which its name means another. */
  boolean isElsewhere(FlowModels.Sink sink) {
    for (String word : sink.words()) {
      if (word.startsWith(NOT_WITH)) {
        for (String module : word.substring(NOT_WITH.length()).split("\\|", -1)) {
          if (loaded.contains(module)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether the program loads one of some modules. */
  boolean loadsAny(Set<String> modules) {
    return modules.stream().anyMatch(loaded::contains);
  }

  private void findModules() {
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.MODULE || body.op(v) == Op.IMPORT) {
          loaded.add(program.flowOf(function).name(body.a(v)));
        }
      }
    }
  }

  /** The values that read a property that is written somewhere; null if none does. */
  @Nullable IntList readers(int name) {
    return readers.get(name);
  }

  private void findShared() {
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.STORE && body.api(body.a(v)) >= 0) {
          int property = sharedProperty(function, v);
          if (property >= 0) {
            readers.computeIfAbsent(property, key -> new IntList());
          }
        }
      }
    }
    if (readers.isEmpty()) {
      return;
    }
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.LOAD && body.api(body.a(v)) >= 0) {
          int property = sharedProperty(function, v);
          IntList list = property < 0 ? null : readers.get(property);
          if (list != null) {
            list.add(program.base(function) + v);
          }
        }
      }
    }
  }
}
