package dev.emerald.core.internal.bind.models;

import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A line of a model that says something.
 *
 * @param place its name and number, for messages
 * @param words of the line, its comment left out; at least one
 */
public record ModelLine(String place, List<String> words) {

  private static final int MAX_CHOICES = 4096;

  /** Takes the lines of a model, in order. */
  public static void forEach(ApiModel model, Consumer<ModelLine> take) {
    List<String> lines = model.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = words(lines.get(i));
      if (!words.isEmpty()) {
        take.accept(new ModelLine(model.name() + ":" + (i + 1), words));
      }
    }
  }

  /** What the line is about. */
  public String verb() {
    return words.get(0);
  }

  /** How many words there are, the verb among them. */
  public int size() {
    return words.size();
  }

  /** A word; the verb has index 0. */
  public String word(int index) {
    return words.get(index);
  }

  /**
   * The names that an API stands for.
   *
   * @throws IllegalArgumentException if it is no pattern
   */
  public List<String> names(String api) {
    try {
      return ApiPattern.api(api).names();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The names that a path within a module stands for: {@code .} is the module itself, {@code ()}
   * what it gives.
   *
   * @throws IllegalArgumentException if one is no name
   */
  public List<String> within(String module, String path) {
    List<String> names = new ArrayList<>();
    for (String choice : choices(path)) {
      names.addAll(
          names(
              choice.equals(".")
                  ? module
                  : module + (choice.startsWith("()") ? choice : "." + choice)));
    }
    return names;
  }

  /** What a path stands for, its braces expanded: a choice may be what is no name by itself. */
  private List<String> choices(String path) {
    List<String> done = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(path));
    while (!open.isEmpty()) {
      String next = open.pop();
      int from = next.indexOf('{');
      int to = next.indexOf('}', from);
      if (from < 0 || to < 0) {
        done.add(next);
        continue;
      }
      String[] inner = next.substring(from + 1, to).split(",", -1);
      for (int i = inner.length - 1; i >= 0; i--) {
        open.push(next.substring(0, from) + inner[i] + next.substring(to + 1));
      }
      if (open.size() + done.size() > MAX_CHOICES) {
        throw error("'" + path + "' stands for more than " + MAX_CHOICES + " names");
      }
    }
    return done;
  }

  /** The index of an argument. */
  public int index(String word, int least) {
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

  /** What is wrong with the line, with its place. */
  public IllegalArgumentException error(String message) {
    return new IllegalArgumentException(place + ": " + message);
  }

  private IllegalArgumentException error(String message, Throwable cause) {
    return new IllegalArgumentException(place + ": " + message, cause);
  }

  /** The words up to a comment. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean end = i == line.length() || start < 0 && line.charAt(i) == '#';
      boolean gap = end || Character.isWhitespace(line.charAt(i));
      if (gap && start >= 0) {
        words.add(line.substring(start, i));
        start = -1;
      } else if (!gap && start < 0) {
        start = i;
      }
      if (end) {
        break;
      }
    }
    return List.copyOf(words);
  }
}
