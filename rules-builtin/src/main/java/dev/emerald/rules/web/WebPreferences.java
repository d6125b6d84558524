package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** What windows of Electron allow their pages. */
final class WebPreferences {

  /** What makes a window, or a part of one. */
  static final ApiPattern WINDOW = api("electron.{BrowserWindow,BrowserView,WebContentsView}");

  private WebPreferences() {}

  /** The preferences that a window is made with; null if there are none, or in a test. */
  static @Nullable ObjectView of(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 0, context.scopes());
    Expression given = options == null ? null : options.get("webPreferences");
    return given == null || context.file().test() ? null : context.scopes().objectOf(given);
  }
}
