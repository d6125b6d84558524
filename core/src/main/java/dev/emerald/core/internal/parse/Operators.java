package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.UnaryOperator;

/** Operators: how tightly they bind, and their nodes. */
final class Operators {

  /** The precedence of {@code <}, {@code in}, {@code as} and the like. */
  static final int RELATIONAL = 8;

  private static final byte[] PRECEDENCE = precedence();
  private static final BinaryOperator[] BINARY = BinaryOperator.values();
  private static final LogicalOperator[] LOGICAL = LogicalOperator.values();
  private static final AssignmentOperator[] ASSIGNMENT = AssignmentOperator.values();

  private Operators() {}

  /** How tightly a binary operator binds, from 1 on; 0 for what is none. */
  static int precedence(int kind) {
    return PRECEDENCE[kind];
  }

  static AssignmentOperator assignment(int kind) {
    return ASSIGNMENT[kind - ASSIGN];
  }

  /** The node of a binary or logical operator. */
  static Expression node(int start, int end, int kind, Expression left, Expression right) {
    return kind >= EQ
        ? NodeFactory.binaryExpression(start, end, BINARY[kind - EQ], left, right)
        : NodeFactory.logicalExpression(start, end, LOGICAL[kind - AMP_AMP], left, right);
  }

  static UnaryOperator unary(int kind) {
    return switch (kind) {
      case MINUS -> UnaryOperator.MINUS;
      case PLUS -> UnaryOperator.PLUS;
      case NOT -> UnaryOperator.NOT;
      case TILDE -> UnaryOperator.BITWISE_NOT;
      case TYPEOF -> UnaryOperator.TYPEOF;
      case VOID -> UnaryOperator.VOID;
      default -> UnaryOperator.DELETE;
    };
  }

  private static byte[] precedence() {
    byte[] table = new byte[COUNT];
    set(table, 1, COALESCE);
    set(table, 2, BAR_BAR);
    set(table, 3, AMP_AMP);
    set(table, 4, BAR);
    set(table, 5, CARET);
    set(table, 6, AMP);
    set(table, 7, EQ, NE, EQ_STRICT, NE_STRICT);
    set(table, RELATIONAL, LT, LE, GT, GE, IN, INSTANCEOF);
    set(table, 9, SHL, SHR, USHR);
    set(table, 10, PLUS, MINUS);
    set(table, 11, STAR, SLASH, PERCENT);
    set(table, 12, STAR_STAR);
    return table;
  }

  private static void set(byte[] table, int precedence, int... kinds) {
    for (int kind : kinds) {
      table[kind] = (byte) precedence;
    }
  }
}
