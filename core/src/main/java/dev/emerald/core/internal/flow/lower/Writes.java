package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ForInStatement;
import dev.emerald.spi.ast.ForOfStatement;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.ImportSpecifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSExternalModuleReference;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/**
 * Where variables are assigned. The moment of an assignment is the last place of its expression, so
 * that what is made within it comes before.
 */
final class Writes {

  private final Names names;
  private final SyntaxTree tree;
  private final Ints places = new Ints(64);
  private boolean sorted = true;

  Writes(Names names) {
    this.names = names;
    this.tree = names.tree();
  }

  /** The places of names that are assigned from a place on, up to another, in order. */
  int first(int from) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (places.get(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int count() {
    return places.size();
  }

  int place(int index) {
    return places.get(index);
  }

  private int noted(int place, int moment) {
    if (places.size() == 0 || places.last() < place) {
      places.add(place);
    } else if (places.last() != place) {
      sorted = false;
    }
    if (!sorted) {
      throw new IllegalStateException("places are visited in order");
    }
    return moment;
  }

  /** The moment at which a name that is used is assigned; -1 if it is only read. */
  int moment(int place) {
    int at = place;
    int parent = tree.parentNumber(at);
    while (true) {
      Node outer = tree.node(parent);
      Node inner = tree.node(at);
      switch (tree.kind(parent)) {
        case TS_AS_EXPRESSION,
            TS_NON_NULL_EXPRESSION,
            TS_SATISFIES_EXPRESSION,
            TS_TYPE_ASSERTION -> {
          // assigns what is within
        }
        case PROPERTY -> {
          if (((Property) outer).value() != inner
              || tree.kind(tree.parentNumber(parent)) != NodeKind.OBJECT_PATTERN) {
            return -1;
          }
        }
        case OBJECT_PATTERN, ARRAY_PATTERN, REST_ELEMENT -> {
          // part of a pattern
        }
        case ASSIGNMENT_PATTERN -> {
          if (((AssignmentPattern) outer).left() != inner) {
            return -1;
          }
        }
        case ASSIGNMENT_EXPRESSION -> {
          return ((AssignmentExpression) outer).left() == inner
              ? noted(place, tree.subtreeEnd(parent) - 1)
              : -1;
        }
        case UPDATE_EXPRESSION -> {
          return noted(place, place);
        }
        case FOR_IN_STATEMENT -> {
          ForInStatement loop = (ForInStatement) outer;
          return loop.left() == inner ? noted(place, end(loop.right())) : -1;
        }
        case FOR_OF_STATEMENT -> {
          ForOfStatement loop = (ForOfStatement) outer;
          return loop.left() == inner ? noted(place, end(loop.right())) : -1;
        }
        default -> {
          return -1;
        }
      }
      at = parent;
      parent = tree.parentNumber(at);
    }
  }

  private int end(Node node) {
    return tree.subtreeEnd(node.number()) - 1;
  }

  /**
   * The moment at which a declared name gets its value; -1 if never.
   *
   * @param pattern the place of the whole pattern
   * @param parent of the pattern
   */
  int declared(int place, int pattern, int parent) {
    Node outer = tree.node(parent);
    return switch (tree.kind(parent)) {
      case VARIABLE_DECLARATOR -> {
        VariableDeclarator declarator = (VariableDeclarator) outer;
        if (declarator.init() != null) {
          yield noted(place, tree.subtreeEnd(parent) - 1);
        }
        Node loop = tree.node(tree.parentNumber(tree.parentNumber(parent)));
        if (loop instanceof ForOfStatement of && tree.contains(of.left(), outer)) {
          yield noted(place, end(of.right()));
        }
        yield loop instanceof ForInStatement in && tree.contains(in.left(), outer)
            ? noted(place, end(in.right()))
            : -1;
      }
      case FUNCTION_DECLARATION,
          FUNCTION_EXPRESSION,
          ARROW_FUNCTION_EXPRESSION,
          TS_PARAMETER_PROPERTY,
          CATCH_CLAUSE,
          TS_ENUM_DECLARATION,
          TS_MODULE_DECLARATION ->
          noted(place, tree.subtreeEnd(pattern) - 1);
      default -> -1;
    };
  }

  /** Notes the module that a variable stands for, if that is all it ever is. */
  void module(Variable variable, FileSymbol symbol, int parent, Identifier id) {
    Node outer = tree.node(parent);
    switch (tree.kind(parent)) {
      case IMPORT_SPECIFIER -> {
        imported(variable, parent, exportName(((ImportSpecifier) outer).imported()));
      }
      case IMPORT_DEFAULT_SPECIFIER -> imported(variable, parent, "default");
      case IMPORT_NAMESPACE_SPECIFIER -> imported(variable, parent, null);
      case TS_IMPORT_EQUALS_DECLARATION -> {
        if (((TSImportEqualsDeclaration) outer).moduleReference()
                instanceof TSExternalModuleReference reference
            && reference.expression() instanceof StringLiteral name) {
          variable.module = name.value();
        }
      }
      case VARIABLE_DECLARATOR -> {
        VariableDeclarator declarator = (VariableDeclarator) outer;
        if (declarator.id() == id && !symbol.reassigned() && symbol.declarationCount() == 1) {
          variable.module = required(declarator.init());
        }
      }
      default -> {
        // no module
      }
    }
  }

  private void imported(Variable variable, int specifier, @Nullable String export) {
    if (tree.node(tree.parentNumber(specifier)) instanceof ImportDeclaration declaration) {
      variable.module = declaration.source().value();
      variable.export = export;
    }
  }

  /** The name of an export: a word or a string. */
  static String exportName(Node name) {
    return name instanceof StringLiteral text
        ? text.value()
        : name instanceof Identifier id ? id.name() : "";
  }

  /** The specifier of {@code require('…')}, else null. */
  @Nullable String required(@Nullable Expression expression) {
    return expression instanceof CallExpression call
            && call.callee() instanceof Identifier callee
            && callee.name().equals("require")
            && names.symbolAt(callee.number()) == null
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof StringLiteral specifier
        ? specifier.value()
        : null;
  }
}
