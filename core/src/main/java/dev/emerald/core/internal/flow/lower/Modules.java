package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ExportAllDeclaration;
import dev.emerald.spi.ast.ExportDefaultDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.ExportSpecifier;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.ast.TSExportAssignment;
import dev.emerald.spi.ast.TSExternalModuleReference;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.TSQualifiedName;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports, exports, and the namespaces and enumerations of TypeScript. */
final class Modules {

  private final BodyLowering body;

  /** What is exported at the end of the file, with the values that variables have then. */
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(String name, Variable variable, Node node) {}

  /** The namespaces around this point, innermost last, as their objects. */
  private final Ints namespaces = new Ints(1);

  /** The function or class without a name that was made last, for {@code export default}. */
  int defaultFunction = -1;

  Modules(BodyLowering body) {
    this.body = body;
  }

  /** What happens before the first statement of a file. */
  void start() {
    for (Variable variable : List.of(body.closures.exports, body.closures.moduleExports)) {
      if (variable.celled()) {
        Node node = body.closure.node;
        body.add(Op.CELL_SET, variable.cell(body.file), body.exports(node), -1, node);
      }
    }
    Set<String> seen = new HashSet<>();
    for (Statement statement : body.closures.tree.program().body()) {
      if (statement instanceof ImportDeclaration declaration
          && !declaration.typeOnly()
          && seen.add(declaration.source().value())) {
        int module = body.file.name(declaration.source().value());
        body.add(Op.MODULE, module, -1, -1, declaration);
      }
    }
  }

  /** What happens after the last statement of a file. */
  void finish() {
    body.env.revive();
    for (Pending each : pending) {
      export(each.name(), body.read(each.variable(), each.node()), each.node());
    }
  }

  private void export(String name, int value, Node node) {
    body.add(Op.EXPORT, body.file.name(name), value, -1, node);
  }

  // ---- exports

  void named(ExportNamedDeclaration export) {
    if (export.typeOnly()) {
      return;
    }
    Statement declaration = export.declaration();
    if (declaration != null) {
      body.statements.statement(declaration);
      declared(declaration);
      return;
    }
    StringLiteral source = export.source();
    for (ExportSpecifier specifier : export.specifiers()) {
      if (specifier.typeOnly()) {
        continue;
      }
      String name = Writes.exportName(specifier.exported());
      String local = Writes.exportName(specifier.local());
      if (source != null) {
        int module = body.file.name(source.value());
        int value = body.add(Op.IMPORT, module, body.file.name(local), -1, specifier);
        export(name, value, specifier);
      } else if (specifier.local() instanceof Identifier id) {
        Variable variable = body.closures.variable(id);
        if (variable != null) {
          pending.add(new Pending(name, variable, specifier));
        }
      }
    }
  }

  private void declared(Statement declaration) {
    if (declaration instanceof VariableDeclaration variables) {
      variables.declarations().forEach(d -> names(d.id()));
    } else if (declaration instanceof FunctionDeclaration function && function.id() != null) {
      exported(function.id());
    } else if (declaration instanceof ClassLike type && type.id() != null) {
      exported(type.id());
    } else if (declaration instanceof TSEnumDeclaration enumeration) {
      exported(enumeration.id());
    } else if (declaration instanceof TSModuleDeclaration namespace
        && namespace.id() instanceof Identifier id) {
      exported(id);
    }
  }

  /** All names that a pattern declares. */
  private void names(Pattern pattern) {
    int end = body.file.tree.subtreeEnd(pattern.number());
    for (int i = pattern.number(); i < end; i++) {
      if (body.file.tree.node(i) instanceof Identifier id && id.role() == Identifier.Role.BINDING) {
        exported(id);
      }
    }
  }

  private void exported(@Nullable Identifier id) {
    Variable variable = id == null ? null : body.closures.variable(id);
    if (variable == null || id == null) {
      return;
    }
    if (namespaces.size() > 0) {
      body.expressions.store(namespaces.last(), id.name(), body.read(variable, id), id);
    } else {
      pending.add(new Pending(id.name(), variable, id));
    }
  }

