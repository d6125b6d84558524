package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;

/** Which operands of an instruction are values. */
final class Operands {

  private Operands() {}

  static boolean a(Op op) {
    return switch (op) {
      case SET_EXPORTS,
          LOAD,
          LOAD_KEY,
          STORE,
          STORE_KEY,
          SPREAD_COPY,
          SPREAD,
          CALL,
          NEW,
          TAGGED,
          BINARY,
          UNARY,
          SIGMA,
          AWAIT,
          YIELD,
          ELEMENT,
          KEY_OF,
          RETURN,
          THROW ->
          true;
      default -> false;
    };
  }

  static boolean b(Op op) {
    return switch (op) {
      case CELL_SET, CLASS, EXPORT, LOAD_KEY, STORE_KEY, SPREAD_COPY, CALL, BINARY, SIGMA -> true;
      default -> false;
    };
  }

  static boolean c(Op op) {
    return op == Op.STORE || op == Op.STORE_KEY;
  }

  static boolean list(Op op) {
    return switch (op) {
      case FUNCTION,
          CLASS,
          ARRAY,
          SPREAD_COPY,
          CALL,
          NEW,
          TAGGED,
          CONCAT,
          PHI,
          RETURN,
          CATCH,
          OPAQUE ->
          true;
      default -> false;
    };
  }

  /** Whether an instruction does nothing but make its value. */
  static boolean removable(Op op) {
    return switch (op) {
      case PHI,
          SIGMA,
          CONST,
          CAPTURE,
          THIS,
          ARGUMENTS,
          CELL_GET,
          GLOBAL,
          IMPORT,
          EXPORTS,
          LOAD,
          LOAD_KEY,
          ELEMENT,
          KEY_OF,
          BINARY,
          CONCAT ->
          true;
      default -> false;
    };
  }
}
