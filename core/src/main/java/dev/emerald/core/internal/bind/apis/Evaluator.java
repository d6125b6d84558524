package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.constants.ConstantFolder;
import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportExpression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MetaProperty;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.NullLiteral;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.Super;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSInstantiationExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.ast.TaggedTemplateExpression;
import dev.emerald.spi.ast.ThisExpression;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.scope.Constant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows expressions to their values. Chains of members and calls are followed in a loop, the rest
 * by recursion that is counted. What has been found is kept by the place of the expression; a value
 * that depends on itself is kept only where the circle begins, so the order of questions does not
 * matter.
 */
final class Evaluator {

  private static final int MAX_DEPTH = 80;

  /** Evaluations that one question may cost. */
  private static final int MAX_STEPS = 20_000;

  /** Evaluations that all questions about a file may cost; then they go no deeper than a little. */
  private static final long STEPS_PER_NODE = 64;

  private static final int SHALLOW = 4;

  private static final int NEVER = Integer.MAX_VALUE;
  private static final Object NOTHING = new Object();

  final Names names;
  final SyntaxTree tree;
  final Linkage linkage;
  final PropertyWrites writes;
  final ConstantFolder constants;
  final VariableValues variables;
  final MemberValues members;
  final CallValues calls;
  final TypeValues types;

  private final @Nullable Object[] found;
  private final int[] busy;
  private final Map<Object, Integer> searching = new HashMap<>();
  private Expression[] spine = new Expression[32];
  private int spineSize;
  private int depth;
  private int steps;
  private long allSteps;
  private int cut = NEVER;

  Evaluator(Names names, Linkage linkage) {
    this.names = names;
    this.tree = names.tree();
    this.linkage = linkage;
    this.writes = new PropertyWrites(names);
    this.found = new Object[tree.size()];
    this.busy = new int[tree.size()];
    this.variables = new VariableValues(this);
    this.members = new MemberValues(this);
    this.calls = new CallValues(this);
    this.types = new TypeValues(this);
    this.constants = new ConstantFolder(names, writes, this::literal, this::name);
  }

  /** The value of an expression, or null. */
  @Nullable Value value(Node expression) {
    if (!(expression instanceof Expression start)) {
      return null;
    }
    if (start instanceof FunctionLike function) {
      return new LocalValue.OfFunction(function);
    }
    if (depth == 0) {
      steps = 0;
      cut = NEVER;
    }
    Object known = found[start.number()];
    if (known != null) {
      return known == NOTHING ? null : (Value) known;
    }
    if (busy[start.number()] > 0) {
      cut = Math.min(cut, busy[start.number()]);
      return LocalValue.Special.ITSELF;
    }
    if (exhausted()) {
      return null;
    }
    depth++;
    try {
      return follow(start);
    } finally {
      depth--;
    }
  }

  /** The name of the API that an expression is, or null. */
  @Nullable String name(Expression expression) {
    return linkage.name(value(expression));
  }

  /** The constant that an expression from another file is, or null. */
  private @Nullable Constant literal(Expression expression) {
    return value(expression) instanceof Value.Literal literal ? literal.constant() : null;
  }

  /**
   * Runs a search that is no expression's own, guarded as those of expressions are.
   *
   * @param owner what is searched for
   */
  @Nullable Value guarded(Object owner, Search search) {
    if (depth == 0) {
      steps = 0;
      cut = NEVER;
    }
    Integer running = searching.get(owner);
    if (running != null) {
      cut = Math.min(cut, running);
      return LocalValue.Special.ITSELF;
    }
    if (exhausted()) {
      return null;
    }
    int before = cut;
    cut = NEVER;
    depth++;
    searching.put(owner, depth);
    Value value = search.run();
    searching.remove(owner);
    value = close(value);
    cut = Math.min(before, cut);
    depth--;
    return value;
  }

  /** Counts a step; what is given up is kept for no other question. */
  private boolean exhausted() {
    int deepest = allSteps > STEPS_PER_NODE * tree.size() ? SHALLOW : MAX_DEPTH;
    if (depth >= deepest || ++steps > MAX_STEPS) {
      cut = 0;
      return true;
    }
    allSteps++;
    return false;
  }

