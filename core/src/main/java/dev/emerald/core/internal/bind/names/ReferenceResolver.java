package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The second pass: what each reference refers to. It enters and leaves scopes in the order of the
 * source and keeps, for every name, the symbol that it means at this point, so that a reference
 * costs one array access however deep the scopes nest.
 */
final class ReferenceResolver {

  /** Blocks of one namespace that see each other's names; more are taken for unrelated. */
  private static final int MAX_MERGED = 64;

  private final Names names;
  private final SyntaxTree tree;
  private final ScopeList scopes;
  private final int[] places;
  private final int[] nameNumbers;
  private final int count;
  private final @Nullable FileSymbol[] current;

  private @Nullable FileSymbol[] savedSymbols = new FileSymbol[64];
  private int[] savedNames = new int[64];
  private int saved;
  private int[] entered = new int[64];
  private int[] enteredMarks = new int[64];
  private int[] opaqueDepths = new int[64];
  private int depth;

  ReferenceResolver(Names names, int[] places, int[] nameNumbers, int count) {
    this.names = names;
    this.tree = names.tree();
    this.scopes = names.scopes();
    this.places = places;
    this.nameNumbers = nameNumbers;
    this.count = count;
    this.current = new FileSymbol[names.nameCount()];
  }

  void resolve() {
    int next = 0;
    for (int i = 0; i < count; i++) {
      int place = places[i];
      while (depth > 0 && scopes.end(entered[depth - 1]) <= place) {
        leave();
      }
      while (next < scopes.size() && scopes.start(next) <= place) {
        if (scopes.end(next) > place) {
          enter(next);
        }
        next++;
      }
      resolve(place, nameNumbers[i]);
    }
    for (int scope = 0; scope < scopes.size(); scope++) {
      if (scopes.evaluates(scope)) {
        markEvaluated(scope);
      }
    }
  }

  private void resolve(int place, int name) {
    FileSymbol symbol = current[name];
    if (symbol != null) {
      symbol = visible(symbol, place, name);
    }
    int opaque = opaqueDepths[depth - 1];
    if (symbol == null) {
      if (opaque >= 0) {
        names.markUncertain(place);
      }
      return;
    }
    if (scopes.depth(symbol.scopeNumber) < opaque) {
      names.markUncertain(place);
    }
    names.refer(place, symbol);
    if (writes(place)) {
      symbol.addWrite();
    }
  }

  /** Parameters do not see what the body of their function declares, values see no types. */
  private @Nullable FileSymbol visible(FileSymbol symbol, int place, int name) {
    int scope = symbol.scopeNumber;
    if (scopes.kind(scope) == Scope.Kind.FUNCTION
        && place < scopes.body(scope)
        && symbol.declaration(0) >= scopes.body(scope)) {
      FileSymbol outer = scopes.parent(scope) < 0 ? null : names.lookup(scopes.parent(scope), name);
      return outer;
    }
    if (symbol.kind() == Symbol.Kind.TYPE && scopes.parent(scope) >= 0) {
      FileSymbol outer = names.lookup(scopes.parent(scope), name);
      if (outer != null && outer.kind() != Symbol.Kind.TYPE) {
        return outer;
      }
    }
    return symbol;
  }

  private void enter(int scope) {
    if (depth == entered.length) {
      entered = Arrays.copyOf(entered, depth * 2);
      enteredMarks = Arrays.copyOf(enteredMarks, depth * 2);
      opaqueDepths = Arrays.copyOf(opaqueDepths, depth * 2);
    }
    entered[depth] = scope;
    enteredMarks[depth] = saved;
    opaqueDepths[depth] =
        scopes.opaque(scope) ? scopes.depth(scope) : depth == 0 ? -1 : opaqueDepths[depth - 1];
    depth++;
    if (scopes.kind(scope) == Scope.Kind.NAMESPACE) {
      pushMerged(scope);
    }
    for (FileSymbol symbol = scopes.first(scope); symbol != null; symbol = symbol.next) {
      push(symbol);
    }
  }

  /** What the other blocks of a namespace export is visible in each of them. */
  private void pushMerged(int scope) {
    FileSymbol namespace = names.namespaceOf(scope);
    if (namespace == null
        || namespace.declarationCount() == 1
        || namespace.declarationCount() > MAX_MERGED) {
      return;
    }
    for (int block : names.blocksOf(namespace)) {
      if (block != scope) {
        for (FileSymbol symbol = scopes.first(block); symbol != null; symbol = symbol.next) {
          if (symbol.exported()) {
            push(symbol);
          }
        }
      }
    }
  }

  private void push(FileSymbol symbol) {
    if (saved == savedSymbols.length) {
      savedSymbols = Arrays.copyOf(savedSymbols, saved * 2);
      savedNames = Arrays.copyOf(savedNames, saved * 2);
    }
    savedSymbols[saved] = current[symbol.nameNumber];
    savedNames[saved++] = symbol.nameNumber;
    current[symbol.nameNumber] = symbol;
  }

  private void leave() {
    int mark = enteredMarks[--depth];
    while (saved > mark) {
      saved--;
      current[savedNames[saved]] = savedSymbols[saved];
      savedSymbols[saved] = null;
    }
  }

  private void markEvaluated(int scope) {
    for (FileSymbol symbol = scopes.first(scope); symbol != null; symbol = symbol.next) {
      if (symbol.kind() != Symbol.Kind.CONST && symbol.kind() != Symbol.Kind.IMPORT) {
        symbol.markUnknownValue();
      }
    }
  }

  /** Whether the reference at a place is assigned to, alone or within a pattern. */
  private boolean writes(int place) {
    int child = place;
    int at = tree.parentNumber(place);
    NodeKind kind = tree.kind(at);
    while (kind == NodeKind.TS_AS_EXPRESSION
        || kind == NodeKind.TS_NON_NULL_EXPRESSION
        || kind == NodeKind.TS_SATISFIES_EXPRESSION
        || kind == NodeKind.TS_TYPE_ASSERTION) {
      child = at;
      at = tree.parentNumber(at);
      kind = tree.kind(at);
    }
    Node inner = tree.node(child);
    return switch (kind) {
      case ASSIGNMENT_EXPRESSION -> ((AssignmentExpression) tree.node(at)).left() == inner;
      case UPDATE_EXPRESSION, ARRAY_PATTERN, REST_ELEMENT -> true;
      case ASSIGNMENT_PATTERN -> ((AssignmentPattern) tree.node(at)).left() == inner;
      case PROPERTY ->
          tree.kind(tree.parentNumber(at)) == NodeKind.OBJECT_PATTERN
              && ((Property) tree.node(at)).value() == inner;
      case FOR_IN_STATEMENT -> ((ForInStatement) tree.node(at)).left() == inner;
      case FOR_OF_STATEMENT -> ((ForOfStatement) tree.node(at)).left() == inner;
      default -> false;
    };
  }
}
