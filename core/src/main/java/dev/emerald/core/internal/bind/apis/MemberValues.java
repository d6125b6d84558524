package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.AccessorProperty;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ClassMember;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.MethodKind;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TSParameterProperty;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of properties: of what the file makes, and of what comes from outside. */
final class MemberValues {

  private static final int MAX_MEMBERS = 2_000;
  private static final int MAX_WRITES = 8;

  /** Classes that extend each other, objects spread into each other. */
  private static final int MAX_DEPTH = 40;

  private final Evaluator evaluator;
  private final Map<ObjectExpression, Map<String, List<ObjectMember>>> objects = new HashMap<>();
  private final Map<ClassLike, Members> classes = new HashMap<>();
  private int depth;

  /** The members of a class by key: static ones, and those of instances. */
  record Members(Map<String, List<Node>> ofClass, Map<String, List<Node>> ofInstance) {}

  MemberValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The value of a property access. */
  @Nullable Value access(MemberExpression member, @Nullable Value object) {
    if (object == null) {
      return null;
    }
    String key = key(member);
    return key == null || isOfBind(member, key) ? null : member(object, key);
  }

  /** Whether an access is to {@code f.bind.apply}: that calls {@code bind}, and not {@code f}. */
  private static boolean isOfBind(MemberExpression member, String key) {
    return (key.equals("call") || key.equals("apply"))
        && member.object() instanceof MemberExpression inner
        && "bind".equals(PropertyWrites.key(inner));
  }

  /** The key of a property access if it is known. */
  @Nullable String key(MemberExpression member) {
    if (!member.computed()) {
      return PropertyWrites.key(member);
    }
    Constant key = evaluator.constants.constantOf(member.property());
    return key == null ? null : key.text();
  }

  /** The value of a property. */
  @Nullable Value member(Value object, String key) {
    if (depth >= MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      return find(object, key);
    } finally {
      depth--;
    }
  }

  private @Nullable Value find(Value object, String key) {
    if (object instanceof LocalValue.OfObject made) {
      return ofObject(made.node(), key);
    } else if (object instanceof LocalValue.OfArray made) {
      return ofArray(made, key);
    } else if (object instanceof LocalValue.OfFunction made) {
      return ofFunction(made, key);
    } else if (object instanceof LocalValue.OfClass made) {
      return ofClass(made, key);
    } else if (object instanceof LocalValue.OfInstance made) {
      return ofInstance(made, key);
    } else if (object instanceof LocalValue.OfNamespace made) {
      FileSymbol symbol = evaluator.names.exportedOf(made.symbol(), key);
      return symbol == null ? null : evaluator.variables.of(symbol);
    } else if (object instanceof LocalValue.Special special) {
      return ofSpecial(special, key);
    }
    return evaluator.linkage.member(object, key);
  }

  /** A value of a type. */
  @Nullable Value instance(@Nullable Value type) {
    if (type instanceof LocalValue.OfClass made) {
      return new LocalValue.OfInstance(made.node());
    }
    if (type instanceof LocalValue.OfFunction made) {
      return new LocalValue.OfInstance(made.node());
    }
    return type == null || type instanceof LocalValue ? null : evaluator.linkage.instance(type);
  }

  /** What {@code this} is. */
  @Nullable Value receiver(PropertyWrites.Receiver receiver) {
    Node node = receiver.node();
    if (receiver.instance()) {
      return new LocalValue.OfInstance(node);
    }
    if (node instanceof ClassLike type) {
      return new LocalValue.OfClass(type);
    }
    if (node instanceof FunctionLike function) {
      return new LocalValue.OfFunction(function);
    }
    return node instanceof ObjectExpression object ? new LocalValue.OfObject(object) : null;
  }

  private @Nullable Value ofSpecial(LocalValue.Special special, String key) {
    return switch (special) {
      case ITSELF -> special;
      case MODULE ->
          switch (key) {
            case "exports" -> LocalValue.Special.EXPORTS;
            case "require" -> LocalValue.Special.REQUIRE;
            default -> null;
          };
      case EXPORTS -> ofExports(key);
      case REQUIRE -> null;
    };
  }

