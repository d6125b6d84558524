package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.ImportSpecifier;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.JSXMemberExpression;
import dev.emerald.spi.ast.ModuleKeyword;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SwitchStatement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.TSQualifiedName;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.ast.VariableKind;
import dev.emerald.spi.ast.WithStatement;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first pass: opens scopes, declares, and notes what refers; then hands over to the second. */
final class NameBuilder {

  /** How far out a function in nested blocks is hoisted; deeper ones stay in their block. */
  private static final int MAX_HOIST = 256;

  /** What a binding identifier declares, by the construct that its pattern belongs to. */
  private static final int NOTHING = 0;

  private static final int VAR = 1;
  private static final int LET = 2;
  private static final int CONST = 3;
  private static final int PARAMETER = 4;
  private static final int CATCH = 5;
  private static final int CONTEXT_KIND = 7;
  private static final int AMBIENT = 8;
  private static final int VALUED = 16;
  private static final int LOOP = 32;

  private final Names names;
  private final SyntaxTree tree;
  private final ScopeList scopes;
  private int scope;
  private int scopeEnd;

  private int[] contexts = new int[32];
  private int[] contextEnds = new int[32];
  private int contextCount;
  private int contextEnd = Integer.MAX_VALUE;

  private int[] pendingPlaces = new int[16];
  private int[] pendingNodes = new int[16];
  private int pendingCount;

  private int exportEnd;
  private int ambientEnd;
  private final List<FileSymbol> blockFunctions = new ArrayList<>();
  private int[] referencePlaces;
  private int[] referenceNames;
  private int referenceCount;

  NameBuilder(Names names) {
    this.names = names;
    this.tree = names.tree();
    this.scopes = names.scopes();
    this.referencePlaces = new int[tree.size() / 4 + 8];
    this.referenceNames = new int[referencePlaces.length];
  }

  Names.References build() {
    Program program = tree.program();
    SourceType type = program.sourceType();
    Scope.Kind kind = type == SourceType.SCRIPT ? Scope.Kind.SCRIPT : Scope.Kind.MODULE;
    int size = tree.size();
    enter(scopes.open(kind, 0, 0, Integer.MAX_VALUE, -1, true));
    if (type == SourceType.MODULE || useStrict(program.body())) {
      scopes.markStrict(0);
    }
    for (int i = 1; i < size; i++) {
      while (i >= scopeEnd) {
        enter(scopes.parent(scope));
      }
      while (i >= contextEnd) {
        popContext();
      }
      while (pendingCount > 0 && pendingPlaces[pendingCount - 1] == i) {
        openPending();
      }
      visit(i);
    }
    hoistBlockFunctions();
    new ReferenceResolver(names, referencePlaces, referenceNames, referenceCount).resolve();
    return new Names.References(referencePlaces, referenceCount);
  }

  private void visit(int i) {
    switch (tree.kind(i)) {
      case IDENTIFIER -> identifier(i, (Identifier) tree.node(i));
      case JSX_IDENTIFIER -> jsxName(i, (JSXIdentifier) tree.node(i));
      case BLOCK_STATEMENT -> block(i);
      case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION ->
          function(i, (FunctionLike) tree.node(i));
      case VARIABLE_DECLARATOR -> declarator(i, (VariableDeclarator) tree.node(i));
      case CLASS_DECLARATION, CLASS_EXPRESSION -> {
        enter(open(Scope.Kind.CLASS, i, false));
        scopes.markStrict(scope);
      }
      case CATCH_CLAUSE -> {
        enter(open(Scope.Kind.BLOCK, i, false));
        Node param = ((CatchClause) tree.node(i)).param();
        if (param != null) {
          pushContext(CATCH, tree.subtreeEnd(param.number()));
        }
      }
      case FOR_STATEMENT, FOR_IN_STATEMENT, FOR_OF_STATEMENT ->
          enter(open(Scope.Kind.BLOCK, i, false));
      case SWITCH_STATEMENT -> {
        var cases = ((SwitchStatement) tree.node(i)).cases();
        if (!cases.isEmpty()) {
          pend(cases.get(0).number(), i);
        }
      }
      case WITH_STATEMENT -> pend(((WithStatement) tree.node(i)).body().number(), i);
      case PROPERTY_DEFINITION -> {
        Node value = ((PropertyDefinition) tree.node(i)).value();
        if (value != null) {
          pend(value.number(), i);
        }
      }
      case STATIC_BLOCK -> enter(open(Scope.Kind.FIELD, i, true));
      case TS_ENUM_DECLARATION -> enter(open(Scope.Kind.NAMESPACE, i, true));
      case TS_ENUM_MEMBER -> {
        TSEnumMember member = (TSEnumMember) tree.node(i);
        if (member.id() instanceof Identifier id && !member.computed()) {
          FileSymbol symbol = declare(scope, id, Symbol.Kind.CONST, id.number());
          symbol.addValue();
          symbol.markExported();
        }
      }
      case TS_MODULE_DECLARATION -> namespace(i, (TSModuleDeclaration) tree.node(i));
      case TS_MODULE_BLOCK -> {
        int owner = tree.parentNumber(i);
        enter(scopes.open(Scope.Kind.NAMESPACE, owner, i, tree.subtreeEnd(i), scope, true));
      }
      case EXPORT_NAMED_DECLARATION -> exportEnd = tree.subtreeEnd(i);
      default -> {
        // neither opens a scope nor names anything
      }
    }
  }

