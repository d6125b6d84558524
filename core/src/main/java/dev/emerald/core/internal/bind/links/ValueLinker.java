package dev.emerald.core.internal.bind.links;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.Shape;
import dev.emerald.core.internal.bind.models.ApiModels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one question from file to file. It keeps nothing but what it may still spend, so the
 * answer does not depend on what was asked before.
 */
final class ValueLinker {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_STEPS = 4_000;
  private static final int MAX_NAME = 250;

  private final ApiLinks links;
  private final ApiModels models;
  private int depth;
  private int steps;

  ValueLinker(ApiLinks links) {
    this.links = links;
    this.models = links.models();
  }

  @Nullable Value value(String path, Fact fact) {
    if (depth >= MAX_DEPTH || ++steps > MAX_STEPS) {
      return null;
    }
    depth++;
    try {
      if (fact instanceof Fact.Module module) {
        return module(path, module.specifier());
      } else if (fact instanceof Fact.Global global) {
        return global(global.name());
      } else if (fact instanceof Fact.Literal literal) {
        return new Value.Literal(literal.constant());
      } else if (fact instanceof Fact.Member member) {
        return member(value(path, member.of()), member.name());
      } else if (fact instanceof Fact.Result result) {
        List<Fact> arguments = result.arguments();
        return call(
            value(path, result.of()),
            i -> i < arguments.size() ? value(path, arguments.get(i)) : null);
      } else if (fact instanceof Fact.Instance instance) {
        return instance(value(path, instance.of()));
      } else if (fact instanceof Fact.Either either) {
        Value one = settled(value(path, either.one()));
        return one != null && one.equals(settled(value(path, either.other()))) ? one : null;
      } else if (fact instanceof Fact.Made made) {
        return new Value.Made(path, made.index());
      } else if (fact instanceof Fact.Parameter parameter) {
        return links.parameter(path, parameter.function(), parameter.index());
      }
      return null;
    } finally {
      depth--;
    }
  }

  @Nullable Value module(String path, String specifier) {
    ModuleTargets.Target target = links.target(path, specifier);
    return switch (target.kind()) {
      case FILE -> links.facts(target.name()) == null ? null : new Value.Exports(target.name());
      case EXTERNAL -> new Value.Api(models.canonical(target.name()), true);
      case NOWHERE -> null;
    };
  }

  Value global(String name) {
    return new Value.Api(models.canonical("globalThis." + name), false);
  }

  /** A property of a value; null stays null. */
  @Nullable Value member(@Nullable Value value, String key) {
    if (value == null || depth >= MAX_DEPTH || ++steps > MAX_STEPS) {
      return null;
    }
    depth++;
    try {
      if (value instanceof Value.Api api) {
        return apiMember(api, key);
      } else if (value instanceof Value.Exports exports) {
        return exported(exports.path(), key, new HashSet<>());
      } else if (value instanceof Value.Made made) {
        return madeMember(made, key);
      } else if (value instanceof Value.Instance instance) {
        return instanceMember(instance, key);
      }
      return null;
    } finally {
      depth--;
    }
  }

  /** What a call or a construction gives; null stays null. */
  @Nullable Value call(@Nullable Value callee, Arguments arguments) {
    Value value = settled(callee);
    if (value instanceof Value.Api api) {
      int transparent = models.transparent(api.name());
      if (transparent >= 0) {
        Value passed = arguments.get(transparent);
        if (passed != null) {
          return passed;
        }
      }
      return result(api);
    }
    if (value instanceof Value.Made made
        && links.shape(made.path(), made.shape()) instanceof Shape.OfFunction function) {
      Value result = value(made.path(), function.result());
      return result == null && function.constructs()
          ? new Value.Instance(made.path(), made.shape())
          : result;
    }
    return null;
  }

  /** What a type names the instances of; null stays null. */
  @Nullable Value instance(@Nullable Value type) {
    Value value = settled(type);
    if (value instanceof Value.Api api) {
      return result(api);
    }
    if (value instanceof Value.Made made
        && links.shape(made.path(), made.shape()) instanceof Shape.OfFunction) {
      return new Value.Instance(made.path(), made.shape());
    }
    return null;
  }

