package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSInstantiationExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.ast.VariableDeclarator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows expressions to where their value comes from, through variables assigned once. */
public final class Origins {

  /** Variables that hold each other's value, one after the other. */
  private static final int MAX_STEPS = 64;

  private final Names names;
  private final SyntaxTree tree;

  /** The origins of a file. */
  public Origins(Names names) {
    this.names = names;
    this.tree = names.tree();
  }

  /** The expression that an expression gets its value from; itself if there is none. */
  public Expression origin(Expression expression) {
    return origin(expression, null);
  }

  /**
   * As {@link #origin(Expression)}, and adds the variables on the way to a list.
   *
   * @param through the list, or null
   */
  Expression origin(Expression expression, @Nullable List<FileSymbol> through) {
    Expression at = expression;
    for (int i = 0; i < MAX_STEPS; i++) {
      Expression inner = unwrapped(at);
      if (inner != at) {
        at = inner;
        continue;
      }
      if (!(at instanceof Identifier id)) {
        return at;
      }
      FileSymbol symbol = names.uncertain(id.number()) ? null : names.symbolAt(id.number());
      Expression value = symbol == null ? null : onlyValue(symbol);
      if (value == null) {
        return at;
      }
      if (through != null) {
        through.add(symbol);
      }
      at = value;
    }
    return at;
  }

  /** An expression without type assertions around it. */
  static Expression unwrapped(Expression expression) {
    Expression at = expression;
    while (true) {
      switch (at.kind()) {
        case TS_AS_EXPRESSION -> at = ((TSAsExpression) at).expression();
        case TS_SATISFIES_EXPRESSION -> at = ((TSSatisfiesExpression) at).expression();
        case TS_TYPE_ASSERTION -> at = ((TSTypeAssertion) at).expression();
        case TS_NON_NULL_EXPRESSION -> at = ((TSNonNullExpression) at).expression();
        case TS_INSTANTIATION_EXPRESSION -> at = ((TSInstantiationExpression) at).expression();
        default -> {
          return at;
        }
      }
    }
  }

  /** What the one declaration or assignment of a variable gives it, or null. */
  private @Nullable Expression onlyValue(FileSymbol symbol) {
    switch (symbol.kind()) {
      case VAR, LET, CONST -> {
        if (symbol.unknownValue()) {
          return null;
        }
        if (symbol.writes() == 0 && symbol.values() == 1) {
          return declaredValue(symbol);
        }
        return symbol.writes() == 1 && symbol.values() == 0 ? assignedValue(symbol) : null;
      }
      default -> {
        return null;
      }
    }
  }

  /** The initial value of a variable that is never assigned to, or null. */
  public @Nullable Expression initialValue(FileSymbol symbol) {
    return switch (symbol.kind()) {
      case VAR, LET, CONST ->
          symbol.writes() == 0 && symbol.values() == 1 && !symbol.unknownValue()
              ? declaredValue(symbol)
              : null;
      default -> null;
    };
  }

  private @Nullable Expression declaredValue(FileSymbol symbol) {
    for (int i = 0; i < symbol.declarationCount(); i++) {
      int place = symbol.declaration(i);
      if (tree.node(tree.parentNumber(place)) instanceof VariableDeclarator declarator
          && declarator.id().number() == place
          && declarator.init() != null) {
        return declarator.init();
      }
    }
    return null;
  }

  private @Nullable Expression assignedValue(FileSymbol symbol) {
    for (int place : names.referencePlaces(symbol)) {
      Node parent = tree.node(tree.parentNumber(place));
      if (parent instanceof AssignmentExpression assignment
          && assignment.left().number() == place) {
        return assignment.operator() == AssignmentOperator.ASSIGN ? assignment.right() : null;
      }
    }
    return null;
  }
}
