package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.scope.Constant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The helpers that compilers write in place of newer syntax, told by their names and how many
 * arguments they take: they are lowered as what they stand for. And {@code Object.defineProperty},
 * which is seen as a store.
 */
final class HelperCalls {

  private final BodyLowering body;

  HelperCalls(BodyLowering body) {
    this.body = body;
  }

  private static @Nullable String name(Expression callee) {
    Expression at = callee;
    if (at instanceof SequenceExpression sequence) {
      at = sequence.expressions().get(sequence.expressions().size() - 1);
    }
    if (at instanceof MemberExpression member
        && !member.computed()
        && member.property() instanceof Identifier key) {
      if (!key.name().equals("default")) {
        return key.name();
      }
      at = member.object();
    }
    return at instanceof Identifier id ? id.name() : null;
  }

  /** The name of a helper, without the number that makes it unique in a file. */
  private static @Nullable String helper(Expression callee) {
    String name = name(callee);
    if (name == null || name.length() < 5 || name.charAt(0) != '_') {
      return null;
    }
    int end = name.length();
    while (end > 2 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
      end--;
    }
    return name.substring(0, end);
  }

  /** What a helper stands for. */
  private enum Helper {
    /** Its first argument. */
    SAME(1),
    /** An async function, called at once: {@code __awaiter(this, void 0, void 0, function* …)}. */
    AWAITER(4),
    /** The same, of another compiler: {@code __async(this, null, function* …)}. */
    ASYNC(3),
    /** An async function, written as a generator. */
    ASYNC_FUNCTION(1),
    /** The methods of a class. */
    CREATE_CLASS(2),
    /** {@code extends}. */
    INHERITS(2),
    /** {@code super(…)}. */
    CALL_SUPER(2),
    /** {@code { ...rest }} in a pattern. */
    REST(2),
    /** {@code { ...a }}. */
    ASSIGN(2),
    /** {@code [...a]}. */
    SPREAD(1),
    /** A property. */
    DEFINE(3),
    /** {@code export *}. */
    EXPORT_STAR(1);

    final int arguments;

    Helper(int arguments) {
      this.arguments = arguments;
    }
  }

  private static final Map<String, Helper> HELPERS = new HashMap<>();

  static {
    put(
        Helper.SAME,
        "_interopRequireDefault",
        "_interopRequireWildcard",
        "_interop_require_default",
        "_interop_require_wildcard",
        "_interopDefault",
        "_interopNamespace",
        "__importDefault",
        "__importStar",
        "__toESM",
        "__toModule",
        "_slicedToArray",
        "_sliced_to_array",
        "__read",
        "_assertThisInitialized",
        "_assert_this_initialized",
        "_possibleConstructorReturn",
        "_possible_constructor_return");
    put(Helper.AWAITER, "__awaiter");
    put(Helper.ASYNC, "__async");
    put(Helper.ASYNC_FUNCTION, "_asyncToGenerator", "_async_to_generator");
    put(Helper.CREATE_CLASS, "_createClass", "_create_class");
    put(Helper.INHERITS, "__extends", "_inherits", "_inheritsLoose", "_inherits_loose");
    put(Helper.CALL_SUPER, "_callSuper", "_call_super");
    put(
        Helper.REST,
        "__rest",
        "_objectWithoutProperties",
        "_object_without_properties",
        "_objectWithoutPropertiesLoose");
    put(Helper.ASSIGN, "__assign", "_extends", "_objectSpread", "_object_spread", "__spreadValues");
    put(
        Helper.SPREAD,
        "__spreadArray",
        "__spreadArrays",
        "__spread",
        "_toConsumableArray",
        "_to_consumable_array");
    put(Helper.DEFINE, "_defineProperty", "_define_property", "__publicField");
    put(Helper.EXPORT_STAR, "__exportStar");
  }

  private static void put(Helper helper, String... names) {
    for (String name : names) {
      HELPERS.put(name, helper);
    }
  }

