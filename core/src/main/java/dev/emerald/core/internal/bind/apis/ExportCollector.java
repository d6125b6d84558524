package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ExportAllDeclaration;
import dev.emerald.spi.ast.ExportDefaultDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.ExportSpecifier;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSExportAssignment;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a file exports, in the forms of ECMAScript, TypeScript, CommonJS and compilers. */
final class ExportCollector {

  private static final int MAX_DEPTH = 32;

  private final Evaluator evaluator;
  private final ShapeCollector shapes;
  final Map<String, Fact> exports = new LinkedHashMap<>();
  final List<String> stars = new ArrayList<>();
  @Nullable Fact whole;
  boolean ecmaScript;

  ExportCollector(Evaluator evaluator, ShapeCollector shapes) {
    this.evaluator = evaluator;
    this.shapes = shapes;
  }

  void collect() {
    for (Statement statement : evaluator.tree.program().body()) {
      statement(statement);
    }
    for (AssignmentExpression assignment : evaluator.writes.exports()) {
      assignment(assignment);
    }
  }

  // ---- ECMAScript and TypeScript

  private void statement(Statement statement) {
    switch (statement.kind()) {
      case EXPORT_NAMED_DECLARATION -> named((ExportNamedDeclaration) statement);
      case EXPORT_DEFAULT_DECLARATION -> {
        ecmaScript = true;
        put("default", declared(((ExportDefaultDeclaration) statement).declaration()));
      }
      case EXPORT_ALL_DECLARATION -> {
        ecmaScript = true;
        ExportAllDeclaration all = (ExportAllDeclaration) statement;
        Node name = all.exported();
        if (name != null) {
          put(VariableValues.moduleName(name), new Fact.Module(all.source().value()));
        } else {
          stars.add(all.source().value());
        }
      }
      case TS_EXPORT_ASSIGNMENT ->
          whole(shapes.fact(((TSExportAssignment) statement).expression()));
      case TS_IMPORT_EQUALS_DECLARATION -> {
        TSImportEqualsDeclaration declaration = (TSImportEqualsDeclaration) statement;
        if (declaration.exported()) {
          put(declaration.id().name(), variable(declaration.id()));
        }
      }
      case IMPORT_DECLARATION -> ecmaScript = true;
      default -> {
        // exports nothing
      }
    }
  }

  private void named(ExportNamedDeclaration export) {
    ecmaScript = true;
    StringLiteral source = export.source();
    for (ExportSpecifier specifier : export.specifiers()) {
      String exported = VariableValues.moduleName(specifier.exported());
      if (source != null) {
        String name = VariableValues.moduleName(specifier.local());
        put(exported, new Fact.Member(new Fact.Module(source.value()), name));
      } else if (specifier.local() instanceof Identifier local) {
        put(exported, variable(local));
      }
    }
    Statement declaration = export.declaration();
    if (declaration instanceof VariableDeclaration variables) {
      for (VariableDeclarator declarator : variables.declarations()) {
        evaluator.tree.forEach(
            declarator.id(),
            Identifier.class,
            id -> {
              if (id.role() == Identifier.Role.BINDING) {
                put(id.name(), variable(id));
              }
            });
      }
    } else if (declaration instanceof FunctionLike function && function.id() != null) {
      put(function.id().name(), declared(declaration));
    } else if (declaration instanceof ClassLike type && type.id() != null) {
      put(type.id().name(), declared(declaration));
    } else if (declaration instanceof TSEnumDeclaration enumeration) {
      put(enumeration.id().name(), Fact.UNKNOWN);
    } else if (declaration instanceof TSModuleDeclaration module
        && module.id() instanceof Identifier id) {
      put(id.name(), Fact.UNKNOWN);
    }
  }

  private Fact declared(Node declaration) {
    if (declaration instanceof FunctionLike function) {
      return shapes.fact(new LocalValue.OfFunction(function));
    }
    if (declaration instanceof ClassLike type) {
      return shapes.fact(new LocalValue.OfClass(type));
    }
    return declaration instanceof Expression expression ? shapes.fact(expression) : Fact.UNKNOWN;
  }

  private Fact variable(Identifier id) {
    FileSymbol symbol = evaluator.names.symbolAt(id.number());
    if (symbol == null) {
      symbol = evaluator.names.lookupAt(id.number(), id.name());
    }
    if (symbol == null) {
      return Fact.UNKNOWN;
    }
    Expression initial = evaluator.constants.origins().initialValue(symbol);
    return initial == null ? shapes.fact(evaluator.variables.of(symbol)) : shapes.fact(initial);
  }

  // ---- CommonJS

  private void assignment(AssignmentExpression assignment) {
    Expression value = assignment.right();
    for (int i = 0; i < MAX_DEPTH && value instanceof AssignmentExpression inner; i++) {
      value = inner.right();
    }
    if (evaluator.neutral(value)) {
      return;
    }
    if (evaluator.writes.exportsObject(assignment.left())) {
      if (assignment.left() instanceof MemberExpression) {
        whole(wholeFact(value));
      }
    } else if (assignment.left() instanceof MemberExpression member) {
      String key = PropertyWrites.key(member);
      if (key != null) {
        put(key, shapes.fact(value));
      }
    }
  }

