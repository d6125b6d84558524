package dev.emerald.core.internal.flow.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;

/** Checks that bodies have the form that {@link Op} promises. */
final class FlowForm {

  private FlowForm() {}

  static void check(FileFlow file) {
    for (int i = 0; i < file.bodies().size(); i++) {
      Body body = file.bodies().get(i);
      assertThat(body.number()).isEqualTo(i);
      assertThat(body.enclosing()).isLessThan(i);
      for (int value = 0; value < body.size(); value++) {
        check(file, body, value);
      }
    }
  }

  private static void check(FileFlow file, Body body, int value) {
    Op op = body.op(value);
    String where = "instruction " + value + ", a " + op + ", of body " + body.number();
    assertThat(body.start(value)).as(where).isBetween(0, body.end(value));
    if (Operands.a(op)) {
      operand(body, body.a(value), value, op != Op.RETURN, where);
    }
    if (Operands.b(op)) {
      operand(body, body.b(value), value, op != Op.CALL && op != Op.CLASS, where);
    }
    if (Operands.c(op)) {
      operand(body, body.c(value), value, true, where);
    }
    if (Operands.list(op)) {
      for (int k = 0; k < body.listSize(body.c(value)); k++) {
        int operand = body.listAt(body.c(value), k);
        operand(body, operand, op == Op.PHI ? body.size() : value, true, where);
      }
    }
    switch (op) {
      case FUNCTION -> assertThat(body.a(value)).as(where).isBetween(1, file.bodies().size() - 1);
      case CLASS -> assertThat(body.a(value)).as(where).isBetween(0, file.classes() - 1);
      case CELL_GET, CELL_SET -> assertThat(body.a(value)).as(where).isBetween(0, file.cells() - 1);
      case CONST -> assertThat(file.constant(body.a(value))).as(where).isNotNull();
      case REGEX -> assertThat(file.regex(body.a(value))).as(where).isNotNull();
      case SIGMA -> assertThat(body.c(value)).as(where).isBetween(0, 2);
      case BINARY, UNARY -> assertThat(body.operator(value, file)).as(where).isNotEmpty();
      default -> {
        // nothing more is promised
      }
    }
  }

  private static void operand(Body body, int operand, int before, boolean needed, String where) {
    assertThat(operand).as(where).isBetween(needed ? 0 : -1, Math.min(before, body.size()) - 1);
  }
}
