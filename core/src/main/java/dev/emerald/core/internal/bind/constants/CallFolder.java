package dev.emerald.core.internal.bind.constants;

import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls that only depend on their receiver and arguments: of strings, arrays and paths. */
final class CallFolder {

  private static final int MAX_TEXT = 1 << 16;
  private static final int MAX_ELEMENTS = 10_000;

  private final ConstantFolder constants;
  private final RegexTexts regexes;
  private final Function<Expression, @Nullable String> api;

  CallFolder(
      ConstantFolder constants, RegexTexts regexes, Function<Expression, @Nullable String> api) {
    this.constants = constants;
    this.regexes = regexes;
    this.api = api;
  }

  /** The value of a call, or null. */
  @Nullable Constant result(CallExpression call) {
    Expression callee = call.callee();
    if (callee instanceof MemberExpression member) {
      if (!member.computed() && member.property() instanceof Identifier name) {
        return method(call, member, name.name());
      }
      return null;
    }
    if (callee instanceof Identifier function) {
      return switch (function.name()) {
        case "String", "Number", "Boolean", "Symbol" -> conversion(call, function);
        case "join", "resolve", "normalize", "basename", "dirname", "extname" -> path(call);
        default -> null;
      };
    }
    return null;
  }

  private @Nullable Constant conversion(CallExpression call, Identifier function) {
    String name = api.apply(function);
    Expression argument = call.argument(0);
    Constant value = argument == null ? null : constants.constantOf(argument);
    if (name == null || value == null) {
      return null;
    }
    return switch (name) {
      case "globalThis.String" -> Constant.of(value.text());
      case "globalThis.Boolean" -> Constant.of(value.truthy());
      case "globalThis.Number" -> value.type() == Constant.Type.NUMBER ? value : null;
      default -> null;
    };
  }