  private Fact wholeFact(Expression value) {
    if (evaluator.value(value) == LocalValue.Special.EXPORTS) {
      return exports.getOrDefault("default", Fact.UNKNOWN);
    }
    if (value instanceof MemberExpression member
        && evaluator.writes.exportsObject(member.object())) {
      String key = PropertyWrites.key(member);
      return key == null ? Fact.UNKNOWN : exports.getOrDefault(key, Fact.UNKNOWN);
    }
    return shapes.fact(value);
  }

  /** A call that may export something: of a helper of a compiler, or of {@code Object}. */
  void call(CallExpression call) {
    String name = helper(call.callee());
    if (name == null || call.arguments().isEmpty()) {
      return;
    }
    Expression first = call.arguments().get(0);
    switch (name) {
      case "__exportStar", "_exportStar", "_export_star", "__reExport" ->
          star(name.equals("__reExport") ? call.argument(1) : first);
      case "__export" -> {
        if (call.argument(1) instanceof ObjectExpression getters && exportsObject(first)) {
          getters(getters);
        } else {
          star(first);
        }
      }
      case "defineProperty" -> {
        if (exportsObject(first)
            && call.argument(1) instanceof StringLiteral key
            && call.argument(2) instanceof ObjectExpression descriptor) {
          define(key.value(), descriptor);
        }
      }
      case "assign" -> {
        if (exportsObject(first)) {
          for (int i = 1; i < call.arguments().size(); i++) {
            assigned(call.arguments().get(i));
          }
        }
      }
      case "forEach" -> copies(call);
      default -> {
        // exports nothing
      }
    }
  }

  private static @Nullable String helper(Expression callee) {
    if (callee instanceof Identifier id) {
      return id.name().startsWith("_") ? id.name() : null;
    }
    return callee instanceof MemberExpression member ? PropertyWrites.key(member) : null;
  }

  private boolean exportsObject(Expression expression) {
    return evaluator.value(expression) == LocalValue.Special.EXPORTS;
  }

  private void star(@Nullable Expression module) {
    if (module != null
        && shapes.fact(evaluator.value(module)) instanceof Fact.Module named
        && !stars.contains(named.specifier())) {
      stars.add(named.specifier());
    }
  }

  private void define(String key, ObjectExpression descriptor) {
    if (key.equals("__esModule")) {
      ecmaScript = true;
      return;
    }
    for (var member : descriptor.properties()) {
      if (member instanceof Property property && property.key() instanceof Identifier name) {
        if (name.name().equals("get") && property.value() instanceof FunctionLike getter) {
          put(key, shapes.fact(evaluator.calls.returned(getter)));
        } else if (name.name().equals("value") && property.value() instanceof Expression value) {
          put(key, shapes.fact(value));
        }
      }
    }
  }

  /** {@code __export(exports, { a: () => a })}. */
  private void getters(ObjectExpression getters) {
    for (var member : getters.properties()) {
      if (member instanceof Property property && property.value() instanceof FunctionLike getter) {
        var key = evaluator.constants.keyOf(property.key(), property.computed());
        if (key != null) {
          put(key.text(), shapes.fact(evaluator.calls.returned(getter)));
        }
      }
    }
  }

  private void assigned(Expression source) {
    Fact fact = shapes.fact(evaluator.value(source));
    if (fact instanceof Fact.Module named) {
      stars.add(named.specifier());
    } else if (evaluator.value(source) instanceof LocalValue.OfObject made) {
      for (String key : evaluator.members.keys(made)) {
        put(key, shapes.fact(evaluator.members.member(made, key)));
      }
    }
  }

  /** {@code Object.keys(_m).forEach(function (key) { … exports[key] = _m[key] })}. */
  private void copies(CallExpression call) {
    if (call.callee() instanceof MemberExpression member
        && member.object() instanceof CallExpression keys
        && keys.callee() instanceof MemberExpression of
        && "keys".equals(PropertyWrites.key(of))
        && keys.argument(0) instanceof Identifier module
        && call.argument(0) instanceof FunctionLike copier
        && copier.body() != null) {
      boolean[] exporting = {false};
      evaluator.tree.forEach(
          copier.body(),
          Identifier.class,
          id -> exporting[0] |= id.name().equals("exports") && exportsObject(id));
      if (exporting[0]) {
        star(module);
      }
    }
  }

  private void whole(Fact fact) {
    whole = whole == null ? fact : either(whole, fact);
  }

  private void put(String name, Fact fact) {
    if (name.equals("__esModule")) {
      ecmaScript = true;
      return;
    }
    Fact before = exports.get(name);
    exports.put(name, before == null ? fact : either(before, fact));
  }

  private static Fact either(Fact one, Fact other) {
    Fact both = SymbolicLinkage.joined(one, other);
    return both == null ? Fact.UNKNOWN : both;
  }
}
