package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.ImportNamespaceSpecifier;
import dev.emerald.spi.ast.ImportSpecifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSExternalModuleReference;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSParameterProperty;
import dev.emerald.spi.ast.TSQualifiedName;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of names: variables, imports, parameters, globals. */
final class VariableValues {

  /** A variable that is assigned more often is not followed. */
  private static final int MAX_WRITES = 16;

  private static final int MAX_QUALIFIERS = 16;

  private final Evaluator evaluator;
  private final Map<FileSymbol, Optional<Value>> found = new HashMap<>();
  private @Nullable Map<String, FunctionLike> undeclared;

  VariableValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The value that a name stands for where it is used. */
  @Nullable Value reference(Identifier id) {
    FileSymbol symbol = evaluator.names.symbolAt(id.number());
    if (evaluator.names.uncertain(id.number()) && evaluator.names.inWith(id.number())) {
      return null;
    }
    return symbol == null || symbol.ambient() ? free(id.name()) : of(symbol);
  }

  /** The value of a name that the file does not declare. */
  @Nullable Value free(String name) {
    return switch (name) {
      case "require" -> LocalValue.Special.REQUIRE;
      case "module" -> LocalValue.Special.MODULE;
      case "exports" -> LocalValue.Special.EXPORTS;
      case "arguments", "undefined", "NaN", "Infinity" -> null;
      default -> {
        FunctionLike own = undeclared().get(name);
        yield own == null ? evaluator.linkage.global(name) : new LocalValue.OfFunction(own);
      }
    };
  }

  /** The functions that the file gives to names that it does not declare, each once. */
  private Map<String, FunctionLike> undeclared() {
    Map<String, FunctionLike> known = undeclared;
    if (known == null) {
      known = new HashMap<>();
      Set<String> assigned = new HashSet<>();
      for (int i = 0; i < evaluator.tree.size(); i++) {
        if (evaluator.tree.kind(i) != NodeKind.ASSIGNMENT_EXPRESSION) {
          continue;
        }
        AssignmentExpression assignment = (AssignmentExpression) evaluator.tree.node(i);
        if (!(assignment.left() instanceof Identifier id)
            || evaluator.names.symbolAt(id.number()) != null) {
          continue;
        }
        if (!assigned.add(id.name())) {
          known.remove(id.name());
        } else if (assignment.operator() == AssignmentOperator.ASSIGN
            && assignment.right() instanceof FunctionLike function
            && !id.name().startsWith("on")) {
          // What is called on… is an event of the page.
          known.put(id.name(), function);
        }
      }
      undeclared = known;
    }
    return known;
  }

  /** The value that a variable has wherever it is used. */
  @Nullable Value of(FileSymbol symbol) {
    Optional<Value> known = found.get(symbol);
    if (known != null) {
      return known.orElse(null);
    }
    Value value = evaluator.guarded(symbol, () -> search(symbol));
    if (evaluator.settled()) {
      found.put(symbol, Optional.ofNullable(value));
    }
    return value;
  }

  private @Nullable Value search(FileSymbol symbol) {
    return switch (symbol.kind()) {
      case IMPORT -> imported(symbol);
      case TYPE, CATCH -> symbol.kind() == Symbol.Kind.TYPE ? imported(symbol) : null;
      case NAMESPACE -> new LocalValue.OfNamespace(symbol);
      case ENUM -> null;
      case CLASS -> symbol.writes() > 0 ? null : declaredClass(symbol);
      case FUNCTION -> symbol.writes() > 0 ? null : declaredFunction(symbol);
      case VAR, LET, CONST, PARAMETER -> variable(symbol);
    };
  }

  private @Nullable Value declaredClass(FileSymbol symbol) {
    for (int i = 0; i < symbol.declarationCount(); i++) {
      if (parent(evaluator.tree.node(symbol.declaration(i))) instanceof ClassLike type) {
        return new LocalValue.OfClass(type);
      }
    }
    return null;
  }

  private @Nullable Value declaredFunction(FileSymbol symbol) {
    FunctionLike only = null;
    for (int i = 0; i < symbol.declarationCount(); i++) {
      Node id = evaluator.tree.node(symbol.declaration(i));
      if (parent(id) instanceof FunctionLike function
          && function.id() == id
          && function.body() != null) {
        if (only != null) {
          return null;
        }
        only = function;
      }
    }
    return only == null ? null : new LocalValue.OfFunction(only);
  }

  private @Nullable Value imported(FileSymbol symbol) {
    Node parent = parent(evaluator.tree.node(symbol.declaration(0)));
    if (parent instanceof TSImportEqualsDeclaration declaration) {
      return evaluator.names.inWith(declaration.number()) ? null : equalsImport(declaration);
    }
    if (parent == null || !(parent(parent) instanceof ImportDeclaration declaration)) {
      return null;
    }
    Value module = evaluator.linkage.module(declaration.source().value());
    if (module == null || parent instanceof ImportNamespaceSpecifier) {
      return module;
    }
    String name =
        parent instanceof ImportSpecifier specifier ? moduleName(specifier.imported()) : "default";
    return evaluator.members.member(module, name);
  }

  private @Nullable Value equalsImport(TSImportEqualsDeclaration declaration) {
    Node reference = declaration.moduleReference();
    return reference instanceof TSExternalModuleReference external
        ? evaluator.imported(external.expression())
        : entity(reference, 0);
  }

  private @Nullable Value entity(Node name, int depth) {
    if (name instanceof TSQualifiedName qualified && depth < MAX_QUALIFIERS) {
      Value left = entity(qualified.left(), depth + 1);
      return left == null ? null : evaluator.members.member(left, qualified.right().name());
    }
    if (name instanceof Identifier id) {
      FileSymbol symbol = evaluator.names.lookupAt(id.number(), id.name());
      return symbol == null ? free(id.name()) : of(symbol);
    }
    return null;
  }

