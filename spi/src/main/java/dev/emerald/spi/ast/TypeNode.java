package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A type of TypeScript, of any form. Types are not taken apart: the node has their span and the
 * names they refer to.
 *
 * <p>Form: {@code T}.
 */
public final class TypeNode extends NodeBase implements Node {

  private final @Nullable String name;
  private final List<String> references;

  TypeNode(int start, int end, @Nullable String name, List<String> references) {
    super(start, end, 0);
    this.name = name;
    this.references = references;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TYPE_NODE;
  }

  /**
   * The dotted name, without type arguments, where the whole type is one reference such as {@code
   * ns.Type<A>}; else null. A type of another module is written {@code import('m').Type}, whatever
   * its quotes; of {@code as const} it is {@code const}.
   */
  public @Nullable String name() {
    return name;
  }

  /**
   * The dotted names of all types and values it refers to, in order of the source, type arguments
   * among them; also the type parameters that are declared and used in it. Predefined types such as
   * {@code string} are none.
   */
  public List<String> references() {
    return references;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
