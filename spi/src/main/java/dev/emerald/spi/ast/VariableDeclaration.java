package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A declaration of variables.
 *
 * <p>Form: {@code let a = 1;}.
 */
public final class VariableDeclaration extends NodeBase implements Statement {

  private static final int DECLARE = 1 << 1;

  private final VariableKind declarationKind;
  private final List<VariableDeclarator> declarations;

  VariableDeclaration(
      int start,
      int end,
      VariableKind declarationKind,
      List<VariableDeclarator> declarations,
      boolean declare) {
    super(start, end, declare ? DECLARE : 0);
    this.declarationKind = declarationKind;
    this.declarations = declarations;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.VARIABLE_DECLARATION;
  }

  /** The keyword. */
  public VariableKind declarationKind() {
    return declarationKind;
  }

  /** The declarators, in order. */
  public List<VariableDeclarator> declarations() {
    return declarations;
  }

  /** Whether it is ambient ({@code declare}). */
  public boolean declare() {
    return flag(DECLARE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(declarations, action);
  }
}
