package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * The members of a class.
 *
 * <p>Form: {@code { … }}.
 */
public final class ClassBody extends NodeBase implements Node {

  private final List<ClassMember> body;

  ClassBody(int start, int end, List<ClassMember> body) {
    super(start, end, 0);
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CLASS_BODY;
  }

  /** The members, in order. */
  public List<ClassMember> body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(body, action);
  }
}
