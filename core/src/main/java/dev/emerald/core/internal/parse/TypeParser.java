package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.TypeNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types, as TypeScript 5.9 reads them. They are understood in full, so that what is no type is an
 * error, but leave one node each: their span and the names they refer to.
 *
 * <p>What can be long is read in a loop: unions, arrays, indexed accesses, operators, and the
 * chains of conditional and function types on their last branch. The members of object types and
 * the parameters of functions are {@link TypeMembers}'s, type arguments {@link TypeArguments}'s.
 */
final class TypeParser {

  private final ParserCore core;
  private final TypeMembers members;
  private final TypeArguments arguments;
  private final TypeNames names = new TypeNames();

  /** Where {@code extends} behind {@code infer T} starts no constraint. */
  private final OffsetSet noConstraint = new OffsetSet();

  /** Whether {@code extends} makes a conditional type; not directly behind another one. */
  private boolean conditional;

  // The reference that was completed last.
  private int referenceStart = -1;
  private int referenceEnd = -1;
  private String referenceName = "";

  TypeParser(ParserCore core, Grammar grammar) {
    this.core = core;
    this.members = new TypeMembers(core, grammar, this);
    this.arguments = new TypeArguments(core, this);
  }

  // What the other parts of the grammar call.

  /** A type, from the current token on. */
  TypeNode parseType() {
    int start = core.start;
    int mark = names.mark();
    type(true);
    return node(start, mark);
  }

  /** The type of an alias, where alone {@code intrinsic} is a predefined one. */
  TypeNode parseAliasedType() {
    boolean intrinsic = core.kind == IDENTIFIER && !core.escaped && core.name.equals("intrinsic");
    if (!intrinsic || core.peekUnit() == '.') {
      return parseType();
    }
    int start = core.start;
    core.next();
    return NodeFactory.typeNode(start, core.previousEnd, null, List.of());
  }

  /** A type after {@code :}, the current token. */
  TypeNode parseTypeAnnotation() {
    core.expect(COLON);
    return parseType();
  }

  /** The type or predicate that a function returns after {@code :}, the current token. */
  TypeNode parseReturnType() {
    core.expect(COLON);
    int start = core.start;
    int mark = names.mark();
    typeOrPredicate();
    return node(start, mark);
  }

  /** Type parameters, from {@code <}, the current token, to {@code >}. */
  TypeNode parseTypeParameters() {
    int start = core.start;
    int mark = names.mark();
    members.typeParameters();
    return node(start, mark);
  }

  /** Type arguments, from {@code <}, the current token, to {@code >}. */
  TypeNode parseTypeArguments() {
    int start = core.start;
    int mark = names.mark();
    arguments.read();
    return node(start, mark);
  }

  /**
   * Type arguments in an expression, where {@code <} may as well be an operator.
   *
   * @return null, with the current token still {@code <}, if it is an operator
   */
  @Nullable TypeNode tryParseTypeArgumentsInExpression() {
    int start = core.start;
    int mark = names.mark();
    if (arguments.tryInExpression()) {
      return node(start, mark);
    }
    names.drop(mark);
    return null;
  }

  /** The types after {@code extends} of an interface or {@code implements} of a class. */
  List<TypeNode> parseHeritage() {
    List<TypeNode> types = new ArrayList<>(2);
    do {
      int start = core.start;
      int mark = names.mark();
      if (!Token.isName(core.kind)) {
        throw core.unexpected();
      }
      reference();
      types.add(node(start, mark));
    } while (core.eat(COMMA));
    return types;
  }

  /** The members of an interface with their braces. */
  TypeNode parseInterfaceBody() {
    int start = core.start;
    int mark = names.mark();
    core.expect(LBRACE);
    members.list();
    return node(start, mark);
  }

  /** Whether a member of a class, at {@code [}, is an index signature. */
  boolean startsIndexSignature() {
    return members.startsIndexSignature();
  }

  /**
   * The signature in a class from {@code [} on, without the separator behind it.
   *
   * @param start where it starts, modifiers included
   */
  TypeNode parseIndexSignature(int start) {
    int mark = names.mark();
    members.indexSignature();
    return node(start, mark);
  }

  /** Notes the name of a computed key, if it is a dotted one. */
  void refer(Expression key) {
    String name = dotted(key);
    if (name != null) {
      names.push(name);
    }
  }

