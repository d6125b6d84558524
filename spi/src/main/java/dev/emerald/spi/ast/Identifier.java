package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A name.
 *
 * <p>Form: {@code a}.
 */
public final class Identifier extends NodeBase implements Expression, Pattern {

  private final String name;
  private final @Nullable BindingAnnotation annotation;

  Identifier(int start, int end, String name, Role role, @Nullable BindingAnnotation annotation) {
    super(start, end, role.bits << 1);
    this.name = name;
    this.annotation = annotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IDENTIFIER;
  }

  /** The name with escapes resolved. */
  public String name() {
    return name;
  }

  /** What it is used as. */
  public Role role() {
    return Role.of(flagBits(1, 2));
  }

  /** The declared type, or null. */
  public @Nullable TypeNode typeAnnotation() {
    return annotation == null ? null : annotation.typeAnnotation();
  }

  /** The decorators of a parameter, in order. */
  public List<Decorator> decorators() {
    return annotation == null ? List.of() : annotation.decorators();
  }

  /** Whether a {@code ?} makes a parameter optional. */
  public boolean optional() {
    return annotation != null && annotation.optional();
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators(), action);
    TypeNode type = typeAnnotation();
    if (type != null) {
      action.accept(type);
    }
  }

  /** The name, for logs. */
  @Override
  public String toString() {
    return name;
  }

  /** What an identifier is used as. */
  public enum Role {
    /** Refers to a variable, to read or to write it. */
    REFERENCE(0),
    /** Declares a variable. */
    BINDING(1),
    /** Names a property, an export, an attribute: nothing that a scope resolves. */
    NAME(2),
    /** Labels a statement, or refers to such a label. */
    LABEL(3);

    private static final Role[] BY_BITS = values();

    private final int bits;

    Role(int bits) {
      this.bits = bits;
    }

    static Role of(int bits) {
      return BY_BITS[bits];
    }
  }
}
