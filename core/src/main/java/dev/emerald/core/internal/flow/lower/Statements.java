package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.BreakStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ClassDeclaration;
import dev.emerald.spi.ast.ContinueStatement;
import dev.emerald.spi.ast.DoWhileStatement;
import dev.emerald.spi.ast.ExportAllDeclaration;
import dev.emerald.spi.ast.ExportDefaultDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.ForStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LabeledStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SwitchStatement;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSExportAssignment;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.VariableKind;
import dev.emerald.spi.ast.WhileStatement;
import dev.emerald.spi.ast.WithStatement;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;

/** Statements but for loops, {@code switch} and {@code try}. */
final class Statements {

  private final BodyLowering body;
  private final Environment env;
  private final Ints slots = new Ints();

  Statements(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  /**
   * A list of statements, its functions first.
   *
   * @param block the place of the block
   */
  void list(List<Statement> statements, int block) {
    for (Statement statement : statements) {
      hoist(statement, block);
    }
    for (Statement statement : statements) {
      if (env.dead()) {
        return;
      }
      statement(statement);
    }
  }

  void hoist(Statement statement, int block) {
    Node declaration = statement;
    if (statement instanceof ExportNamedDeclaration export && export.declaration() != null) {
      declaration = export.declaration();
    } else if (statement instanceof ExportDefaultDeclaration export) {
      declaration = export.declaration();
    } else if (statement instanceof LabeledStatement labelled) {
      declaration = labelled.body();
    }
    if (declaration instanceof FunctionDeclaration function && function.body() != null) {
      int value = body.function(function);
      Identifier id = function.id();
      Variable variable = id == null ? null : body.closures.variable(id);
      if (variable != null && id != null) {
        int chosen = body.branch;
        body.branch = -1;
        body.assign(variable, value, id);
        Variable around = block == 0 ? null : body.closures.outside(id, block);
        if (around != null && around.owner == body.closure) {
          body.assign(around, value, id);
        }
        body.branch = chosen;
      }
      if (id == null) {
        body.modules.defaultFunction = value;
      }
    }
  }

  void statement(Statement statement) {
    if (!body.enter()) {
      return;
    }
    boolean labelled = body.jumps.labelled() && !takesLabels(statement);
    Jumps.Frame frame = labelled ? body.jumps.openBlock() : null;
    dispatch(statement);
    if (frame != null) {
      body.jumps.endBlock(frame, statement);
    }
    body.leave();
  }

  private static boolean takesLabels(Statement statement) {
    return switch (statement.kind()) {
      case FOR_STATEMENT,
          FOR_IN_STATEMENT,
          FOR_OF_STATEMENT,
          WHILE_STATEMENT,
          DO_WHILE_STATEMENT,
          SWITCH_STATEMENT,
          LABELED_STATEMENT ->
          true;
      default -> false;
    };
  }

  private void dispatch(Statement statement) {
    switch (statement.kind()) {
      case EXPRESSION_STATEMENT ->
          expression(((ExpressionStatement) statement).expression(), statement);
      case VARIABLE_DECLARATION -> variables((VariableDeclaration) statement);
      case BLOCK_STATEMENT -> list(((BlockStatement) statement).body(), statement.number());
      case IF_STATEMENT -> ifStatement((IfStatement) statement);
      case FOR_STATEMENT -> body.loops.forStatement((ForStatement) statement);
      case FOR_IN_STATEMENT -> body.loops.forIn((ForInStatement) statement);
      case FOR_OF_STATEMENT -> body.loops.forOf((ForOfStatement) statement);
      case WHILE_STATEMENT -> body.loops.whileStatement((WhileStatement) statement);
      case DO_WHILE_STATEMENT -> body.loops.doWhile((DoWhileStatement) statement);
      case SWITCH_STATEMENT -> {
        SwitchStatement choice = (SwitchStatement) statement;
        if (body.machine != null && body.machine.splits(choice)) {
          body.machine.pieces(choice);
        } else {
          new Switches(body).lower(choice);
        }
      }
      case TRY_STATEMENT -> new Tries(body).lower((TryStatement) statement);
      case RETURN_STATEMENT -> {
        if (body.machine != null && body.machine.returns((ReturnStatement) statement)) {
          return;
        }
        Expression value = ((ReturnStatement) statement).argument();
        int returned = value == null ? -1 : body.expressions.value(value);
        if (!env.dead()) {
          body.returned(returned, statement);
        }
        body.jumps.leave();
      }
      case THROW_STATEMENT -> {
        int value = body.expressions.value(((ThrowStatement) statement).argument());
        body.thrown(body.add(Op.THROW, value, -1, -1, statement));
        env.die();
      }
      case BREAK_STATEMENT -> {
        Identifier label = ((BreakStatement) statement).label();
        if (label == null && body.machine != null && body.machine.ends()) {
          return;
        }
        body.jumps.jump(label == null ? null : label.name(), false);
      }
      case CONTINUE_STATEMENT -> {
        Identifier label = ((ContinueStatement) statement).label();
        body.jumps.jump(label == null ? null : label.name(), true);
      }
      case LABELED_STATEMENT -> {
        LabeledStatement labelled = (LabeledStatement) statement;
        body.jumps.label(labelled.label().name());
        statement(labelled.body());
      }
      case WITH_STATEMENT -> {
        WithStatement with = (WithStatement) statement;
        body.expressions.effect(with.object());
        statement(with.body());
      }
      case CLASS_DECLARATION -> {
        ClassDeclaration declaration = (ClassDeclaration) statement;
        if (!declaration.declare()) {
          body.classes.value(declaration);
        }
      }
      case EXPORT_NAMED_DECLARATION -> body.modules.named((ExportNamedDeclaration) statement);
      case EXPORT_DEFAULT_DECLARATION ->
          body.modules.byDefault((ExportDefaultDeclaration) statement);
      case EXPORT_ALL_DECLARATION -> body.modules.all((ExportAllDeclaration) statement);
      case TS_EXPORT_ASSIGNMENT -> body.modules.whole((TSExportAssignment) statement);
      case TS_IMPORT_EQUALS_DECLARATION ->
          body.modules.importEquals((TSImportEqualsDeclaration) statement);
      case TS_ENUM_DECLARATION -> body.modules.enumeration((TSEnumDeclaration) statement);
      case TS_MODULE_DECLARATION -> body.modules.namespace((TSModuleDeclaration) statement);
      default -> {
        // hoisted functions, imports, types, nothing at all
      }
    }
  }

  /** An expression for its effect: what comes back from a check has passed it. */
  private void expression(Expression expression, Node statement) {
    if (body.machine != null && body.machine.tells(expression)) {
      return;
    }
    if (expression instanceof LogicalExpression logical
        && logical.operator() != LogicalOperator.COALESCE) {
      shortCircuit(logical);
      return;
    }
    int value = body.expressions.effect(expression);
    if (env.dead() || value < 0) {
      return;
    }
    Expression at = expression;
    if (at instanceof AwaitExpression await && body.code.op(value) == Op.AWAIT) {
      at = await.argument();
      value = body.code.a(value);
    }
    if (at instanceof CallExpression
        && body.code.op(value) == Op.CALL
        && (body.code.api(value) < 0 || checks(body.file.name(body.code.api(value))))) {
      body.guards.targetsOfCall(value, slots);
      body.guards.know(slots, value, 2, statement);
    }
  }

  /** Whether the name of an API says that it throws where something is wrong. */
  private static boolean checks(String api) {
    String name = api.substring(api.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    return api.startsWith("assert")
        || name.startsWith("assert")
        || name.startsWith("check")
        || name.startsWith("ensure")
        || name.startsWith("verify")
        || name.startsWith("must")
        || name.contains("valid");
  }

  /** {@code a && b} as a statement is {@code if (a) b}. */
  private void shortCircuit(LogicalExpression logical) {
    int mark = env.mark();
    Conditions.Split split = body.conditions.split(logical.left(), mark);
    boolean and = logical.operator() == LogicalOperator.AND;
    List<State> ends = new ArrayList<>(2);
    ends.add(and ? split.whenFalse() : split.whenTrue());
    env.apply(and ? split.whenTrue() : split.whenFalse());
    if (!env.dead() && body.enter()) {
      expression(logical.right(), logical.right());
      body.leave();
    }
    ends.add(env.take(mark));
    env.join(ends, logical);
  }

  void variables(VariableDeclaration declaration) {
    if (declaration.declare()) {
      return;
    }
    for (VariableDeclarator declarator : declaration.declarations()) {
      Expression init = declarator.init();
      if (init != null) {
        int value = body.expressions.value(init);
        if (env.dead()) {
          return;
        }
        body.patterns.bind(declarator.id(), value, declarator);
      } else if (declaration.declarationKind() != VariableKind.VAR
          && declarator.id() instanceof Identifier id) {
        Variable variable = body.closures.variable(id);
        if (variable != null && body.reset(variable)) {
          body.assign(variable, body.constant(Constant.UNDEFINED, id), id);
        }
      }
    }
  }

  private void ifStatement(IfStatement first) {
    int mark = env.mark();
    List<State> ends = new ArrayList<>();
    Statement at = first;
    int chain = 0;
    int outer = body.branch;
    int outerOutcome = body.branchOutcome;
    while (at instanceof IfStatement branch) {
      Conditions.Split split;
      body.branch = -1;
      if (chain++ < Conditions.MAX_CHAIN) {
        split = body.conditions.split(branch.test(), mark);
        body.branch = body.conditions.lastLeaf();
        body.branchOutcome = body.conditions.lastNegated() ? 0 : 1;
      } else {
        body.expressions.effect(branch.test());
        State same = env.take(mark);
        split = new Conditions.Split(same, same);
      }
      env.apply(split.whenTrue());
      if (!env.dead()) {
        nested(branch.consequent());
      }
      ends.add(env.take(mark));
      env.apply(split.whenFalse());
      at = branch.alternate();
      body.branchOutcome = 1 - body.branchOutcome;
      if (at == null || env.dead()) {
        break;
      }
    }
    if (at != null && !env.dead()) {
      nested(at);
    }
    body.branch = outer;
    body.branchOutcome = outerOutcome;
    ends.add(env.take(mark));
    env.join(ends, first);
  }

  /** A branch or the body of a loop. */
  void nested(Statement statement) {
    hoist(statement, statement.number());
    statement(statement);
  }
}
