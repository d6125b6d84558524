package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;

/** Sessions that fill the memory. */
@RuleInfo(
    id = "web-session-memory-store",
    title = "Sessions kept in the memory of the process",
    severity = Severity.MEDIUM,
    cwe = {400, 770},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_3,
    why =
        "The store that express-session uses without another is made for development: it never"
            + " frees memory, so anybody who asks for sessions fills it, and a restart logs"
            + " everybody out.",
    remedy = "Pass a store, such as connect-redis or connect-pg-simple.",
    bad = {
      @Example(
          """
          const session = require('express-session');
          module.exports = session({ secret: process.env.SECRET, resave: false });
          """),
      @Example(
          """
          const session = require('express-session');
          module.exports = session({
            secret: process.env.SECRET,
            store: new session.MemoryStore(),
          });
          """)
    },
    good =
        @Example(
            """
            const session = require('express-session');
            const { RedisStore } = require('connect-redis');
            module.exports = session({
              secret: process.env.SECRET,
              store: new RedisStore({ client }),
            });
            """))
public final class SessionInMemory implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("express-session"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          if (options != null && options.lacks("store")) {
            context.report(call, "Without a store, sessions fill the memory of the process");
          }
        });
    on.call(
        api("express-session.MemoryStore"),
        (call, context) -> context.report(call, "This store fills the memory of the process"));
  }
}
