package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import java.util.Arrays;

/**
 * Type arguments, and whether {@code <} in an expression starts some. That is tried, and what
 * failed is remembered: so a long list of comparisons is read once more at most.
 */
final class TypeArguments {

  private final ParserCore core;
  private final TypeParser types;

  /** Where {@code <} is an operator. */
  private final OffsetSet refused = new OffsetSet();

  /** Those that are not closed yet: where each starts, and how deep. */
  private int[] openings = new int[16];

  private int open;

  TypeArguments(ParserCore core, TypeParser types) {
    this.core = core;
    this.types = types;
  }

  /**
   * Reads type arguments in an expression if they are some.
   *
   * @return false, with the current token as before, if {@code <} is an operator
   */
  boolean tryInExpression() {
    int start = core.start;
    if (refused.contains(start)) {
      return false;
    }
    dropStaleOpenings();
    int outerOpen = open;
    ParserCore.Mark attempt = core.speculate();
    try {
      read();
      if (closedByPlainGreater() && canFollow()) {
        core.commit(attempt);
        return true;
      }
    } catch (SyntaxFailure noTypes) {
      // An operator, then; and so are those inside that have not been closed.
      while (open > outerOpen) {
        open -= 2;
        refused.add(openings[open]);
      }
    }
    refused.add(start);
    core.rewind(attempt);
    return false;
  }

  /** {@code <A, B>}, from {@code <} on, which may be the first half of {@code <<}. */
  void read() {
    if (core.kind == SHL) {
      core.rescanLess();
    }
    dropStaleOpenings();
    if (open == openings.length) {
      openings = Arrays.copyOf(openings, open * 2);
    }
    openings[open++] = core.start;
    openings[open++] = core.depth;
    core.expect(LT);
    do {
      types.type(true);
    } while (core.eat(COMMA));
    core.expect(GT);
    open -= 2;
  }

  /** Forgets type arguments that were left by a failure: those around this place are less deep. */
  private void dropStaleOpenings() {
    while (open > 0 && openings[open - 1] >= core.depth) {
      open -= 2;
    }
  }

  /** Whether the {@code >} before the current token is no part of a longer operator. */
  private boolean closedByPlainGreater() {
    char next = core.text[core.previousEnd];
    return next != '>' && next != '=';
  }

  /**
   * Whether what follows type arguments shows that they are some, by TypeScript's rule: a call or a
   * template, or else nothing that an expression could start with on the same line.
   */
  private boolean canFollow() {
    return switch (core.kind) {
      case LPAREN, TEMPLATE -> true;
      case LT, GT, PLUS, MINUS -> false;
      default -> core.newlineBefore || isBinaryOperator(core.kind) || !startsExpression(core.kind);
    };
  }

  private boolean isBinaryOperator(int kind) {
    return kind >= AMP_AMP && kind <= INSTANCEOF && !(kind == IN && core.in(ParserCore.NO_IN))
        || kind == AS
        || kind == SATISFIES;
  }

  private static boolean startsExpression(int kind) {
    return switch (kind) {
      case PRIVATE_NAME,
          NUMBER,
          BIGINT,
          STRING,
          LBRACKET,
          LBRACE,
          AT,
          NOT,
          TILDE,
          INCREMENT,
          DECREMENT,
          SLASH_ASSIGN,
          CLASS,
          DELETE,
          FALSE,
          FUNCTION,
          IMPORT,
          NEW,
          NULL,
          SUPER,
          THIS,
          TRUE,
          TYPEOF,
          VOID ->
          true;
      default -> Token.isIdentifier(kind);
    };
  }
}
