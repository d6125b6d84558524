package dev.emerald.core.internal.flow.ir;

import java.util.List;
import java.util.Locale;

/**
 * Bodies as text, one instruction a line: {@code 3 = call 2 on 1 (0, 1) : child_process.exec}.
 * Values are numbers, names are in quotes where they could be mistaken.
 */
public final class BodyText {

  private BodyText() {}

  /** All bodies of a file. */
  public static String of(FileFlow file) {
    StringBuilder text = new StringBuilder();
    for (Body body : file.bodies()) {
      text.append(of(file, body));
    }
    return text.toString();
  }

  /** A body. */
  public static String of(FileFlow file, Body body) {
    StringBuilder text = new StringBuilder("body ").append(body.number());
    if (!body.name().isEmpty()) {
      text.append(' ').append(body.name());
    }
    flag(body, Body.ASYNC, " async", text);
    flag(body, Body.GENERATOR, " generator", text);
    flag(body, Body.ARROW, " arrow", text);
    flag(body, Body.COARSE, " coarse", text);
    flag(body, Body.CONSTRUCTOR, " constructor", text);
    text.append('\n');
    for (int value = 0; value < body.size(); value++) {
      text.append("  ").append(value).append(" = ");
      instruction(file, body, value, text);
      if (body.api(value) >= 0) {
        text.append(" : ").append(file.name(body.api(value)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void flag(Body body, int flag, String name, StringBuilder text) {
    if (body.is(flag)) {
      text.append(name);
    }
  }

  private static void instruction(FileFlow file, Body body, int value, StringBuilder text) {
    Op op = body.op(value);
    int a = body.a(value);
    int b = body.b(value);
    int c = body.c(value);
    text.append(op.name().toLowerCase(Locale.ROOT));
    switch (op) {
      case PARAM -> {
        text.append(b == 1 ? " ..." : " ").append(a);
        int name = body.parameterName(a);
        text.append(name < 0 ? "" : " " + file.name(name));
      }
      case CAPTURE, CELL_GET -> text.append(' ').append(a);
      case FUNCTION -> {
        text.append(' ').append(a);
        list(body, c, text);
      }
      case CLASS -> {
        text.append(' ').append(a);
        if (b >= 0) {
          text.append(" extends ").append(b);
        }
        list(body, c, text);
        shape(file.classShape(a), text);
      }
      case CELL_SET -> text.append(' ').append(a).append(" := ").append(b);
      case CONST -> text.append(' ').append(file.constant(a));
      case REGEX -> text.append(' ').append(file.regex(a).source());
      case MODULE, GLOBAL, EXPORT_ALL -> text.append(' ').append(file.name(a));
      case IMPORT -> text.append(' ').append(file.name(a)).append(' ').append(file.name(b));
      case EXPORT -> text.append(' ').append(file.name(a)).append(" := ").append(b);
      case LOAD -> text.append(' ').append(a).append('.').append(file.name(b));
      case LOAD_KEY -> text.append(' ').append(a).append('[').append(b).append(']');
      case STORE ->
          text.append(' ').append(a).append('.').append(file.name(b)).append(" := ").append(c);
      case STORE_KEY -> text.append(' ').append(a).append('[').append(b).append("] := ").append(c);
      case SPREAD_COPY -> {
        text.append(' ').append(a).append(" := ").append(b);
        if (c >= 0) {
          text.append(" without");
          list(body, c, text);
        }
      }
      case CALL -> {
        text.append(' ').append(a);
        if (b >= 0) {
          text.append(" on ").append(b);
        }
        list(body, c, text);
      }
      case NEW, TAGGED -> {
        text.append(' ').append(a);
        list(body, c, text);
      }
      case ARRAY, CONCAT, PHI, CATCH, OPAQUE -> list(body, c, text);
      case BINARY ->
          text.append(' ').append(a).append(' ').append(file.name(c)).append(' ').append(b);
      case UNARY -> text.append(' ').append(file.name(c)).append(' ').append(a);
      case SIGMA -> {
        text.append(' ').append(a).append(c == 2 ? " after " : c == 1 ? " if " : " unless ");
        text.append(b);
      }
      case ELEMENT -> {
        text.append(' ').append(a);
        if (b >= 0) {
          text.append('[').append(b).append(']');
        }
      }
      case SET_EXPORTS, SPREAD, AWAIT, YIELD, KEY_OF, THROW -> text.append(' ').append(a);
      case RETURN -> {
        text.append(a < 0 ? "" : " " + a);
        if (body.listSize(c) > 0) {
          text.append(" knowing");
          list(body, c, text);
        }
      }
      case THIS, ARGUMENTS, EXPORTS, OBJECT -> {
        // without operands
      }
    }
  }

  private static void shape(ClassShape shape, StringBuilder text) {
    text.append(' ').append(shape.name());
    decorators(shape.decorators(), text);
    text.append(" { ");
    if (shape.constructor() >= 0) {
      text.append("constructor ").append(shape.constructor()).append(' ');
    }
    for (ClassShape.Method method : shape.methods()) {
      text.append(method.onClass() ? "static " : "");
      text.append(
          switch (method.kind()) {
            case METHOD -> "";
            case GETTER -> "get ";
            case SETTER -> "set ";
          });
      text.append(method.name()).append(' ').append(method.body());
      decorators(method.decorators(), text);
      for (List<String> parameter : method.parameterDecorators()) {
        text.append(" (");
        decorators(parameter, text);
        text.append(')');
      }
      text.append(' ');
    }
    text.append('}');
  }

  private static void decorators(List<String> decorators, StringBuilder text) {
    for (String decorator : decorators) {
      text.append('@').append(decorator);
    }
  }

  private static void list(Body body, int list, StringBuilder text) {
    text.append(" (");
    for (int i = 0, size = body.listSize(list); i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(body.listAt(list, i));
    }
    text.append(')');
  }
}