  private void block(int i) {
    switch (tree.kind(tree.parentNumber(i))) {
      case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION -> {
        // shares the scope of the function
      }
      default -> enter(open(Scope.Kind.BLOCK, i, false));
    }
  }

  private void function(int i, FunctionLike function) {
    enter(open(Scope.Kind.FUNCTION, i, true));
    Node body = function.body();
    int paramsEnd = tree.subtreeEnd(i);
    if (body != null) {
      paramsEnd = body.number();
      scopes.body(scope, paramsEnd);
      if (body instanceof BlockStatement block && useStrict(block.body())) {
        scopes.markStrict(scope);
      }
    }
    if (!function.params().isEmpty()) {
      pushContext(PARAMETER, paramsEnd);
    }
  }

  private void declarator(int i, VariableDeclarator declarator) {
    int parent = tree.parentNumber(i);
    VariableDeclaration declaration = (VariableDeclaration) tree.node(parent);
    int context =
        declaration.declarationKind() == VariableKind.VAR
            ? VAR
            : declaration.declarationKind() == VariableKind.LET ? LET : CONST;
    if (declaration.declare() || i < ambientEnd) {
      context |= AMBIENT;
    }
    if (declarator.init() != null) {
      context |= VALUED;
    }
    Node loop = tree.node(tree.parentNumber(parent));
    if (loop instanceof ForOfStatement of && of.left() == declaration
        || loop instanceof ForInStatement in && in.left() == declaration) {
      context |= LOOP;
    }
    pushContext(context, tree.subtreeEnd(declarator.id().number()));
  }

  private void namespace(int i, TSModuleDeclaration declaration) {
    Node id = declaration.id();
    while (id instanceof TSQualifiedName qualified) {
      id = qualified.left();
    }
    if (declaration.declare()) {
      ambientEnd = Math.max(ambientEnd, tree.subtreeEnd(i));
    }
    if (id instanceof Identifier name && declaration.moduleKind() != ModuleKeyword.GLOBAL) {
      declare(scope, name, Symbol.Kind.NAMESPACE, name.number());
    }
  }

  private void identifier(int i, Identifier id) {
    switch (id.role()) {
      case REFERENCE -> {
        refer(i, id.name());
        if (id.name().equals("eval")
            && tree.node(tree.parentNumber(i)) instanceof CallExpression call
            && call.callee() == id) {
          directEval();
        }
      }
      case BINDING -> binding(i, id);
      case NAME, LABEL -> {
        // resolved by no scope
      }
    }
  }

