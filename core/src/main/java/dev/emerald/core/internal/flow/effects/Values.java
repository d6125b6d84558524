package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What values are, as far as a short look tells. All looks are bounded. */
public final class Values {

  /** Stands for text that is not known, in texts of which a part is. */
  static final char UNKNOWN = '\uFFFC';

  private static final int MAX_TEXT = 2_000;
  private static final int MAX_DEPTH = 5;
  private static final int MAX_ELEMENTS = 64;

  private final Map<FileFlow, Sites> sites = new ConcurrentHashMap<>();

  /** Where a value is: it may be in an enclosing function. */
  public record At(Body body, int value) {

    /** What makes it. */
    public Op op() {
      return body.op(value);
    }
  }

  /** The value without the conditions that hold for it, and through what is one value alone. */
  public static int plain(Body body, int value) {
    return value < 0 ? value : body.plain(value);
  }

  Sites sites(FileFlow file) {
    return sites.computeIfAbsent(file, Sites::new);
  }

  /** Where a value comes from, through conditions, captures and variables written once. */
  At origin(FileFlow file, Body body, int value) {
    return sites(file).origin(file, body, value);
  }

  /** The constant that a value is; null if it is none. */
  @Nullable Constant constant(FileFlow file, Body body, int value) {
    if (value < 0) {
      return null;
    }
    if (body.op(value) == Op.CONST) {
      return file.constant(body.a(value));
    }
    At at = origin(file, body, value);
    return at.value() >= 0 && at.op() == Op.CONST ? file.constant(at.body().a(at.value())) : null;
  }

  /** The text of a constant; null if the value is none. */
  @Nullable String text(FileFlow file, Body body, int value) {
    Constant constant = constant(file, body, value);
    return constant == null ? null : constant.text();
  }

  /** The constant texts that an array holds, or a set that is made of one. */
  List<String> elements(FileFlow file, Body body, int value) {
    At at = origin(file, body, value);
    if (at.value() >= 0 && at.op() == Op.NEW) {
      int first = argument(at.body(), at.value(), 0);
      at = first < 0 ? at : origin(file, at.body(), first);
    }
    if (at.value() < 0 || at.op() != Op.ARRAY) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    int list = at.body().c(at.value());
    for (int i = 0; i < at.body().listSize(list) && i < MAX_ELEMENTS; i++) {
      Constant constant = constant(file, at.body(), at.body().listAt(list, i));
      String text = constant == null ? null : constant.string();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The regular expression that a value is; null if it is none. */
  @Nullable RegexPattern regex(FileFlow file, Body body, int value) {
    At at = origin(file, body, value);
    return at.value() >= 0 && at.op() == Op.REGEX ? file.regex(at.body().a(at.value())) : null;
  }

  /** Adds the text of a value, with {@link #UNKNOWN} for each part that is not constant. */
  void write(FileFlow file, Body body, int value, StringBuilder text, int depth) {
    if (text.length() > MAX_TEXT) {
      return;
    }
    At at = origin(file, body, value);
    Body where = at.body();
    if (at.value() >= 0 && at.op() == Op.CONST) {
      String constant = file.constant(where.a(at.value())).text();
      text.append(constant, 0, Math.min(constant.length(), MAX_TEXT));
    } else if (at.value() >= 0 && at.op() == Op.CONCAT && depth < MAX_DEPTH) {
      int list = where.c(at.value());
      for (int i = 0; i < where.listSize(list); i++) {
        write(file, where, where.listAt(list, i), text, depth + 1);
      }
    } else {
      text.append(UNKNOWN);
    }
  }

  /** The text of the values of a list from one index to another, as {@link #write} writes it. */
  String text(FileFlow file, Body body, int list, int from, int to, String between) {
    if (from >= to) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && text.length() <= MAX_TEXT; i++) {
      write(file, body, body.listAt(list, i), text, 0);
      text.append(between);
    }
    return text.toString();
  }

  /** The name under which a call finds its callee: a method or a function; empty if it has none. */
  public static String calleeName(FileFlow file, Body body, int call) {
    int callee = plain(body, body.a(call));
    if (callee < 0) {
      return "";
    }
    return switch (body.op(callee)) {
      case LOAD -> file.name(body.b(callee));
      case GLOBAL -> file.name(body.a(callee));
      case IMPORT -> file.name(body.b(callee));
      default -> apiTail(file, body, call);
    };
  }

  private static String apiTail(FileFlow file, Body body, int call) {
    String api = api(file, body, call);
    return api == null ? "" : api.substring(api.lastIndexOf('.') + 1);
  }

  /** The name of the method that a call calls on a receiver; null for plain functions. */
  public static @Nullable String method(FileFlow file, Body body, int call) {
    int callee = body.a(call);
    if (callee < 0) {
      return null;
    }
    callee = plain(body, callee);
    return body.op(callee) == Op.LOAD ? file.name(body.b(callee)) : null;
  }

  /** The receiver of a method call. */
  public static int receiver(Body body, int call) {
    int receiver = body.b(call);
    int callee = plain(body, body.a(call));
    return receiver < 0 && callee >= 0 && body.op(callee) == Op.LOAD ? body.a(callee) : receiver;
  }

  /** The API that a value is or calls; null if it is not known. */
  public static @Nullable String api(FileFlow file, Body body, int value) {
    int api = body.api(value);
    return api < 0 ? null : file.name(api);
  }

  /** An argument of a call; -1 if there is none, or it is not known where it stands. */
  public static int argument(Body body, int call, int index) {
    int list = body.c(call);
    if (index >= body.listSize(list)) {
      return -1;
    }
    for (int i = 0; i <= index; i++) {
      if (body.op(body.listAt(list, i)) == Op.SPREAD) {
        return -1;
      }
    }
    return body.listAt(list, index);
  }

  /** Whether two values are the same whenever both are there: as far as their making shows. */
  public static boolean same(Body body, int left, int right) {
    return same(body, left, right, 0);
  }

  private static boolean same(Body body, int left, int right, int depth) {
    int u = plain(body, left);
    int v = plain(body, right);
    if (u == v) {
      return u >= 0;
    }
    if (u < 0 || v < 0 || depth > MAX_DEPTH || body.op(u) != body.op(v)) {
      return false;
    }
    return switch (body.op(u)) {
      case CONST, CAPTURE, CELL_GET, GLOBAL, PARAM, REGEX -> body.a(u) == body.a(v);
      case THIS -> true;
      case LOAD -> body.b(u) == body.b(v) && same(body, body.a(u), body.a(v), depth + 1);
      case LOAD_KEY ->
          same(body, body.a(u), body.a(v), depth + 1)
              && same(body, body.b(u), body.b(v), depth + 1);
      case CALL ->
          body.api(u) >= 0
              && body.api(u) == body.api(v)
              && sameList(body, body.c(u), body.c(v), depth + 1);
      case CONCAT -> sameList(body, body.c(u), body.c(v), depth + 1);
      default -> false;
    };
  }

  private static boolean sameList(Body body, int left, int right, int depth) {
    int size = body.listSize(left);
    if (size != body.listSize(right) || size > 8) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!same(body, body.listAt(left, i), body.listAt(right, i), depth)) {
        return false;
      }
    }
    return true;
  }
}
