package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BigIntLiteral;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.scope.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds expressions to constants. Long concatenations are folded in a loop, all else by recursion
 * that is counted; what a file may cost and how long a text may get are bounded. Beyond a bound the
 * answer is "not known".
 */
public final class ConstantFolder {

  private static final int MAX_DEPTH = 80;
  private static final int MAX_TEXT = 1 << 18;
  private static final int MAX_BIG_DIGITS = 1_000;
  private static final Object NOTHING = new Object();
  private static final Object BUSY = new Object();

  private final Names names;
  private final SyntaxTree tree;
  private final Origins origins;
  private final ObjectFolder objects;
  private final EnumFolder enums;
  private final CallFolder calls;
  private final RegexTexts regexes;
  private final Function<Expression, @Nullable Constant> outside;
  private final @Nullable Object[] found;
  private long allowance;
  private int depth;
  private boolean cut;

  /**
   * The constants of a file.
   *
   * @param outside the constants that other files export
   * @param api the names of APIs
   */
  public ConstantFolder(
      Names names,
      PropertyWrites writes,
      Function<Expression, @Nullable Constant> outside,
      Function<Expression, @Nullable String> api) {
    this.names = names;
    this.tree = names.tree();
    this.origins = new Origins(names);
    this.objects = new ObjectFolder(names, writes, origins, this);
    this.enums = new EnumFolder(names, this);
    this.regexes = new RegexTexts(this, api);
    this.calls = new CallFolder(this, regexes, api);
    this.outside = outside;
    this.found = new Object[tree.size()];
    this.allowance = 4_000_000L + 16L * tree.size();
  }

  /** Where values come from. */
  public Origins origins() {
    return origins;
  }

  /** The properties of objects. */
  public ObjectFolder objects() {
    return objects;
  }

  /** The constant that an expression is, or null. */
  public @Nullable Constant constantOf(Expression expression) {
    return switch (expression.kind()) {
      case STRING_LITERAL -> Constant.of(((StringLiteral) expression).value());
      case NUMERIC_LITERAL -> Constant.of(((NumericLiteral) expression).value());
      case BOOLEAN_LITERAL -> Constant.of(((BooleanLiteral) expression).value());
      case NULL_LITERAL -> Constant.NULL;
      case BIGINT_LITERAL -> bigInteger((BigIntLiteral) expression);
      case IDENTIFIER,
          MEMBER_EXPRESSION,
          BINARY_EXPRESSION,
          TEMPLATE_LITERAL,
          CALL_EXPRESSION,
          CONDITIONAL_EXPRESSION,
          LOGICAL_EXPRESSION,
          UNARY_EXPRESSION,
          SEQUENCE_EXPRESSION,
          ASSIGNMENT_EXPRESSION,
          AWAIT_EXPRESSION,
          TS_AS_EXPRESSION,
          TS_SATISFIES_EXPRESSION,
          TS_TYPE_ASSERTION,
          TS_NON_NULL_EXPRESSION ->
          guarded(expression);
      default -> null;
    };
  }

  /** The key of a property or member, if it is known. */
  public @Nullable Constant keyOf(Expression key, boolean computed) {
    return !computed && key instanceof Identifier name ? Constant.of(name.name()) : constantOf(key);
  }

  /** Whether a name means a global. */
  boolean global(Identifier id) {
    return names.symbolAt(id.number()) == null && !names.uncertain(id.number());
  }

  /** Takes something off what the file may cost; false if there is nothing left. */
  boolean spend(long work) {
    allowance -= work;
    return allowance > 0;
  }

  private @Nullable Constant guarded(Expression expression) {
    int place = expression.number();
    Object known = found[place];
    if (known != null) {
      return known instanceof Constant constant ? constant : null;
    }
    if (depth >= MAX_DEPTH || !spend(1)) {
      cut = true;
      return null;
    }
    if (depth == 0) {
      cut = false;
    }
    depth++;
    found[place] = BUSY;
    Constant constant = fold(expression);
    depth--;
    if (constant != null || !cut || depth == 0) {
      found[place] = constant == null ? NOTHING : constant;
    } else {
      found[place] = null;
    }
    return constant;
  }

  private @Nullable Constant fold(Expression expression) {
    return switch (expression.kind()) {
      case IDENTIFIER -> variable((Identifier) expression);
      case MEMBER_EXPRESSION -> member((MemberExpression) expression);
      case BINARY_EXPRESSION -> binary((BinaryExpression) expression);
      case TEMPLATE_LITERAL -> template((TemplateLiteral) expression);
      case CALL_EXPRESSION -> calls.result((CallExpression) expression);
      case CONDITIONAL_EXPRESSION -> conditional((ConditionalExpression) expression);
      case LOGICAL_EXPRESSION -> logical((LogicalExpression) expression);
      case UNARY_EXPRESSION -> unary((UnaryExpression) expression);
      case SEQUENCE_EXPRESSION -> {
        List<Expression> all = ((SequenceExpression) expression).expressions();
        yield constantOf(all.get(all.size() - 1));
      }
      case ASSIGNMENT_EXPRESSION -> {
        AssignmentExpression assignment = (AssignmentExpression) expression;
        yield assignment.operator() == AssignmentOperator.ASSIGN
            ? constantOf(assignment.right())
            : null;
      }
      case AWAIT_EXPRESSION -> constantOf(((AwaitExpression) expression).argument());
      default -> constantOf(Origins.unwrapped(expression));
    };
  }

