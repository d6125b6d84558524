package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A regular expression.
 *
 * <p>Form: {@code /a/g}.
 */
public final class RegExpLiteral extends NodeBase implements Literal {

  private final String pattern;
  private final String flags;

  RegExpLiteral(int start, int end, String pattern, String flags) {
    super(start, end, 0);
    this.pattern = pattern;
    this.flags = flags;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.REGEXP_LITERAL;
  }

  /** The text between the slashes, as written. */
  public String pattern() {
    return pattern;
  }

  /** The flags, as written. */
  public String flags() {
    return flags;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