  private void binding(int i, Identifier id) {
    int parentPlace = tree.parentNumber(i);
    Node parent = tree.node(parentPlace);
    switch (tree.kind(parentPlace)) {
      case FUNCTION_DECLARATION -> {
        if (((FunctionDeclaration) parent).id() == id) {
          functionName(id, (FunctionDeclaration) parent);
        } else {
          variable(id, PARAMETER);
        }
      }
      case FUNCTION_EXPRESSION -> {
        if (((FunctionLike) parent).id() == id) {
          FileSymbol symbol = declare(scope, id, Symbol.Kind.FUNCTION, i);
          symbol.markSelfName();
          symbol.addValue();
        } else {
          variable(id, PARAMETER);
        }
      }
      case CLASS_DECLARATION -> {
        FileSymbol symbol = declare(scopes.parent(scope), id, Symbol.Kind.CLASS, i);
        symbol.addValue();
        exportedIfSo(symbol);
      }
      case CLASS_EXPRESSION -> declare(scope, id, Symbol.Kind.CLASS, i).addValue();
      case IMPORT_DEFAULT_SPECIFIER, IMPORT_NAMESPACE_SPECIFIER, IMPORT_SPECIFIER -> {
        boolean type =
            tree.node(tree.parentNumber(parentPlace)) instanceof ImportDeclaration declaration
                && declaration.typeOnly();
        type |= parent instanceof ImportSpecifier specifier && specifier.typeOnly();
        declare(scope, id, type ? Symbol.Kind.TYPE : Symbol.Kind.IMPORT, i).addValue();
      }
      case TS_ENUM_DECLARATION ->
          exportedIfSo(declare(scopes.parent(scope), id, Symbol.Kind.ENUM, i));
      case TS_INTERFACE_DECLARATION, TS_TYPE_ALIAS_DECLARATION ->
          exportedIfSo(declare(scope, id, Symbol.Kind.TYPE, i));
      case TS_IMPORT_EQUALS_DECLARATION -> {
        boolean type = ((TSImportEqualsDeclaration) parent).typeOnly();
        declare(scope, id, type ? Symbol.Kind.TYPE : Symbol.Kind.IMPORT, i).addValue();
      }
      case TS_MODULE_DECLARATION, TS_QUALIFIED_NAME, TS_NAMESPACE_EXPORT_DECLARATION -> {
        // the declaration itself has declared it, or it declares nothing
      }
      default -> variable(id, contextCount == 0 ? NOTHING : contexts[contextCount - 1]);
    }
  }

  private void functionName(Identifier id, FunctionDeclaration function) {
    int target = scopes.parent(scope);
    FileSymbol symbol = declare(target, id, Symbol.Kind.FUNCTION, id.number());
    if (function.body() != null) {
      symbol.addValue();
    } else if (function.declare() || id.number() < ambientEnd) {
      symbol.ambient(symbol.values() == 0);
    }
    exportedIfSo(symbol);
    if (scopes.kind(target) == Scope.Kind.BLOCK
        && !scopes.strict(target)
        && !function.async()
        && !function.generator()) {
      blockFunctions.add(symbol);
    }
  }

  private void variable(Identifier id, int context) {
    int kind = context & CONTEXT_KIND;
    if (kind == NOTHING) {
      return;
    }
    int target = kind == VAR ? scopes.variableScope(scope) : scope;
    FileSymbol symbol =
        declare(
            target,
            id,
            switch (kind) {
              case VAR -> Symbol.Kind.VAR;
              case LET -> Symbol.Kind.LET;
              case CONST -> Symbol.Kind.CONST;
              case PARAMETER -> Symbol.Kind.PARAMETER;
              default -> Symbol.Kind.CATCH;
            },
            id.number());
    if ((context & (VALUED | LOOP)) != 0 || kind == PARAMETER || kind == CATCH) {
      symbol.addValue();
    }
    if ((context & LOOP) != 0) {
      symbol.markUnknownValue();
    }
    if ((context & AMBIENT) != 0) {
      symbol.ambient(symbol.values() == 0);
    }
    exportedIfSo(symbol);
  }

  private void exportedIfSo(FileSymbol symbol) {
    if (symbol.declaration(symbol.declarationCount() - 1) < exportEnd
        && scopes.kind(symbol.scopeNumber) == Scope.Kind.NAMESPACE) {
      symbol.markExported();
    }
  }

  private FileSymbol declare(int target, Identifier id, Symbol.Kind kind, int place) {
    int name = names.nameNumber(id.name());
    FileSymbol symbol = names.declared(target, name);
    if (symbol == null || symbol.selfName()) {
      symbol = names.add(target, name, id.name(), kind, place);
    } else {
      symbol.ambient(false);
      symbol.merge(kind, place);
    }
    names.refer(place, symbol);
    return symbol;
  }

  private void jsxName(int i, JSXIdentifier id) {
    Node parent = tree.node(tree.parentNumber(i));
    boolean refers =
        switch (parent.kind()) {
          case JSX_MEMBER_EXPRESSION -> ((JSXMemberExpression) parent).object() == id;
          case JSX_OPENING_ELEMENT, JSX_CLOSING_ELEMENT -> !intrinsic(id.name());
          default -> false;
        };
    if (refers) {
      refer(i, id.name());
    }
  }

  /** An element of the platform, as {@code div} and {@code my-element}, names no variable. */
  private static boolean intrinsic(String name) {
    char first = name.isEmpty() ? 'a' : name.charAt(0);
    return first >= 'a' && first <= 'z' || name.indexOf('-') >= 0;
  }

