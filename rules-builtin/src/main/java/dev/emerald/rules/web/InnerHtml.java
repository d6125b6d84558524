package dev.emerald.rules.web;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.JSXAttribute;
import dev.emerald.spi.ast.JSXExpressionContainer;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** What components of React show as HTML. */
final class InnerHtml {

  private InnerHtml() {}

  /** What an attribute of an element shows as HTML; null if it is another one, or of a test. */
  static @Nullable Expression of(JSXAttribute attribute, FileContext context) {
    if (!(attribute.name() instanceof JSXIdentifier name)
        || !name.name().equals("dangerouslySetInnerHTML")
        || !(attribute.value() instanceof JSXExpressionContainer container)
        || !(container.expression() instanceof Expression expression)
        || context.file().test()) {
      return null;
    }
    ObjectView view = context.scopes().objectOf(expression);
    return view == null ? null : view.get("__html");
  }
}
