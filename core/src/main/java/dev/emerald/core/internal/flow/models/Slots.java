package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.bind.models.ModelLine;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.models.FlowModels.Slot.Where;
import java.util.ArrayList;
import java.util.List;

/** The words of a model for the parts of a call. */
final class Slots {

  /** Facts deeper down could not be told apart by the paths that are followed. */
  private static final int MAX_PATH = 3;

  private Slots() {}

  /**
   * The slots that a word stands for: one, or several if it has braces.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  static List<Slot> of(String word, ModelLine line) {
    if (word.indexOf('{') < 0) {
      return List.of(one(word, line));
    }
    List<Slot> slots = new ArrayList<>();
    for (String choice : line.names(word)) {
      slots.add(one(choice, line));
    }
    return slots;
  }

  private static Slot one(String word, ModelLine line) {
    boolean rest = word.endsWith("..");
    String text = rest ? word.substring(0, word.length() - 2) : word;
    int dot = text.indexOf('.');
    String head = dot < 0 ? text : text.substring(0, dot);
    List<String> path = dot < 0 ? List.of() : path(text.substring(dot + 1), word, line);
    switch (head) {
      case "value", "decorated", "this", "return", "thrown" -> {
        if (rest) {
          throw line.error("'..' follows the index of an argument, not '" + head + "'");
        }
        return new Slot(
            switch (head) {
              case "value" -> Where.VALUE;
              case "decorated" -> Where.DECORATED;
              case "this" -> Where.RECEIVER;
              case "thrown" -> Where.THROWN;
              default -> Where.RESULT;
            },
            0,
            0,
            path);
      }
      default -> {
        int open = head.indexOf('(');
        if (open >= 0) {
          return callback(head, open, path, line);
        }
        int index = line.index(head, 0);
        if (!path.isEmpty() && path.get(path.size() - 1).endsWith("()")) {
          return new Slot(Where.CALLBACK_RESULT, 0, index, called(path));
        }
        return new Slot(Where.ARGUMENT, rest ? -index - 1 : index, 0, path);
      }
    }
  }

  private static Slot callback(String head, int open, List<String> path, ModelLine line) {
    if (!head.endsWith(")")) {
      throw line.error("a ')' is missing in '" + head + "'");
    }
    String of = head.substring(0, open);
    int callback = of.equals("last") ? -1 : line.index(of, 0);
    String parameter = head.substring(open + 1, head.length() - 1);
    return parameter.isEmpty()
        ? new Slot(Where.CALLBACK_RESULT, 0, callback, path)
        : new Slot(Where.CALLBACK, line.index(parameter, 0), callback, path);
  }

  /** The way to a function that is a property of an argument. */
  private static List<String> called(List<String> path) {
    List<String> way = new ArrayList<>(path);
    int last = way.size() - 1;
    way.set(last, way.get(last).substring(0, way.get(last).length() - 2));
    return List.copyOf(way);
  }

  private static List<String> path(String text, String word, ModelLine line) {
    List<String> path = new ArrayList<>();
    for (String step : text.split("\\.", -1)) {
      if (step.isEmpty()) {
        throw line.error("an empty step in '" + word + "'");
      }
      path.add(step);
    }
    if (path.size() > MAX_PATH) {
      throw line.error("'" + word + "' has more than " + MAX_PATH + " steps");
    }
    return List.copyOf(path);
  }
}