  private void refer(int place, String name) {
    if (referenceCount == referencePlaces.length) {
      referencePlaces = Arrays.copyOf(referencePlaces, referenceCount * 2);
      referenceNames = Arrays.copyOf(referenceNames, referenceCount * 2);
    }
    referencePlaces[referenceCount] = place;
    referenceNames[referenceCount++] = names.nameNumber(name);
  }

  /**
   * Evaluated code may assign to whatever it sees, and outside of strict mode declare in the
   * function around it.
   */
  private void directEval() {
    if (!scopes.strict(scope)) {
      scopes.markEval(scopes.variableScope(scope));
    }
    for (int at = scope; at >= 0; at = scopes.parent(at)) {
      if (scopes.evaluates(at)) {
        return;
      }
      scopes.markEvaluates(at);
    }
  }

  /** Annex B.3.3: outside of strict mode a function in a block is a variable around it as well. */
  private void hoistBlockFunctions() {
    for (FileSymbol symbol : blockFunctions) {
      int target = scopes.variableScope(symbol.scopeNumber);
      int at = scopes.parent(symbol.scopeNumber);
      int steps = 0;
      boolean free = true;
      while (free && at != target && at >= 0) {
        FileSymbol between = names.declared(at, symbol.nameNumber);
        free =
            ++steps < MAX_HOIST
                && (between == null
                    || between.kind() == Symbol.Kind.FUNCTION
                    || between.kind() == Symbol.Kind.CATCH);
        at = scopes.parent(at);
      }
      FileSymbol outer = free ? names.declared(target, symbol.nameNumber) : null;
      if (!free) {
        continue;
      }
      int place = symbol.declaration(0);
      if (outer == null || outer.selfName()) {
        names.add(target, symbol.nameNumber, symbol.name(), Symbol.Kind.VAR, place).addValue();
      } else if (outer.kind() == Symbol.Kind.VAR || outer.kind() == Symbol.Kind.FUNCTION) {
        outer.merge(Symbol.Kind.VAR, place);
        outer.addValue();
      }
    }
  }

  private int open(Scope.Kind kind, int node, boolean variables) {
    return scopes.open(kind, node, node + 1, tree.subtreeEnd(node), scope, variables);
  }

  private void enter(int number) {
    scope = number;
    scopeEnd = scopes.end(number);
  }

  private void pend(int place, int node) {
    if (pendingCount == pendingPlaces.length) {
      pendingPlaces = Arrays.copyOf(pendingPlaces, pendingCount * 2);
      pendingNodes = Arrays.copyOf(pendingNodes, pendingCount * 2);
    }
    pendingPlaces[pendingCount] = place;
    pendingNodes[pendingCount++] = node;
  }

  private void openPending() {
    int place = pendingPlaces[--pendingCount];
    int node = pendingNodes[pendingCount];
    NodeKind kind = tree.kind(node);
    boolean toEndOfNode = kind == NodeKind.SWITCH_STATEMENT;
    int end = tree.subtreeEnd(toEndOfNode ? node : place);
    Scope.Kind opened =
        switch (kind) {
          case SWITCH_STATEMENT -> Scope.Kind.BLOCK;
          case WITH_STATEMENT -> Scope.Kind.WITH;
          default -> Scope.Kind.FIELD;
        };
    enter(scopes.open(opened, node, place, end, scope, opened == Scope.Kind.FIELD));
    if (opened == Scope.Kind.WITH) {
      scopes.markWith(scope);
    }
  }

  private void pushContext(int context, int end) {
    if (contextCount == contexts.length) {
      contexts = Arrays.copyOf(contexts, contextCount * 2);
      contextEnds = Arrays.copyOf(contextEnds, contextCount * 2);
    }
    contexts[contextCount] = context;
    contextEnds[contextCount++] = end;
    contextEnd = end;
  }

  private void popContext() {
    contextCount--;
    contextEnd = contextCount == 0 ? Integer.MAX_VALUE : contextEnds[contextCount - 1];
  }

  private static boolean useStrict(List<Statement> body) {
    for (int i = 0, size = body.size(); i < size; i++) {
      if (!(body.get(i) instanceof ExpressionStatement statement)) {
        return false;
      }
      String directive = statement.directive();
      if (directive == null) {
        return false;
      }
      if (directive.equals("use strict")) {
        return true;
      }
    }
    return false;
  }
}
