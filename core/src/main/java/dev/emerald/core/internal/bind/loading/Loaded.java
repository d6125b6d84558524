package dev.emerald.core.internal.bind.loading;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is while a file is loaded.
 *
 * @see Plain
 */
sealed interface Loaded {

  /** What may be anything. */
  Loaded UNKNOWN = new Unknown();

  /** {@code undefined}. */
  Loaded UNDEFINED = new Plain(Constant.UNDEFINED);

  /** The value of {@link #UNKNOWN}. */
  record Unknown() implements Loaded {}

  /** A string, number, truth value or nothing. */
  record Plain(Constant constant) implements Loaded {}

  /** A regular expression. */
  record Regex(String source, String flags) implements Loaded {}

  /** A function of the file, and the variables around it. */
  record Closure(FunctionLike function, Frame frame) implements Loaded {}

  /** A method of the language, of some object. */
  record Method(Loaded receiver, String name) implements Loaded {}

  /** An object or an array; compared by identity. */
  final class Thing implements Loaded {
    final Map<String, Loaded> properties = new LinkedHashMap<>();

    /** The elements of an array; null for other objects. */
    final @Nullable List<Loaded> elements;

    /** Whether it may have been changed in a way that was not followed. */
    boolean lost;

    private Thing(@Nullable List<Loaded> elements) {
      this.elements = elements;
    }

    static Thing object() {
      return new Thing(null);
    }

    static Thing array(List<Loaded> elements) {
      return new Thing(new ArrayList<>(elements));
    }
  }

  /** The variables of a call of a function, or of the file. */
  final class Frame {
    final @Nullable Frame outer;
    final Map<FileSymbol, Loaded> values = new HashMap<>();
    final Loaded self;
    final @Nullable Thing arguments;

    Frame(@Nullable Frame outer, Loaded self, @Nullable Thing arguments) {
      this.outer = outer;
      this.self = self;
      this.arguments = arguments;
    }

    Loaded get(FileSymbol symbol) {
      for (Frame at = this; at != null; at = at.outer) {
        Loaded value = at.values.get(symbol);
        if (value != null) {
          return value;
        }
      }
      return UNKNOWN;
    }

    void set(FileSymbol symbol, Loaded value) {
      for (Frame at = this; at != null; at = at.outer) {
        if (at.values.containsKey(symbol)) {
          at.values.put(symbol, value);
          return;
        }
      }
      values.put(symbol, value);
    }
  }

  /** A string. */
  static Loaded of(String text) {
    return new Plain(Constant.of(text));
  }

  /** A number. */
  static Loaded of(double number) {
    return new Plain(Constant.of(number));
  }

  /** A truth value. */
  static Loaded of(boolean truth) {
    return new Plain(Constant.of(truth));
  }

  /** The string that a value is; null if it is none. */
  static @Nullable String string(Loaded value) {
    return value instanceof Plain plain ? plain.constant().string() : null;
  }

  /** The text that a value becomes where a string is needed; null if it is not known. */
  static @Nullable String text(Loaded value) {
    if (value instanceof Plain plain) {
      return plain.constant().text();
    }
    return value instanceof Regex regex ? "/" + regex.source() + "/" + regex.flags() : null;
  }

  /** Whether a value counts as true; null if it is not known. */
  static @Nullable Boolean truth(Loaded value) {
    if (value instanceof Unknown) {
      return null;
    }
    return !(value instanceof Plain plain) || plain.constant().truthy();
  }
}
