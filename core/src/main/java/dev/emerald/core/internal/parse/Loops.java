package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.VariableKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops; above all the heads of {@code for}. */
final class Loops {

  private final ParserCore core;
  private final Grammar grammar;

  Loops(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  Statement whileStatement(int start) {
    core.next();
    Expression test = grammar.statements.parenthesized();
    Statement body = grammar.statements.nested();
    return NodeFactory.whileStatement(start, core.previousEnd, test, body);
  }

  Statement doWhile(int start) {
    core.next();
    Statement body = grammar.statements.nested();
    core.expect(WHILE);
    Expression test = grammar.statements.parenthesized();
    core.eat(SEMICOLON);
    return NodeFactory.doWhileStatement(start, core.previousEnd, body, test);
  }

  Statement forStatement(int start) {
    core.next();
    boolean await = core.kind == AWAIT;
    if (await) {
      if (core.in(ParserCore.TOP_LEVEL)) {
        core.moduleSyntax |= !core.speculating();
      }
      core.next();
    }
    int outer = core.context;
    core.expect(LPAREN);
    if (core.kind == SEMICOLON && !await) {
      return counting(start, null);
    }
    core.context = outer & ~ParserCore.CONSEQUENT | ParserCore.NO_IN;
    Node init = startsDeclaration() ? declaration() : null;
    if (init != null) {
      core.context = outer;
      return afterHead(start, init, await);
    }
    boolean async = core.kind == ASYNC && !core.escaped;
    int first = core.start;
    boolean let = core.kind == LET;
    grammar.expressions.coverInitializer = -1;
    Expression expression = head(first);
    core.context = outer;
    if (core.kind == IN || core.kind == OF) {
      boolean bareAsync = async && core.previousEnd == first + 5;
      if (core.kind == OF && (let || bareAsync && !await)) {
        core.soft(first, "a 'for' of this form can't start with this word");
      }
      grammar.expressions.coverInitializer = -1;
      return afterHead(start, grammar.patterns.assignmentTarget(expression), await);
    }
    grammar.expressions.rejectCoverInitializer();
    return afterHead(start, expression, await);
  }

  private Expression head(int start) {
    Expression first = grammar.expressions.cover();
    if (core.kind != COMMA) {
      return first;
    }
    grammar.expressions.rejectCoverInitializer();
    int base = core.mark();
    core.push(first);
    while (core.eat(COMMA)) {
      core.push(grammar.expressions.assignment());
    }
    return NodeFactory.sequenceExpression(start, core.previousEnd, core.list(base));
  }

  private Statement afterHead(int start, Node left, boolean await) {
    if (left instanceof VariableDeclaration declaration) {
      requireOneVariable(declaration);
    }
    if (core.kind == OF) {
      core.next();
      int outer = core.unrestricted();
      Expression right = grammar.expressions.assignment();
      core.context = outer;
      core.expect(RPAREN);
      Statement body = grammar.statements.nested();
      return NodeFactory.forOfStatement(start, core.previousEnd, left, right, body, await);
    }
    if (await) {
      throw core.fail(core.start, "'of' expected");
    }
    if (core.kind == IN) {
      core.next();
      Expression right = grammar.expressions.bracketed();
      core.expect(RPAREN);
      Statement body = grammar.statements.nested();
      return NodeFactory.forInStatement(start, core.previousEnd, left, right, body);
    }
    return counting(start, left);
  }

  /** The head of {@code for in} and {@code for of} declares one variable without a value. */
  private void requireOneVariable(VariableDeclaration declaration) {
    if (core.kind != OF && core.kind != IN) {
      return;
    }
    VariableDeclarator first = declaration.declarations().get(0);
    // Annex B: for (var a = 1 in b)
    boolean valueAllowed =
        core.kind == IN
            && !core.in(ParserCore.STRICT)
            && declaration.declarationKind() == VariableKind.VAR
            && first.id() instanceof Identifier;
    if (declaration.declarations().size() > 1 || first.init() != null && !valueAllowed) {
      core.soft(declaration.start(), "one variable without a value expected");
    }
  }

  private Statement counting(int start, @Nullable Node init) {
    core.expect(SEMICOLON);
    Expression test = core.kind == SEMICOLON ? null : grammar.expressions.bracketed();
    core.expect(SEMICOLON);
    Expression update = core.kind == RPAREN ? null : grammar.expressions.bracketed();
    core.expect(RPAREN);
    Statement body = grammar.statements.nested();
    return NodeFactory.forStatement(start, core.previousEnd, init, test, update, body);
  }

  private boolean startsDeclaration() {
    return switch (core.kind) {
      case VAR, CONST -> true;
      case LET -> {
        int next = core.peek();
        yield next == LBRACKET
            || next == LBRACE
            || Token.isIdentifier(next) && next != OF
            || next == OF && startsLetOf();
      }
      case USING -> {
        int next = core.peek();
        yield Token.isIdentifier(next)
            && !core.peekNewlineBefore()
            && (next != OF || isDeclaredOf());
      }
      case AWAIT -> grammar.statements.startsAwaitUsing();
      default -> false;
    };
  }

  /** In {@code for (let of …}, whether {@code of} is the variable. */
  private boolean startsLetOf() {
    Scanner.State here = core.save();
    core.next();
    int behind = core.peek();
    core.restore(here);
    return behind == ASSIGN
        || behind == SEMICOLON
        || behind == COMMA
        || behind == IN
        || behind == OF;
  }

  /** In {@code for (using of …}, whether {@code of} is the variable. */
  private boolean isDeclaredOf() {
    Scanner.State here = core.save();
    core.next();
    int behind = core.peek();
    core.restore(here);
    return behind == ASSIGN || behind == SEMICOLON || behind == COLON;
  }

  private VariableDeclaration declaration() {
    int start = core.start;
    VariableKind kind = grammar.statements.variableKind();
    List<VariableDeclarator> declarators = grammar.statements.declarators();
    return NodeFactory.variableDeclaration(start, core.previousEnd, kind, declarators, false);
  }
}
