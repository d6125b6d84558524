package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.facts.ModuleCall;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.ModuleImport;
import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ExportAllDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportBinding;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.ImportExpression;
import dev.emerald.spi.ast.ImportSpecifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSExternalModuleReference;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a file says about its module. */
public final class FactCollector {

  private static final int MAX_CALLS = 20_000;
  private static final int MAX_ARGUMENTS = 8;

  /** Methods of arrays, promises and tests: their callbacks get nothing that models know. */
  private static final Set<String> PLAIN_METHODS =
      Set.of(
          "forEach",
          "map",
          "filter",
          "reduce",
          "reduceRight",
          "some",
          "every",
          "find",
          "findIndex",
          "findLast",
          "flatMap",
          "sort",
          "then",
          "catch",
          "finally",
          "push",
          "log",
          "error",
          "warn",
          "info",
          "debug",
          "toString",
          "replace",
          "test",
          "it",
          "describe",
          "setTimeout",
          "nextTick",
          "hasOwnProperty",
          "stringify",
          "parse",
          "keys",
          "join",
          "split");

  private final Names names;
  private final boolean typeScript;
  private final Evaluator evaluator;
  private final SyntaxTree tree;
  private final ShapeCollector shapes;
  private final ExportCollector exports;
  private final List<ModuleImport> imports = new ArrayList<>();
  private final List<ModuleCall> calls = new ArrayList<>();

  private FactCollector(Names names) {
    this.names = names;
    this.typeScript = isTypeScript(names.tree().program().source().path());
    this.tree = names.tree();
    ShapeCollector[] writer = new ShapeCollector[1];
    this.evaluator = new Evaluator(names, new SymbolicLinkage(value -> writer[0].fact(value)));
    this.shapes = new ShapeCollector(evaluator);
    writer[0] = shapes;
    this.exports = new ExportCollector(evaluator, shapes);
  }

  private static boolean isTypeScript(String path) {
    return path.endsWith(".ts")
        || path.endsWith(".tsx")
        || path.endsWith(".mts")
        || path.endsWith(".cts");
  }

  /** The facts of a file. */
  public static ModuleFacts collect(Names names) {
    return new FactCollector(names).collect();
  }

  private ModuleFacts collect() {
    exports.collect();
    for (int i = 0; i < tree.size(); i++) {
      switch (tree.kind(i)) {
        case IMPORT_DECLARATION -> imported((ImportDeclaration) tree.node(i));
        case EXPORT_NAMED_DECLARATION -> {
          ExportNamedDeclaration export = (ExportNamedDeclaration) tree.node(i);
          if (export.source() != null) {
            add(export.source().value(), ModuleImport.Form.REEXPORT, export.typeOnly(), export);
          }
        }
        case EXPORT_ALL_DECLARATION -> {
          ExportAllDeclaration export = (ExportAllDeclaration) tree.node(i);
          add(export.source().value(), ModuleImport.Form.REEXPORT, export.typeOnly(), export);
        }
        case TS_IMPORT_EQUALS_DECLARATION -> {
          TSImportEqualsDeclaration declaration = (TSImportEqualsDeclaration) tree.node(i);
          if (declaration.moduleReference() instanceof TSExternalModuleReference external) {
            add(
                external.expression(),
                ModuleImport.Form.REQUIRE,
                declaration.typeOnly(),
                declaration);
          }
        }
        case IMPORT_EXPRESSION -> {
          ImportExpression expression = (ImportExpression) tree.node(i);
          add(expression.source(), ModuleImport.Form.DYNAMIC, false, expression);
        }
        case CALL_EXPRESSION, NEW_EXPRESSION -> invocation((Invocation) tree.node(i));
        default -> {
          // names no module
        }
      }
    }
    return new ModuleFacts(
        tree.program().source().path(),
        exports.ecmaScript,
        List.copyOf(imports),
        Collections.unmodifiableMap(exports.exports),
        exports.whole,
        List.copyOf(exports.stars),
        shapes.shapes(),
        List.copyOf(calls));
  }

  private void imported(ImportDeclaration declaration) {
    boolean typeOnly = declaration.typeOnly();
    if (!typeOnly && !declaration.specifiers().isEmpty()) {
      typeOnly =
          declaration.specifiers().stream()
              .allMatch(binding -> binding instanceof ImportSpecifier one && one.typeOnly());
    }
    add(declaration.source().value(), ModuleImport.Form.IMPORT, typeOnly, declaration);
  }

  private void add(Expression specifier, ModuleImport.Form form, boolean typeOnly, Node at) {
    Constant constant = evaluator.constants.constantOf(specifier);
    String text = constant == null ? null : constant.string();
    if (text != null) {
      add(text, form, typeOnly, at);
    }
  }

