package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.facts.Shape;
import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ClassMember;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.MethodKind;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.SpreadElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values down as facts. What the file makes becomes a shape; shapes refer to each other by
 * number, so circles are no trouble, and are filled in a loop, not by recursion.
 */
final class ShapeCollector {

  private static final int MAX_SHAPES = 20_000;
  private static final int MAX_ELEMENTS = 200;
  private static final Shape EMPTY = new Shape.OfObject(Map.of(), List.of());

  private final Evaluator evaluator;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Set<Node> callbacks = new HashSet<>();
  private final Deque<Node> pending = new ArrayDeque<>();

  ShapeCollector(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The fact for an expression: its constant, or its value. */
  Fact fact(Expression expression) {
    var constant = evaluator.constants.constantOf(expression);
    if (constant != null) {
      return new Fact.Literal(constant);
    }
    return fact(evaluator.value(expression));
  }

  /** The fact for a value. */
  Fact fact(@Nullable Value value) {
    if (value instanceof SymbolicLinkage.Symbolic symbolic) {
      return symbolic.fact();
    } else if (value instanceof LocalValue.OfObject made) {
      return made(made.node());
    } else if (value instanceof LocalValue.OfArray made) {
      return made(made.node());
    } else if (value instanceof LocalValue.OfFunction made) {
      return made(made.node());
    } else if (value instanceof LocalValue.OfClass made) {
      return made(made.node());
    } else if (value instanceof LocalValue.OfInstance made) {
      Fact type = made(made.node());
      return type.equals(Fact.UNKNOWN) ? type : new Fact.Instance(type);
    }
    return Fact.UNKNOWN;
  }

  /** The fact for a function that is only passed on: what it returns does not matter. */
  Fact callback(FunctionLike function) {
    if (!numbers.containsKey(function)) {
      callbacks.add(function);
    }
    return made(function);
  }

  /** All shapes, complete. */
  List<Shape> shapes() {
    for (Node node = pending.poll(); node != null; node = pending.poll()) {
      Integer number = numbers.get(node);
      if (number != null) {
        shapes.set(number, shape(node));
      }
    }
    return List.copyOf(shapes);
  }

  private Fact made(Node node) {
    Integer number = numbers.get(node);
    if (number == null) {
      if (shapes.size() == MAX_SHAPES) {
        return Fact.UNKNOWN;
      }
      number = shapes.size();
      shapes.add(EMPTY);
      numbers.put(node, number);
      pending.add(node);
    } else if (callbacks.remove(node)) {
      pending.add(node);
    }
    return new Fact.Made(number);
  }

  private Shape shape(Node node) {
    return switch (node.kind()) {
      case OBJECT_EXPRESSION -> object(new LocalValue.OfObject((ObjectExpression) node));
      case ARRAY_EXPRESSION -> array(((ArrayExpression) node).elements());
      case CLASS_DECLARATION, CLASS_EXPRESSION -> type((ClassLike) node);
      default -> function((FunctionLike) node);
    };
  }

  private Shape object(LocalValue.OfObject made) {
    Map<String, Fact> members = members(made);
    List<Fact> spreads = new ArrayList<>();
    for (ObjectMember member : evaluator.members.members(made.node()).getOrDefault("", List.of())) {
      if (member instanceof SpreadElement spread && spreads.size() < MAX_ELEMENTS) {
        spreads.add(fact(evaluator.value(spread.argument())));
      }
    }
    return new Shape.OfObject(members, List.copyOf(spreads));
  }

  private Shape array(List<@Nullable Expression> elements) {
    List<Fact> facts = new ArrayList<>();
    for (Expression element : elements) {
      if (element instanceof SpreadElement || facts.size() == MAX_ELEMENTS) {
        break;
      }
      facts.add(element == null ? Fact.UNKNOWN : fact(element));
    }
    return new Shape.OfArray(List.copyOf(facts));
  }

  private Shape function(FunctionLike function) {
    int parameters = function.params().size();
    if (callbacks.contains(function)) {
      return new Shape.OfFunction(
          function.number(), parameters, Fact.UNKNOWN, Map.of(), Map.of(), null, -1, false);
    }
    LocalValue.OfInstance instance = new LocalValue.OfInstance(function);
    Map<String, Fact> fields = members(instance);
    return new Shape.OfFunction(
        function.number(),
        parameters,
        fact(evaluator.calls.returned(function)),
        members(new LocalValue.OfFunction(function)),
        fields,
        null,
        -1,
        !fields.isEmpty());
  }

  private Shape type(ClassLike type) {
    int constructor = -1;
    int parameters = 0;
    for (ClassMember member : type.body().body()) {
      if (member instanceof MethodDefinition method
          && method.methodKind() == MethodKind.CONSTRUCTOR
          && method.value().body() != null) {
        constructor = method.value().number();
        parameters = method.value().params().size();
      }
    }
    Expression parent = type.superClass();
    return new Shape.OfFunction(
        type.number(),
        parameters,
        Fact.UNKNOWN,
        members(new LocalValue.OfClass(type)),
        members(new LocalValue.OfInstance(type)),
        parent == null ? null : fact(evaluator.value(parent)),
        constructor,
        true);
  }

  private Map<String, Fact> members(Value value) {
    Map<String, Fact> members = new LinkedHashMap<>();
    for (String key : evaluator.members.keys(value)) {
      members.put(key, member(value, key));
    }
    return members.isEmpty() ? Map.of() : members;
  }

  private Fact member(Value value, String key) {
    Value found = evaluator.members.member(value, key);
    if (found == null && value instanceof LocalValue.OfObject made) {
      var view = evaluator.constants.objects().objectOf(made.node());
      Expression expression = view == null ? null : view.get(key);
      return expression == null
              || evaluator.writes.holder(made.node()) != null && changes(made.node(), key)
          ? Fact.UNKNOWN
          : fact(expression);
    }
    return fact(found);
  }

  private boolean changes(Node object, String key) {
    var holder = evaluator.writes.holder(object);
    return holder != null && evaluator.writes.of(holder).containsKey(key)
        || evaluator.writes.of(new PropertyWrites.Receiver(object, false)).containsKey(key);
  }
}
