package dev.emerald.core.internal.bind;

import dev.emerald.core.internal.bind.apis.FactCollector;
import dev.emerald.core.internal.bind.apis.FileScopes;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.scope.Scopes;

/** A file whose names are resolved. For use by one thread at a time. */
public final class Binding {

  private final Names names;

  Binding(Names names) {
    this.names = names;
  }

  /** The scopes and symbols. */
  public Names names() {
    return names;
  }

  /** What the file says about its module: plain data, which keeps nothing of the tree. */
  public ModuleFacts facts() {
    return FactCollector.collect(names);
  }

  /**
   * The answers for rules.
   *
   * @param links of the project; the file is found in it by the path of its source
   */
  public Scopes scopes(ApiLinks links) {
    return new FileScopes(names, links);
  }
}
