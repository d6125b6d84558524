package dev.emerald.core.internal.bind.loading;

import dev.emerald.core.internal.bind.loading.Loaded.Method;
import dev.emerald.core.internal.bind.loading.Loaded.Plain;
import dev.emerald.core.internal.bind.loading.Loaded.Regex;
import dev.emerald.core.internal.bind.loading.Loaded.Thing;
import dev.emerald.core.internal.regex.backtracking.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Methods of strings, arrays and regular expressions whose result is known. */
final class TextMethods {

  /** What every object has without being given it. */
  static final Set<String> OF_OBJECTS =
      Set.of(
          "hasOwnProperty",
          "toString",
          "valueOf",
          "constructor",
          "__proto__",
          "propertyIsEnumerable",
          "isPrototypeOf",
          "toLocaleString");

  /** Functions that are there to change what they are given first. */
  static final Set<String> CHANGING =
      Set.of("assign", "defineProperty", "defineProperties", "merge", "extend", "defaults", "set");

  private static final Set<String> OF_STRINGS =
      Set.of(
          "replace",
          "replaceAll",
          "slice",
          "substring",
          "substr",
          "split",
          "concat",
          "trim",
          "toLowerCase",
          "toUpperCase",
          "charAt",
          "indexOf",
          "includes",
          "startsWith",
          "endsWith",
          "repeat",
          "toString",
          "valueOf",
          "match",
          "search",
          "padStart",
          "padEnd",
          "at",
          "charCodeAt",
          "codePointAt",
          "lastIndexOf",
          "localeCompare",
          "matchAll",
          "normalize",
          "trimStart",
          "trimEnd",
          "test",
          "exec",
          "constructor");

  private static final int MOST_TEXT = 1 << 16;

  private final Loading loading;

  TextMethods(Loading loading) {
    this.loading = loading;
  }

  /** Whether a string or an expression may have a method of a name. */
  boolean has(Loaded object, String name) {
    return OF_STRINGS.contains(name) || object instanceof Regex;
  }

  Loaded call(Method method, List<Loaded> arguments, Evaluation evaluation) {
    loading.steps().take(2);
    if (method.receiver() instanceof Thing thing) {
      return thing.lost || thing.elements == null
          ? lost(thing)
          : ofArray(thing, thing.elements, method.name(), arguments, evaluation);
    }
    if (method.receiver() instanceof Regex regex) {
      return method.name().equals("toString")
          ? Loaded.of("/" + regex.source() + "/" + regex.flags())
          : Loaded.UNKNOWN;
    }
    String text = Loaded.string(method.receiver());
    if (text == null) {
      return Loaded.UNKNOWN;
    }
    loading.steps().take(text.length() >> 4);
    return ofString(text, method.name(), arguments);
  }

  private static Loaded lost(Thing thing) {
    thing.lost = true;
    return Loaded.UNKNOWN;
  }

  private Loaded ofString(String text, String name, List<Loaded> arguments) {
    Loaded first = arguments.isEmpty() ? Loaded.UNDEFINED : arguments.get(0);
    String word = Loaded.string(first);
    switch (name) {
      case "replace", "replaceAll" -> {
        String by = arguments.size() > 1 ? Loaded.string(arguments.get(1)) : null;
        String changed = by == null ? null : replaced(text, first, by, name.equals("replaceAll"));
        return changed == null || changed.length() > MOST_TEXT
            ? Loaded.UNKNOWN
            : Loaded.of(changed);
      }
      case "slice", "substring", "substr" -> {
        return part(text, name, arguments);
      }
      case "toLowerCase" -> {
        return Loaded.of(text.toLowerCase(Locale.ROOT));
      }
      case "toUpperCase" -> {
        return Loaded.of(text.toUpperCase(Locale.ROOT));
      }
      case "trim" -> {
        return Loaded.of(text.strip());
      }
      case "toString", "valueOf" -> {
        return Loaded.of(text);
      }
      case "charAt" -> {
        double at = number(first, -1);
        return at >= 0 && at < text.length()
            ? Loaded.of(text.substring((int) at, (int) at + 1))
            : Loaded.UNKNOWN;
      }
      case "concat" -> {
        StringBuilder all = new StringBuilder(text);
        for (Loaded argument : arguments) {
          String part = Loaded.text(argument);
          if (part == null) {
            return Loaded.UNKNOWN;
          }
          all.append(part);
        }
        return all.length() > MOST_TEXT ? Loaded.UNKNOWN : Loaded.of(all.toString());
      }
      case "repeat" -> {
        double times = number(first, -1);
        return times >= 0 && times * text.length() <= MOST_TEXT
            ? Loaded.of(text.repeat((int) times))
            : Loaded.UNKNOWN;
      }
      case "split" -> {
        return word == null || arguments.size() > 1 ? Loaded.UNKNOWN : split(text, word);
      }
      case "indexOf" -> {
        return word == null || arguments.size() > 1
            ? Loaded.UNKNOWN
            : Loaded.of(text.indexOf(word));
      }
      case "includes" -> {
        return word == null ? Loaded.UNKNOWN : Loaded.of(text.contains(word));
      }
      case "startsWith" -> {
        return word == null ? Loaded.UNKNOWN : Loaded.of(text.startsWith(word));
      }
      case "endsWith" -> {
        return word == null ? Loaded.UNKNOWN : Loaded.of(text.endsWith(word));
      }
      default -> {
        return Loaded.UNKNOWN;
      }
    }
  }