  /** A search for a value. */
  @FunctionalInterface
  interface Search {
    /** Runs it. */
    @Nullable Value run();
  }

  /** Whether what has just been found holds for every later question too. */
  boolean settled() {
    return cut == NEVER;
  }

  /** Ends the search at this depth: a value that depends on itself alone is none. */
  private @Nullable Value close(@Nullable Value value) {
    if (cut >= depth) {
      cut = NEVER;
      return value == LocalValue.Special.ITSELF ? null : value;
    }
    return value;
  }

  private @Nullable Value follow(Expression start) {
    int base = spineSize;
    Expression at = start;
    while (true) {
      push(at);
      busy[at.number()] = depth;
      Expression next = inner(at);
      if (next == null || found[next.number()] != null || busy[next.number()] > 0) {
        break;
      }
      at = next;
    }
    int before = cut;
    cut = NEVER;
    Value value = null;
    boolean first = true;
    while (spineSize > base) {
      at = spine[--spineSize];
      Expression next = inner(at);
      Value of = next == null ? null : first ? value(next) : value;
      first = false;
      value = of == LocalValue.Special.ITSELF && next != null ? of : compute(at, of);
      busy[at.number()] = 0;
      value = close(value);
      if (cut == NEVER || depth == 1) {
        found[at.number()] = value == null ? NOTHING : value;
      }
    }
    cut = Math.min(before, cut);
    return value;
  }

  private void push(Expression expression) {
    if (spineSize == spine.length) {
      spine = Arrays.copyOf(spine, spineSize * 2);
    }
    spine[spineSize++] = expression;
  }

  /** The expression that an expression continues, if its value comes of that one's value. */
  private static @Nullable Expression inner(Expression expression) {
    return switch (expression.kind()) {
      case MEMBER_EXPRESSION -> ((MemberExpression) expression).object();
      case CALL_EXPRESSION -> ((CallExpression) expression).callee();
      case NEW_EXPRESSION -> ((NewExpression) expression).callee();
      case TAGGED_TEMPLATE_EXPRESSION -> ((TaggedTemplateExpression) expression).tag();
      case AWAIT_EXPRESSION -> ((AwaitExpression) expression).argument();
      case TS_AS_EXPRESSION -> ((TSAsExpression) expression).expression();
      case TS_SATISFIES_EXPRESSION -> ((TSSatisfiesExpression) expression).expression();
      case TS_TYPE_ASSERTION -> ((TSTypeAssertion) expression).expression();
      case TS_NON_NULL_EXPRESSION -> ((TSNonNullExpression) expression).expression();
      case TS_INSTANTIATION_EXPRESSION -> ((TSInstantiationExpression) expression).expression();
      case SEQUENCE_EXPRESSION -> {
        List<Expression> all = ((SequenceExpression) expression).expressions();
        yield all.get(all.size() - 1);
      }
      case ASSIGNMENT_EXPRESSION -> assigned((AssignmentExpression) expression);
      default -> null;
    };
  }

  private static @Nullable Expression assigned(AssignmentExpression assignment) {
    return switch (assignment.operator()) {
      case ASSIGN, OR, COALESCE -> assignment.right();
      default -> null;
    };
  }

  private @Nullable Value compute(Expression expression, @Nullable Value of) {
    return switch (expression.kind()) {
      case MEMBER_EXPRESSION -> members.access((MemberExpression) expression, of);
      case CALL_EXPRESSION, NEW_EXPRESSION -> calls.result((Invocation) expression, of);
      case TAGGED_TEMPLATE_EXPRESSION ->
          of == null || of instanceof LocalValue ? null : linkage.call(of, index -> null);
      case TS_AS_EXPRESSION, TS_TYPE_ASSERTION, TS_SATISFIES_EXPRESSION -> asserted(expression, of);
      case IDENTIFIER -> variables.reference((Identifier) expression);
      case THIS_EXPRESSION -> receiver((ThisExpression) expression);
      case SUPER -> superValue((Super) expression);
      case OBJECT_EXPRESSION -> new LocalValue.OfObject((ObjectExpression) expression);
      case ARRAY_EXPRESSION -> new LocalValue.OfArray((ArrayExpression) expression);
      case CLASS_EXPRESSION -> new LocalValue.OfClass((ClassLike) expression);
      case CONDITIONAL_EXPRESSION -> {
        ConditionalExpression conditional = (ConditionalExpression) expression;
        yield joined(conditional.consequent(), conditional.alternate());
      }
      case LOGICAL_EXPRESSION -> logical((LogicalExpression) expression);
      case IMPORT_EXPRESSION -> imported(((ImportExpression) expression).source());
      case META_PROPERTY -> {
        MetaProperty meta = (MetaProperty) expression;
        yield linkage.global(meta.meta().name() + "." + meta.property().name());
      }
      default -> of;
    };
  }