  private @Nullable Value ofExports(String key) {
    Value value = LocalValue.Special.ITSELF;
    int seen = 0;
    for (AssignmentExpression assignment : evaluator.writes.exports(key)) {
      if (!evaluator.neutral(assignment.right())) {
        value = ++seen > MAX_WRITES ? null : join(value, assignment.right());
      }
    }
    return seen == 0 ? null : value;
  }

  private @Nullable Value join(@Nullable Value before, Node expression) {
    return before == null ? null : Evaluator.join(before, evaluator.value(expression));
  }

  // ---- objects

  private @Nullable Value ofObject(ObjectExpression object, String key) {
    Map<String, List<ObjectMember>> members = members(object);
    List<ObjectMember> named = members.getOrDefault(key, List.of());
    ObjectMember last = named.isEmpty() ? null : named.get(named.size() - 1);
    Value value = LocalValue.Special.ITSELF;
    boolean known = false;
    if (last instanceof Property property) {
      known = true;
      value = property(property);
    } else {
      List<ObjectMember> spreads = members.getOrDefault("", List.of());
      for (int i = spreads.size() - 1; i >= 0 && !known; i--) {
        if (spreads.get(i) instanceof SpreadElement spread) {
          Value whole = evaluator.value(spread.argument());
          Value found = whole == null ? null : member(whole, key);
          known = found != null;
          value = known ? found : value;
        }
      }
    }
    FileSymbol holder = evaluator.writes.holder(object);
    List<PropertyWrites.Write> assigned = new ArrayList<>();
    if (holder != null) {
      assigned.addAll(evaluator.writes.of(holder).getOrDefault(key, List.of()));
    }
    assigned.addAll(
        evaluator
            .writes
            .of(new PropertyWrites.Receiver(object, false))
            .getOrDefault(key, List.of()));
    return written(value, known, assigned);
  }

  /** The members of an object by key; spreads and unknown keys have the empty one. */
  Map<String, List<ObjectMember>> members(ObjectExpression object) {
    Map<String, List<ObjectMember>> known = objects.get(object);
    if (known == null) {
      known = new LinkedHashMap<>();
      for (ObjectMember member : object.properties()) {
        Constant key =
            member instanceof Property property
                ? evaluator.constants.keyOf(property.key(), property.computed())
                : null;
        known.computeIfAbsent(key == null ? "" : key.text(), k -> new ArrayList<>(1)).add(member);
      }
      objects.put(object, known);
    }
    return known;
  }

  private @Nullable Value property(Property property) {
    if (!(property.value() instanceof Expression expression)) {
      return null;
    }
    if (evaluator.neutral(expression)) {
      return LocalValue.Special.ITSELF;
    }
    if (property.propertyKind() == PropertyKind.GET
        && property.value() instanceof FunctionLike getter) {
      return evaluator.calls.returned(getter);
    }
    return property.propertyKind() == PropertyKind.SET ? null : evaluator.value(expression);
  }

  private @Nullable Value written(
      @Nullable Value initial, boolean known, List<PropertyWrites.Write> assigned) {
    Value value = initial;
    boolean any = known;
    if (assigned.size() > MAX_WRITES) {
      return null;
    }
    for (PropertyWrites.Write write : assigned) {
      Expression right = write.value();
      if (right == null) {
        return null;
      }
      if (!evaluator.neutral(right)) {
        any = true;
        value = join(value, right);
      }
    }
    return any ? value : null;
  }

  private @Nullable Value ofArray(LocalValue.OfArray array, String key) {
    List<@Nullable Expression> elements = array.node().elements();
    int index = -1;
    if (!key.isEmpty() && key.length() < 4 && key.chars().allMatch(Character::isDigit)) {
      index = Integer.parseInt(key);
    }
    if (index < 0 || index >= elements.size()) {
      return null;
    }
    for (int i = 0; i <= index; i++) {
      if (elements.get(i) instanceof SpreadElement) {
        return null;
      }
    }
    Expression element = elements.get(index);
    return element == null ? null : evaluator.value(element);
  }

