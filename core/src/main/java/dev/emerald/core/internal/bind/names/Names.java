package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scopes and symbols of one file. Symbols are kept by the place of the identifier, so asking is
 * an array access. What is seldom asked (scopes as objects, lists of references) is made when
 * asked.
 */
public final class Names {

  private final SyntaxTree tree;
  private final ScopeList scopes = new ScopeList();
  private final NameTable table = new NameTable();
  private final SymbolTable symbols = new SymbolTable();
  private final @Nullable FileSymbol[] symbolByPlace;
  private final BitSet uncertain = new BitSet();
  private int symbolCount;
  private References references = References.NONE;
  private @Nullable Scope @Nullable [] scopeObjects;
  private @Nullable Map<FileSymbol, List<Integer>> blocks;
  private int @Nullable [] referenceStarts;
  private int @Nullable [] referencePlaces;

  Names(SyntaxTree tree) {
    this.tree = tree;
    this.symbolByPlace = new FileSymbol[tree.size()];
  }

  /** Resolves the names of a file. */
  public static Names of(SyntaxTree tree) {
    Names names = new Names(tree);
    names.references = new NameBuilder(names).build();
    return names;
  }

  /** The tree of the file. */
  public SyntaxTree tree() {
    return tree;
  }

  /** The scopes of the file. */
  public ScopeList scopes() {
    return scopes;
  }

  /**
   * The symbol that the identifier at a place declares or refers to, as the text has it; {@link
   * #uncertain(int)} says whether it may be another at run time.
   */
  public @Nullable FileSymbol symbolAt(int place) {
    return symbolByPlace[place];
  }

  /** Whether {@code with} or a direct {@code eval} may give a name another meaning. */
  public boolean uncertain(int place) {
    return uncertain.get(place);
  }

  /** How many symbols the file has. */
  public int symbols() {
    return symbolCount;
  }

  /** The innermost scope that a node lies in. */
  public Scope scopeOf(Node node) {
    return scope(scopes.at(node.number()));
  }

  /** Whether a place lies in the body of a {@code with} statement. */
  public boolean inWith(int place) {
    for (int at = scopes.at(place); at >= 0; at = scopes.parent(at)) {
      if (scopes.with(at)) {
        return true;
      }
    }
    return false;
  }

  /** The symbol that a name means at a place, values before types; null for a global. */
  public @Nullable FileSymbol lookupAt(int place, String name) {
    return lookup(scopes.at(place), name);
  }

  /** The places of the identifiers that refer to a symbol, in order. */
  public int[] referencePlaces(FileSymbol symbol) {
    int[] starts = indexReferences();
    int[] places = referencePlaces;
    if (places == null) {
      throw new IllegalStateException("the index has no places");
    }
    return Arrays.copyOfRange(places, starts[symbol.index], starts[symbol.index + 1]);
  }

  <N> List<N> references(FileSymbol symbol, Class<N> type) {
    List<N> all = new ArrayList<>();
    for (int place : referencePlaces(symbol)) {
      Node node = tree.node(place);
      if (type.isInstance(node)) {
        all.add(type.cast(node));
      }
    }
    return List.copyOf(all);
  }

  Scope scope(int number) {
    if (scopeObjects == null) {
      scopeObjects = new Scope[scopes.size()];
    }
    Scope scope = scopeObjects[number];
    if (scope == null) {
      scope = new FileScope(this, number);
      scopeObjects[number] = scope;
    }
    return scope;
  }

  List<Symbol> symbolsOf(int scope) {
    List<Symbol> all = new ArrayList<>();
    for (FileSymbol symbol = scopes.first(scope); symbol != null; symbol = symbol.next) {
      all.add(symbol);
    }
    return List.copyOf(all);
  }

  @Nullable FileSymbol lookup(int scope, String name) {
    int number = table.find(name);
    return number < 0 ? null : lookup(scope, number);
  }

  @Nullable FileSymbol lookup(int scope, int name) {
    FileSymbol type = null;
    for (int at = scope; at >= 0; at = scopes.parent(at)) {
      FileSymbol found = symbols.get(at, name);
      if (found != null) {
        if (found.kind() != Symbol.Kind.TYPE) {
          return found;
        }
        type = type == null ? found : type;
      }
    }
    return type;
  }

  int nameNumber(String name) {
    return table.number(name);
  }

  int nameCount() {
    return table.size();
  }

  @Nullable FileSymbol declared(int scope, int name) {
    return symbols.get(scope, name);
  }

  FileSymbol add(int scope, int name, String text, Symbol.Kind kind, int declaration) {
    FileSymbol symbol = new FileSymbol(this, text, name, scope, symbolCount++, kind, declaration);
    symbols.put(symbol);
    scopes.append(symbol);
    return symbol;
  }

  void refer(int place, FileSymbol symbol) {
    symbolByPlace[place] = symbol;
  }

  void markUncertain(int place) {
    uncertain.set(place);
  }

  /** The namespace or enumeration whose members a scope holds, if it has a simple name. */
  @Nullable FileSymbol namespaceOf(int scope) {
    Node node = tree.node(scopes.node(scope));
    Node id =
        node instanceof TSModuleDeclaration module
            ? module.id()
            : node instanceof TSEnumDeclaration enumeration ? enumeration.id() : null;
    return id instanceof Identifier ? symbolByPlace[id.number()] : null;
  }

  /** What a namespace exports under a name, or null. */
  public @Nullable FileSymbol exportedOf(FileSymbol namespace, String name) {
    int number = table.find(name);
    if (number >= 0) {
      for (int scope : blocksOf(namespace)) {
        FileSymbol symbol = symbols.get(scope, number);
        if (symbol != null && symbol.exported()) {
          return symbol;
        }
      }
    }
    return null;
  }

  /** The scopes that hold the members of a namespace or an enumeration. */
  List<Integer> blocksOf(FileSymbol namespace) {
    if (blocks == null) {
      blocks = new HashMap<>();
      for (int scope = 0; scope < scopes.size(); scope++) {
        FileSymbol symbol = scopes.kind(scope) == Scope.Kind.NAMESPACE ? namespaceOf(scope) : null;
        if (symbol != null) {
          blocks.computeIfAbsent(symbol, s -> new ArrayList<>(1)).add(scope);
        }
      }
    }
    return blocks.getOrDefault(namespace, List.of());
  }

  private int[] indexReferences() {
    int[] starts = referenceStarts;
    if (starts != null) {
      return starts;
    }
    starts = new int[symbolCount + 2];
    int[] all = references.places;
    for (int i = 0; i < references.size; i++) {
      FileSymbol symbol = symbolByPlace[all[i]];
      if (symbol != null) {
        starts[symbol.index + 2]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] places = new int[starts[starts.length - 1]];
    for (int i = 0; i < references.size; i++) {
      FileSymbol symbol = symbolByPlace[all[i]];
      if (symbol != null) {
        places[starts[symbol.index + 1]++] = all[i];
      }
    }
    referenceStarts = starts;
    referencePlaces = places;
    return starts;
  }

  /** The places of all referring identifiers of the file, in order. */
  static final class References {
    static final References NONE = new References(new int[0], 0);

    private final int[] places;
    private final int size;

    References(int[] places, int size) {
      this.places = places;
      this.size = size;
    }
  }
}