  void byDefault(ExportDefaultDeclaration export) {
    Node declaration = export.declaration();
    int value = -1;
    if (declaration instanceof Expression expression) {
      value = body.expressions.value(expression);
    } else if (declaration instanceof FunctionDeclaration function) {
      Variable variable = function.id() == null ? null : body.closures.variable(function.id());
      value = variable == null ? defaultFunction : body.read(variable, export);
    } else if (declaration instanceof ClassLike type) {
      value = body.classes.value(type);
    }
    if (value >= 0 && !body.env.dead()) {
      export("default", value, export);
    }
  }

  void all(ExportAllDeclaration export) {
    if (export.typeOnly()) {
      return;
    }
    int module = body.file.name(export.source().value());
    if (export.exported() == null) {
      body.add(Op.EXPORT_ALL, module, -1, -1, export);
    } else {
      int value = body.add(Op.MODULE, module, -1, -1, export);
      export(Writes.exportName(export.exported()), value, export);
    }
  }

  /** {@code export =}. */
  void whole(TSExportAssignment export) {
    int value = body.expressions.value(export.expression());
    body.add(Op.SET_EXPORTS, value, -1, -1, export);
    body.assign(body.closures.moduleExports, value, export);
  }

  void importEquals(TSImportEqualsDeclaration declaration) {
    if (declaration.typeOnly()) {
      return;
    }
    Variable variable = body.closures.variable(declaration.id());
    Node reference = declaration.moduleReference();
    int value;
    if (reference instanceof TSExternalModuleReference external) {
      String specifier = Expressions.text(external.expression());
      value =
          specifier == null
              ? body.unknown(declaration)
              : body.add(Op.MODULE, body.file.name(specifier), -1, -1, declaration);
    } else {
      value = qualified(reference);
    }
    if (variable != null) {
      body.assign(variable, value, declaration);
      if (declaration.exported()) {
        exported(declaration.id());
      }
    }
  }

  private int qualified(Node reference) {
    List<Identifier> keys = new ArrayList<>();
    Node at = reference;
    while (at instanceof TSQualifiedName name) {
      keys.add(name.right());
      at = name.left();
    }
    int value = at instanceof Identifier id ? body.identifier(id) : body.unknown(at);
    for (int i = keys.size() - 1; i >= 0; i--) {
      value = body.paths.load(value, body.file.name(keys.get(i).name()), reference);
    }
    return value;
  }

  // ---- TypeScript

  void enumeration(TSEnumDeclaration declaration) {
    if (declaration.declare()) {
      return;
    }
    int object = body.add(Op.OBJECT, -1, -1, -1, declaration);
    for (TSEnumMember member : declaration.members()) {
      String key = body.expressions.key(member.id(), member.computed());
      int value =
          member.initializer() == null
              ? body.constant(Constant.of(0), member)
              : body.expressions.value(member.initializer());
      if (key != null) {
        body.expressions.store(object, key, value, member);
      }
    }
    Variable variable = body.closures.variable(declaration.id());
    if (variable != null) {
      body.assign(variable, object, declaration);
    }
  }

  /** A namespace runs where it stands; what it exports is stored in its object. */
  void namespace(TSModuleDeclaration declaration) {
    if (declaration.declare() || declaration.body() == null) {
      return;
    }
    Node id = declaration.id();
    while (id instanceof TSQualifiedName qualified) {
      id = qualified.left();
    }
    Variable variable = id instanceof Identifier name ? body.closures.variable(name) : null;
    int object = body.add(Op.OBJECT, -1, -1, -1, declaration);
    if (variable != null) {
      body.assign(variable, object, declaration);
    }
    namespaces.add(object);
    body.statements.list(declaration.body().body(), declaration.body().number());
    namespaces.pop();
  }
}