  // ---- functions and classes

  private @Nullable Value ofFunction(LocalValue.OfFunction made, String key) {
    FileSymbol holder = evaluator.writes.holder(made.node());
    List<PropertyWrites.Write> assigned =
        holder == null ? List.of() : evaluator.writes.of(holder).getOrDefault(key, List.of());
    if (!assigned.isEmpty()) {
      return written(LocalValue.Special.ITSELF, false, assigned);
    }
    return switch (key) {
      case "bind", "call", "apply" -> made;
      case "prototype" -> new LocalValue.OfInstance(made.node());
      default -> null;
    };
  }

  private @Nullable Value ofClass(LocalValue.OfClass made, String key) {
    ClassLike type = made.node();
    List<PropertyWrites.Write> assigned =
        new ArrayList<>(
            evaluator
                .writes
                .of(new PropertyWrites.Receiver(type, false))
                .getOrDefault(key, List.of()));
    FileSymbol holder = evaluator.writes.holder(type);
    if (holder != null) {
      assigned.addAll(evaluator.writes.of(holder).getOrDefault(key, List.of()));
    }
    List<Node> declared = members(type).ofClass().getOrDefault(key, List.of());
    if (!declared.isEmpty() || !assigned.isEmpty()) {
      return classMember(declared, assigned);
    }
    if (key.equals("prototype")) {
      return new LocalValue.OfInstance(type);
    }
    Expression parent = type.superClass();
    Value inherited = parent == null ? null : evaluator.value(parent);
    return inherited == null ? null : member(inherited, key);
  }

  private @Nullable Value ofInstance(LocalValue.OfInstance made, String key) {
    Node owner = made.node();
    List<PropertyWrites.Write> assigned =
        new ArrayList<>(
            evaluator
                .writes
                .of(new PropertyWrites.Receiver(owner, true))
                .getOrDefault(key, List.of()));
    FileSymbol holder = evaluator.writes.holder(owner);
    if (holder != null) {
      assigned.addAll(evaluator.writes.ofPrototype(holder).getOrDefault(key, List.of()));
    }
    if (!(owner instanceof ClassLike type)) {
      Value value = written(LocalValue.Special.ITSELF, false, assigned);
      return value == null && assigned.isEmpty() && holder != null
          ? ofPrototypeObject(holder, key)
          : value;
    }
    List<Node> declared = members(type).ofInstance().getOrDefault(key, List.of());
    if (!declared.isEmpty() || !assigned.isEmpty()) {
      return classMember(declared, assigned);
    }
    Expression parent = type.superClass();
    Value inherited = parent == null ? null : instance(evaluator.value(parent));
    return inherited == null ? null : member(inherited, key);
  }

  /** {@code F.prototype = { … }}. */
  private @Nullable Value ofPrototypeObject(FileSymbol holder, String key) {
    List<PropertyWrites.Write> whole =
        evaluator.writes.of(holder).getOrDefault("prototype", List.of());
    if (whole.size() == 1 && whole.get(0).value() instanceof ObjectExpression object) {
      return ofObject(object, key);
    }
    return null;
  }

  private @Nullable Value classMember(List<Node> declared, List<PropertyWrites.Write> assigned) {
    Value value = LocalValue.Special.ITSELF;
    boolean known = false;
    TypeNode type = null;
    for (Node member : declared) {
      if (member instanceof MethodDefinition method) {
        if (method.value().body() != null && method.methodKind() != MethodKind.SET) {
          known = true;
          value =
              method.methodKind() == MethodKind.GET
                  ? evaluator.calls.returned(method.value())
                  : new LocalValue.OfFunction(method.value());
        }
      } else if (member instanceof PropertyDefinition field) {
        type = field.typeAnnotation() == null ? type : field.typeAnnotation();
        Expression init = field.value();
        if (init != null && !evaluator.neutral(init)) {
          known = true;
          value = join(value, init);
        }
      } else if (member instanceof AccessorProperty field) {
        type = field.typeAnnotation() == null ? type : field.typeAnnotation();
        Expression init = field.value();
        if (init != null) {
          known = true;
          value = join(value, init);
        }
      } else if (member instanceof Identifier parameter) {
        FileSymbol symbol = evaluator.names.symbolAt(parameter.number());
        known = true;
        value = symbol == null ? null : evaluator.variables.of(symbol);
      }
    }
    return evaluator.types.better(written(value, known, assigned), type);
  }

