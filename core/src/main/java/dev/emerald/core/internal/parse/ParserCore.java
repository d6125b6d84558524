package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.StringLiteral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of the grammar share. Its contract:
 *
 * <ul>
 *   <li><b>Tokens.</b> The fields of {@link Scanner} are the current token. A {@code parse…} method
 *       is called with the first token of its construct current, and returns with the first token
 *       after it current; {@link #previousEnd} is then where the construct ended.
 *   <li><b>Errors.</b> {@code throw core.unexpected()} or {@code throw core.fail(…)} leaves the
 *       construct; the nearest list of statements or members catches it, drops the broken element
 *       and goes on. {@link #soft} notes an error and goes on at once, where that is sensible. All
 *       of {@link #context}, {@link #depth}, the node stack and the brackets are put right by who
 *       catches, so no {@code finally} is needed on the way.
 *   <li><b>Speculation.</b> {@code Mark mark = core.speculate()}, a try, then {@link #commit} if it
 *       went well or, in a catch of {@link SyntaxFailure} or when the outcome is not wanted, {@link
 *       #rewind}. While speculating, soft errors are failures. Who speculates remembers failed
 *       offsets, so that nested attempts don't multiply.
 *   <li><b>Depth.</b> Whatever can contain itself calls {@link #enter} first and {@link #leave}
 *       last. Beyond the limit it fails.
 *   <li><b>Lists.</b> {@code int base = core.mark()}, {@link #push} for each, then {@link
 *       #list(int)}.
 * </ul>
 */
final class ParserCore extends Scanner {

  // Context: where the current token stands. Saved and restored as one number.
  /** In an async function, or at the top level of a module: {@code await} is an operator. */
  static final int ASYNC = 1;

  /** In a generator: {@code yield} is an operator. */
  static final int GENERATOR = 1 << 1;

  /** In a function body. */
  static final int FUNCTION = 1 << 2;

  /** Strict mode for sure: a module or a class. */
  static final int STRICT = 1 << 3;

  /** In a {@code declare}d construct or a declaration file: no bodies, no initialisers needed. */
  static final int AMBIENT = 1 << 4;

  /** In the head of a {@code for}: {@code in} is no operator. */
  static final int NO_IN = 1 << 5;

  /** In the middle of {@code a ? b : c}, where {@code (b): c =>} needs a second look. */
  static final int CONSEQUENT = 1 << 6;

  /** At the top level, where {@code await} makes the file a module if it is not known yet. */
  static final int TOP_LEVEL = 1 << 7;

  /** In the expression of a decorator, where {@code [} starts the key of a member. */
  static final int DECORATOR = 1 << 8;

  /**
   * How deep constructs may nest: 1 for each expression, statement or type within another. It must
   * be safe on a thread with the default stack of 1 MB whose caller has used a part of it, and with
   * interpreted frames.
   */
  static final int MAX_DEPTH = 500;

  /** How many tokens are read at most; each can become a node or two. */
  private static final long MAX_TOKENS = 40_000_000;

  private static final int MAX_DIAGNOSTICS = 100;

  final ParseOptions options;

  /** Whether type syntax is read. */
  final boolean typescript;

  /** Whether {@code <a>} starts an element. */
  final boolean jsx;

  /** Bits of the constants above. */
  int context;

  /** How many constructs are open. */
  int depth;

  /** The limit of {@link #depth}. */
  final int maxDepth;

  /** Whether an import, an export or {@code import.meta} has been seen. */
  boolean moduleSyntax;

  /** Whether something was left out because of a limit. */
  boolean limitReached;

  private final SyntaxFailure failure = new SyntaxFailure();
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
  private int speculation;
  private @Nullable Node[] stack = new @Nullable Node[256];
  private int top;

  ParserCore(String text, ParseOptions options, int maxDepth) {
    super(text, Math.min(MAX_TOKENS, 10_000 + 4L * text.length()));
    this.options = options;
    this.maxDepth = maxDepth;
    typescript = options.language().typescript();
    jsx = options.language().jsx();
    htmlComments = options.goal() != ParseOptions.Goal.MODULE && !typescript;
  }

  // ---- context

  boolean in(int bit) {
    return (context & bit) != 0;
  }

  /**
   * Enters brackets, where the restrictions on an expression's place don't hold.
   *
   * @return the context to set again behind them
   */
  int unrestricted() {
    int outer = context;
    context = outer & ~(NO_IN | CONSEQUENT | DECORATOR);
    return outer;
  }

  // ---- tokens

  /** Moves on if the current token is of a kind. */
  boolean eat(int expected) {
    if (kind != expected) {
      return false;
    }
    next();
    return true;
  }

  /** Moves on past a token that has to be there. A bracket that the text ends without is let be. */
  void expect(int expected) {
    if (kind == expected) {
      next();
    } else if (kind == EOF && isCloser(expected)) {
      soft(start, "'" + Punctuation.text(expected) + "' expected");
    } else {
      throw fail(start, problemOr("'" + Punctuation.text(expected) + "' expected"));
    }
  }

  private static boolean isCloser(int kind) {
    return kind == RPAREN || kind == RBRACKET || kind == RBRACE;
  }

  /** Whether a statement may end before the current token. */
  boolean atStatementEnd() {
    return kind == SEMICOLON || kind == RBRACE || kind == EOF || newlineBefore;
  }

  /** Moves past the semicolon of a statement, or over the place where one is inserted. */
  void semicolon() {
    if (kind == SEMICOLON) {
      next();
    } else if (kind != RBRACE && kind != EOF && !newlineBefore) {
      soft(start, problemOr("';' expected"));
    }
  }

  /** Whether the current token is a variable's name here. */
  boolean atIdentifier() {
    return Token.isIdentifier(kind)
        && !(kind == YIELD && (context & (GENERATOR | STRICT)) != 0)
        && !(kind == AWAIT && (context & ASYNC) != 0);
  }

  /** Reads an IdentifierName: any word. */
  Identifier name(Identifier.Role role) {
    if (!Token.isName(kind)) {
      throw fail(start, problemOr("name expected"));
    }
    Identifier identifier = NodeFactory.identifier(start, end, name, role, null);
    next();
    return identifier;
  }

  /** Reads the name of a variable or a label. */
  Identifier identifier(Identifier.Role role) {
    if (!atIdentifier()) {
      throw fail(start, problemOr("identifier expected"));
    }
    Identifier identifier = NodeFactory.identifier(start, end, name, role, null);
    next();
    return identifier;
  }

  /** Reads a string. */
  StringLiteral string() {
    if (kind != STRING) {
      throw fail(start, problemOr("string expected"));
    }
    String value = stringValue();
    if (value == null) {
      soft(start, "invalid escape in a string");
      value = slice(start + 1, end - 1);
    }
    StringLiteral literal = NodeFactory.stringLiteral(start, end, value);
    next();
    return literal;
  }

  // ---- errors

  /** The failure to throw where the current token can't stand. */
  SyntaxFailure unexpected() {
    return fail(start, problemOr(kind == EOF ? "unexpected end" : "unexpected token"));
  }

  /** The failure to throw; see the contract. */
  SyntaxFailure fail(int offset, String problem) {
    failure.offset = offset;
    failure.problem = problem;
    failure.tooDeep = false;
    return failure;
  }

  /** Notes an error and goes on; while speculating, fails. */
  void soft(int offset, String problem) {
    if (speculation > 0) {
      throw fail(offset, problem);
    }
    report(offset, problem);
  }

  /** The scanner's complaint about the current token, if it has one. */
  String problemOr(String message) {
    return kind == UNKNOWN ? problem : message;
  }

  /** Notes an error, unless the one before it lies on the same spot or beyond. */
  void report(int offset, String problem) {
    int count = diagnostics.size();
    if (count > 0 && diagnostics.get(count - 1).offset() >= offset || count >= MAX_DIAGNOSTICS) {
      return;
    }
    diagnostics.add(new SyntaxDiagnostic(offset, problem));
  }

  /** Everything noted. */
  List<SyntaxDiagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** Whether an attempt is under way, so that a failure is not an error yet. */
  boolean speculating() {
    return speculation > 0;
  }

  // ---- limits

  /** Opens a construct. */
  void enter() {
    if (++depth > maxDepth) {
      if (speculation == 0) {
        limitReached = true;
      }
      fail(start, "nested too deeply");
      failure.tooDeep = true;
      throw failure;
    }
  }

  /** Closes a construct. */
  void leave() {
    depth--;
  }

  // ---- speculation

  /** Starts an attempt. */
  Mark speculate() {
    Mark mark = new Mark(this);
    speculation++;
    return mark;
  }

  /** Ends an attempt that went well. */
  void commit(Mark mark) {
    speculation = mark.speculation;
  }

  /** Ends an attempt and goes back to where it started. */
  void rewind(Mark mark) {
    speculation = mark.speculation;
    restore(mark.state);
    context = mark.context;
    depth = mark.depth;
    cut(mark.top);
  }

  /** Where an attempt started. */
  static final class Mark {
    private final State state;
    private final int context;
    private final int depth;
    private final int top;
    private final int speculation;

    private Mark(ParserCore core) {
      state = core.save();
      context = core.context;
      depth = core.depth;
      top = core.top;
      speculation = core.speculation;
    }
  }

  // ---- lists

  /** Starts a list. */
  int mark() {
    return top;
  }

  /** Adds to the innermost list. */
  void push(@Nullable Node node) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = node;
  }

  /** Drops what was pushed since a list was started. */
  void cut(int base) {
    Arrays.fill(stack, base, Math.max(base, top), null);
    top = base;
  }

  /** How many have been pushed since a list was started. */
  int size(int base) {
    return top - base;
  }

  /** What was pushed at a place of the list that was started at {@code base}. */
  @Nullable Node pushed(int base, int index) {
    return stack[base + index];
  }

  /** Replaces what was pushed at a place. */
  void replace(int base, int index, Node node) {
    stack[base + index] = node;
  }

  /** Ends a list: what has been pushed since it was started, as an unmodifiable, exact list. */
  <N> List<N> list(int base) {
    List<N> list = NodeList.of(stack, base, top);
    top = base;
    return list;
  }
}
