package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects: literals, what is spread into them, variables that hold them. */
public final class ObjectFolder {

  private static final int MAX_DEPTH = 32;

  private final Origins origins;
  private final ConstantFolder constants;
  private final Changes changes;
  private final Map<Expression, FileObject.Content> contents = new HashMap<>();
  private final Set<Expression> busy = new HashSet<>();
  private int depth;

  ObjectFolder(Names names, PropertyWrites writes, Origins origins, ConstantFolder constants) {
    this.origins = origins;
    this.constants = constants;
    this.changes = new Changes(names, writes);
  }

  /** The properties of an object, or null if the expression is none. */
  public @Nullable ObjectView objectOf(Expression expression) {
    List<FileSymbol> through = new ArrayList<>(2);
    Expression origin = origins.origin(expression, through);
    if (origin instanceof MemberExpression member) {
      return property(member);
    }
    FileObject.Content content = content(origin);
    return content == null ? null : new FileObject(content, changes, through, expression);
  }

  /** An object that is a property of another. */
  private @Nullable ObjectView property(MemberExpression member) {
    if (depth >= MAX_DEPTH) {
      return null;
    }
    depth++;
    try {
      ObjectView holder = objectOf(member.object());
      Constant key = holder == null ? null : constants.keyOf(member.property(), member.computed());
      Expression value = key == null || holder == null ? null : holder.get(key.text());
      return value == null ? null : objectOf(value);
    } finally {
      depth--;
    }
  }

  /** Whether the elements or properties of what a variable holds may change. */
  boolean changed(Expression holder) {
    List<FileSymbol> through = new ArrayList<>(2);
    origins.origin(holder, through);
    for (FileSymbol symbol : through) {
      Changes.OfVariable change = changes.of(symbol);
      if (change.anything() || change.elements() || !change.names().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private FileObject.@Nullable Content content(Expression origin) {
    FileObject.Content known = contents.get(origin);
    if (known != null) {
      return known;
    }
    if (busy.size() >= MAX_DEPTH || !busy.add(origin)) {
      return null;
    }
    FileObject.Content content = null;
    if (origin instanceof ObjectExpression object) {
      content = literal(object);
    } else if (origin instanceof CallExpression call) {
      content = made(call);
    }
    busy.remove(origin);
    if (content != null) {
      contents.put(origin, content);
    }
    return content;
  }

  private FileObject.Content literal(ObjectExpression object) {
    FileObject.Content content = new FileObject.Content();
    for (ObjectMember member : object.properties()) {
      if (member instanceof SpreadElement spread) {
        spread(content, spread.argument());
      } else if (member instanceof Property property) {
        Constant key = constants.keyOf(property.key(), property.computed());
        if (key == null) {
          content.open();
        } else if (property.propertyKind() == PropertyKind.INIT
            && property.value() instanceof Expression value
            && !(key.is("__proto__") && !property.shorthand() && !property.method())) {
          content.put(key.text(), value);
        } else if (key.is("__proto__")) {
          content.open();
        } else {
          content.put(key.text(), null);
        }
      }
    }
    return content;
  }

  private void spread(FileObject.Content content, Expression argument) {
    Expression inner = Origins.unwrapped(argument);
    if (inner instanceof LogicalExpression logical && logical.operator() == LogicalOperator.AND) {
      maybe(content, logical.right());
    } else if (inner instanceof ConditionalExpression conditional) {
      maybe(content, conditional.consequent());
      maybe(content, conditional.alternate());
    } else {
      Constant nothing = constants.constantOf(inner);
      if (nothing == null) {
        add(content, objectOf(inner));
      }
    }
  }

  /** What is spread under a condition: its keys are there or not. */
  private void maybe(FileObject.Content content, Expression argument) {
    if (constants.constantOf(argument) != null) {
      return;
    }
    if (objectOf(argument) instanceof FileObject object && object.closed()) {
      object.allNames().forEach(name -> content.put(name, null));
    } else {
      content.open();
    }
  }

  private static void add(FileObject.Content content, @Nullable ObjectView added) {
    if (!(added instanceof FileObject object)) {
      content.open();
      return;
    }
    if (!object.closed()) {
      content.open();
    }
    for (String name : object.allNames()) {
      content.put(name, object.get(name));
    }
  }

  /** {@code Object.assign(a, b)} and {@code Object.freeze(a)}. */
  private FileObject.@Nullable Content made(CallExpression call) {
    if (!(call.callee() instanceof MemberExpression member
        && member.object() instanceof Identifier object
        && object.name().equals("Object")
        && constants.global(object))) {
      return null;
    }
    String method = PropertyWrites.key(member);
    boolean assign = "assign".equals(method);
    if (!assign && !"freeze".equals(method) && !"seal".equals(method)
        || call.arguments().isEmpty()) {
      return null;
    }
    FileObject.Content content = new FileObject.Content();
    for (Expression argument : call.arguments()) {
      if (argument instanceof SpreadElement) {
        content.open();
      } else {
        spread(content, argument);
      }
    }
    return content;
  }
}
