package dev.emerald.rules.values;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.scope.ApiPattern;

/** Plugins that a fastify application registers; their options are the second argument. */
public final class FastifyPlugins {

  private static final ApiPattern REGISTER = api("fastify().register");

  private FastifyPlugins() {}

  /** Subscribes to the registrations of some plugins. */
  public static void on(Hooks hooks, ApiPattern plugins, FileCheck<? super Invocation> check) {
    hooks.call(
        REGISTER,
        (call, context) -> {
          Expression plugin = call.argument(0);
          if (plugin != null && plugins.matches(context.scopes().apiOf(plugin))) {
            check.check(call, context);
          }
        });
  }
}