  /** An exported or imported name: an identifier or a string. */
  static String moduleName(Node name) {
    return name instanceof StringLiteral literal ? literal.value() : ((Identifier) name).name();
  }

  private @Nullable Value variable(FileSymbol symbol) {
    if (symbol.writes() > MAX_WRITES || symbol.declarationCount() > MAX_WRITES) {
      return null;
    }
    Value value = LocalValue.Special.ITSELF;
    Node declared = null;
    for (int i = 0; i < symbol.declarationCount() && value != null; i++) {
      Node id = evaluator.tree.node(symbol.declaration(i));
      BindingPath path = BindingPath.of(evaluator.tree, id);
      if (path == null) {
        value = hoisted(id);
        continue;
      }
      declared = declared == null ? path.root() : declared;
      if (path.owner() instanceof VariableDeclarator declarator) {
        Expression init = declarator.init();
        if (init != null && !(path.steps().isEmpty() && evaluator.neutral(init))) {
          value = Evaluator.join(value, projected(evaluator.value(init), path));
        }
      } else if (path.owner() instanceof FunctionLike function) {
        value = Evaluator.join(value, parameter(function, path));
      }
    }
    if (symbol.writes() > 0 && value != null) {
      value = written(symbol, value);
    }
    return declared instanceof Identifier id && id.typeAnnotation() != null
        ? evaluator.types.better(value, id.typeAnnotation())
        : value;
  }

  /** A function in a block is a variable around it: Annex B. */
  private @Nullable Value hoisted(Node id) {
    return parent(id) instanceof FunctionLike function && function.id() == id
        ? new LocalValue.OfFunction(function)
        : null;
  }

  private @Nullable Value written(FileSymbol symbol, Value declared) {
    Value value = declared;
    List<AssignmentExpression> given = new ArrayList<>();
    for (int place : evaluator.names.referencePlaces(symbol)) {
      Node reference = evaluator.tree.node(place);
      if (value == null || !(reference instanceof Identifier)) {
        continue;
      }
      Node parent = parent(reference);
      boolean reads =
          parent instanceof Expression && !(parent instanceof AssignmentExpression)
              || parent instanceof Property property
                  && !(parent(property) instanceof ObjectPattern);
      if (reads && !updates(parent)) {
        continue;
      }
      BindingPath path = BindingPath.of(evaluator.tree, reference);
      if (path == null) {
        value = updates(parent) ? null : value;
      } else if (path.owner() instanceof AssignmentExpression assignment) {
        if (path.steps().isEmpty() && isParameter(assignment)) {
          given.add(assignment);
          continue;
        }
        value = Evaluator.join(value, assigned(assignment, path));
      } else {
        value = null;
      }
    }
    // What a library made and a setter replaces is replaced by another of its like.
    if (value instanceof LocalValue) {
      for (AssignmentExpression each : given) {
        value = value == null ? null : Evaluator.join(value, evaluator.value(each.right()));
      }
    }
    return value;
  }

  /** Whether what is assigned is a parameter. */
  private boolean isParameter(AssignmentExpression assignment) {
    FileSymbol symbol =
        assignment.operator() == AssignmentOperator.ASSIGN
                && assignment.right() instanceof Identifier id
            ? evaluator.names.symbolAt(id.number())
            : null;
    return symbol != null && symbol.kind() == Symbol.Kind.PARAMETER;
  }

  private static boolean updates(@Nullable Node parent) {
    return parent != null
        && switch (parent.kind()) {
          case UPDATE_EXPRESSION, FOR_IN_STATEMENT, FOR_OF_STATEMENT, ARRAY_PATTERN, REST_ELEMENT ->
              true;
          default -> false;
        };
  }

  private @Nullable Value assigned(AssignmentExpression assignment, BindingPath path) {
    return switch (assignment.operator()) {
      case ASSIGN, OR, COALESCE ->
          path.steps().isEmpty() && evaluator.neutral(assignment.right())
              ? LocalValue.Special.ITSELF
              : projected(evaluator.value(assignment.right()), path);
      default -> null;
    };
  }

  private @Nullable Value parameter(FunctionLike function, BindingPath path) {
    int index = function.params().indexOf(path.root());
    Node root = path.root();
    while (root instanceof TSParameterProperty property) {
      root = property.parameter();
    }
    while (root instanceof AssignmentPattern pattern) {
      root = pattern.left();
    }
    TypeNode type =
        root instanceof Identifier id
            ? id.typeAnnotation()
            : root instanceof ObjectPattern pattern ? pattern.typeAnnotation() : null;
    Value value = type == null ? null : evaluator.types.declared(type);
    if (value == null && index >= 0) {
      value = evaluator.calls.resolvedParameter(function, index);
    }
    if (value == null && index >= 0) {
      value = evaluator.linkage.parameter(function.number(), index);
    }
    return projected(value, path);
  }

  private @Nullable Value projected(@Nullable Value whole, BindingPath path) {
    Value value = whole;
    for (BindingPath.Step step : path.steps()) {
      Property property = step.property();
      if (value != null && property != null) {
        Constant key = evaluator.constants.keyOf(property.key(), property.computed());
        value = key == null ? null : evaluator.members.member(value, key.text());
      } else if (value != null && step.index() >= 0) {
        value = evaluator.members.member(value, Integer.toString(step.index()));
      }
      Expression otherwise = step.otherwise();
      if (value == null && otherwise != null) {
        value = evaluator.value(otherwise);
      }
    }
    return value;
  }

  private @Nullable Node parent(Node node) {
    return evaluator.tree.parent(node);
  }
}
