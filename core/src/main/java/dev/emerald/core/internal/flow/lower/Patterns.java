package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayPattern;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.PatternMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.RestElement;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSParameterProperty;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.scope.Constant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binding and assigning: names, members, destructuring, parameters. */
final class Patterns {

  private final BodyLowering body;
  private final Environment env;

  Patterns(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  // ---- parameters

  /** The value of a parameter; its name goes to the list of names. */
  int parameter(Pattern pattern, int index, int[] names) {
    Pattern at = pattern;
    if (at instanceof TSParameterProperty property) {
      at = property.parameter();
    }
    if (at instanceof AssignmentPattern assigned) {
      at = assigned.left();
    }
    boolean rest = at instanceof RestElement;
    if (at instanceof RestElement element) {
      at = element.argument();
    }
    int value = body.add(Op.PARAM, index, rest ? 1 : 0, -1, pattern);
    if (at instanceof Identifier id) {
      names[index] = body.file.name(id.name());
      if (!rest) {
        body.named(value, id);
      }
    }
    return value;
  }

  /** The name of a parameter; null for patterns and rest parameters. */
  static @Nullable Identifier parameterName(Pattern pattern) {
    Pattern at = pattern instanceof TSParameterProperty property ? property.parameter() : pattern;
    if (at instanceof AssignmentPattern assigned) {
      at = assigned.left();
    }
    return at instanceof Identifier id ? id : null;
  }

  void bindParameter(Pattern pattern, int value) {
    if (pattern instanceof TSParameterProperty property) {
      bind(property.parameter(), value, property);
      Pattern inner = property.parameter();
      if (inner instanceof AssignmentPattern assigned) {
        inner = assigned.left();
      }
      if (inner instanceof Identifier id) {
        int field = body.identifier(id);
        body.expressions.store(body.receiver(property), id.name(), field, property);
      }
    } else if (pattern instanceof RestElement rest) {
      bind(rest.argument(), value, rest);
    } else {
      bind(pattern, value, pattern);
    }
  }

  // ---- patterns

  /**
   * Gives a value to a pattern.
   *
   * @param whole the whole assignment or declaration
   */
  void bind(Pattern pattern, int value, Node whole) {
    if (!body.enter()) {
      return;
    }
    switch (pattern.kind()) {
      case IDENTIFIER -> name((Identifier) pattern, value, whole);
      case MEMBER_EXPRESSION -> body.chains.store((MemberExpression) pattern, value, whole);
      case OBJECT_PATTERN -> object((ObjectPattern) pattern, value);
      case ARRAY_PATTERN -> array((ArrayPattern) pattern, value);
      case ASSIGNMENT_PATTERN -> {
        AssignmentPattern assigned = (AssignmentPattern) pattern;
        bind(assigned.left(), withDefault(value, assigned.right()), whole);
      }
      case REST_ELEMENT -> bind(((RestElement) pattern).argument(), value, whole);
      case TS_PARAMETER_PROPERTY -> bind(((TSParameterProperty) pattern).parameter(), value, whole);
      case TS_AS_EXPRESSION -> inner(((TSAsExpression) pattern).expression(), value, whole);
      case TS_SATISFIES_EXPRESSION ->
          inner(((TSSatisfiesExpression) pattern).expression(), value, whole);
      case TS_TYPE_ASSERTION -> inner(((TSTypeAssertion) pattern).expression(), value, whole);
      case TS_NON_NULL_EXPRESSION ->
          inner(((TSNonNullExpression) pattern).expression(), value, whole);
      default -> {
        // nothing that can be assigned
      }
    }
    body.leave();
  }

  private void inner(Expression expression, int value, Node whole) {
    if (expression instanceof Pattern pattern) {
      bind(pattern, value, whole);
    }
  }

  private void name(Identifier id, int value, Node whole) {
    Variable variable = body.closures.variable(id);
    if (variable != null) {
      body.assign(variable, value, whole);
    } else if (id.name().equals("location")) {
      // An address that is given to a page leads it there.
      int window = body.global("window", id);
      body.code.api(window, body.file.name("globalThis"));
      body.expressions.store(window, id.name(), value, whole);
    }
  }

  /** A value, or another where it is missing. */
  private int withDefault(int value, Expression fallback) {
    int mark = env.mark();
    int other = body.expressions.value(fallback);
    State changed = env.take(mark);
    env.join(List.of(State.SAME, changed), fallback);
    Ints operands = new Ints(2);
    operands.add(value);
    operands.add(other);
    int joined = env.phi(operands, fallback);
    if (body.code.api(joined) < 0 && joined != value) {
      body.code.api(joined, body.code.op(value) == Op.PARAM ? -1 : body.code.api(value));
    }
    return joined;
  }

  private void object(ObjectPattern pattern, int value) {
    Ints taken = new Ints();
    for (PatternMember member : pattern.properties()) {
      if (member instanceof RestElement rest) {
        int copy = body.add(Op.OBJECT, -1, -1, -1, rest);
        body.expressions.copy(copy, value, body.code.list(taken), rest);
        bind(rest.argument(), copy, rest);
        continue;
      }
      Property property = (Property) member;
      String key = body.expressions.key(property.key(), property.computed());
      int loaded;
      if (key != null) {
        loaded = body.paths.load(value, body.file.name(key), property);
        taken.add(body.constant(Constant.of(key), property.key()));
      } else {
        int computed = body.expressions.value(property.key());
        loaded = body.add(Op.LOAD_KEY, value, computed, -1, property);
      }
      if (property.value() instanceof Pattern target) {
        Identifier id = bound(target);
        if (id != null) {
          body.named(loaded, id);
        }
        bind(target, loaded, property);
      }
      if (key != null) {
        named(value, loaded, key);
      }
    }
  }

  /** Names an object by what one of its properties is called: the binder knows names alone. */
  private void named(int object, int property, String key) {
    int api = body.code.api(property);
    if (api < 0 || body.code.api(object) >= 0) {
      return;
    }
    String name = body.file.name(api);
    switch (body.code.op(object)) {
      case PARAM, LOAD, ELEMENT -> {
        if (name.endsWith("." + key)) {
          String whole = name.substring(0, name.length() - key.length() - 1);
          body.code.api(object, body.file.name(whole));
        }
      }
      default -> {
        // named where it is made
      }
    }
  }

  /** The name that a part of a pattern binds, maybe with a default. */
  private static @Nullable Identifier bound(Pattern target) {
    Pattern at = target instanceof AssignmentPattern assigned ? assigned.left() : target;
    return at instanceof Identifier id ? id : null;
  }

  private void array(ArrayPattern pattern, int value) {
    List<@Nullable Pattern> elements = pattern.elements();
    for (int i = 0; i < elements.size(); i++) {
      Pattern element = elements.get(i);
      if (element instanceof RestElement rest) {
        Ints parts = new Ints(1);
        parts.add(body.add(Op.SPREAD, value, -1, -1, rest));
        bind(rest.argument(), body.add(Op.ARRAY, -1, -1, body.code.list(parts), rest), rest);
      } else if (element != null) {
        int loaded = body.add(Op.ELEMENT, value, i, -1, element);
        Identifier id = bound(element);
        if (id != null) {
          body.named(loaded, id);
        }
        bind(element, loaded, element);
      }
    }
  }
}
