package dev.emerald.core.internal.bind.models;

import dev.emerald.spi.rule.ApiModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that models say, by API name. Immutable. */
public final class ApiModels {

  /** Aliases may lead to each other; more steps are taken for a cycle. */
  private static final int MAX_STEPS = 8;

  private final Map<String, String> aliases;
  private final Map<String, List<Handler>> handlers;
  private final Map<String, Integer> transparent;
  private final boolean anyStep;

  ApiModels(
      Map<String, String> aliases,
      Map<String, List<Handler>> handlers,
      Map<String, Integer> transparent) {
    this.aliases = new HashMap<>(aliases);
    this.anyStep = aliases.keySet().stream().anyMatch(name -> name.indexOf('*') >= 0);
    this.handlers = new HashMap<>();
    handlers.forEach(
        (name, all) ->
            this.handlers.merge(canonicalPath(name), List.copyOf(all), ApiModels::together));
    this.transparent = Map.copyOf(transparent);
  }

  private static List<Handler> together(List<Handler> some, List<Handler> others) {
    List<Handler> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /**
   * What models say, together with what is built in.
   *
   * @throws IllegalArgumentException for a line that means nothing; the message starts with {@code
   *     name:line}
   */
  public static ApiModels parse(List<ApiModel> models) {
    ModelReader reader = new ModelReader();
    reader.read(ApiModel.resource(ApiModels.class, "node.model"));
    models.forEach(reader::read);
    return reader.models();
  }

  /** What is built in alone. */
  public static ApiModels builtIn() {
    return BuiltIn.MODELS;
  }

  /** The name that stands for an API in place of a name. */
  public String canonical(String name) {
    String at = name;
    for (int i = 0; i < MAX_STEPS; i++) {
      String next = aliases.get(at);
      if (next == null) {
        next = aliasOfAny(at);
      }
      if (next == null || next.equals(at)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /**
   * The name that stands for an API in place of a name of any length: aliases are followed at every
   * step, as they are where values are followed. Patterns have to be brought to this form.
   */
  public String canonicalPath(String name) {
    String done = "";
    int from = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.' || name.charAt(i) == '(') {
        done = canonical(done + name.substring(from, i));
        from = i;
      }
    }
    return done;
  }

  /** The handlers that an API takes. */
  public List<Handler> handlers(String name) {
    return handlers.getOrDefault(name, List.of());
  }

  /**
   * The handler for a function with a number of parameters: the line with as many types, else the
   * first.
   *
   * @param key of the property of the argument that holds the function; empty if the argument does
   * @return null if the API takes no handler there
   */
  public @Nullable Handler handler(String name, int argument, String key, int parameters) {
    Handler first = null;
    List<Handler> all = handlers(name);
    for (int i = 0; i < all.size(); i++) {
      Handler handler = all.get(i);
      if (handler.at(argument, key)) {
        if (handler.types().size() == parameters) {
          return handler;
        }
        first = first == null ? handler : first;
      }
    }
    return first;
  }

  /** The argument that a call of an API gives back, wrapped at most; -1 if it gives back none. */
  public int transparent(String name) {
    return transparent.getOrDefault(name, -1);
  }

  /**
   * The alias of a name whose last step any may take the place of: {@code a.*} and {@code a.*()}.
   */
  private @Nullable String aliasOfAny(String name) {
    boolean result = name.endsWith("()");
    int end = result ? name.length() - 2 : name.length();
    int dot = name.lastIndexOf('.', end - 1);
    if (!anyStep || dot <= 0 || name.charAt(end - 1) == ')') {
      return null;
    }
    return aliases.get(name.substring(0, dot) + (result ? ".*()" : ".*"));
  }

  private static final class BuiltIn {
    static final ApiModels MODELS = parse(List.of());
  }
}
