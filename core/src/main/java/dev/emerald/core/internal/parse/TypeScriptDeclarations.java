package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ModuleKeyword;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.ast.TSInterfaceDeclaration;
import dev.emerald.spi.ast.TSModuleBlock;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declarations that TypeScript adds to JavaScript. Most start with a word that is no reserved
 * one, so that {@link #startsDeclaration} looks at what follows.
 */
final class TypeScriptDeclarations {

  private final ParserCore core;
  private final Grammar grammar;

  TypeScriptDeclarations(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /**
   * Whether the current token, the first of a statement, starts a declaration that JavaScript does
   * not have. Cheap where the token is none of the words in question.
   */
  boolean startsDeclaration() {
    switch (core.kind) {
      case ENUM -> {
        return true;
      }
      case CONST -> {
        return core.peekUnit() == 'e' && core.peek() == ENUM;
      }
      case TYPE, INTERFACE, NAMESPACE -> {
        return Token.isIdentifier(peekOnLine());
      }
      case MODULE -> {
        int name = peekOnLine();
        return Token.isIdentifier(name) || name == STRING;
      }
      case GLOBAL -> {
        return core.peekUnit() == '{';
      }
      case ABSTRACT -> {
        return peekOnLine() == CLASS;
      }
      case DECLARE -> {
        return startsAmbient();
      }
      default -> {
        return false;
      }
    }
  }

  /** The kind of the next token; EOF if it does not stand on the same line. */
  private int peekOnLine() {
    int next = core.peek();
    return core.peekNewlineBefore() ? EOF : next;
  }

  private boolean startsAmbient() {
    Scanner.State before = core.save();
    core.next();
    boolean starts =
        !core.newlineBefore
            && switch (core.kind) {
              case VAR, LET, CONST, FUNCTION, CLASS, IMPORT -> true;
              case ASYNC -> peekOnLine() == FUNCTION;
              case USING -> Token.isIdentifier(peekOnLine());
              case AWAIT -> peekOnLine() == USING;
              case DECLARE -> false;
              default -> startsDeclaration();
            };
    core.restore(before);
    return starts;
  }

  /** The declaration that {@link #startsDeclaration} has seen. */
  Statement parseDeclaration() {
    int start = core.start;
    if (core.kind != DECLARE) {
      return declaration(start, false);
    }
    int outer = core.context;
    core.next();
    core.context |= ParserCore.AMBIENT;
    Statement declaration =
        switch (core.kind) {
          case FUNCTION, ASYNC -> grammar.functions.declaration(start, true);
          case CLASS -> grammar.classes.declaration(start, List.of(), true);
          case IMPORT -> grammar.modules.importDeclaration(start);
          case CONST -> startsDeclaration() ? declaration(start, true) : variables(start);
          case VAR, LET, USING, AWAIT -> variables(start);
          default -> declaration(start, true);
        };
    core.context = outer;
    return declaration;
  }

  private Statement variables(int start) {
    return grammar.statements.variables(start, true);
  }

  private Statement declaration(int start, boolean declare) {
    return switch (core.kind) {
      case ENUM -> enumeration(start, false, declare);
      case CONST -> {
        core.next();
        yield enumeration(start, true, declare);
      }
      case TYPE -> parseTypeAlias(start, declare);
      case INTERFACE -> parseInterface(start, declare);
      case NAMESPACE, MODULE, GLOBAL -> module(start, declare);
      case ABSTRACT -> grammar.classes.declaration(start, List.of(), declare);
      default -> throw core.unexpected();
    };
  }

  // Types.

  /**
   * {@code interface A<T> extends B { … }}, with {@code interface} current.
   *
   * @param start where it starts, {@code declare} included
   */
  TSInterfaceDeclaration parseInterface(int start, boolean declare) {
    core.next();
    Identifier id = core.identifier(Identifier.Role.BINDING);
    TypeNode typeParameters = typeParameters();
    List<TypeNode> extended = core.eat(EXTENDS) ? grammar.types.parseHeritage() : List.of();
    TypeNode body = grammar.types.parseInterfaceBody();
    return NodeFactory.tsInterfaceDeclaration(
        start, core.previousEnd, id, typeParameters, extended, body, declare);
  }

  /**
   * {@code type A<T> = B}, with {@code type} current.
   *
   * @param start where it starts, {@code declare} included
   */
  Statement parseTypeAlias(int start, boolean declare) {
    core.next();
    Identifier id = core.identifier(Identifier.Role.BINDING);
    TypeNode typeParameters = typeParameters();
    core.expect(ASSIGN);
    TypeNode type = grammar.types.parseAliasedType();
    core.semicolon();
    return NodeFactory.tsTypeAliasDeclaration(
        start, core.previousEnd, id, typeParameters, type, declare);
  }

  private @Nullable TypeNode typeParameters() {
    return core.kind == LT ? grammar.types.parseTypeParameters() : null;
  }

  // Enumerations.

  private Statement enumeration(int start, boolean isConst, boolean declare) {
    core.expect(ENUM);
    Identifier id = core.identifier(Identifier.Role.BINDING);
    core.expect(LBRACE);
    int base = core.mark();
    while (core.kind != RBRACE) {
      core.push(member());
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
    List<TSEnumMember> members = core.list(base);
    return NodeFactory.tsEnumDeclaration(start, core.previousEnd, id, members, isConst, declare);
  }

  private TSEnumMember member() {
    int start = core.start;
    boolean computed = core.eat(LBRACKET);
    Expression name =
        switch (core.kind) {
          case STRING -> core.string();
          case TEMPLATE -> grammar.expressions.assignment();
          default -> core.name(Identifier.Role.NAME);
        };
    if (computed) {
      core.expect(RBRACKET);
    }
    Expression initializer = core.eat(ASSIGN) ? grammar.expressions.assignment() : null;
    return NodeFactory.tsEnumMember(start, core.previousEnd, name, initializer, computed);
  }

  // Namespaces and modules.

  private Statement module(int start, boolean declare) {
    ModuleKeyword keyword =
        switch (core.kind) {
          case NAMESPACE -> ModuleKeyword.NAMESPACE;
          case MODULE -> ModuleKeyword.MODULE;
          default -> ModuleKeyword.GLOBAL;
        };
    Node id;
    if (keyword == ModuleKeyword.GLOBAL) {
      id = core.identifier(Identifier.Role.NAME);
    } else {
      core.next();
      id = core.kind == STRING ? core.string() : entity(Identifier.Role.BINDING);
    }
    TSModuleBlock body = null;
    if (core.kind == LBRACE || !(id instanceof StringLiteral)) {
      body = block();
    } else {
      core.semicolon();
    }
    return NodeFactory.tsModuleDeclaration(start, core.previousEnd, id, body, keyword, declare);
  }

  private TSModuleBlock block() {
    int start = core.start;
    core.enter();
    core.expect(LBRACE);
    List<Statement> body = grammar.statements.moduleBody();
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.tsModuleBlock(start, core.previousEnd, body);
  }

  /** {@code a.b.c}; the first name in a role, the others names. */
  private Node entity(Identifier.Role role) {
    int start = core.start;
    Node entity = core.identifier(role);
    while (core.eat(DOT)) {
      Identifier right = core.name(Identifier.Role.NAME);
      entity = NodeFactory.tsQualifiedName(start, core.previousEnd, entity, right);
    }
    return entity;
  }

  // Imports and exports in the form of CommonJS.

  /**
   * {@code import a = require('m')} or {@code import a = b.c}, with {@code =} current.
   *
   * @param start where it starts, {@code export} included
   */
  Statement parseImportEquals(int start, Identifier id, boolean typeOnly, boolean exported) {
    core.expect(ASSIGN);
    Node reference =
        core.kind == REQUIRE && core.peekUnit() == '('
            ? externalModule()
            : entity(Identifier.Role.REFERENCE);
    core.semicolon();
    return NodeFactory.tsImportEqualsDeclaration(
        start, core.previousEnd, id, reference, typeOnly, exported);
  }

  private Node externalModule() {
    int start = core.start;
    core.next();
    core.expect(LPAREN);
    StringLiteral module = core.string();
    core.expect(RPAREN);
    return NodeFactory.tsExternalModuleReference(start, core.previousEnd, module);
  }

  /** {@code export = a}, with {@code =} current. */
  Statement parseExportAssignment(int start) {
    core.expect(ASSIGN);
    Expression expression = grammar.expressions.expression();
    core.semicolon();
    return NodeFactory.tsExportAssignment(start, core.previousEnd, expression);
  }

  /** {@code export as namespace A}, with {@code as} current. */
  Statement parseNamespaceExport(int start) {
    core.expect(AS);
    core.expect(NAMESPACE);
    Identifier id = core.identifier(Identifier.Role.NAME);
    core.semicolon();
    return NodeFactory.tsNamespaceExportDeclaration(start, core.previousEnd, id);
  }
}