  private static @Nullable String dotted(Expression expression) {
    StringBuilder name = new StringBuilder();
    Expression at = expression;
    while (at instanceof MemberExpression member
        && !member.computed()
        && !member.optional()
        && member.property() instanceof Identifier property) {
      name.insert(0, property.name()).insert(0, '.');
      at = member.object();
    }
    return at instanceof Identifier first ? name.insert(0, first.name()).toString() : null;
  }

  private TypeNode node(int start, int mark) {
    int end = core.previousEnd;
    boolean whole = referenceStart == start && referenceEnd == end;
    return NodeFactory.typeNode(start, end, whole ? referenceName : null, names.take(mark));
  }

  // Types.

  /**
   * A type.
   *
   * @param conditionalAllowed whether it may be a conditional type
   */
  void type(boolean conditionalAllowed) {
    core.enter();
    boolean outer = conditional;
    conditional = conditionalAllowed;
    while (true) {
      if (startsFunctionType()) {
        functionTypeHead();
        conditional = true;
        if (!predicatePrefix()) {
          break;
        }
        continue;
      }
      operators();
      if (!conditional || core.newlineBefore || !core.eat(EXTENDS)) {
        break;
      }
      type(false);
      core.expect(QUESTION);
      type(true);
      core.expect(COLON);
    }
    conditional = outer;
    core.leave();
  }

  /** A type, {@code x is T}, {@code asserts x} or {@code asserts x is T}. */
  void typeOrPredicate() {
    if (predicatePrefix()) {
      type(true);
    }
  }

  /**
   * What stands before the type of a predicate, if it is one.
   *
   * @return false if no type follows
   */
  private boolean predicatePrefix() {
    if (startsAssertion()) {
      return assertion();
    }
    if (Token.isIdentifier(core.kind)
        && core.peekUnit() == 'i'
        && core.peek() == IS
        && !core.peekNewlineBefore()) {
      names.push(core.name);
      core.next();
      core.next();
    }
    return true;
  }

  private boolean startsAssertion() {
    if (core.kind != ASSERTS) {
      return false;
    }
    int next = core.peek();
    return (Token.isIdentifier(next) || next == THIS) && !core.peekNewlineBefore();
  }

  /**
   * {@code asserts x}, up to {@code is} if it says so.
   *
   * @return whether it does
   */
  private boolean assertion() {
    core.next();
    if (core.kind != THIS) {
      names.push(core.name);
    }
    core.next();
    return !core.newlineBefore && core.eat(IS);
  }

  /** Types joined by {@code |} and {@code &}. */
  private void operators() {
    core.eat(BAR);
    core.eat(AMP);
    operand();
    while (true) {
      if (core.eat(BAR)) {
        core.eat(AMP);
      } else if (!core.eat(AMP)) {
        return;
      }
      operand();
    }
  }

  private void operand() {
    while (core.kind == KEYOF || core.kind == UNIQUE || core.kind == READONLY) {
      core.next();
    }
    if (core.kind == INFER) {
      infer();
      return;
    }
    boolean outer = conditional;
    conditional = true;
    primary();
    while (core.kind == LBRACKET && !core.newlineBefore) {
      core.next();
      if (core.kind != RBRACKET) {
        type(true);
      }
      core.expect(RBRACKET);
    }
    conditional = outer;
  }

  /**
   * {@code infer T}, with a constraint unless a {@code ?} behind it shows that its {@code extends}
   * makes a conditional type.
   */
  private void infer() {
    core.next();
    members.declaredName();
    int at = core.start;
    if (core.kind != EXTENDS || noConstraint.contains(at)) {
      return;
    }
    int mark = names.mark();
    Scanner.State before = core.save();
    core.next();
    type(false);
    if (core.kind == QUESTION && conditional) {
      noConstraint.add(at);
      names.drop(mark);
      core.restore(before);
    }
  }

  private void primary() {
    switch (core.kind) {
      case LPAREN -> parenthesized();
      case LBRACKET -> tuple();
      case LBRACE -> members.objectType();
      case TEMPLATE -> template();
      case STRING, NUMBER, BIGINT, TRUE, FALSE, NULL, VOID -> core.next();
      case MINUS -> {
        core.next();
        if (core.kind != NUMBER && core.kind != BIGINT) {
          throw core.unexpected();
        }
        core.next();
      }
      case THIS -> {
        core.next();
        if (core.kind == IS && !core.newlineBefore) {
          core.next();
          type(true);
        }
      }
      case TYPEOF -> typeQuery();
      case IMPORT -> importType();
      case CONST -> constant();
      default -> named();
    }
  }