  /** The members that a class declares. */
  Members members(ClassLike type) {
    Members known = classes.get(type);
    if (known == null) {
      known = new Members(new LinkedHashMap<>(), new LinkedHashMap<>());
      for (ClassMember member : type.body().body()) {
        if (member instanceof MethodDefinition method) {
          if (method.methodKind() == MethodKind.CONSTRUCTOR) {
            parameterProperties(method, known.ofInstance);
          } else {
            add(known, method.isStatic(), method.key(), method.computed(), method);
          }
        } else if (member instanceof PropertyDefinition field) {
          add(known, field.isStatic(), field.key(), field.computed(), field);
        } else if (member instanceof AccessorProperty field) {
          add(known, field.isStatic(), field.key(), field.computed(), field);
        }
      }
      classes.put(type, known);
    }
    return known;
  }

  private void parameterProperties(MethodDefinition method, Map<String, List<Node>> into) {
    for (Pattern parameter : method.value().params()) {
      if (parameter instanceof TSParameterProperty property) {
        Pattern name = property.parameter();
        while (name instanceof AssignmentPattern pattern) {
          name = pattern.left();
        }
        if (name instanceof Identifier id) {
          into.computeIfAbsent(id.name(), n -> new ArrayList<>(1)).add(id);
        }
      }
    }
  }

  private void add(
      Members members, boolean isStatic, Expression key, boolean computed, Node member) {
    Constant constant =
        key instanceof PrivateIdentifier own
            ? Constant.of("#" + own.name())
            : evaluator.constants.keyOf(key, computed);
    if (constant != null) {
      (isStatic ? members.ofClass : members.ofInstance)
          .computeIfAbsent(constant.text(), k -> new ArrayList<>(1))
          .add(member);
    }
  }

  // ---- all keys, for facts

  /** The keys of what an instance is known to have, or of what a value itself has. */
  Set<String> keys(Value value) {
    Set<String> keys = new LinkedHashSet<>();
    if (value instanceof LocalValue.OfObject made) {
      keys.addAll(members(made.node()).keySet());
      addWritten(keys, evaluator.writes.of(new PropertyWrites.Receiver(made.node(), false)));
      addHeld(keys, made.node());
    } else if (value instanceof LocalValue.OfFunction made) {
      addHeld(keys, made.node());
    } else if (value instanceof LocalValue.OfClass made) {
      keys.addAll(members(made.node()).ofClass.keySet());
      addWritten(keys, evaluator.writes.of(new PropertyWrites.Receiver(made.node(), false)));
      addHeld(keys, made.node());
    } else if (value instanceof LocalValue.OfInstance made) {
      if (made.node() instanceof ClassLike type) {
        keys.addAll(members(type).ofInstance.keySet());
      }
      addWritten(keys, evaluator.writes.of(new PropertyWrites.Receiver(made.node(), true)));
      FileSymbol holder = evaluator.writes.holder(made.node());
      if (holder != null) {
        addWritten(keys, evaluator.writes.ofPrototype(holder));
        for (PropertyWrites.Write write :
            evaluator.writes.of(holder).getOrDefault("prototype", List.of())) {
          if (write.value() instanceof ObjectExpression object) {
            keys.addAll(members(object).keySet());
          }
        }
      }
    }
    keys.remove("");
    return keys;
  }

  private void addHeld(Set<String> keys, Node node) {
    FileSymbol holder = evaluator.writes.holder(node);
    if (holder != null) {
      addWritten(keys, evaluator.writes.of(holder));
      keys.remove("prototype");
    }
  }

  private static void addWritten(
      Set<String> keys, Map<String, List<PropertyWrites.Write>> written) {
    if (keys.size() < MAX_MEMBERS) {
      keys.addAll(written.keySet());
    }
  }
}
