package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way out of a broken statement or class member: goes on, token by token and never back,
 * to where the next one is likely to start.
 *
 * <p>The scanner knows which brackets are open at the error, so nothing is read again. A closing
 * brace is trusted more than a parenthesis. A word at the start of a line, indented no deeper than
 * the broken statement, starts the next one, whatever is still open; so does a semicolon outside of
 * braces.
 */
final class Recovery {

  /** How far back the start of a line is looked for, to know an indentation. */
  private static final int WIDEST = 200;

  private final ParserCore core;

  // What is being left.
  private int base;
  private int indentation;
  private boolean member;
  private boolean loop;

  Recovery(ParserCore core) {
    this.core = core;
  }

  /** The number of brackets open before the current token. */
  int bracketsBefore() {
    int depth = core.brackets.depth;
    return isOpener(core.kind) ? depth - 1 : depth;
  }

  /**
   * Keeps what is complete of a broken construct: the functions, classes, calls and assignments
   * that were waiting on the stack for the rest of it, each as a statement.
   *
   * @param top the height of the stack before the construct
   */
  void salvage(int top) {
    List<Statement> kept = new ArrayList<>();
    for (int i = 0, size = core.size(top); i < size; i++) {
      Node node = core.pushed(top, i);
      if (node instanceof Property property) {
        node = property.value();
      }
      if (node instanceof Statement statement) {
        kept.add(statement);
      } else if (isWorthKeeping(node) && node instanceof Expression expression) {
        kept.add(
            NodeFactory.expressionStatement(
                expression.start(), expression.end(), expression, null));
      }
    }
    core.cut(top);
    for (Statement statement : kept) {
      core.push(statement);
    }
  }

  private boolean isWorthKeeping(@Nullable Node node) {
    return node instanceof FunctionLike
        || node instanceof ClassLike
        || node instanceof Invocation
        || node instanceof AssignmentExpression
        || node instanceof AwaitExpression;
  }

  /**
   * Moves past the comma behind an element of a list. If something else stands there, it is an
   * error; what follows on the line is left out, up to the next comma or the end of the list.
   *
   * @param closer the bracket that ends the list
   * @return whether another element or the end of the list after a comma follows
   */
  boolean separator(int closer) {
    if (core.kind == COMMA) {
      core.next();
      return true;
    }
    if (core.kind == closer || core.kind == EOF) {
      return false;
    }
    core.soft(core.start, core.problemOr("',' expected"));
    if (core.newlineBefore && closer == RBRACE && Token.isName(core.kind)) {
      return true;
    }
    int inside = bracketsBefore();
    int previous = COMMA;
    while (core.kind != EOF && core.kind != SEMICOLON) {
      int depth = core.brackets.depth;
      if (core.kind == closer && depth == inside - 1) {
        return false;
      }
      if (core.kind == COMMA && depth == inside) {
        core.next();
        return true;
      }
      if (depth < inside || bracketsBefore() == inside && core.newlineBefore) {
        break;
      }
      previous = advance(previous);
    }
    throw core.unexpected();
  }

  /** Moves on over a token that is left out; returns its kind. */
  private int advance(int previous) {
    if (core.kind == RBRACE && core.brackets.closedSubstitution) {
      core.brackets.closedSubstitution = false;
      core.rescanTemplateContinuation();
    } else if ((core.kind == SLASH || core.kind == SLASH_ASSIGN)
        && previous != LT
        && !endsOperand(previous)) {
      core.rescanRegExp();
    }
    int skipped = core.kind;
    core.next();
    return skipped;
  }

  /**
   * Skips the rest of a broken statement.
   *
   * @param from where it starts
   * @param before the brackets open before it
   */
  void skipStatement(int from, int before) {
    member = false;
    loop = core.text[from] == 'f' && core.text[from + 1] == 'o' && core.text[from + 2] == 'r';
    skip(from, before);
  }

  /** Skips the rest of a broken class member; see {@link #skipStatement}. */
  void skipMember(int from, int before) {
    member = true;
    loop = false;
    skip(from, before);
  }

  private void skip(int from, int before) {
    base = before;
    indentation = indentation(from);
    boolean started = core.start > from;
    int previous = SEMICOLON;
    while (core.kind != EOF) {
      int kind = core.kind;
      if (kind == RBRACE && core.brackets.depth < base || started && startsNext(kind)) {
        return;
      }
      started = true;
      if (kind == SEMICOLON && endsHere()) {
        core.next();
        return;
      }
      boolean closed = kind == RBRACE && core.brackets.depth == base;
      previous = advance(previous);
      if (closed && core.brackets.depth <= base && !continues()) {
        return;
      }
    }
  }

  /** Whether the current token, on a line of its own, starts the next statement or member. */
  private boolean startsNext(int kind) {
    if (!core.newlineBefore || !startsAnything(kind)) {
      return false;
    }
    boolean opener = isOpener(kind);
    int before = opener ? core.brackets.depth - 1 : core.brackets.depth;
    if (before <= base) {
      return true;
    }
    boolean forgotten =
        !member && startsStatement(kind) && !core.brackets.braceAbove(base)
            || kind != ELSE && kind != CATCH && kind != FINALLY && isOutside();
    if (forgotten) {
      core.brackets.depth = opener ? base + 1 : base;
    }
    return forgotten;
  }

  private boolean startsAnything(int kind) {
    if (Token.isName(kind)) {
      return member || kind != IN && kind != INSTANCEOF;
    }
    return kind == AT || member && (kind == LBRACKET || kind == PRIVATE_NAME);
  }

  /** Whether the current token is indented no deeper than what is being left. */
  private boolean isOutside() {
    return indentation >= 0
        && indentation(core.start) >= 0
        && indentation(core.start) <= indentation;
  }

  /** The width of the whitespace before an offset, if nothing else stands before it; or -1. */
  private int indentation(int offset) {
    for (int at = offset - 1; at >= offset - WIDEST; at--) {
      if (at < 0 || Characters.isLineTerminator(core.text[at])) {
        return offset - 1 - at;
      }
      if (core.text[at] != ' ' && core.text[at] != '\t') {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a semicolon ends the statement: no brace is open in it. */
  private boolean endsHere() {
    if (core.brackets.depth > base && (loop || core.brackets.braceAbove(base))) {
      return false;
    }
    core.brackets.depth = Math.min(core.brackets.depth, base);
    return true;
  }

  /** Whether the statement may go on behind a brace that closed. */
  private boolean continues() {
    return switch (core.kind) {
      case RPAREN,
          RBRACKET,
          COMMA,
          DOT,
          COLON,
          SEMICOLON,
          LPAREN,
          ELSE,
          CATCH,
          FINALLY,
          ARROW,
          LT ->
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
