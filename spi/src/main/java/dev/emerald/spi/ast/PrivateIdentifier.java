package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A private name.
 *
 * <p>Form: {@code #a}.
 */
public final class PrivateIdentifier extends NodeBase implements Expression {

  private final String name;

  PrivateIdentifier(int start, int end, String name) {
    super(start, end, 0);
    this.name = name;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.PRIVATE_IDENTIFIER;
  }

  /** The name without the number sign. */
  public String name() {
    return name;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
