package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.ast.Node;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scope of a file, as a view of the file's {@link Names}. */
final class FileScope implements Scope {

  private final Names names;
  private final int number;

  FileScope(Names names, int number) {
    this.names = names;
    this.number = number;
  }

  @Override
  public Kind kind() {
    return names.scopes().kind(number);
  }

  @Override
  public Node node() {
    return names.tree().node(names.scopes().node(number));
  }

  @Override
  public @Nullable Scope parent() {
    int parent = names.scopes().parent(number);
    return parent < 0 ? null : names.scope(parent);
  }

  @Override
  public List<Symbol> symbols() {
    return names.symbolsOf(number);
  }

  @Override
  public @Nullable Symbol lookup(String name) {
    return names.lookup(number, name);
  }

  @Override
  public boolean strict() {
    return names.scopes().strict(number);
  }

  @Override
  public boolean dynamic() {
    return names.scopes().dynamic(number);
  }

  @Override
  public String toString() {
    return kind() + " of " + node();
  }
}
