package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

/**
 * Finds the way out of a broken statement or class member: goes on, token by token and never back,
 * to where the next one is likely to start.
 *
 * <p>The scanner knows which brackets are open at the error, so nothing is read again. A closing
 * brace is trusted more than a parenthesis; a word that starts a statement at the start of a line,
 * inside parentheses alone, shows that they have been left open.
 */
final class Recovery {

  private final ParserCore core;

  Recovery(ParserCore core) {
    this.core = core;
  }

  /** The number of brackets open before the current token. */
  int bracketsBefore() {
    int depth = core.brackets.depth;
    return isOpener(core.kind) ? depth - 1 : depth;
  }

  /**
   * Skips the rest of a broken statement.
   *
   * @param from where it starts
   * @param base the brackets open before it
   */
  void skipStatement(int from, int base) {
    skip(from, base, false);
  }

  /** Skips the rest of a broken class member; see {@link #skipStatement}. */
  void skipMember(int from, int base) {
    skip(from, base, true);
  }

  private void skip(int from, int base, boolean member) {
    boolean started = core.start > from;
    int previous = SEMICOLON;
    while (core.kind != EOF) {
      int depth = core.brackets.depth;
      int kind = core.kind;
      if (kind == RBRACE && depth < base) {
        return;
      }
      if (started && startsNext(kind, base, member)) {
        return;
      }
      started = true;
      if (kind == SEMICOLON && endsHere(base)) {
        core.next();
        return;
      }
      if (kind == RBRACE && core.brackets.closedSubstitution && depth >= base) {
        core.brackets.closedSubstitution = false;
        core.rescanTemplateContinuation();
      } else if ((kind == SLASH || kind == SLASH_ASSIGN) && !endsOperand(previous)) {
        core.rescanRegExp();
      }
      previous = core.kind;
      core.next();
      if (kind == RBRACE && depth == base && core.brackets.depth <= base && !continues()) {
        return;
      }
    }
  }

  /** Whether the current token, on a line of its own, starts the next statement or member. */
  private boolean startsNext(int kind, int base, boolean member) {
    if (!core.newlineBefore) {
      return false;
    }
    int before = isOpener(kind) ? core.brackets.depth - 1 : core.brackets.depth;
    if (before <= base) {
      return member
          ? Token.isName(kind) || kind == AT || kind == LBRACKET || kind == PRIVATE_NAME
          : Token.isName(kind) && kind != IN && kind != INSTANCEOF || kind == AT;
    }
    if (!member && startsStatement(kind) && !core.brackets.braceAbove(base)) {
      core.brackets.depth = isOpener(kind) ? base + 1 : base;
      return true;
    }
    return false;
  }

  /** Whether a semicolon ends the statement: it stands outside of brackets, or at a line's end. */
  private boolean endsHere(int base) {
    if (core.brackets.depth <= base) {
      return true;
    }
    if (core.brackets.braceAbove(base)) {
      return false;
    }
    core.peek();
    if (core.peekNewlineBefore()) {
      core.brackets.depth = base;
      return true;
    }
    return false;
  }

  /** Whether the statement may go on behind a brace that closed. */
  private boolean continues() {
    return switch (core.kind) {
      case RPAREN, RBRACKET, COMMA, DOT, COLON, SEMICOLON, LPAREN, ELSE, CATCH, FINALLY, ARROW ->
          true;
      default -> false;
    };
  }

  private static boolean startsStatement(int kind) {
    return switch (kind) {
      case VAR,
          LET,
          CONST,
          IF,
          FOR,
          WHILE,
          DO,
          SWITCH,
          TRY,
          THROW,
          RETURN,
          IMPORT,
          EXPORT,
          BREAK,
          CONTINUE,
          DEBUGGER,
          CLASS,
          ENUM,
          INTERFACE ->
          true;
      default -> false;
    };
  }

  private static boolean endsOperand(int kind) {
    return switch (kind) {
      case NUMBER,
          BIGINT,
          STRING,
          TEMPLATE,
          REGEXP,
          RPAREN,
          RBRACKET,
          RBRACE,
          THIS,
          SUPER,
          NULL,
          TRUE,
          FALSE,
          INCREMENT,
          DECREMENT,
          PRIVATE_NAME ->
          true;
      default -> Token.isIdentifier(kind);
    };
  }

  private static boolean isOpener(int kind) {
    return kind == LPAREN || kind == LBRACKET || kind == LBRACE;
  }
}
