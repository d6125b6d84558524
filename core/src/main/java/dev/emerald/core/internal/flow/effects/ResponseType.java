package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a function says of the type of a response before it sends it. */
final class ResponseType {

  private static final Set<String> SETTERS =
      Set.of("setHeader", "set", "header", "type", "contentType", "writeHead");

  private static final String[] NAMES = {"Content-Type", "content-type", "Content-type"};

  /** A type that is set to what is not known. */
  private static final String SOME = "";

  private final Values values;

  ResponseType(Values values) {
    this.values = values;
  }

  /** Whether the type was set before, to one that browsers show no markup in. */
  boolean isOther(FileFlow file, Body body, int call) {
    String type = before(file, body, call);
    return type != null && !type.equals(SOME) && !isMarkup(type);
  }

  /**
   * Whether no type was set before, and nothing was sent: browsers go by how the response starts,
   * and take for a page what starts with a tag alone.
   */
  boolean isGuessed(FileFlow file, Body body, int call) {
    if (body.op(call) != Op.CALL || before(file, body, call) != null) {
      return false;
    }
    int response = response(body, Values.receiver(body, call), call);
    int first = Math.max(0, call - Sinks.MAX_LOOK);
    for (int i = call - 1; i >= first; i--) {
      if (body.op(i) == Op.CALL
          && "write".equals(Values.method(file, body, i))
          && Values.same(body, response(body, Values.receiver(body, i), i), response)) {
        return false;
      }
    }
    return response >= 0;
  }

  /** Whether the options that a response is made with say that it is a page: else it is text. */
  boolean isDeclared(FileFlow file, Body body, int call) {
    int argument = Values.argument(body, call, 1);
    Values.At options = values.origin(file, body, argument);
    if (argument < 0 || options.value() < 0 || options.op() != Op.OBJECT) {
      return false;
    }
    int stored = Sinks.stored(file, options, "headers");
    String type = stored < 0 ? null : typeIn(file, values.origin(file, options.body(), stored));
    return type != null && isMarkup(type);
  }

  /** The type that was last set before a call; null if none was. */
  private @Nullable String before(FileFlow file, Body body, int call) {
    if (body.op(call) != Op.CALL) {
      return null;
    }
    int response = response(body, Values.receiver(body, call), call);
    if (response < 0) {
      return null;
    }
    int first = Math.max(0, call - Sinks.MAX_LOOK);
    String found = null;
    for (int i = call - 1; i >= first; i--) {
      if (body.op(i) != Op.CALL) {
        continue;
      }
      String method = Values.method(file, body, i);
      if (method != null
          && SETTERS.contains(method)
          && Values.same(body, response(body, Values.receiver(body, i), i), response)) {
        String type = type(file, body, i, method);
        if (type != null && !type.equals(SOME)) {
          return type;
        }
        found = type == null ? found : type;
      }
    }
    return found;
  }

  /** The response at the start of a chain of calls. */
  private static int response(Body body, int receiver, int call) {
    int current = receiver;
    for (int i = 0; i < 6 && current >= 0; i++) {
      int value = Values.plain(body, current);
      if (body.op(value) != Op.CALL || value >= call) {
        return value;
      }
      current = Values.receiver(body, value);
    }
    return current;
  }

  /** What a call sets the type to; null if it sets none. */
  private @Nullable String type(FileFlow file, Body body, int call, String method) {
    if (method.equals("type") || method.equals("contentType")) {
      return known(values.text(file, body, Values.argument(body, call, 0)));
    }
    int list = body.c(call);
    int size = list < 0 ? 0 : body.listSize(list);
    if (!method.equals("writeHead")) {
      String name = size == 0 ? null : values.text(file, body, Values.argument(body, call, 0));
      if (name != null) {
        return name.equalsIgnoreCase("content-type")
            ? known(values.text(file, body, Values.argument(body, call, 1)))
            : null;
      }
    } else if (size < 2) {
      return null;
    }
    return size == 0 ? null : typeIn(file, values.origin(file, body, body.listAt(list, size - 1)));
  }

  private @Nullable String typeIn(FileFlow file, Values.At headers) {
    if (headers.value() < 0 || headers.op() != Op.OBJECT) {
      return SOME;
    }
    for (String name : NAMES) {
      int stored = Sinks.stored(file, headers, name);
      if (stored >= 0) {
        return known(values.text(file, headers.body(), stored));
      }
    }
    return null;
  }

  private static String known(@Nullable String text) {
    return text == null ? SOME : text;
  }

  private static boolean isMarkup(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("html") || lower.contains("xml") || lower.contains("svg");
  }
}