  // ---- names

  private @Nullable Constant variable(Identifier id) {
    if (names.uncertain(id.number())) {
      return null;
    }
    FileSymbol symbol = names.symbolAt(id.number());
    if (symbol == null) {
      return switch (id.name()) {
        case "undefined" -> Constant.UNDEFINED;
        case "NaN" -> Constant.of(Double.NaN);
        case "Infinity" -> Constant.of(Double.POSITIVE_INFINITY);
        default -> null;
      };
    }
    if (symbol.kind() == Symbol.Kind.IMPORT) {
      return outside.apply(id);
    }
    Node declaration = tree.node(symbol.declaration(0));
    if (tree.parent(declaration) instanceof TSEnumMember member) {
      return enums.member(member);
    }
    Expression initial = origins.initialValue(symbol);
    if (initial != null) {
      return constantOf(initial);
    }
    return symbol.reassigned() || symbol.declarationCount() > 1
        ? null
        : destructured(declaration, id);
  }

  /** {@code const { a } = { a: 'b' }}, and of what another file exports. */
  private @Nullable Constant destructured(Node declaration, Identifier use) {
    if (tree.parent(declaration) instanceof Property property
        && tree.parent(property) instanceof ObjectPattern pattern
        && tree.parent(pattern) instanceof VariableDeclarator declarator
        && declarator.init() != null) {
      Constant key = keyOf(property.key(), property.computed());
      ObjectView view = objects.objectOf(declarator.init());
      Expression value = key == null || view == null ? null : view.get(key.text());
      return value != null ? constantOf(value) : outside.apply(use);
    }
    return null;
  }

  private @Nullable Constant member(MemberExpression member) {
    Constant key = keyOf(member.property(), member.computed());
    if (key == null) {
      return null;
    }
    String name = key.text();
    if (member.object() instanceof Identifier id) {
      FileSymbol symbol = names.symbolAt(id.number());
      if (symbol != null && symbol.kind() == Symbol.Kind.ENUM) {
        return enums.member(symbol, name);
      }
    }
    ObjectView view = objects.objectOf(member.object());
    if (view != null) {
      Expression value = view.get(name);
      return value == null ? null : constantOf(value);
    }
    if (origins.origin(member.object()) instanceof ArrayExpression array) {
      return element(array, key, member.object());
    }
    if (name.equals("source")) {
      Constant source = regexes.source(member.object());
      if (source != null) {
        return source;
      }
    }
    if (name.equals("length")) {
      Constant text = constantOf(member.object());
      String string = text == null ? null : text.string();
      return string == null ? null : Constant.of(string.length());
    }
    return outside.apply(member);
  }

  private @Nullable Constant element(ArrayExpression array, Constant key, Expression holder) {
    List<@Nullable Expression> elements = array.elements();
    double index = key.number();
    if (!(index >= 0 && index < elements.size() && index == Math.rint(index))
        || objects.changed(holder)) {
      return null;
    }
    for (int i = 0; i <= index; i++) {
      Expression element = elements.get(i);
      if (element == null || element.kind() == NodeKind.SPREAD_ELEMENT || !spend(1)) {
        return null;
      }
    }
    Expression element = elements.get((int) index);
    return element == null ? null : constantOf(element);
  }

  // ---- operators

