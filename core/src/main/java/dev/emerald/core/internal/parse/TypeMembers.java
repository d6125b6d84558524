package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

/**
 * What stands between brackets in types: members of object types, parameters, type parameters. Part
 * of {@link TypeParser}, which keeps the names.
 */
final class TypeMembers {

  private final ParserCore core;
  private final Grammar grammar;
  private final TypeParser types;

  TypeMembers(ParserCore core, Grammar grammar, TypeParser types) {
    this.core = core;
    this.grammar = grammar;
    this.types = types;
  }

  /** The name of a type parameter or a parameter. */
  void declaredName() {
    if (!Token.isIdentifier(core.kind)) {
      throw core.unexpected();
    }
    core.next();
  }

  // Type parameters and parameters.

  /** {@code <in out T extends A = B, const U>}. */
  void typeParameters() {
    core.expect(LT);
    do {
      modifiers();
      declaredName();
      if (core.eat(EXTENDS)) {
        types.type(true);
      }
      if (core.eat(ASSIGN)) {
        types.type(true);
      }
    } while (core.eat(COMMA) && core.kind != GT);
    core.expect(GT);
  }

  private void modifiers() {
    while (core.kind == CONST
        || core.kind == IN
        || core.kind == OUT && Token.isIdentifier(core.peek())) {
      core.next();
    }
  }

  /** Parameters of a function type or a signature, with their parentheses. */
  void parameters() {
    core.expect(LPAREN);
    while (core.kind != RPAREN) {
      core.eat(ELLIPSIS);
      if (core.kind == LBRACKET || core.kind == LBRACE) {
        grammar.patterns.target();
      } else if (core.kind == THIS) {
        core.next();
      } else {
        declaredName();
      }
      core.eat(QUESTION);
      if (core.eat(COLON)) {
        types.type(true);
      }
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RPAREN);
  }

  /**
   * Whether {@code (}, the current token, opens the parameters of a function type and no
   * parenthesized type.
   */
  boolean startsParameters() {
    Scanner.State before = core.save();
    core.next();
    boolean starts =
        switch (core.kind) {
          case RPAREN, ELLIPSIS -> true;
          case LBRACE, LBRACKET -> skipPattern();
          default -> {
            boolean name = Token.isIdentifier(core.kind) || core.kind == THIS;
            core.next();
            yield name && followsParameter();
          }
        };
    core.restore(before);
    return starts;
  }

  private boolean followsParameter() {
    return switch (core.kind) {
      case COLON, COMMA, QUESTION, ASSIGN -> true;
      case RPAREN -> core.peek() == ARROW;
      default -> false;
    };
  }

  /**
   * Skips what may be a pattern, and says whether it is one and a parameter. It does not look at
   * how it is built, and gives up at the first token that no pattern has outside of default values:
   * so no text is skipped twice however deep types nest.
   */
  private boolean skipPattern() {
    int depth = 0;
    do {
      switch (core.kind) {
        case LBRACE, LBRACKET -> depth++;
        case RBRACE, RBRACKET -> depth--;
        case COMMA, COLON, ELLIPSIS, DOT, STRING, NUMBER, BIGINT -> {}
        case ASSIGN -> {
          // A default value, which no type has.
          return true;
        }
        default -> {
          if (!Token.isName(core.kind)) {
            return false;
          }
        }
      }
      core.next();
    } while (depth > 0);
    return followsParameter();
  }

  // Object types.

  /** An object or mapped type. */
  void objectType() {
    core.expect(LBRACE);
    if (startsMappedType()) {
      mappedType();
    } else {
      list();
    }
  }

  private boolean startsMappedType() {
    switch (core.kind) {
      case PLUS, MINUS -> {
        return true;
      }
      case READONLY, LBRACKET -> {}
      default -> {
        return false;
      }
    }
    Scanner.State before = core.save();
    core.eat(READONLY);
    boolean mapped = core.eat(LBRACKET) && Token.isName(core.kind) && core.peek() == IN;
    core.restore(before);
    return mapped;
  }