  /** The value that a CommonJS file exports as a whole, in place of its exports. */
  @Nullable Value settled(@Nullable Value value) {
    if (value instanceof Value.Exports exports) {
      ModuleFacts facts = links.facts(exports.path());
      if (facts != null && facts.whole() != null) {
        Value whole = value(exports.path(), facts.whole());
        return whole instanceof Value.Exports && !whole.equals(value) && depth < MAX_DEPTH
            ? deeper(whole)
            : whole;
      }
    }
    return value;
  }

  private @Nullable Value deeper(Value value) {
    depth++;
    try {
      return settled(value);
    } finally {
      depth--;
    }
  }

  private @Nullable Value result(Value.Api api) {
    return api.name().length() > MAX_NAME
        ? null
        : new Value.Api(models.canonical(api.name() + "()"), false);
  }

  private @Nullable Value apiMember(Value.Api api, String key) {
    if (api.module() && key.equals("default")) {
      return api;
    }
    String name = api.name();
    boolean function = !api.module() && !name.endsWith(")");
    if (function && (key.equals("bind") || key.equals("call") || key.equals("apply"))) {
      return api;
    }
    if (name.length() + key.length() > MAX_NAME || !step(key)) {
      return null;
    }
    return new Value.Api(models.canonical(name + "." + key), false);
  }

  /** Whether a key can be a step of an API name. */
  private static boolean step(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private @Nullable Value exported(String path, String key, Set<String> visited) {
    ModuleFacts facts = links.facts(path);
    if (facts == null || !visited.add(path) || ++steps > MAX_STEPS) {
      return null;
    }
    Fact named = facts.exports().get(key);
    if (named != null) {
      return value(path, named);
    }
    Fact whole = facts.whole();
    if (whole != null) {
      Value value = value(path, whole);
      Value member =
          value instanceof Value.Exports own && own.path().equals(path) ? null : member(value, key);
      return member == null && key.equals("default") ? value : member;
    }
    if (key.equals("default")) {
      return facts.ecmaScript() ? null : new Value.Exports(path);
    }
    List<String> stars = facts.stars();
    for (int i = 0; i < stars.size(); i++) {
      Value module = module(path, stars.get(i));
      Value found =
          module instanceof Value.Exports exports ? exported(exports.path(), key, visited) : null;
      if (found == null && module instanceof Value.Api && stars.size() == 1) {
        found = member(module, key);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Value madeMember(Value.Made made, String key) {
    String path = made.path();
    Shape shape = links.shape(path, made.shape());
    if (shape instanceof Shape.OfObject object) {
      Fact member = object.members().get(key);
      if (member != null) {
        return value(path, member);
      }
      List<Fact> spreads = object.spreads();
      for (int i = spreads.size() - 1; i >= 0; i--) {
        Value found = member(value(path, spreads.get(i)), key);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (shape instanceof Shape.OfArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        if (key.equals(Integer.toString(i))) {
          return value(path, array.elements().get(i));
        }
      }
      return null;
    }
    if (shape instanceof Shape.OfFunction function) {
      Fact member = function.members().get(key);
      if (member != null) {
        return value(path, member);
      }
      if (key.equals("bind") || key.equals("call") || key.equals("apply")) {
        return made;
      }
      if (key.equals("prototype")) {
        return new Value.Instance(path, made.shape());
      }
      return function.superClass() == null
          ? null
          : member(settled(value(path, function.superClass())), key);
    }
    return null;
  }

  private @Nullable Value instanceMember(Value.Instance instance, String key) {
    String path = instance.path();
    if (!(links.shape(path, instance.shape()) instanceof Shape.OfFunction function)) {
      return null;
    }
    Fact member = function.instance().get(key);
    if (member != null) {
      return value(path, member);
    }
    return function.superClass() == null
        ? null
        : member(instance(value(path, function.superClass())), key);
  }
}
