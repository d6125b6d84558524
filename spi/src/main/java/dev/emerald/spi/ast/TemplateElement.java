package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A text of a template. */
public final class TemplateElement extends NodeBase implements Node {

  private static final int TAIL = 1 << 1;

  private final @Nullable String cooked;

  TemplateElement(int start, int end, @Nullable String cooked, boolean tail) {
    super(start, end, tail ? TAIL : 0);
    this.cooked = cooked;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TEMPLATE_ELEMENT;
  }

  /** The text with escapes resolved; null where a tagged template holds an invalid escape. */
  public @Nullable String cooked() {
    return cooked;
  }

  /** Whether it is the last. */
  public boolean tail() {
    return flag(TAIL);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
