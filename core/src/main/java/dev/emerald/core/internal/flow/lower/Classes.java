package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.ClassShape;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.Accessibility;
import dev.emerald.spi.ast.AccessorProperty;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ClassExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ClassMember;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.MethodKind;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StaticBlock;
import dev.emerald.spi.ast.TSParameterProperty;
import dev.emerald.spi.ast.TypeNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes: their methods, their fields, what they extend. */
final class Classes {

  private final BodyLowering body;

  Classes(BodyLowering body) {
    this.body = body;
  }

  /** Makes a class. */
  int value(ClassLike node) {
    Node place = (Node) node;
    int parent = -1;
    if (node.superClass() != null) {
      parent = body.expressions.value(node.superClass());
      body.assign(body.closures.superClass(node, body.closure), parent, node.superClass());
    }
    decorate(node.decorators());
    Ints functions = new Ints();
    List<ClassShape.Method> methods = new ArrayList<>();
    int constructor = -1;
    List<String> injected = List.of();
    Closure synthetic = body.closures.at(place);
    if (synthetic != null && body.enter()) {
      functions.add(body.function(synthetic, false));
      constructor = synthetic.number;
      body.leave();
    }
    List<MethodDefinition> computed = new ArrayList<>();
    Ints computedFunctions = new Ints();
    for (ClassMember member : node.body().body()) {
      if (member instanceof PropertyDefinition field) {
        decorate(field.decorators());
      } else if (member instanceof AccessorProperty field) {
        decorate(field.decorators());
      }
      if (!(member instanceof MethodDefinition method) || method.value().body() == null) {
        continue;
      }
      decorate(method.decorators());
      Closure closure = body.closures.at(method.value());
      if (closure == null) {
        continue;
      }
      int function = body.function(method.value());
      functions.add(function);
      if (method.methodKind() == MethodKind.CONSTRUCTOR) {
        constructor = closure.number;
        injected = node.decorators().isEmpty() ? injected : types(method.value());
        continue;
      }
      String key = body.expressions.key(method.key(), method.computed());
      if (key == null) {
        computed.add(method);
        computedFunctions.add(function);
      } else {
        methods.add(shape(method, key, closure.number));
      }
    }
    Identifier id = node.id();
    int number = body.file.newClass();
    String name = id == null ? "" : id.name();
    List<String> decorators = apis(node.decorators());
    body.file.shape(number, new ClassShape(name, constructor, methods, decorators, injected));
    int value = body.add(Op.CLASS, number, parent, body.code.list(functions), place);
    named(node, value);
    computed(value, computed, computedFunctions);
    statics(node, value);
    return value;
  }

  /** The names of the types of the parameters, empty where there is none. */
  private static List<String> types(FunctionLike function) {
    List<String> types = new ArrayList<>();
    for (Pattern parameter : function.params()) {
      Identifier name = Patterns.parameterName(parameter);
      TypeNode type = name == null ? null : name.typeAnnotation();
      String reference = type == null ? null : type.name();
      types.add(reference == null ? "" : reference);
    }
    return types;
  }

  private void decorate(List<Decorator> decorators) {
    for (Decorator decorator : decorators) {
      body.expressions.effect(decorator.expression());
    }
  }

  private void named(ClassLike node, int value) {
    Identifier id = node.id();
    Variable variable = id == null ? null : body.closures.variable(id);
    if (variable != null && id != null) {
      body.assign(variable, value, id);
    } else if (node instanceof ClassExpression == false) {
      body.modules.defaultFunction = value;
    }
  }

  private void computed(int type, List<MethodDefinition> methods, Ints functions) {
    for (int i = 0; i < methods.size(); i++) {
      MethodDefinition method = methods.get(i);
      int key = body.expressions.value(method.key());
      int holder =
          method.isStatic() ? type : body.paths.load(type, body.file.name("prototype"), method);
      body.expressions.storeKey(holder, key, functions.get(i), method);
    }
  }

  private ClassShape.Method shape(MethodDefinition method, String key, int number) {
    ClassShape.Kind kind =
        switch (method.methodKind()) {
          case GET -> ClassShape.Kind.GETTER;
          case SET -> ClassShape.Kind.SETTER;
          default -> ClassShape.Kind.METHOD;
        };
    List<List<String>> parameters = new ArrayList<>();
    for (Pattern parameter : method.value().params()) {
      parameters.add(apisWithArguments(decorators(parameter)));
    }
    while (!parameters.isEmpty() && parameters.get(parameters.size() - 1).isEmpty()) {
      parameters.remove(parameters.size() - 1);
    }
    return new ClassShape.Method(
        key,
        number,
        kind,
        method.isStatic(),
        method.accessibility() == Accessibility.PRIVATE,
        apis(method.decorators()),
        parameters);
  }

