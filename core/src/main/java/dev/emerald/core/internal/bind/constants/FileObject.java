package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.scope.ObjectView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as one use of it sees it: what it was made with, less what may have changed. */
final class FileObject implements ObjectView {

  /** What an object is made with. */
  static final class Content {

    private final Map<String, @Nullable Expression> properties = new LinkedHashMap<>();
    private boolean open;

    /** Sets a property; null for one that may be anything. */
    void put(String name, @Nullable Expression value) {
      properties.remove(name);
      properties.put(name, value);
    }

    /** Says that properties of any name may have been set at this point. */
    void open() {
      open = true;
      properties.replaceAll((name, value) -> null);
    }
  }

  private final Content content;
  private final Changes changes;
  private final List<FileSymbol> variables;
  private final Expression use;

  FileObject(Content content, Changes changes, List<FileSymbol> variables, Expression use) {
    this.content = content;
    this.changes = changes;
    this.variables = variables;
    this.use = use;
  }

  @Override
  public @Nullable Expression get(String name) {
    if (!changed(name)) {
      return content.properties.get(name);
    }
    return variables.size() == 1 ? changes.of(variables.get(0)).sureValue(name, use) : null;
  }

  @Override
  public boolean lacks(String name) {
    return closed() && !content.properties.containsKey(name) && !changed(name);
  }

  @Override
  public List<String> names() {
    List<String> known = new ArrayList<>();
    for (String name : allNames()) {
      if (get(name) != null) {
        known.add(name);
      }
    }
    return List.copyOf(known);
  }

  /** Whether {@link #allNames} are all there can be. */
  boolean closed() {
    if (content.open) {
      return false;
    }
    for (FileSymbol variable : variables) {
      if (changes.of(variable).anything()) {
        return false;
      }
    }
    return true;
  }

  /** The names of all properties that there may be, as far as they are known. */
  Set<String> allNames() {
    Set<String> names = new LinkedHashSet<>(content.properties.keySet());
    for (FileSymbol variable : variables) {
      names.addAll(changes.of(variable).names());
    }
    return names;
  }

  private boolean changed(String name) {
    for (FileSymbol variable : variables) {
      Changes.OfVariable change = changes.of(variable);
      if (change.anything() || change.names().contains(name)) {
        return true;
      }
    }
    return false;
  }
}
