package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An index signature of a class.
 *
 * <p>Form: {@code [key: string]: T}.
 */
public final class TSIndexSignature extends NodeBase implements ClassMember {

  private static final int IS_STATIC = 1 << 1;
  private static final int READONLY = 1 << 2;

  private final TypeNode typeAnnotation;

  TSIndexSignature(
      int start, int end, TypeNode typeAnnotation, boolean isStatic, boolean readonly) {
    super(start, end, (isStatic ? IS_STATIC : 0) | (readonly ? READONLY : 0));
    this.typeAnnotation = typeAnnotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_INDEX_SIGNATURE;
  }

  /** The whole signature. */
  public TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  /** Whether it is static. */
  public boolean isStatic() {
    return flag(IS_STATIC);
  }

  /** Whether it is read-only. */
  public boolean readonly() {
    return flag(READONLY);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(typeAnnotation);
  }
}
