package dev.emerald.core.internal.bind.models;

import dev.emerald.spi.rule.ApiModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the lines of models that say what values are called. */
final class ModelReader {

  /** What is said about flows of data is read elsewhere. */
  private static final Set<String> FLOW =
      Set.of("kind", "origin", "source", "sink", "clean", "guard", "pass", "fresh", "relates");

  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, List<Handler>> handlers = new TreeMap<>();
  private final Map<String, Integer> transparent = new HashMap<>();
  private @Nullable String module;

  void read(ApiModel model) {
    module = null;
    ModelLine.forEach(model, this::read);
  }

  ApiModels models() {
    return new ApiModels(aliases, handlers, transparent);
  }

  private void read(ModelLine line) {
    switch (line.verb()) {
      case "module" -> module(line);
      case "methods" -> module = null;
      case "alias" -> alias(line);
      case "handler" -> handler(line);
      case "returns" -> returns(line);
      default -> {
        if (!FLOW.contains(line.verb())) {
          throw line.error(
              "unknown word '"
                  + line.verb()
                  + "'; a line starts with module, methods, alias, handler, returns, kind, origin,"
                  + " source, sink, clean, guard, pass, fresh or relates");
        }
      }
    }
  }

  private void module(ModelLine line) {
    if (line.size() != 2) {
      throw line.error("expected 'module NAME'");
    }
    module = line.word(1);
  }

  private void alias(ModelLine line) {
    if (line.size() != 4 || !line.word(2).equals("=")) {
      throw line.error("expected 'alias PATH = API'");
    }
    String api = line.word(3);
    if (line.names(api).size() != 1) {
      throw line.error("'" + api + "' stands for more than one API");
    }
    for (String name : line.within(currentModule(line), line.word(1))) {
      int star = name.indexOf('*');
      String last = name.substring(name.lastIndexOf('.') + 1);
      if (star >= 0 && !(last.equals("*") || last.equals("*()")) || star != name.lastIndexOf('*')) {
        throw line.error("'*' can only be the last step of '" + line.word(1) + "'");
      }
      aliases.put(name, api);
    }
  }

  private void handler(ModelLine line) {
    if (line.size() < 4) {
      throw line.error("expected 'handler API INDEX[.KEY] TYPE…'");
    }
    String[] at = line.word(2).split("\\.", 2);
    int index = line.index(at[0], Handler.ANY);
    List<String> keys = at.length == 1 ? List.of("") : line.names(at[1]);
    @Nullable String[] types = new String[line.size() - 3];
    for (int i = 0; i < types.length; i++) {
      String type = line.word(i + 3);
      if (!type.equals("_")) {
        String name =
            Character.isUpperCase(type.charAt(0)) ? currentModule(line) + "." + type : type;
        if (line.names(name).size() != 1) {
          throw line.error("'" + type + "' stands for more than one type");
        }
        types[i] = name;
      }
    }
    for (String name : line.names(line.word(1))) {
      for (String key : keys) {
        handlers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Handler(index, key, types));
      }
    }
  }

  private void returns(ModelLine line) {
    if (line.size() != 3) {
      throw line.error("expected 'returns API INDEX'");
    }
    int index = line.index(line.word(2), 0);
    for (String name : line.names(line.word(1))) {
      transparent.put(name, index);
    }
  }

  private String currentModule(ModelLine line) {
    if (module == null) {
      throw line.error("a 'module' line must come first");
    }
    return module;
  }
}