  private @Nullable Value asserted(Expression expression, @Nullable Value of) {
    return switch (expression.kind()) {
      case TS_AS_EXPRESSION -> types.better(of, ((TSAsExpression) expression).typeAnnotation());
      case TS_TYPE_ASSERTION -> types.better(of, ((TSTypeAssertion) expression).typeAnnotation());
      default -> of;
    };
  }

  /** The module that a constant specifier names. */
  @Nullable Value imported(Expression source) {
    Constant specifier = constants.constantOf(source);
    String text = specifier == null ? null : specifier.string();
    return text == null ? null : linkage.module(text);
  }

  private @Nullable Value receiver(ThisExpression expression) {
    PropertyWrites.Receiver receiver = writes.receiver(expression.number());
    return receiver == null ? null : members.receiver(receiver);
  }

  private @Nullable Value superValue(Super expression) {
    ClassLike owner = tree.enclosing(expression, ClassLike.class);
    Expression parent = owner == null ? null : owner.superClass();
    if (parent == null) {
      return null;
    }
    Value type = value(parent);
    Node use = tree.parent(expression);
    PropertyWrites.Receiver receiver = writes.receiver(expression.number());
    boolean instance = use instanceof MemberExpression && receiver != null && receiver.instance();
    return instance ? members.instance(type) : type;
  }

  private @Nullable Value logical(LogicalExpression expression) {
    if (expression.operator() == LogicalOperator.AND) {
      return value(expression.right());
    }
    if (neutral(expression.left())) {
      return value(expression.right());
    }
    Value left = value(expression.left());
    if (neutral(expression.right()) || empty(expression.right())) {
      return left;
    }
    Value right = value(expression.right());
    return left == null ? right : join(left, right);
  }

  /** The value of two expressions if they agree; what is nothing at all agrees with everything. */
  @Nullable Value joined(Expression one, Expression other) {
    if (neutral(one)) {
      return value(other);
    }
    if (neutral(other)) {
      return value(one);
    }
    Value first = value(one);
    return first == null ? null : join(first, value(other));
  }

  /** One value for two: the same, or the one that does not depend on itself. */
  static @Nullable Value join(@Nullable Value one, @Nullable Value other) {
    if (one == LocalValue.Special.ITSELF) {
      return other;
    }
    if (other == LocalValue.Special.ITSELF) {
      return one;
    }
    if (one == null || other == null || one.equals(other)) {
      return other == null ? null : one;
    }
    return one instanceof SymbolicLinkage.Symbolic first
            && other instanceof SymbolicLinkage.Symbolic second
        ? first.joined(second)
        : null;
  }

  private static boolean empty(Expression expression) {
    return expression instanceof ObjectExpression object && object.properties().isEmpty();
  }

  /** Whether an expression stands for "nothing yet": no member of it is ever used. */
  boolean neutral(Expression expression) {
    return switch (expression.kind()) {
      case NULL_LITERAL -> expression instanceof NullLiteral;
      case BOOLEAN_LITERAL -> !((BooleanLiteral) expression).value();
      case IDENTIFIER ->
          ((Identifier) expression).name().equals("undefined")
              && names.symbolAt(expression.number()) == null;
      case UNARY_EXPRESSION -> ((UnaryExpression) expression).operator() == UnaryOperator.VOID;
      case ASSIGNMENT_EXPRESSION -> {
        Expression last = expression;
        while (last instanceof AssignmentExpression assignment) {
          last = assignment.right();
        }
        yield last.kind() != NodeKind.ASSIGNMENT_EXPRESSION && neutral(last);
      }
      default -> false;
    };
  }
}
