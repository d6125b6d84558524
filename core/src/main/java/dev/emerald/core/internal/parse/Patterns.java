package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ArrayPattern;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.BindingAnnotation;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.PatternMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.RestElement;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.ast.ThisExpression;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns: read where they are declared, made from expressions where they are assigned to. */
final class Patterns {

  private final ParserCore core;
  private final Grammar grammar;

  Patterns(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  // ---- read as declared

  /** What is bound: a name or a pattern, without a type or a default. */
  Pattern target() {
    if (core.kind == LBRACKET) {
      return array();
    }
    if (core.kind == LBRACE) {
      return object();
    }
    return core.identifier(Identifier.Role.BINDING);
  }

  /** A target, perhaps with a default. */
  private Pattern element() {
    int start = core.start;
    Pattern target = target();
    if (!core.eat(ASSIGN)) {
      return target;
    }
    Expression value = grammar.expressions.bracketedAssignment();
    return NodeFactory.assignmentPattern(start, core.previousEnd, target, value);
  }

  private Pattern rest() {
    int start = core.start;
    core.next();
    Pattern argument = target();
    return NodeFactory.restElement(start, core.previousEnd, argument, null);
  }

  private Pattern array() {
    core.enter();
    int start = core.start;
    core.next();
    int base = core.mark();
    while (core.kind != RBRACKET) {
      if (core.kind == COMMA) {
        core.next();
        core.push(null);
        continue;
      }
      boolean last = core.kind == ELLIPSIS;
      core.push(last ? rest() : element());
      if (last || !core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACKET);
    core.leave();
    return NodeFactory.arrayPattern(start, core.previousEnd, core.list(base), null);
  }

  private Pattern object() {
    core.enter();
    int start = core.start;
    core.next();
    int base = core.mark();
    while (core.kind != RBRACE) {
      boolean last = core.kind == ELLIPSIS;
      core.push(last ? rest() : property());
      if (last || !core.eat(COMMA)) {
        break;
      }
    }
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.objectPattern(start, core.previousEnd, core.list(base), null);
  }

  private Property property() {
    int start = core.start;
    boolean computed = core.kind == LBRACKET;
    if (!computed && core.atIdentifier() && !isFollowedByColon()) {
      Identifier key =
          NodeFactory.identifier(start, core.end, core.name, Identifier.Role.NAME, null);
      Pattern value = element();
      return NodeFactory.property(
          start, core.previousEnd, key, value, PropertyKind.INIT, false, false, true);
    }
    Expression key = grammar.literals.propertyName();
    core.expect(COLON);
    Pattern value = element();
    return NodeFactory.property(
        start, core.previousEnd, key, value, PropertyKind.INIT, computed, false, false);
  }

  private boolean isFollowedByColon() {
    char unit = core.text[core.end];
    return unit == ':' || unit != ',' && core.peekUnit() == ':';
  }

  /** The same pattern with what TypeScript and decorators add. */
  Pattern annotate(
      Pattern pattern,
      int end,
      @Nullable TypeNode type,
      List<Decorator> decorators,
      boolean optional) {
    BindingAnnotation annotation = new BindingAnnotation(type, decorators, optional);
    int start = pattern.start();
    if (pattern instanceof Identifier name) {
      return NodeFactory.identifier(start, end, name.name(), Identifier.Role.BINDING, annotation);
    }
    if (pattern instanceof ObjectPattern object) {
      return NodeFactory.objectPattern(start, end, object.properties(), annotation);
    }
    if (pattern instanceof ArrayPattern array) {
      return NodeFactory.arrayPattern(start, end, array.elements(), annotation);
    }
    if (pattern instanceof RestElement rest) {
      return NodeFactory.restElement(start, end, rest.argument(), annotation);
    }
    throw core.unexpected();
  }

  // ---- made from expressions

  /** What can stand before {@code =}. */
  Pattern assignmentTarget(Expression expression) {
    return convert(expression, false);
  }

  /** What can stand before {@code +=}, before and after {@code ++}. */
  Pattern simpleTarget(Expression expression) {
    if (expression instanceof Identifier name) {
      return name;
    }
    if (expression instanceof MemberExpression member && !member.optional()) {
      return member;
    }
    if (expression instanceof TSAsExpression cast) {
      return cast;
    }
    if (expression instanceof TSNonNullExpression cast) {
      return cast;
    }
    if (expression instanceof TSSatisfiesExpression cast) {
      return cast;
    }
    if (expression instanceof TSTypeAssertion cast) {
      return cast;
    }
    throw core.fail(expression.start(), "this can't be assigned to");
  }

  /** What can be a parameter, of what was read as an expression. Changes nothing in place. */
  Pattern binding(Node node) {
    return convert(node, true);
  }

  /**
   * @param bind whether names are declared and not only written to
   */
  private Pattern convert(Node node, boolean bind) {
    if (node instanceof Identifier name) {
      if (!bind || name.role() == Identifier.Role.BINDING) {
        return name;
      }
      rejectParentheses(node);
      return NodeFactory.identifier(
          name.start(), name.end(), name.name(), Identifier.Role.BINDING, null);
    }
    if (node instanceof ObjectExpression object) {
      rejectParentheses(node);
      return object(object, bind);
    }
    if (node instanceof ArrayExpression array) {
      rejectParentheses(node);
      int base = core.mark();
      elements(array.elements(), bind);
      return NodeFactory.arrayPattern(array.start(), array.end(), core.list(base), null);
    }
    if (node instanceof AssignmentExpression assignment
        && assignment.operator() == AssignmentOperator.ASSIGN) {
      rejectParentheses(node);
      Pattern left = convert(assignment.left(), bind);
      return NodeFactory.assignmentPattern(node.start(), node.end(), left, assignment.right());
    }
    if (node instanceof SpreadElement spread) {
      Pattern argument = convert(spread.argument(), bind);
      return NodeFactory.restElement(node.start(), node.end(), argument, null);
    }
    if (node instanceof Pattern pattern && !(node instanceof MemberExpression)) {
      return bind ? rebound(pattern) : pattern;
    }
    if (bind) {
      if (node instanceof ThisExpression && core.typescript) {
        return NodeFactory.identifier(
            node.start(), node.end(), "this", Identifier.Role.BINDING, null);
      }
    } else if (node instanceof Expression expression) {
      return simpleTarget(expression);
    }
    throw core.fail(node.start(), "this can't be bound");
  }

  private Pattern object(ObjectExpression object, boolean bind) {
    int base = core.mark();
    List<? extends Node> members = object.properties();
    for (int i = 0, size = members.size(); i < size; i++) {
      Node member = members.get(i);
      if (member instanceof Property property) {
        core.push(property(property, bind));
      } else {
        core.push(convert(member, bind));
      }
    }
    return NodeFactory.objectPattern(object.start(), object.end(), core.list(base), null);
  }

  private Property property(Property property, boolean bind) {
    if (property.method() || property.propertyKind() != PropertyKind.INIT) {
      throw core.fail(property.start(), "a method can't be bound");
    }
    Pattern value = convert(property.value(), bind);
    return NodeFactory.property(
        property.start(),
        property.end(),
        property.key(),
        value,
        PropertyKind.INIT,
        property.computed(),
        false,
        property.shorthand());
  }

  private void elements(List<? extends @Nullable Node> elements, boolean bind) {
    for (int i = 0, size = elements.size(); i < size; i++) {
      Node element = elements.get(i);
      if (element instanceof SpreadElement && i < size - 1) {
        throw core.fail(element.start(), "a rest element must be the last");
      }
      core.push(element == null ? null : convert(element, bind));
    }
  }

  /** A pattern whose names are declared: the same where they already are. */
  private Pattern rebound(Pattern pattern) {
    if (pattern instanceof AssignmentPattern assignment) {
      Pattern left = convert(assignment.left(), true);
      return left == assignment.left()
          ? pattern
          : NodeFactory.assignmentPattern(pattern.start(), pattern.end(), left, assignment.right());
    }
    if (pattern instanceof ArrayPattern array) {
      if (array.typeAnnotation() != null || array.optional()) {
        return pattern;
      }
      int base = core.mark();
      elements(array.elements(), true);
      return NodeFactory.arrayPattern(array.start(), array.end(), core.list(base), null);
    }
    if (pattern instanceof ObjectPattern object) {
      if (object.typeAnnotation() != null || object.optional()) {
        return pattern;
      }
      int base = core.mark();
      List<PatternMember> members = object.properties();
      for (int i = 0, size = members.size(); i < size; i++) {
        PatternMember member = members.get(i);
        core.push(
            member instanceof Property property ? property(property, true) : convert(member, true));
      }
      return NodeFactory.objectPattern(object.start(), object.end(), core.list(base), null);
    }
    if (pattern instanceof RestElement rest) {
      Pattern argument = convert(rest.argument(), true);
      return argument == rest.argument()
          ? pattern
          : NodeFactory.restElement(rest.start(), rest.end(), argument, null);
    }
    throw core.fail(pattern.start(), "this can't be bound");
  }

  private void rejectParentheses(Node node) {
    if (node.parenthesized()) {
      throw core.fail(node.start(), "a pattern can't stand in parentheses");
    }
  }
}