  private static @Nullable String replaced(String text, Loaded search, String by, boolean all) {
    if (search instanceof Regex regex) {
      return Replacement.of(regex.source(), regex.flags(), text, by);
    }
    String word = Loaded.string(search);
    return word == null || word.isEmpty() ? null : Replacement.of(word, text, by, all);
  }

  private static Loaded split(String text, String by) {
    List<Loaded> parts = new ArrayList<>();
    if (by.isEmpty()) {
      text.chars().forEach(c -> parts.add(Loaded.of(String.valueOf((char) c))));
    } else {
      for (String part : text.split(Pattern.quote(by), -1)) {
        parts.add(Loaded.of(part));
      }
    }
    return Thing.array(parts);
  }

  private static Loaded part(String text, String name, List<Loaded> arguments) {
    int length = text.length();
    double from = arguments.isEmpty() ? 0 : number(arguments.get(0), Double.NaN);
    double to = arguments.size() < 2 ? length : number(arguments.get(1), Double.NaN);
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return Loaded.UNKNOWN;
    }
    if (name.equals("substring")) {
      double least = Math.min(Math.max(0, from), Math.max(0, to));
      to = Math.max(Math.max(0, from), Math.max(0, to));
      from = least;
    } else {
      from = from < 0 ? Math.max(0, length + from) : from;
      if (name.equals("substr")) {
        to = arguments.size() < 2 ? length : from + to;
      } else {
        to = to < 0 ? length + to : to;
      }
    }
    int start = (int) Math.min(from, length);
    int end = (int) Math.min(Math.max(to, 0), length);
    return Loaded.of(start >= end ? "" : text.substring(start, end));
  }

  private static double number(Loaded value, double otherwise) {
    return value instanceof Plain plain && !Double.isNaN(plain.constant().number())
        ? plain.constant().number()
        : otherwise;
  }

  private Loaded ofArray(
      Thing array, List<Loaded> elements, String name, List<Loaded> arguments, Evaluation how) {
    Loaded first = arguments.isEmpty() ? Loaded.UNDEFINED : arguments.get(0);
    switch (name) {
      case "join" -> {
        String between = arguments.isEmpty() ? "," : Loaded.text(first);
        return between == null ? Loaded.UNKNOWN : joined(elements, between);
      }
      case "push" -> {
        elements.addAll(arguments);
        loading.steps().take(1 + (elements.size() >> 6));
        return Loaded.of(elements.size());
      }
      case "concat" -> {
        List<Loaded> all = new ArrayList<>(elements);
        for (Loaded argument : arguments) {
          if (argument instanceof Thing other && other.elements != null && !other.lost) {
            all.addAll(other.elements);
          } else if (argument instanceof Loaded.Unknown || argument instanceof Thing) {
            return Loaded.UNKNOWN;
          } else {
            all.add(argument);
          }
        }
        loading.steps().take(all.size());
        return Thing.array(all);
      }
      case "map", "forEach" -> {
        List<Loaded> results = new ArrayList<>();
        List<Loaded> before = List.copyOf(elements);
        for (int i = 0; i < before.size(); i++) {
          loading.steps().take(1);
          List<Loaded> given = List.of(before.get(i), Loaded.of((double) i), array);
          results.add(how.called(first, Loaded.UNDEFINED, given));
        }
        return name.equals("map") ? Thing.array(results) : Loaded.UNDEFINED;
      }
      case "slice" -> {
        double from = arguments.isEmpty() ? 0 : number(first, -1);
        double to = arguments.size() < 2 ? elements.size() : number(arguments.get(1), -1);
        if (from < 0 || to < 0) {
          return Loaded.UNKNOWN;
        }
        int start = (int) Math.min(from, elements.size());
        return Thing.array(
            elements.subList(start, Math.max(start, (int) Math.min(to, elements.size()))));
      }
      case "indexOf", "includes", "some", "every", "filter", "find", "keys", "toString" -> {
        return Loaded.UNKNOWN;
      }
      default -> {
        return lost(array);
      }
    }
  }

  private Loaded joined(List<Loaded> elements, String between) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < elements.size(); i++) {
      Loaded element = elements.get(i);
      boolean nothing =
          element instanceof Plain plain
              && ("undefined".equals(plain.constant().text()) && plain.constant().string() == null
                  || "null".equals(plain.constant().text()) && plain.constant().string() == null);
      String part = nothing ? "" : Loaded.text(element);
      if (part == null || text.length() > MOST_TEXT) {
        return Loaded.UNKNOWN;
      }
      text.append(i == 0 ? "" : between).append(part);
    }
    loading.steps().take(text.length() >> 4);
    return Loaded.of(text.toString());
  }
}