  private static List<Decorator> decorators(Pattern parameter) {
    Pattern at = parameter;
    if (at instanceof TSParameterProperty property) {
      return property.decorators();
    }
    if (at instanceof dev.emerald.spi.ast.AssignmentPattern assigned) {
      at = assigned.left();
    }
    if (at instanceof Identifier id) {
      return id.decorators();
    }
    if (at instanceof dev.emerald.spi.ast.ObjectPattern pattern) {
      return pattern.decorators();
    }
    return List.of();
  }

  /** The APIs of decorators: of what is called. */
  private List<String> apis(List<Decorator> decorators) {
    List<String> names = new ArrayList<>(decorators.size());
    for (Decorator decorator : decorators) {
      Expression expression = decorator.expression();
      if (expression instanceof CallExpression call) {
        expression = call.callee();
      }
      String name = body.file.scopes.apiOf(expression);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** The APIs of decorators, and of the classes that they are given, as pipes of data. */
  private List<String> apisWithArguments(List<Decorator> decorators) {
    List<String> names = apis(decorators);
    for (Decorator decorator : decorators) {
      if (decorator.expression() instanceof CallExpression call) {
        for (Expression argument : call.arguments()) {
          Expression of = argument instanceof NewExpression made ? made.callee() : argument;
          String name = of instanceof Identifier ? body.file.scopes.apiOf(of) : null;
          if (name != null) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  /** Static fields and blocks, in order; {@code this} is the class. */
  private void statics(ClassLike node, int value) {
    int before = body.receiverOverride;
    for (ClassMember member : node.body().body()) {
      body.receiverOverride = value;
      if (member instanceof PropertyDefinition field && field.isStatic() && field.value() != null) {
        store(value, field.key(), field.computed(), field.value(), field);
      } else if (member instanceof AccessorProperty field
          && field.isStatic()
          && field.value() != null) {
        store(value, field.key(), field.computed(), field.value(), field);
      } else if (member instanceof StaticBlock block) {
        body.statements.list(block.body(), block.number());
      }
    }
    body.receiverOverride = before;
  }

  private void store(int object, Expression key, boolean computed, Node initial, Node whole) {
    int value = initial instanceof Expression expression ? body.expressions.value(expression) : -1;
    if (value < 0) {
      return;
    }
    String name = body.expressions.key(key, computed);
    if (name != null) {
      body.expressions.store(object, name, value, whole);
    } else {
      int keyValue = body.expressions.value(key);
      body.expressions.storeKey(object, keyValue, value, whole);
    }
  }

  /** Fields of instances: stored at the start of the constructor. */
  void fields(ClassLike node, boolean written) {
    if (!written && node.superClass() != null) {
      Variable parent = body.closures.superClass(node, body.closure);
      Ints arguments = new Ints(1);
      Node at = (Node) node;
      int all = body.add(Op.ARGUMENTS, -1, -1, -1, at);
      arguments.add(body.add(Op.SPREAD, all, -1, -1, at));
      int api = body.file.api(node.superClass());
      body.chains.call(body.read(parent, at), body.receiver(at), arguments, at, api);
    }
    for (ClassMember member : node.body().body()) {
      Node value = Closures.value(member);
      if (value != null) {
        int receiver = body.receiver(member);
        if (member instanceof PropertyDefinition field) {
          store(receiver, field.key(), field.computed(), value, field);
        } else if (member instanceof AccessorProperty field) {
          store(receiver, field.key(), field.computed(), value, field);
        }
      }
    }
  }

  /** What {@code super} means: the class that is extended. */
  int superClass(Expression expression) {
    ClassLike owner = body.file.tree.enclosing(expression, ClassLike.class);
    if (owner == null || owner.superClass() == null) {
      return body.unknown(expression);
    }
    Variable parent = body.closures.superClass(owner, body.closure);
    int value = body.read(parent, expression);
    return body.named(value, expression);
  }

  /** Whether a place belongs to the class itself, not to its instances. */
  boolean inStatic(Expression expression) {
    @Nullable Node at = body.file.tree.parent(expression);
    while (at != null && !(at instanceof ClassLike)) {
      if (at instanceof MethodDefinition method) {
        return method.isStatic();
      }
      if (at instanceof StaticBlock) {
        return true;
      }
      if (at instanceof PropertyDefinition field) {
        return field.isStatic();
      }
      if (at instanceof FunctionLike function && !(function instanceof Expression)) {
        return false;
      }
      at = body.file.tree.parent(at);
    }
    return false;
  }
}
