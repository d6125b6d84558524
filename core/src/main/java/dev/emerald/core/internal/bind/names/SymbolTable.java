package dev.emerald.core.internal.bind.names;

import org.jspecify.annotations.Nullable;

/** The symbols of a file by scope and name. */
final class SymbolTable {

  private @Nullable FileSymbol[] slots = new FileSymbol[64];
  private int size;

  @Nullable FileSymbol get(int scope, int name) {
    int mask = slots.length - 1;
    int at = hash(scope, name) & mask;
    for (FileSymbol found = slots[at]; found != null; found = slots[at]) {
      if (found.nameNumber == name && found.scopeNumber == scope) {
        return found;
      }
      at = at + 1 & mask;
    }
    return null;
  }

  /** Adds a symbol, in place of one with its scope and name if there is one. */
  void put(FileSymbol symbol) {
    if (insert(symbol) && ++size * 2 > slots.length) {
      @Nullable FileSymbol[] old = slots;
      slots = new FileSymbol[old.length * 2];
      for (FileSymbol moved : old) {
        if (moved != null) {
          insert(moved);
        }
      }
    }
  }

  private boolean insert(FileSymbol symbol) {
    int mask = slots.length - 1;
    int at = hash(symbol.scopeNumber, symbol.nameNumber) & mask;
    for (FileSymbol found = slots[at]; found != null; found = slots[at]) {
      if (found.nameNumber == symbol.nameNumber && found.scopeNumber == symbol.scopeNumber) {
        slots[at] = symbol;
        return false;
      }
      at = at + 1 & mask;
    }
    slots[at] = symbol;
    return true;
  }

  private static int hash(int scope, int name) {
    int mixed = (scope * 31 + name) * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }
}
