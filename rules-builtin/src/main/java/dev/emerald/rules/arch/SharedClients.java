package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.source.Location;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Clients of databases that a plugin adds to the server, for handlers to take from there. */
final class SharedClients {

  /** The members that plugins for databases add. */
  private static final Map<String, String> PLUGINS =
      Map.of(
          "@fastify/mongodb", "mongo",
          "@fastify/postgres", "pg",
          "@fastify/mysql", "mysql",
          "@fastify/elasticsearch", "elastic",
          "fastify-mongodb", "mongo",
          "fastify-postgres", "pg",
          "fastify-mysql", "mysql");

  private SharedClients() {}

  /** A member of the server that is a client of a database. */
  private record Shared(String name, Location location) {}

  /** Has a rule look for them; {@link #names} needs it. */
  static void look(Hooks on) {
    on.node(CallExpression.class, SharedClients::decorate);
  }

  private static void decorate(CallExpression call, FileContext context) {
    Expression value = call.argument(1);
    if (value == null
        || context.file().test()
        || !(call.argument(0) instanceof StringLiteral name)
        || !(call.callee() instanceof MemberExpression member)
        || !"decorate".equals(Keys.of(member))) {
      return;
    }
    String api = context.scopes().apiOf(context.scopes().origin(value));
    String library = api == null ? "" : Handler.library(api);
    if (Traits.SQL.contains(library) || Traits.DOCUMENTS.contains(library)) {
      context.keep(new Shared(name.value(), context.location(name)));
    }
  }

  /** How they are called in a package. */
  static Set<String> names(Traits traits, RuleContext context) {
    Set<String> names = new TreeSet<>();
    for (Shared each : context.kept(Shared.class)) {
      if (traits.holds(each.location())) {
        names.add(each.name());
      }
    }
    PLUGINS.forEach(
        (plugin, name) -> {
          if (traits.imports(plugin)) {
            names.add(name);
          }
        });
    return names;
  }
}
