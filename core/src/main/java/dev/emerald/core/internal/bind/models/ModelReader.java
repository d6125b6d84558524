package dev.emerald.core.internal.bind.models;

import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the lines of models. */
final class ModelReader {

  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, List<Handler>> handlers = new TreeMap<>();
  private final Map<String, Integer> transparent = new HashMap<>();
  private String place = "";
  private @Nullable String module;

  void read(ApiModel model) {
    module = null;
    List<String> lines = model.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      place = model.name() + ":" + (i + 1);
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String text = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!text.isEmpty()) {
        read(words(text));
      }
    }
  }

  ApiModels models() {
    return new ApiModels(aliases, handlers, transparent);
  }

  private void read(List<String> words) {
    switch (words.get(0)) {
      case "module" -> module(words);
      case "alias" -> alias(words);
      case "handler" -> handler(words);
      case "returns" -> returns(words);
      default ->
          throw error(
              "unknown word '"
                  + words.get(0)
                  + "'; a line starts with module, alias, handler or returns");
    }
  }

  private void module(List<String> words) {
    if (words.size() != 2) {
      throw error("expected 'module NAME'");
    }
    module = words.get(1);
  }

  private void alias(List<String> words) {
    if (words.size() != 4 || !words.get(2).equals("=")) {
      throw error("expected 'alias PATH = API'");
    }
    String within = words.get(1);
    String api = names(words.get(3)).size() == 1 ? words.get(3) : null;
    if (api == null) {
      throw error("'" + words.get(3) + "' stands for more than one API");
    }
    String path =
        within.equals(".")
            ? currentModule()
            : currentModule() + (within.startsWith("()") ? within : "." + within);
    for (String name : names(path)) {
      int star = name.indexOf('*');
      String last = name.substring(name.lastIndexOf('.') + 1);
      if (star >= 0 && !(last.equals("*") || last.equals("*()")) || star != name.lastIndexOf('*')) {
        throw error("'*' can only be the last step of '" + within + "'");
      }
      aliases.put(name, api);
    }
  }

  private void handler(List<String> words) {
    if (words.size() < 4) {
      throw error("expected 'handler API INDEX[.KEY] TYPE…'");
    }
    String[] at = words.get(2).split("\\.", 2);
    int index = index(at[0], Handler.ANY);
    List<String> keys = at.length == 1 ? List.of("") : names(at[1]);
    @Nullable String[] types = new String[words.size() - 3];
    for (int i = 0; i < types.length; i++) {
      String type = words.get(i + 3);
      if (!type.equals("_")) {
        String name = Character.isUpperCase(type.charAt(0)) ? currentModule() + "." + type : type;
        if (names(name).size() != 1) {
          throw error("'" + type + "' stands for more than one type");
        }
        types[i] = name;
      }
    }
    for (String name : names(words.get(1))) {
      for (String key : keys) {
        handlers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Handler(index, key, types));
      }
    }
  }

  private void returns(List<String> words) {
    if (words.size() != 3) {
      throw error("expected 'returns API INDEX'");
    }
    int index = index(words.get(2), 0);
    for (String name : names(words.get(1))) {
      transparent.put(name, index);
    }
  }

  private int index(String word, int least) {
    try {
      int index = Integer.parseInt(word);
      if (index >= least && index < 100) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw error("'" + word + "' is no index of an argument", e);
    }
    throw error("'" + word + "' is no index of an argument");
  }

  private List<String> names(String api) {
    try {
      return ApiPattern.api(api).names();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()), e);
    }
  }

  private String currentModule() {
    if (module == null) {
      throw error("a 'module' line must come first");
    }
    return module;
  }

  private IllegalArgumentException error(String message) {
    return new IllegalArgumentException(place + ": " + message);
  }

  private IllegalArgumentException error(String message, Throwable cause) {
    return new IllegalArgumentException(place + ": " + message, cause);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (gap && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!gap && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
