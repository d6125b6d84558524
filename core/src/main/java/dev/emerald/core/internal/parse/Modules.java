package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.ExportSpecifier;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportAttribute;
import dev.emerald.spi.ast.ImportBinding;
import dev.emerald.spi.ast.ImportPhase;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and exports, and what decorators before an export belong to. */
final class Modules {

  private final ParserCore core;
  private final Grammar grammar;

  /** The token that the last name of an import or export was. */
  private int nameKind;

  Modules(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  private void noteModule() {
    if (core.in(ParserCore.TOP_LEVEL)) {
      core.moduleSyntax |= !core.speculating();
    }
  }

  // ---- imports

  /**
   * An import declaration, from {@code import} on.
   *
   * @param start where it starts, {@code export} or {@code declare} included
   */
  Statement importDeclaration(int start) {
    return importDeclaration(start, false);
  }

  private Statement importDeclaration(int start, boolean exported) {
    noteModule();
    core.next();
    if (core.kind == STRING) {
      return imported(start, List.of(), ImportPhase.EVALUATION, false);
    }
    boolean typeOnly = core.typescript && core.kind == TYPE && isImportModifier();
    ImportPhase phase = ImportPhase.EVALUATION;
    if (typeOnly) {
      core.next();
    } else if (core.kind == SOURCE && isImportModifier()) {
      phase = ImportPhase.SOURCE;
      core.next();
    } else if (core.kind == DEFER && core.peek() == STAR) {
      phase = ImportPhase.DEFER;
      core.next();
    }
    int base = core.mark();
    boolean more = true;
    if (Token.isIdentifier(core.kind)) {
      Identifier local = core.identifier(Identifier.Role.BINDING);
      if (core.kind == ASSIGN && core.typescript) {
        return grammar.declarations.parseImportEquals(start, local, typeOnly, exported);
      }
      core.push(NodeFactory.importDefaultSpecifier(local.start(), local.end(), local));
      more = core.eat(COMMA);
    }
    if (more) {
      if (core.kind == STAR) {
        core.push(namespaceImport());
      } else {
        namedImports();
      }
    }
    List<ImportBinding> specifiers = core.list(base);
    core.expect(FROM);
    return imported(start, specifiers, phase, typeOnly);
  }

  private Statement imported(
      int start, List<ImportBinding> specifiers, ImportPhase phase, boolean typeOnly) {
    StringLiteral source = core.string();
    List<ImportAttribute> attributes = attributes();
    core.semicolon();
    return NodeFactory.importDeclaration(
        start, core.previousEnd, specifiers, source, attributes, phase, typeOnly);
  }

  /** Whether {@code type} or {@code source} after {@code import} is no default binding. */
  private boolean isImportModifier() {
    Scanner.State here = core.save();
    boolean type = core.kind == TYPE;
    core.next();
    boolean modifier;
    if (core.kind == FROM) {
      // import type from 'm', import type from from 'm', import type from = require('m')
      int next = core.peek();
      modifier = next == FROM || type && next == ASSIGN;
    } else {
      modifier =
          Token.isIdentifier(core.kind) || type && (core.kind == LBRACE || core.kind == STAR);
    }
    core.restore(here);
    return modifier;
  }

  private ImportBinding namespaceImport() {
    int start = core.start;
    core.next();
    core.expect(AS);
    Identifier local = core.identifier(Identifier.Role.BINDING);
    return NodeFactory.importNamespaceSpecifier(start, core.previousEnd, local);
  }

  private void namedImports() {
    core.expect(LBRACE);
    while (core.kind != RBRACE) {
      specifier(true);
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
  }

  /** Pushes one name of an import or an export, with {@code type} and {@code as}. */
  private void specifier(boolean imports) {
    int start = core.start;
    boolean maybeType = core.typescript && core.kind == TYPE;
    boolean typeOnly = false;
    Node first = moduleName();
    @Nullable Node second = null;
    if (maybeType && core.kind == AS) {
      // {type as}, {type as as}, {type as b}, {type as as b}
      Node as = moduleName();
      if (core.kind == AS) {
        Node secondAs = moduleName();
        if (startsModuleName()) {
          typeOnly = true;
          first = as;
          second = moduleName();
        } else {
          second = secondAs;
        }
      } else if (startsModuleName()) {
        second = moduleName();
      } else {
        typeOnly = true;
        first = as;
      }
    } else if (maybeType && startsModuleName()) {
      typeOnly = true;
      first = moduleName();
    }
    if (second == null && core.eat(AS)) {
      second = moduleName();
    }
    core.push(specifier(start, first, second, typeOnly, imports));
  }

  private Node specifier(
      int start, Node first, @Nullable Node second, boolean typeOnly, boolean imports) {
    int end = core.previousEnd;
    if (!imports) {
      Node exported = second == null ? copy(first) : second;
      return NodeFactory.exportSpecifier(start, end, first, exported, typeOnly);
    }
    Node local = second == null ? first : second;
    if (!(local instanceof Identifier name) || !Token.isIdentifier(nameKind)) {
      throw core.fail(local.start(), "identifier expected");
    }
    Identifier binding =
        NodeFactory.identifier(
            name.start(), name.end(), name.name(), Identifier.Role.BINDING, null);
    return NodeFactory.importSpecifier(start, end, first, binding, typeOnly);
  }

  private static Node copy(Node name) {
    if (name instanceof Identifier identifier) {
      return NodeFactory.identifier(
          name.start(), name.end(), identifier.name(), Identifier.Role.NAME, null);
    }
    if (name instanceof StringLiteral text) {
      return NodeFactory.stringLiteral(name.start(), name.end(), text.value());
    }
    return name;
  }

  private boolean startsModuleName() {
    return Token.isName(core.kind) || core.kind == STRING;
  }

  private Node moduleName() {
    nameKind = core.kind;
    return core.kind == STRING ? core.string() : core.name(Identifier.Role.NAME);
  }

  private List<ImportAttribute> attributes() {
    if (core.kind != WITH && (core.kind != ASSERT || core.newlineBefore)) {
      return List.of();
    }
    core.next();
    core.expect(LBRACE);
    int base = core.mark();
    while (core.kind != RBRACE) {
      int start = core.start;
      Node key = moduleName();
      core.expect(COLON);
      Expression value = core.string();
      core.push(NodeFactory.importAttribute(start, core.previousEnd, key, value));
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
    return core.list(base);
  }

  // ---- exports

  /** A decorated class at the start of a statement, perhaps exported. */
  Statement decorated(int start) {
    List<Decorator> decorators = grammar.classes.decorators();
    return core.kind == EXPORT
        ? exportDeclaration(start, decorators)
        : grammar.classes.declaration(start, decorators, false);
  }

  /** An export declaration, from {@code export} on. */
  Statement exportDeclaration(int start) {
    return exportDeclaration(start, List.of());
  }

  /**
   * @param decorators those before {@code export}
   */
  private Statement exportDeclaration(int start, List<Decorator> decorators) {
    noteModule();
    core.next();
    if (!decorators.isEmpty() && core.kind != DEFAULT) {
      return declared(start, grammar.classes.declaration(start, decorators, false), false);
    }
    switch (core.kind) {
      case DEFAULT -> {
        core.next();
        return exportDefault(start, decorators);
      }
      case STAR -> {
        return exportAll(start, false);
      }
      case LBRACE -> {
        return exportNames(start, false);
      }
      case AT -> {
        int classStart = core.start;
        List<Decorator> inner = grammar.classes.decorators();
        return declared(start, grammar.classes.declaration(classStart, inner, false), false);
      }
      default -> {
        return core.typescript ? exportTypescript(start) : exportStatement(start, false);
      }
    }
  }

  private Statement exportTypescript(int start) {
    switch (core.kind) {
      case ASSIGN -> {
        return grammar.declarations.parseExportAssignment(start);
      }
      case AS -> {
        return grammar.declarations.parseNamespaceExport(start);
      }
      case IMPORT -> {
        return importDeclaration(start, true);
      }
      case TYPE -> {
        int next = core.peek();
        if (next == LBRACE) {
          core.next();
          return exportNames(start, true);
        }
        if (next == STAR) {
          core.next();
          return exportAll(start, true);
        }
      }
      default -> {
        // a declaration, below
      }
    }
    int kind = core.kind;
    boolean typeOnly = kind == TYPE || kind == INTERFACE || kind == DECLARE;
    return exportStatement(start, typeOnly);
  }

  private Statement exportStatement(int start, boolean typeOnly) {
    int declarationStart = core.start;
    boolean declares =
        switch (core.kind) {
          case VAR, CONST, FUNCTION, CLASS, ASYNC, LET, USING, AWAIT -> true;
          default -> core.typescript && grammar.declarations.startsDeclaration();
        };
    if (!declares) {
      throw core.unexpected();
    }
    Statement declaration = grammar.statements.declaration();
    if (declaration.start() != declarationStart) {
      throw core.unexpected();
    }
    return declared(start, declaration, typeOnly);
  }

  private Statement declared(int start, Statement declaration, boolean typeOnly) {
    return NodeFactory.exportNamedDeclaration(
        start, declaration.end(), declaration, List.of(), null, List.of(), typeOnly);
  }

  private Statement exportDefault(int start, List<Decorator> decorators) {
    Node declaration = defaultDeclaration(start, decorators);
    if (declaration == null) {
      declaration = grammar.expressions.assignment();
      core.semicolon();
    }
    return NodeFactory.exportDefaultDeclaration(start, core.previousEnd, declaration);
  }

  /** What is no expression after {@code export default}; null if it is one. */
  private @Nullable Node defaultDeclaration(int start, List<Decorator> decorators) {
    int at = core.start;
    switch (core.kind) {
      case FUNCTION -> {
        return grammar.functions.defaultDeclaration();
      }
      case ASYNC -> {
        return core.peek() == FUNCTION && !core.peekNewlineBefore()
            ? grammar.functions.defaultDeclaration()
            : null;
      }
      case CLASS -> {
        int classStart = decorators.isEmpty() ? at : start;
        return grammar.classes.defaultDeclaration(classStart, decorators);
      }
      case AT -> {
        List<Decorator> inner = grammar.classes.decorators();
        return grammar.classes.defaultDeclaration(at, inner);
      }
      case ABSTRACT -> {
        return core.typescript && core.peek() == CLASS
            ? grammar.classes.defaultDeclaration(at, decorators)
            : null;
      }
      case INTERFACE -> {
        return core.typescript && Token.isIdentifier(core.peek())
            ? grammar.declarations.parseInterface(at, false)
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  private Statement exportAll(int start, boolean typeOnly) {
    core.next();
    Node exported = core.eat(AS) ? moduleName() : null;
    core.expect(FROM);
    StringLiteral source = core.string();
    List<ImportAttribute> attributes = attributes();
    core.semicolon();
    return NodeFactory.exportAllDeclaration(
        start, core.previousEnd, exported, source, attributes, typeOnly);
  }

  private Statement exportNames(int start, boolean typeOnly) {
    core.expect(LBRACE);
    int base = core.mark();
    while (core.kind != RBRACE) {
      specifier(false);
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
    StringLiteral source = null;
    List<ImportAttribute> attributes = List.of();
    if (core.eat(FROM)) {
      source = core.string();
      attributes = attributes();
    } else {
      refer(base);
    }
    List<ExportSpecifier> specifiers = core.list(base);
    core.semicolon();
    return NodeFactory.exportNamedDeclaration(
        start, core.previousEnd, null, specifiers, source, attributes, typeOnly);
  }

  /** Makes the local names references: they are those of this file. */
  private void refer(int base) {
    for (int i = 0, size = core.size(base); i < size; i++) {
      if (core.pushed(base, i) instanceof ExportSpecifier specifier) {
        if (!(specifier.local() instanceof Identifier name)) {
          throw core.fail(specifier.start(), "identifier expected");
        }
        Identifier local =
            NodeFactory.identifier(
                name.start(), name.end(), name.name(), Identifier.Role.REFERENCE, null);
        core.replace(
            base,
            i,
            NodeFactory.exportSpecifier(
                specifier.start(),
                specifier.end(),
                local,
                specifier.exported(),
                specifier.typeOnly()));
      }
    }
  }
}
