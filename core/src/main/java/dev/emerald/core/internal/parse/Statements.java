package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.VariableKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statements and lists of them. A list is where errors end: the statement that is broken is left
 * out, those around it stay.
 */
final class Statements {

  private final ParserCore core;
  private final Grammar grammar;

  Statements(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  // ---- lists

  /** The statements of a program, up to the end of the text. */
  List<Statement> program() {
    int base = core.mark();
    directives();
    while (core.kind != EOF) {
      if (core.moduleSyntax) {
        core.context |= ParserCore.ASYNC | ParserCore.STRICT;
      }
      listed();
    }
    return core.list(base);
  }

  /** The statements of a function's body, up to its closing brace. */
  List<Statement> functionBody() {
    int base = core.mark();
    directives();
    return untilBrace(base);
  }

  /** The statements of a namespace or a module, up to its closing brace. */
  List<Statement> moduleBody() {
    int outer = core.context;
    core.context &= ~(ParserCore.FUNCTION | ParserCore.ASYNC | ParserCore.GENERATOR);
    int base = core.mark();
    directives();
    List<Statement> statements = untilBrace(base);
    core.context = outer;
    return statements;
  }

  /** The statements of a block, up to its closing brace. */
  List<Statement> blockBody() {
    return untilBrace(core.mark());
  }

  private List<Statement> untilBrace(int base) {
    while (core.kind != RBRACE && core.kind != EOF) {
      listed();
    }
    return core.list(base);
  }

  private void directives() {
    while (core.kind == STRING) {
      int top = core.mark();
      listed();
      if (core.size(top) == 0
          || !(core.pushed(top, 0) instanceof ExpressionStatement statement)
          || !(statement.expression() instanceof StringLiteral literal)
          || literal.parenthesized()) {
        return;
      }
      String raw = core.slice(literal.start() + 1, literal.end() - 1);
      if (raw.equals("use strict")) {
        core.context |= ParserCore.STRICT;
      }
      core.replace(
          top,
          0,
          NodeFactory.expressionStatement(statement.start(), statement.end(), literal, raw));
    }
  }

  /** Pushes the next statement of a list, or what is complete of it if it is broken. */
  private void listed() {
    int start = core.start;
    int top = core.mark();
    int context = core.context;
    int depth = core.depth;
    int brackets = grammar.recovery.bracketsBefore();
    try {
      core.push(statement(true));
    } catch (SyntaxFailure failure) {
      if (core.speculating()) {
        throw failure;
      }
      grammar.recovery.salvage(top);
      core.context = context;
      core.depth = depth;
      grammar.expressions.coverInitializer = -1;
      grammar.arrows.takeHead();
      core.report(failure.offset, failure.problem);
      grammar.recovery.skipStatement(start, brackets);
    }
  }

  /** A block, from its brace on. */
  BlockStatement block() {
    int start = core.start;
    core.enter();
    core.expect(LBRACE);
    List<Statement> body = untilBrace(core.mark());
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.blockStatement(start, core.previousEnd, body);
  }

  // ---- statements

  /** A declaration: the statement after {@code export}. */
  Statement declaration() {
    return statement(true);
  }

  /** The body of a loop, a branch, a label: no declaration that needs a list around it. */
  Statement nested() {
    return statement(false);
  }

  /**
   * A statement.
   *
   * @param listed whether it stands in a list, where declarations may
   */
  private Statement statement(boolean listed) {
    core.enter();
    Statement statement = dispatch(listed);
    core.leave();
    return statement;
  }

  private Statement dispatch(boolean listed) {
    int start = core.start;
    switch (core.kind) {
      case LBRACE -> {
        return block();
      }
      case SEMICOLON -> {
        core.next();
        return NodeFactory.emptyStatement(start, core.previousEnd);
      }
      case VAR -> {
        return variables(start, false);
      }
      case CONST -> {
        requireList(listed);
        if (core.typescript && core.peek() == ENUM) {
          return grammar.declarations.parseDeclaration();
        }
        return variables(start, false);
      }
      case IF -> {
        return ifStatement(start);
      }
      case FOR -> {
        return grammar.loops.forStatement(start);
      }
      case WHILE -> {
        return grammar.loops.whileStatement(start);
      }
      case DO -> {
        return grammar.loops.doWhile(start);
      }
      case RETURN -> {
        return returnStatement(start);
      }
      case BREAK, CONTINUE -> {
        return jump(start);
      }
      case THROW -> {
        return throwStatement(start);
      }
      case TRY -> {
        return tryStatement(start);
      }
      case SWITCH -> {
        return switchStatement(start);
      }
      case WITH -> {
        core.next();
        Expression object = parenthesized();
        Statement body = nested();
        return NodeFactory.withStatement(start, core.previousEnd, object, body);
      }
      case DEBUGGER -> {
        core.next();
        core.semicolon();
        return NodeFactory.debuggerStatement(start, core.previousEnd);
      }
      case FUNCTION -> {
        return grammar.functions.declaration(start, false);
      }
      case CLASS -> {
        requireList(listed);
        return grammar.classes.declaration(start, List.of(), false);
      }
      case AT -> {
        return grammar.modules.decorated(start);
      }
      case IMPORT -> {
        int next = core.peek();
        if (next == LPAREN || next == DOT) {
          return expressionStatement(start);
        }
        requireList(listed);
        return grammar.modules.importDeclaration(start);
      }
      case EXPORT -> {
        requireList(listed);
        return grammar.modules.exportDeclaration(start);
      }
      default -> {
        return startingWithWord(start, listed);
      }
    }
  }

  /** Notes a declaration where a statement alone may stand: it is read all the same. */
  private void requireList(boolean listed) {
    if (!listed) {
      core.soft(core.start, "a declaration can't stand here");
    }
  }

  /** What may start with a word that is a keyword in places, or is an expression. */
  private Statement startingWithWord(int start, boolean listed) {
    int kind = core.kind;
    if (kind == ASYNC) {
      if (core.peek() == FUNCTION && !core.peekNewlineBefore()) {
        return grammar.functions.declaration(start, false);
      }
    } else if (kind == LET && startsLet(listed) || startsUsing()) {
      requireList(listed);
      return variables(start, false);
    } else if (core.typescript && grammar.declarations.startsDeclaration()) {
      return grammar.declarations.parseDeclaration();
    }
    return expressionStatement(start);
  }

  /** Whether {@code let} starts a declaration and is no name. */
  private boolean startsLet(boolean listed) {
    int next = core.peek();
    if (next == LBRACKET) {
      return true;
    }
    if (!listed && core.peekNewlineBefore()) {
      return false;
    }
    return next == LBRACE || Token.isIdentifier(next) || next == ESCAPED_KEYWORD;
  }

  /** Whether {@code using a} or {@code await using a} starts here. */
  private boolean startsUsing() {
    if (core.kind == USING) {
      int next = core.peek();
      return Token.isIdentifier(next) && !core.peekNewlineBefore();
    }
    return core.kind == AWAIT && startsAwaitUsing();
  }

  /** Whether {@code await using a} starts here. */
  boolean startsAwaitUsing() {
    if (core.peek() != USING || core.peekNewlineBefore()) {
      return false;
    }
    Scanner.State here = core.save();
    core.next();
    boolean using = Token.isIdentifier(core.peek()) && !core.peekNewlineBefore();
    core.restore(here);
    return using;
  }

  private Statement expressionStatement(int start) {
    boolean word = Token.isIdentifier(core.kind);
    Expression expression = grammar.expressions.expression();
    if (word
        && core.kind == COLON
        && expression instanceof Identifier name
        && !expression.parenthesized()) {
      Identifier label =
          NodeFactory.identifier(start, name.end(), name.name(), Identifier.Role.LABEL, null);
      core.next();
      Statement body = nested();
      return NodeFactory.labeledStatement(start, core.previousEnd, label, body);
    }
    core.semicolon();
    return NodeFactory.expressionStatement(start, core.previousEnd, expression, null);
  }

  /** An expression in parentheses that belong to a statement. */
  Expression parenthesized() {
    core.expect(LPAREN);
    Expression expression = grammar.expressions.bracketed();
    core.expect(RPAREN);
    return expression;
  }

  // ---- variables

  /** A declaration of variables with its semicolon, from {@code var} or the like on. */
  VariableDeclaration variables(int start, boolean declare) {
    VariableKind kind = variableKind();
    List<VariableDeclarator> declarators = declarators();
    core.semicolon();
    return NodeFactory.variableDeclaration(start, core.previousEnd, kind, declarators, declare);
  }

  /** Moves past the keywords of a declaration. */
  VariableKind variableKind() {
    VariableKind kind =
        switch (core.kind) {
          case VAR -> VariableKind.VAR;
          case LET -> VariableKind.LET;
          case CONST -> VariableKind.CONST;
          case USING -> VariableKind.USING;
          default -> VariableKind.AWAIT_USING;
        };
    core.next();
    if (kind == VariableKind.AWAIT_USING) {
      core.next();
      if (core.in(ParserCore.TOP_LEVEL)) {
        core.moduleSyntax |= !core.speculating();
      }
    }
    return kind;
  }

  /** The declared variables, separated by commas. */
  List<VariableDeclarator> declarators() {
    int base = core.mark();
    do {
      core.push(declarator());
    } while (core.eat(COMMA));
    return core.list(base);
  }

  private VariableDeclarator declarator() {
    int start = core.start;
    Pattern id = grammar.patterns.target();
    boolean definite = false;
    if (core.typescript) {
      if (core.kind == NOT && !core.newlineBefore) {
        core.next();
        definite = true;
      }
      if (core.kind == COLON) {
        TypeNode type = grammar.types.parseTypeAnnotation();
        id = grammar.patterns.annotate(id, core.previousEnd, type, List.of(), false);
      }
    }
    Expression init = core.eat(ASSIGN) ? grammar.expressions.assignment() : null;
    return NodeFactory.variableDeclarator(start, core.previousEnd, id, init, definite);
  }

  // ---- branches

  /** Branches of one chain of {@code else if}, innermost first. */
  private record Branch(int start, Expression test, Statement consequent, @Nullable Branch outer) {}

  private Statement ifStatement(int start) {
    Branch branches = null;
    Statement alternate = null;
    int at = start;
    while (true) {
      core.next();
      Expression test = parenthesized();
      Statement consequent = nested();
      branches = new Branch(at, test, consequent, branches);
      if (!core.eat(ELSE)) {
        break;
      }
      if (core.kind != IF) {
        alternate = nested();
        break;
      }
      at = core.start;
    }
    int end = core.previousEnd;
    for (Branch branch = branches; branch != null; branch = branch.outer) {
      alternate =
          NodeFactory.ifStatement(branch.start, end, branch.test, branch.consequent, alternate);
    }
    return Objects.requireNonNull(alternate);
  }

  private Statement switchStatement(int start) {
    core.next();
    Expression discriminant = parenthesized();
    core.enter();
    core.expect(LBRACE);
    int base = core.mark();
    while (core.kind != RBRACE && core.kind != EOF) {
      core.push(switchCase());
    }
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.switchStatement(start, core.previousEnd, discriminant, core.list(base));
  }

  private SwitchCase switchCase() {
    int start = core.start;
    Expression test = null;
    if (core.eat(CASE)) {
      test = grammar.expressions.expression();
    } else {
      core.expect(DEFAULT);
    }
    core.expect(COLON);
    int base = core.mark();
    while (core.kind != CASE && core.kind != DEFAULT && core.kind != RBRACE && core.kind != EOF) {
      listed();
    }
    return NodeFactory.switchCase(start, core.previousEnd, test, core.list(base));
  }

  private Statement tryStatement(int start) {
    core.next();
    BlockStatement block = block();
    CatchClause handler = core.kind == CATCH ? catchClause() : null;
    BlockStatement finalizer = core.eat(FINALLY) ? block() : null;
    if (handler == null && finalizer == null) {
      core.soft(core.start, "'catch' or 'finally' expected");
    }
    return NodeFactory.tryStatement(start, core.previousEnd, block, handler, finalizer);
  }

  private CatchClause catchClause() {
    int start = core.start;
    core.next();
    Pattern param = null;
    if (core.eat(LPAREN)) {
      param = grammar.patterns.target();
      if (core.kind == COLON && core.typescript) {
        TypeNode type = grammar.types.parseTypeAnnotation();
        param = grammar.patterns.annotate(param, core.previousEnd, type, List.of(), false);
      }
      core.expect(RPAREN);
    }
    BlockStatement body = block();
    return NodeFactory.catchClause(start, core.previousEnd, param, body);
  }

  // ---- jumps

  private Statement returnStatement(int start) {
    if (!core.in(ParserCore.FUNCTION) && !core.options.goal().allowsReturn()) {
      core.soft(start, "'return' outside of a function");
    }
    core.next();
    Expression argument = core.atStatementEnd() ? null : grammar.expressions.expression();
    core.semicolon();
    return NodeFactory.returnStatement(start, core.previousEnd, argument);
  }

  private Statement throwStatement(int start) {
    core.next();
    if (core.newlineBefore) {
      throw core.fail(core.previousEnd, "a line can't end after 'throw'");
    }
    Expression argument = grammar.expressions.expression();
    core.semicolon();
    return NodeFactory.throwStatement(start, core.previousEnd, argument);
  }

  private Statement jump(int start) {
    boolean isBreak = core.kind == BREAK;
    core.next();
    Identifier label = core.atStatementEnd() ? null : core.identifier(Identifier.Role.LABEL);
    core.semicolon();
    return isBreak
        ? NodeFactory.breakStatement(start, core.previousEnd, label)
        : NodeFactory.continueStatement(start, core.previousEnd, label);
  }
}
