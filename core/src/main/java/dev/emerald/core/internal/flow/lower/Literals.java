package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.JSXAttribute;
import dev.emerald.spi.ast.JSXAttributeLike;
import dev.emerald.spi.ast.JSXChild;
import dev.emerald.spi.ast.JSXElement;
import dev.emerald.spi.ast.JSXExpressionContainer;
import dev.emerald.spi.ast.JSXFragment;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.JSXMemberExpression;
import dev.emerald.spi.ast.JSXName;
import dev.emerald.spi.ast.JSXNamespacedName;
import dev.emerald.spi.ast.JSXSpreadAttribute;
import dev.emerald.spi.ast.JSXSpreadChild;
import dev.emerald.spi.ast.JSXText;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TemplateElement;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.scope.Constant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects, arrays, templates and elements of JSX. */
final class Literals {

  private final BodyLowering body;

  Literals(BodyLowering body) {
    this.body = body;
  }

  int object(ObjectExpression expression) {
    int object = body.add(Op.OBJECT, -1, -1, -1, expression);
    for (ObjectMember member : expression.properties()) {
      if (member instanceof SpreadElement spread) {
        int from = body.expressions.value(spread.argument());
        body.expressions.copy(object, from, -1, spread);
      } else {
        property(object, (Property) member);
      }
    }
    return object;
  }

  private void property(int object, Property property) {
    String key = body.expressions.key(property.key(), property.computed());
    int computed = key == null ? body.expressions.value(property.key()) : -1;
    if (!(property.value() instanceof Expression expression)) {
      return;
    }
    int value = body.expressions.value(expression);
    if (property.propertyKind() == PropertyKind.SET) {
      return;
    }
    if (property.propertyKind() == PropertyKind.GET && expression instanceof FunctionExpression) {
      value = body.chains.call(value, object, new Ints(1), property, -1);
    }
    if (key != null) {
      body.expressions.store(object, key, value, property);
    } else {
      body.expressions.storeKey(object, computed, value, property);
    }
  }

  int array(ArrayExpression expression) {
    List<@Nullable Expression> elements = expression.elements();
    Ints values = new Ints(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Expression element = elements.get(i);
      values.add(
          element == null
              ? body.constant(Constant.UNDEFINED, expression)
              : body.expressions.value(element));
    }
    return body.add(Op.ARRAY, -1, -1, body.code.list(values), expression);
  }

  int template(TemplateLiteral template) {
    Ints parts = new Ints(template.quasis().size() * 2);
    for (int i = 0; i < template.quasis().size(); i++) {
      TemplateElement text = template.quasis().get(i);
      String cooked = text.cooked();
      if (cooked != null && !cooked.isEmpty()) {
        parts.add(body.constant(Constant.of(cooked), text));
      }
      if (i < template.expressions().size()) {
        parts.add(body.expressions.value(template.expressions().get(i)));
      }
    }
    return body.add(Op.CONCAT, -1, -1, body.code.list(parts), template);
  }

  // ---- JSX

  /** An element of the platform is an object of its properties; a component is called with it. */
  int element(JSXElement element) {
    int properties = body.add(Op.OBJECT, -1, -1, -1, element);
    for (JSXAttributeLike each : element.openingElement().attributes()) {
      if (each instanceof JSXSpreadAttribute spread) {
        int from = body.expressions.value(spread.argument());
        body.expressions.copy(properties, from, -1, spread);
      } else if (each instanceof JSXAttribute attribute) {
        String name = text(attribute.name());
        body.expressions.store(properties, name, attribute(attribute), attribute);
      }
    }
    children(properties, element.children(), element);
    int component = component(element.openingElement().name());
    if (component < 0) {
      return properties;
    }
    Ints arguments = new Ints(1);
    arguments.add(properties);
    return body.chains.call(component, -1, arguments, element, -1);
  }

  int fragment(JSXFragment fragment) {
    int properties = body.add(Op.OBJECT, -1, -1, -1, fragment);
    children(properties, fragment.children(), fragment);
    return properties;
  }

  private int attribute(JSXAttribute attribute) {
    Node value = attribute.value();
    if (value == null) {
      return body.constant(Constant.TRUE, attribute);
    }
    return content(value);
  }

  private int content(Node node) {
    if (node instanceof Expression expression) {
      return body.expressions.value(expression);
    }
    if (node instanceof JSXExpressionContainer container) {
      return container.expression() instanceof Expression expression
          ? body.expressions.value(expression)
          : -1;
    }
    if (node instanceof JSXSpreadChild spread) {
      int value = body.expressions.value(spread.expression());
      return body.add(Op.SPREAD, value, -1, -1, spread);
    }
    return node instanceof JSXText text
        ? body.constant(Constant.of(text.value()), text)
        : body.unknown(node);
  }

  private void children(int properties, List<JSXChild> children, Node whole) {
    Ints values = new Ints(children.size());
    for (JSXChild child : children) {
      if (child instanceof JSXText text && text.value().isBlank()) {
        continue;
      }
      int value = content(child);
      if (value >= 0) {
        values.add(value);
      }
    }
    if (values.size() > 0) {
      int array = body.add(Op.ARRAY, -1, -1, body.code.list(values), whole);
      body.expressions.store(properties, "children", array, whole);
    }
  }

  /** The value of the name of a component; -1 for an element of the platform. */
  private int component(JSXName name) {
    int depth = 0;
    JSXName at = name;
    while (at instanceof JSXMemberExpression member) {
      at = member.object();
      depth++;
    }
    if (!(at instanceof JSXIdentifier id)) {
      return -1;
    }
    Variable variable = body.closures.variable(id.number());
    if (variable == null) {
      return depth == 0 ? -1 : body.global(id.name(), id);
    }
    int value = body.read(variable, id);
    String[] keys = new String[depth];
    at = name;
    for (int i = depth - 1; at instanceof JSXMemberExpression member; i--) {
      keys[i] = member.property().name();
      at = member.object();
    }
    for (String key : keys) {
      value = body.paths.load(value, body.file.name(key), name);
    }
    return value;
  }

  private static String text(JSXName name) {
    return name instanceof JSXIdentifier id
        ? id.name()
        : name instanceof JSXNamespacedName qualified
            ? qualified.namespace().name() + ":" + qualified.localName().name()
            : "";
  }
}