  private @Nullable Constant template(TemplateLiteral template) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.quasis().size(); i++) {
      String cooked = template.quasis().get(i).cooked();
      if (cooked == null) {
        return null;
      }
      text.append(cooked);
      if (i < template.expressions().size()) {
        Constant part = constantOf(template.expressions().get(i));
        if (part == null) {
          return null;
        }
        text.append(part.text());
      }
      if (text.length() > MAX_TEXT) {
        return null;
      }
    }
    return text(text);
  }

  private @Nullable Constant text(CharSequence text) {
    return text.length() > MAX_TEXT || !spend(text.length()) ? null : Constant.of(text.toString());
  }

  private @Nullable Constant conditional(ConditionalExpression conditional) {
    Constant test = constantOf(conditional.test());
    if (test != null) {
      return constantOf(test.truthy() ? conditional.consequent() : conditional.alternate());
    }
    Constant one = constantOf(conditional.consequent());
    return one != null && one.equals(constantOf(conditional.alternate())) ? one : null;
  }

  private @Nullable Constant logical(LogicalExpression logical) {
    Constant left = constantOf(logical.left());
    if (left == null) {
      return null;
    }
    boolean right =
        switch (logical.operator()) {
          case AND -> left.truthy();
          case OR -> !left.truthy();
          case COALESCE ->
              left.type() == Constant.Type.NULL || left.type() == Constant.Type.UNDEFINED;
        };
    return right ? constantOf(logical.right()) : left;
  }

  private @Nullable Constant unary(UnaryExpression unary) {
    Constant operand = constantOf(unary.argument());
    if (operand == null) {
      return null;
    }
    boolean number = operand.type() == Constant.Type.NUMBER;
    return switch (unary.operator()) {
      case NOT -> Constant.of(!operand.truthy());
      case VOID -> Constant.UNDEFINED;
      case MINUS -> number ? Constant.of(-operand.number()) : null;
      case PLUS -> number ? operand : null;
      case BITWISE_NOT -> number ? Constant.of(~int32(operand.number())) : null;
      case TYPEOF, DELETE -> null;
    };
  }

  private @Nullable Constant binary(BinaryExpression binary) {
    return binary.operator() == BinaryOperator.ADD
        ? sum(binary)
        : combined(binary.operator(), constantOf(binary.left()), constantOf(binary.right()));
  }

  /** Folds a chain of additions from its left end on; parts of it that are not known are marked. */
  private @Nullable Constant sum(BinaryExpression last) {
    List<BinaryExpression> chain = new ArrayList<>();
    Expression at = last;
    while (at instanceof BinaryExpression binary
        && binary.operator() == BinaryOperator.ADD
        && (binary == last || found[binary.number()] == null)) {
      chain.add(binary);
      at = binary.left();
      if (!spend(1)) {
        return null;
      }
    }
    Constant sum = constantOf(at);
    StringBuilder text = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      Constant right = sum == null && text == null ? null : constantOf(chain.get(i).right());
      if (right == null) {
        for (int j = i; j > 0 && !cut; j--) {
          found[chain.get(j).number()] = NOTHING;
        }
        return null;
      }
      if (text != null) {
        text.append(right.text());
      } else if (sum != null
          && (sum.type() == Constant.Type.STRING || right.type() == Constant.Type.STRING)) {
        text = new StringBuilder(sum.text()).append(right.text());
      } else {
        sum = combined(BinaryOperator.ADD, sum, right);
      }
      if (text != null && text.length() > MAX_TEXT) {
        return null;
      }
    }
    return text == null ? sum : text(text);
  }

  private static @Nullable Constant combined(
      BinaryOperator operator, @Nullable Constant left, @Nullable Constant right) {
    if (left == null || right == null) {
      return null;
    }
    switch (operator) {
      case STRICT_EQUAL -> {
        return same(left, right);
      }
      case STRICT_NOT_EQUAL -> {
        Constant same = same(left, right);
        return same == null ? null : Constant.of(!same.truthy());
      }
      default -> {
        // arithmetic, of numbers alone
      }
    }
    if (left.type() != Constant.Type.NUMBER || right.type() != Constant.Type.NUMBER) {
      return null;
    }
    double a = left.number();
    double b = right.number();
    return switch (operator) {
      case ADD -> Constant.of(a + b);
      case SUBTRACT -> Constant.of(a - b);
      case MULTIPLY -> Constant.of(a * b);
      case DIVIDE -> Constant.of(a / b);
      case REMAINDER -> Constant.of(a % b);
      case EXPONENT ->
          Math.abs(a) == 1 && Double.isInfinite(b) ? null : Constant.of(Math.pow(a, b));
      case SHIFT_LEFT -> Constant.of(int32(a) << (int32(b) & 31));
      case SHIFT_RIGHT -> Constant.of(int32(a) >> (int32(b) & 31));
      case SHIFT_RIGHT_UNSIGNED ->
          Constant.of((double) ((int32(a) & 0xFFFFFFFFL) >>> (int32(b) & 31)));
      case BITWISE_OR -> Constant.of(int32(a) | int32(b));
      case BITWISE_AND -> Constant.of(int32(a) & int32(b));
      case BITWISE_XOR -> Constant.of(int32(a) ^ int32(b));
      case LESS -> Constant.of(a < b);
      case LESS_OR_EQUAL -> Constant.of(a <= b);
      case GREATER -> Constant.of(a > b);
      case GREATER_OR_EQUAL -> Constant.of(a >= b);
      default -> null;
    };
  }

  private static @Nullable Constant same(Constant left, Constant right) {
    if (left.type() == Constant.Type.NUMBER && right.type() == Constant.Type.NUMBER) {
      return Constant.of(left.number() == right.number());
    }
    return Constant.of(left.equals(right));
  }

  /** ECMA-262, ToInt32. */
  private static int int32(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return 0;
    }
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    return (int) (long) (whole % 4294967296.0);
  }

  private static @Nullable Constant bigInteger(BigIntLiteral literal) {
    String digits = literal.value();
    if (digits.length() > MAX_BIG_DIGITS) {
      return null;
    }
    int radix = 10;
    if (digits.length() > 2 && digits.charAt(0) == '0') {
      radix =
          switch (Character.toLowerCase(digits.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
          };
    }
    try {
      return Constant.of(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