  /** Whether a call is one of a helper. */
  boolean known(CallExpression call) {
    if (machine(call) != null) {
      return true;
    }
    String name = helper(call.callee());
    Helper helper = name == null ? null : HELPERS.get(name);
    List<Expression> given = call.arguments();
    if (helper == null || given.size() < helper.arguments) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) instanceof SpreadElement) {
        return false;
      }
    }
    return switch (helper) {
      case AWAITER, ASYNC ->
          given.size() == helper.arguments && Chains.function(given.get(helper.arguments - 1));
      case ASYNC_FUNCTION -> given.size() == 1 && generator(given.get(0)) != null;
      default -> true;
    };
  }

  /** The code of this function, if a call runs it piece by piece. */
  private @Nullable FunctionLike machine(CallExpression call) {
    FunctionLike function = StateMachines.of(call);
    return function != null && StateMachines.holds(body.file.tree, ((Node) function).number())
        ? function
        : null;
  }

  private static @Nullable FunctionLike generator(Expression given) {
    return Chains.function(given) ? (FunctionLike) given : StateMachines.marked(given);
  }

  /** Lowers a call of a helper. */
  int call(CallExpression call) {
    FunctionLike machine = machine(call);
    if (machine != null) {
      return StateMachine.lower(body, call, machine);
    }
    List<Expression> given = call.arguments();
    Helper helper = HELPERS.get(helper(call.callee()));
    return switch (helper == null ? Helper.SAME : helper) {
      case AWAITER, ASYNC -> driven(call, given.get(0), given.get(given.size() - 1));
      case ASYNC_FUNCTION -> {
        FunctionLike function = generator(given.get(0));
        yield function == null ? body.unknown(call) : body.function(function, true);
      }
      case CREATE_CLASS -> createClass(call);
      case INHERITS -> inherits(call);
      case CALL_SUPER -> callSuper(call);
      case REST -> rest(call);
      case ASSIGN -> assign(call);
      case SPREAD -> spread(call);
      case DEFINE -> {
        int object = body.expressions.value(given.get(0));
        store(object, given.get(1), body.expressions.value(given.get(2)), call);
        yield object;
      }
      case EXPORT_STAR -> exportStar(call);
      case SAME -> {
        int value = body.expressions.value(given.get(0));
        for (int i = 1; i < given.size(); i++) {
          body.expressions.effect(given.get(i));
        }
        yield value;
      }
    };
  }

  /**
   * {@code _callSuper(this, C, [a])}: the constructor of what {@code C} extends, on this object.
   */
  private int callSuper(CallExpression call) {
    List<Expression> given = call.arguments();
    int receiver = body.expressions.value(given.get(0));
    int type = body.expressions.value(given.get(1));
    int parent = body.paths.load(type, body.file.name("__proto__"), given.get(1));
    Ints arguments = new Ints(1);
    if (given.size() > 2) {
      if (given.get(2) instanceof ArrayExpression array) {
        for (Expression element : array.elements()) {
          arguments.add(element == null ? body.unknown(array) : body.expressions.value(element));
        }
      } else {
        int all = body.expressions.value(given.get(2));
        arguments.add(body.add(Op.SPREAD, all, -1, -1, given.get(2)));
      }
    }
    body.chains.call(parent, receiver, arguments, call, -1);
    return receiver;
  }

  private int driven(CallExpression call, Expression receiver, Expression function) {
    int on = body.expressions.value(receiver);
    int callee = body.function((FunctionLike) function, true);
    return body.chains.call(callee, on, new Ints(1), call, -1);
  }

  private int createClass(CallExpression call) {
    List<Expression> given = call.arguments();
    int type = body.expressions.value(given.get(0));
    int prototype = body.paths.load(type, body.file.name("prototype"), given.get(0));
    members(prototype, given.get(1));
    if (given.size() > 2) {
      members(type, given.get(2));
    }
    return type;
  }

  private void members(int object, Expression list) {
    if (!(list instanceof ArrayExpression array)) {
      body.expressions.effect(list);
      return;
    }
    for (Expression element : array.elements()) {
      if (element instanceof ObjectExpression descriptor) {
        Expression key = property(descriptor, "key");
        if (key != null) {
          define(object, key, descriptor, descriptor);
        }
      }
    }
  }

  private static @Nullable Expression property(ObjectExpression object, String name) {
    for (ObjectMember member : object.properties()) {
      if (member instanceof Property property
          && name.equals(FunctionNames.key(property.key(), property.computed()))
          && property.value() instanceof Expression value) {
        return value;
      }
    }
    return null;
  }

  /** Stores what a descriptor describes: the value, or what its getter gives. */
  private void define(int object, Expression key, ObjectExpression descriptor, Node whole) {
    Expression value = property(descriptor, "value");
    if (value != null) {
      store(object, key, body.expressions.value(value), whole);
      return;
    }
    Expression getter = property(descriptor, "get");
    if (getter != null) {
      int function = body.expressions.value(getter);
      store(object, key, body.chains.call(function, object, new Ints(1), getter, -1), whole);
    }
    Expression setter = property(descriptor, "set");
    if (setter != null) {
      body.expressions.effect(setter);
    }
  }

  private void store(int object, Expression key, int value, Node whole) {
    Constant constant = body.file.scopes.constantOf(key);
    if (constant != null) {
      body.expressions.store(object, constant.text(), value, whole);
    } else {
      int computed = body.expressions.value(key);
      body.expressions.storeKey(object, computed, value, whole);
      body.paths.give(object);
    }
  }

  private int inherits(CallExpression call) {
    int type = body.expressions.value(call.arguments().get(0));
    int parent = body.expressions.value(call.arguments().get(1));
    int prototype = body.file.name("prototype");
    int own = body.paths.load(type, prototype, call.arguments().get(0));
    int inherited = body.paths.load(parent, prototype, call.arguments().get(1));
    body.expressions.store(own, "__proto__", inherited, call);
    body.expressions.store(type, "__proto__", parent, call);
    return type;
  }

  private int rest(CallExpression call) {
    int from = body.expressions.value(call.arguments().get(0));
    Ints names = new Ints();
    if (call.arguments().get(1) instanceof ArrayExpression array) {
      for (Expression element : array.elements()) {
        if (element != null && Expressions.text(element) != null) {
          names.add(body.expressions.value(element));
        }
      }
    } else {
      body.expressions.effect(call.arguments().get(1));
    }
    int copy = body.add(Op.OBJECT, -1, -1, -1, call);
    body.expressions.copy(copy, from, body.code.list(names), call);
    return copy;
  }

  private int assign(CallExpression call) {
    List<Expression> given = call.arguments();
    int target = body.expressions.value(given.get(0));
    for (int i = 1; i < given.size(); i++) {
      int from = body.expressions.value(given.get(i));
      body.expressions.copy(target, from, -1, given.get(i));
    }
    body.paths.give(target);
    return target;
  }

  private int spread(CallExpression call) {
    Ints parts = new Ints();
    for (Expression argument : call.arguments()) {
      int value = body.expressions.value(argument);
      if (body.code.op(value) != Op.CONST) {
        parts.add(body.add(Op.SPREAD, value, -1, -1, argument));
      }
    }
    return body.add(Op.ARRAY, -1, -1, body.code.list(parts), call);
  }

  private int exportStar(CallExpression call) {
    int module = body.expressions.value(call.arguments().get(0));
    if (body.code.op(module) == Op.MODULE) {
      return body.add(Op.EXPORT_ALL, body.code.a(module), -1, -1, call);
    }
    int exports = body.read(body.closures.moduleExports, call);
    body.expressions.copy(exports, module, -1, call);
    return exports;
  }

  /** {@code Object.defineProperty(o, 'k', { value: v })} stores too. */
  void after(CallExpression call, int value) {
    List<Expression> given = call.arguments();
    if (given.size() == 3
        && given.get(2) instanceof ObjectExpression descriptor
        && "defineProperty".equals(name(call.callee()))
        && body.code.listSize(body.code.c(value)) == 3) {
      int list = body.code.c(value);
      int object = body.code.listAt(list, 0);
      int described = body.code.listAt(list, 2);
      defined(object, given.get(1), body.code.listAt(list, 1), described, descriptor, call);
    }
  }

  private void defined(
      int object,
      Expression key,
      int keyValue,
      int descriptor,
      ObjectExpression written,
      CallExpression call) {
    int value = -1;
    if (property(written, "value") != null) {
      value = body.paths.load(descriptor, body.file.name("value"), call);
    } else if (property(written, "get") != null) {
      int getter = body.paths.load(descriptor, body.file.name("get"), call);
      value = body.chains.call(getter, object, new Ints(1), call, -1);
    }
    if (value < 0) {
      return;
    }
    Constant constant = body.file.scopes.constantOf(key);
    if (constant != null) {
      body.expressions.store(object, constant.text(), value, call);
    } else {
      body.expressions.storeKey(object, keyValue, value, call);
    }
  }
}