  private @Nullable Constant method(CallExpression call, MemberExpression member, String name) {
    switch (name) {
      case "join" -> {
        Expression receiver = constants.origins().origin(member.object());
        return receiver instanceof ArrayExpression array
            ? joined(call, array, member.object())
            : path(call);
      }
      case "resolve", "normalize", "basename", "dirname", "extname" -> {
        return path(call);
      }
      case "toLowerCase",
          "toUpperCase",
          "toString",
          "valueOf",
          "trim",
          "trimStart",
          "trimEnd",
          "concat",
          "repeat",
          "slice",
          "substring",
          "charAt",
          "replace",
          "replaceAll",
          "padStart" -> {
        Constant receiver = constants.constantOf(member.object());
        String text = receiver == null ? null : receiver.string();
        Expression search = call.argument(0);
        String plain =
            text == null || search == null || !name.startsWith("replace")
                ? null
                : regexes.plain(search);
        if (text != null && search != null && plain != null) {
          return ofRegex(call, text, plain, regexes.isGlobal(search));
        }
        if (text != null) {
          return ofText(call, name, text);
        }
        return receiver != null && name.equals("toString") && call.arguments().isEmpty()
            ? Constant.of(receiver.text())
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Constant ofText(CallExpression call, String name, String text) {
    List<Constant> arguments = arguments(call);
    if (arguments == null || !constants.spend(text.length())) {
      return null;
    }
    if (arguments.isEmpty()) {
      return switch (name) {
        case "toLowerCase" -> Constant.of(text.toLowerCase(Locale.ROOT));
        case "toUpperCase" -> Constant.of(text.toUpperCase(Locale.ROOT));
        case "trim" -> Constant.of(text.strip());
        case "trimStart" -> Constant.of(text.stripLeading());
        case "trimEnd" -> Constant.of(text.stripTrailing());
        case "toString", "valueOf", "concat" -> Constant.of(text);
        default -> null;
      };
    }
    Constant first = arguments.get(0);
    switch (name) {
      case "concat" -> {
        StringBuilder all = new StringBuilder(text);
        arguments.forEach(argument -> all.append(argument.text()));
        return bounded(all);
      }
      case "repeat" -> {
        double times = first.number();
        return times >= 0 && times * text.length() <= MAX_TEXT
            ? bounded(text.repeat((int) times))
            : null;
      }
      case "slice", "substring" -> {
        return part(text, arguments, name.equals("slice"));
      }
      case "charAt" -> {
        double at = first.number();
        return at >= 0 && at < text.length()
            ? Constant.of(text.substring((int) at, (int) at + 1))
            : null;
      }
      case "replaceAll" -> {
        return replaced(text, arguments, true);
      }
      case "replace" -> {
        return replaced(text, arguments, false);
      }
      default -> {
        return null;
      }
    }
  }

  private static @Nullable Constant part(String text, List<Constant> arguments, boolean negative) {
    double from = arguments.get(0).number();
    double to = arguments.size() > 1 ? arguments.get(1).number() : text.length();
    if (Double.isNaN(from) || Double.isNaN(to) || arguments.size() > 2) {
      return null;
    }
    if (negative) {
      from = from < 0 ? Math.max(0, text.length() + from) : from;
      to = to < 0 ? text.length() + to : to;
    } else if (from > to || from < 0) {
      return null;
    }
    int start = (int) Math.min(from, text.length());
    int end = (int) Math.min(Math.max(to, 0), text.length());
    return Constant.of(start >= end ? "" : text.substring(start, end));
  }

  /** A literal's only text is replaced. */
  private @Nullable Constant ofRegex(
      CallExpression call, String text, String search, boolean global) {
    Expression by = call.arguments().size() == 2 ? call.argument(1) : null;
    Constant replacement = by == null ? null : constants.constantOf(by);
    return replacement == null || !constants.spend(text.length())
        ? null
        : replaced(text, search, replacement.string(), global);
  }

  private @Nullable Constant replaced(String text, List<Constant> arguments, boolean all) {
    return arguments.size() != 2
        ? null
        : replaced(text, arguments.get(0).string(), arguments.get(1).string(), all);
  }

  private @Nullable Constant replaced(
      String text, @Nullable String search, @Nullable String replacement, boolean all) {
    if (search == null || search.isEmpty() || replacement == null || refersBack(replacement)) {
      return null;
    }
    if ((long) text.length() * Math.max(1, replacement.length()) > MAX_TEXT) {
      return null;
    }
    if (all) {
      return bounded(text.replace(search, replacement));
    }
    int at = text.indexOf(search);
    return Constant.of(
        at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + search.length()));
  }

  /** Whether a replacement stands for more than itself. */
  private static boolean refersBack(String replacement) {
    for (int i = replacement.indexOf('$'); i >= 0; i = replacement.indexOf('$', i + 1)) {
      if (i + 1 < replacement.length()
          && "$&`'<0123456789".indexOf(replacement.charAt(i + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable List<Constant> arguments(CallExpression call) {
    List<Constant> all = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      Constant constant = constants.constantOf(argument);
      if (constant == null || all.size() == MAX_ELEMENTS) {
        return null;
      }
      all.add(constant);
    }
    return all;
  }

  private @Nullable Constant joined(CallExpression call, ArrayExpression array, Expression holder) {
    Expression separator = call.argument(0);
    Constant between = separator == null ? Constant.of(",") : constants.constantOf(separator);
    if (between == null
        || between.string() == null
        || array.elements().size() > MAX_ELEMENTS
        || constants.objects().changed(holder)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < array.elements().size(); i++) {
      Expression element = array.elements().get(i);
      Constant part = element == null ? Constant.NULL : constants.constantOf(element);
      if (part == null || text.length() > MAX_TEXT) {
        return null;
      }
      text.append(i == 0 ? "" : between.text());
      boolean nothing = part.type() == Constant.Type.NULL || part.type() == Constant.Type.UNDEFINED;
      text.append(nothing ? "" : part.text());
    }
    return bounded(text);
  }

  private @Nullable Constant path(CallExpression call) {
    String name = api.apply(call.callee());
    if (name == null || !name.startsWith("path.")) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      Constant part = constants.constantOf(argument);
      String text = part == null ? null : part.string();
      if (text == null || parts.size() == MAX_ELEMENTS || !constants.spend(text.length())) {
        return null;
      }
      parts.add(text);
    }
    String result = PosixPaths.result(name.substring(name.lastIndexOf('.') + 1), parts);
    return result == null ? null : bounded(result);
  }

  private @Nullable Constant bounded(CharSequence text) {
    return text.length() > MAX_TEXT || !constants.spend(text.length())
        ? null
        : Constant.of(text.toString());
  }
}
