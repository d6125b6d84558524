package dev.emerald.rules.values;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** The option objects that calls are given. */
public final class Settings {

  private Settings() {}

  /**
   * The properties of an argument.
   *
   * @param index from 0
   * @return null if there is no such argument or it is no object that is known
   */
  public static @Nullable ObjectView argument(Invocation call, int index, Scopes scopes) {
    Expression argument = call.argument(index);
    return argument == null ? null : scopes.objectOf(argument);
  }

  /**
   * The value at a path of keys, through nested objects.
   *
   * @return null if it is not there or not known
   */
  public static @Nullable Expression at(@Nullable ObjectView view, Scopes scopes, String... path) {
    ObjectView at = view;
    for (int i = 0; i < path.length; i++) {
      Expression value = at == null ? null : at.get(path[i]);
      if (value == null || i == path.length - 1) {
        return value;
      }
      at = scopes.objectOf(value);
    }
    return null;
  }

  /**
   * Where to flag the value of an option: the value itself if it stands within the call, else the
   * call, which is what has to change.
   */
  public static Node place(Invocation call, Expression value, FileContext context) {
    return context.tree().contains(call, value) ? value : call;
  }
}
