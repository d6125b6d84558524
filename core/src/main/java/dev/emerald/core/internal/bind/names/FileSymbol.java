package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declared name of a file. */
public final class FileSymbol implements Symbol {

  private static final int[] NONE = {};

  final int nameNumber;
  final int scopeNumber;
  final int index;

  /** The next symbol of the same scope, in the order of declaration. */
  @Nullable FileSymbol next;

  private final Names names;
  private final String name;
  private final int first;
  private int[] others = NONE;
  private int otherCount;
  private Kind kind;
  private int writes;
  private int values;
  private boolean selfName;
  private boolean ambient;
  private boolean exported;
  private boolean unknownValue;

  FileSymbol(
      Names names,
      String name,
      int nameNumber,
      int scopeNumber,
      int index,
      Kind kind,
      int declaration) {
    this.names = names;
    this.name = name;
    this.nameNumber = nameNumber;
    this.scopeNumber = scopeNumber;
    this.index = index;
    this.kind = kind;
    this.first = declaration;
  }

  @Override
  public String name() {
    return name;
  }

  /** Its number among the symbols of the file, from 0. */
  public int number() {
    return index;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Scope scope() {
    return names.scope(scopeNumber);
  }

  @Override
  public List<Identifier> declarations() {
    List<Identifier> all = new ArrayList<>(1 + otherCount);
    for (int i = 0; i < declarationCount(); i++) {
      all.add((Identifier) names.tree().node(declaration(i)));
    }
    return List.copyOf(all);
  }

  @Override
  public List<Identifier> references() {
    return names.references(this, Identifier.class);
  }

  @Override
  public List<JSXIdentifier> elements() {
    return names.references(this, JSXIdentifier.class);
  }

  @Override
  public boolean reassigned() {
    return writes > 0 || values > 1 || unknownValue;
  }

  /** Number of identifiers that declare it, at least 1. */
  public int declarationCount() {
    return 1 + otherCount;
  }

  /** The place of a declaring identifier, in the order of the source. */
  public int declaration(int i) {
    return i == 0 ? first : others[i - 1];
  }

  /** Number of references that write to it. */
  public int writes() {
    return writes;
  }

  /** Number of declarations that give it a value. */
  public int values() {
    return values;
  }

  /**
   * Whether it gets values that no declaration or assignment shows: from a loop, or code that is
   * evaluated.
   */
  public boolean unknownValue() {
    return unknownValue;
  }

  /** Whether all that declares it is ambient ({@code declare}): the name means a global. */
  public boolean ambient() {
    return ambient;
  }

  boolean selfName() {
    return selfName;
  }

  boolean exported() {
    return exported;
  }

  void markSelfName() {
    selfName = true;
  }

  void markExported() {
    exported = true;
  }

  void ambient(boolean declared) {
    ambient = declared;
  }

  void markUnknownValue() {
    unknownValue = true;
  }

  void addWrite() {
    writes++;
  }

  void addValue() {
    values++;
  }

  /** Adds a declaration; the one that names a value at run time decides the kind. */
  void merge(Kind other, int declaration) {
    if (otherCount == others.length) {
      others = Arrays.copyOf(others, Math.max(2, otherCount * 2));
    }
    others[otherCount++] = declaration;
    if (kind == Kind.TYPE || kind == Kind.NAMESPACE && other != Kind.TYPE) {
      kind = other;
    } else if (kind == Kind.VAR && other == Kind.FUNCTION) {
      kind = other;
    }
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