  /** <code>readonly [K in T as U]?: V }</code>, behind the opening brace. */
  private void mappedType() {
    if (core.eat(PLUS) || core.eat(MINUS)) {
      core.expect(READONLY);
    } else {
      core.eat(READONLY);
    }
    core.expect(LBRACKET);
    core.next();
    core.expect(IN);
    types.type(true);
    if (core.eat(AS)) {
      types.type(true);
    }
    core.expect(RBRACKET);
    if (core.eat(PLUS) || core.eat(MINUS)) {
      core.expect(QUESTION);
    } else {
      core.eat(QUESTION);
    }
    if (core.eat(COLON)) {
      types.type(true);
    }
    if (!core.eat(SEMICOLON)) {
      core.eat(COMMA);
    }
    core.expect(RBRACE);
  }

  /** Members up to and with the closing brace. */
  void list() {
    while (core.kind != RBRACE) {
      member();
      if (!core.eat(SEMICOLON) && !core.eat(COMMA) && core.kind != RBRACE && !core.newlineBefore) {
        throw core.unexpected();
      }
    }
    core.next();
  }

  private void member() {
    switch (core.kind) {
      case LPAREN, LT -> signature();
      case NEW -> {
        int next = core.peek();
        if (next == LPAREN || next == LT) {
          core.next();
          signature();
        } else {
          property();
        }
      }
      case READONLY -> {
        if (startsName(core.peek()) && !core.peekNewlineBefore()) {
          core.next();
        }
        indexSignatureOrProperty();
      }
      case GET, SET -> {
        if (startsName(core.peek())) {
          core.next();
        }
        property();
      }
      default -> indexSignatureOrProperty();
    }
  }

  private static boolean startsName(int kind) {
    return Token.isName(kind)
        || kind == LBRACKET
        || kind == STRING
        || kind == NUMBER
        || kind == BIGINT;
  }

  private void indexSignatureOrProperty() {
    if (core.kind == LBRACKET && startsIndexSignature()) {
      indexSignature();
    } else {
      property();
    }
  }

  /** Type parameters, parameters and the type returned. */
  private void signature() {
    if (core.kind == LT) {
      typeParameters();
    }
    parameters();
    if (core.eat(COLON)) {
      types.typeOrPredicate();
    }
  }

  /** A property or a method, from its name on. */
  private void property() {
    if (core.kind == LBRACKET) {
      core.next();
      types.refer(grammar.expressions.bracketedAssignment());
      core.expect(RBRACKET);
    } else if (startsName(core.kind)) {
      core.next();
    } else {
      throw core.unexpected();
    }
    core.eat(QUESTION);
    if (core.kind == LPAREN || core.kind == LT) {
      signature();
    } else if (core.eat(COLON)) {
      types.type(true);
    }
  }

  /** Whether {@code [}, the current token, opens an index signature and no computed name. */
  boolean startsIndexSignature() {
    Scanner.State before = core.save();
    core.next();
    boolean index = Token.isIdentifier(core.kind) && core.peekUnit() == ':';
    core.restore(before);
    return index;
  }

  /** {@code [key: K]: T}. */
  void indexSignature() {
    core.expect(LBRACKET);
    declaredName();
    core.expect(COLON);
    types.type(true);
    core.expect(RBRACKET);
    if (core.eat(COLON)) {
      types.type(true);
    }
  }

  /** <code>{ with: { 'resolution-mode': 'import' } }</code>. */
  void importAttributes() {
    core.expect(LBRACE);
    if (core.kind != WITH && core.kind != ASSERT) {
      throw core.unexpected();
    }
    core.next();
    core.expect(COLON);
    core.expect(LBRACE);
    while (core.kind != RBRACE) {
      if (!Token.isName(core.kind) && core.kind != STRING) {
        throw core.unexpected();
      }
      core.next();
      core.expect(COLON);
      core.expect(STRING);
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
    core.eat(COMMA);
    core.expect(RBRACE);
  }
}