  /** What starts with a word: a predefined type, an assertion or a reference. */
  private void named() {
    if (!Token.isIdentifier(core.kind)) {
      throw core.unexpected();
    }
    if (core.kind >= ANY && core.kind <= UNDEFINED && core.peekUnit() != '.') {
      core.next();
    } else if (startsAssertion()) {
      if (assertion()) {
        type(true);
      }
    } else {
      reference();
    }
  }

  /** The {@code const} of {@code as const}. */
  private void constant() {
    referenceStart = core.start;
    core.next();
    referenceEnd = core.previousEnd;
    referenceName = "const";
  }

  private void parenthesized() {
    int start = core.start;
    core.next();
    int inner = core.start;
    type(true);
    boolean whole = referenceStart == inner && referenceEnd == core.previousEnd;
    core.expect(RPAREN);
    if (whole) {
      referenceStart = start;
      referenceEnd = core.previousEnd;
    }
  }

  private void tuple() {
    core.next();
    while (core.kind != RBRACKET) {
      core.eat(ELLIPSIS);
      if (Token.isName(core.kind) && startsTupleLabel()) {
        core.next();
        core.eat(QUESTION);
        core.expect(COLON);
        core.eat(ELLIPSIS);
      }
      type(true);
      core.eat(QUESTION);
      if (!core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACKET);
  }

  private boolean startsTupleLabel() {
    char next = core.peekUnit();
    if (next != '?') {
      return next == ':';
    }
    Scanner.State before = core.save();
    core.next();
    boolean label = core.kind == QUESTION && core.peekUnit() == ':';
    core.restore(before);
    return label;
  }

  private void template() {
    while (!core.templateTail) {
      core.next();
      type(true);
      if (core.kind != RBRACE) {
        throw core.unexpected();
      }
      core.rescanTemplateContinuation();
      if (core.kind != TEMPLATE) {
        throw core.unexpected();
      }
    }
    core.next();
  }

  /** {@code typeof a.b<T>}. */
  private void typeQuery() {
    core.next();
    if (core.kind == IMPORT) {
      importType();
    } else {
      entity();
      typeArgumentsOnLine();
    }
    referenceStart = -1;
  }

  /** {@code import('m', { with: { … } }).A<T>}. */
  private void importType() {
    int start = core.start;
    core.next();
    core.expect(LPAREN);
    StringBuilder name = new StringBuilder("import('").append(core.string().value()).append("')");
    if (core.eat(COMMA) && core.kind != RPAREN) {
      members.importAttributes();
      core.eat(COMMA);
    }
    core.expect(RPAREN);
    while (core.eat(DOT)) {
      name.append('.').append(nameText());
    }
    complete(start, name.toString());
  }

  /** A dotted name with type arguments, at its first name. */
  private void reference() {
    int start = core.start;
    String name = entityName();
    complete(start, name);
  }

  private void complete(int start, String name) {
    names.push(name);
    typeArgumentsOnLine();
    referenceStart = start;
    referenceEnd = core.previousEnd;
    referenceName = name;
  }

  private void entity() {
    if (!Token.isName(core.kind)) {
      throw core.unexpected();
    }
    names.push(entityName());
  }

  private String entityName() {
    String first = nameText();
    if (core.kind != DOT) {
      return first;
    }
    StringBuilder dotted = new StringBuilder(first);
    while (core.eat(DOT)) {
      dotted.append('.');
      if (core.kind == PRIVATE_NAME) {
        dotted.append('#').append(core.name);
        core.next();
      } else {
        dotted.append(nameText());
      }
    }
    return dotted.toString();
  }

  private String nameText() {
    if (!Token.isName(core.kind)) {
      throw core.unexpected();
    }
    String text = core.name;
    core.next();
    return text;
  }

  private void typeArgumentsOnLine() {
    if (!core.newlineBefore && (core.kind == LT || core.kind == SHL)) {
      arguments.read();
    }
  }

  // Function types.

  private boolean startsFunctionType() {
    return switch (core.kind) {
      case LT, NEW -> true;
      case ABSTRACT -> core.peekUnit() == 'n' && core.peek() == NEW;
      case LPAREN -> members.startsParameters();
      default -> false;
    };
  }

  /** A function or constructor type up to {@code =>}. */
  private void functionTypeHead() {
    core.eat(ABSTRACT);
    core.eat(NEW);
    if (core.kind == LT) {
      members.typeParameters();
    }
    members.parameters();
    core.expect(ARROW);
  }
}
