package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of calls and constructions. */
final class CallValues {

  /** A function that returns in more places is not followed. */
  private static final int MAX_RETURNS = 16;

  /**
   * What compilers wrap an imported module in: it stays the module, for whose {@code default} it is
   * asked.
   */
  private static final Set<String> INTEROP =
      Set.of(
          "_interopRequireDefault",
          "_interopRequireWildcard",
          "_interop_require_default",
          "_interop_require_wildcard",
          "_interopDefault",
          "_interopDefaultLegacy",
          "_interopDefaultCompat",
          "_interopNamespace",
          "_interopNamespaceDefault",
          "__importDefault",
          "__importStar",
          "__toESM");

  private final Evaluator evaluator;
  private final Map<FunctionLike, List<Expression>> returns = new HashMap<>();

  CallValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The value of a call, given what is called. */
  @Nullable Value result(Invocation call, @Nullable Value callee) {
    if (call instanceof NewExpression) {
      return callee == null ? null : constructed(call, callee);
    }
    Expression name = call.callee();
    if (interop(name)) {
      return argument(call, 0);
    }
    if (name instanceof MemberExpression member) {
      String key = PropertyWrites.key(member);
      if (key != null) {
        switch (key) {
          case "bind" -> {
            if (member.object() instanceof MemberExpression method && uncurries(method)) {
              return null;
            }
            Value bound = evaluator.value(member.object());
            if (bound == null || bound.equals(callee)) {
              return bound;
            }
          }
          case "then" -> {
            return then(call, member, callee);
          }
          case "catch", "finally" -> {
            Value promise = evaluator.value(member.object());
            if (promise != null && !(promise instanceof LocalValue)) {
              return promise;
            }
          }
          default -> {
            // a method as any other
          }
        }
      }
    }
    return callee == null ? null : called(call, callee);
  }

  /** {@code f.call.bind(g)} gives {@code g} with its receiver as a parameter, not {@code f}. */
  private static boolean uncurries(MemberExpression method) {
    String key = PropertyWrites.key(method);
    return "call".equals(key) || "apply".equals(key);
  }

  private @Nullable Value constructed(Invocation call, Value callee) {
    if (callee instanceof LocalValue.OfClass made) {
      return new LocalValue.OfInstance(made.node());
    }
    if (callee instanceof LocalValue.OfFunction made) {
      Value returned = returned(made.node());
      return returned == null ? new LocalValue.OfInstance(made.node()) : returned;
    }
    return callee instanceof LocalValue ? null : outside(call, callee);
  }

  private @Nullable Value called(Invocation call, Value callee) {
    if (callee instanceof LocalValue.OfFunction made) {
      return returned(made.node());
    }
    if (callee == LocalValue.Special.ITSELF) {
      return callee;
    }
    if (callee == LocalValue.Special.REQUIRE) {
      Expression specifier = call.argument(0);
      return specifier == null ? null : evaluator.imported(specifier);
    }
    return callee instanceof LocalValue ? null : outside(call, callee);
  }

  private @Nullable Value outside(Invocation call, Value callee) {
    if (callee instanceof Value.Literal) {
      return null;
    }
    String name = evaluator.linkage.name(callee);
    if (name != null) {
      switch (name) {
        case "module.createRequire", "module.createRequireFromPath" -> {
          return LocalValue.Special.REQUIRE;
        }
        case "process.mainModule.require", "globalThis.process.mainModule.require" -> {
          Expression specifier = call.argument(0);
          return specifier == null ? null : evaluator.imported(specifier);
        }
        case "globalThis.Object.assign", "globalThis.Promise.all" -> {
          return argument(call, 0);
        }
        default -> {
          // a call as any other
        }
      }
    }
    return evaluator.linkage.call(callee, index -> argument(call, index));
  }

  private @Nullable Value argument(Invocation call, int index) {
    Expression argument = call.argument(index);
    return argument == null ? null : evaluator.value(argument);
  }

  private @Nullable Value then(Invocation call, MemberExpression member, @Nullable Value callee) {
    Expression callback = call.argument(0);
    Value promise = evaluator.value(member.object());
    if (callback == null || promise == null) {
      return null;
    }
    if (evaluator.value(callback) instanceof LocalValue.OfFunction function) {
      return returned(function.node());
    }
    return callee == null ? null : called(call, callee);
  }

  /**
   * What a parameter gets from the expression its function stands in: the callback of a promise
   * gets what is promised.
   */
  @Nullable Value resolvedParameter(FunctionLike function, int index) {
    SyntaxTree tree = evaluator.tree;
    Node parent = tree.parent(function);
    if (index == 0
        && parent instanceof CallExpression call
        && call.callee() instanceof MemberExpression member
        && "then".equals(PropertyWrites.key(member))
        && call.argument(0) == function) {
      return evaluator.value(member.object());
    }
    return null;
  }

  /** What a function returns, if it returns the same everywhere. */
  @Nullable Value returned(FunctionLike function) {
    if (function.generator()) {
      return null;
    }
    Value value = evaluator.guarded(function, () -> joinedReturns(function));
    return evaluator.types.better(value, function.returnType());
  }

  private @Nullable Value joinedReturns(FunctionLike function) {
    if (function.body() instanceof Expression expression) {
      return evaluator.value(expression);
    }
    Value value = LocalValue.Special.ITSELF;
    List<Expression> all = returns(function);
    if (all.isEmpty() || all.size() > MAX_RETURNS) {
      return null;
    }
    for (Expression expression : all) {
      if (value != null && !evaluator.neutral(expression)) {
        value = Evaluator.join(value, evaluator.value(expression));
      }
    }
    return value;
  }

  /** What the return statements of a function itself return. */
  private List<Expression> returns(FunctionLike function) {
    List<Expression> known = returns.get(function);
    if (known != null) {
      return known;
    }
    known = new ArrayList<>();
    SyntaxTree tree = evaluator.tree;
    Node body = function.body();
    if (body != null) {
      int end = tree.subtreeEnd(body.number());
      for (int i = body.number() + 1; i < end; i++) {
        NodeKind kind = tree.kind(i);
        switch (kind) {
          case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION, CLASS_BODY ->
              i = tree.subtreeEnd(i) - 1;
          case RETURN_STATEMENT -> {
            Expression argument = ((ReturnStatement) tree.node(i)).argument();
            if (argument != null) {
              known.add(argument);
            }
          }
          default -> {
            // looked through
          }
        }
      }
    }
    returns.put(function, known);
    return known;
  }

  /** Whether a call is one that compilers wrap imported modules in. */
  static boolean interop(Expression callee) {
    Expression at = callee;
    if (at instanceof SequenceExpression sequence) {
      at = sequence.expressions().get(sequence.expressions().size() - 1);
    }
    if (at instanceof Identifier id) {
      return INTEROP.contains(id.name());
    }
    if (at instanceof MemberExpression member) {
      String key = PropertyWrites.key(member);
      return key != null
          && (INTEROP.contains(key)
              || key.equals("_")
                  && member.object() instanceof Identifier helper
                  && INTEROP.contains(helper.name()));
    }
    return false;
  }
}