  private void add(String specifier, ModuleImport.Form form, boolean typeOnly, Node at) {
    boolean loads = !typeOnly && form != ModuleImport.Form.DYNAMIC && runsAtOnce(at);
    imports.add(new ModuleImport(specifier, form, typeOnly, loads, at.start(), at.end()));
  }

  /** Whether an import happens when the file is loaded. */
  private boolean runsAtOnce(Node at) {
    if (at instanceof ImportDeclaration declaration) {
      return declaration.specifiers().isEmpty() || !typeScript || usedAsValue(declaration);
    }
    for (int i = tree.parentNumber(at.number()); i >= 0; i = tree.parentNumber(i)) {
      if (tree.node(i) instanceof FunctionLike) {
        return false;
      }
    }
    return true;
  }

  /** TypeScript drops an import whose names types alone use. */
  private boolean usedAsValue(ImportDeclaration declaration) {
    for (ImportBinding binding : declaration.specifiers()) {
      Symbol symbol = names.symbolAt(binding.local().number());
      if (symbol == null || !symbol.references().isEmpty() || !symbol.elements().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void invocation(Invocation call) {
    if (call instanceof CallExpression plain) {
      exports.call(plain);
    }
    Value callee = evaluator.value(call.callee());
    if (callee == null || call.arguments().isEmpty()) {
      return;
    }
    if (callee == LocalValue.Special.REQUIRE) {
      add(call.arguments().get(0), ModuleImport.Form.REQUIRE, false, call);
    } else if (calls.size() < MAX_CALLS && !plain(call.callee())) {
      passed(call, callee);
    }
  }

  /** Whether a method is one whose callbacks need not be looked at. */
  private static boolean plain(Expression callee) {
    String name =
        callee instanceof MemberExpression member
            ? PropertyWrites.key(member)
            : callee instanceof Identifier id ? id.name() : null;
    return name != null && PLAIN_METHODS.contains(name);
  }

  private void passed(Invocation call, Value callee) {
    Fact function = shapes.fact(callee);
    boolean own = callee instanceof LocalValue || fromProject(function);
    if (function.equals(Fact.UNKNOWN) || function instanceof Fact.Global) {
      return;
    }
    List<Fact> arguments = new ArrayList<>();
    int known = 0;
    for (Expression argument : call.arguments()) {
      if (argument instanceof SpreadElement || arguments.size() == MAX_ARGUMENTS) {
        break;
      }
      Fact fact = argument(argument, own || callee instanceof SymbolicLinkage.Symbolic, own);
      arguments.add(fact);
      known = fact.equals(Fact.UNKNOWN) ? known : arguments.size();
    }
    if (known > 0) {
      calls.add(new ModuleCall(function, List.copyOf(arguments.subList(0, known))));
    }
  }

  /** Whether a value comes from a module that is named by a path. */
  private static boolean fromProject(Fact fact) {
    Fact at = fact;
    while (true) {
      if (at instanceof Fact.Member member) {
        at = member.of();
      } else if (at instanceof Fact.Result result) {
        at = result.of();
      } else if (at instanceof Fact.Instance instance) {
        at = instance.of();
      } else {
        return at instanceof Fact.Module module
            && !module.specifier().isEmpty()
            && "./~#".indexOf(module.specifier().charAt(0)) >= 0;
      }
    }
  }

  private Fact argument(Expression argument, boolean outside, boolean own) {
    if (argument instanceof FunctionLike function) {
      return shapes.callback(function);
    }
    if (argument instanceof ObjectExpression object) {
      return own || holdsFunctions(object) ? shapes.fact(evaluator.value(object)) : Fact.UNKNOWN;
    }
    if (argument instanceof ArrayExpression array) {
      return holdsFunctions(array) ? shapes.fact(evaluator.value(array)) : Fact.UNKNOWN;
    }
    if (!outside) {
      return Fact.UNKNOWN;
    }
    if (!own && argument instanceof CallExpression wrapper && wrapper.arguments().size() == 1) {
      Expression wrapped = wrapper.arguments().get(0);
      Value value = evaluator.value(wrapped);
      if (value instanceof LocalValue.OfFunction function) {
        return wrapped instanceof FunctionLike
            ? shapes.callback(function.node())
            : shapes.fact(function);
      }
    }
    return shapes.fact(evaluator.value(argument));
  }

  private static boolean holdsFunctions(ObjectExpression object) {
    for (ObjectMember member : object.properties()) {
      if (member instanceof Property property
          && (property.value() instanceof FunctionLike
              || property.key() instanceof Identifier key && key.name().equals("handler"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsFunctions(ArrayExpression array) {
    for (@Nullable Expression element : array.elements()) {
      if (element instanceof FunctionLike
          || element instanceof Identifier
          || element instanceof MemberExpression
          || element instanceof ObjectExpression object && holdsFunctions(object)) {
        return true;
      }
    }
    return false;
  }
}
