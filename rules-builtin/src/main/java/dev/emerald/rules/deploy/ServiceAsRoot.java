package dev.emerald.rules.deploy;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.deploy.UnitFile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** Services that systemd or PM2 start as root. */
@RuleInfo(
    id = "deploy-root-check",
    title = "The service is started as root",
    severity = Severity.MEDIUM,
    cwe = {250},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_2},
    why =
        "A flaw in the service, or in any of its dependencies, is then a flaw of the"
            + " whole machine.",
    remedy =
        "Run the service as a user of its own: User= in the unit;"
            + " AmbientCapabilities=CAP_NET_BIND_SERVICE for ports below 1024.",
    bad = {
      @Example(
          file = "deploy/api.service",
          value =
              """
              [Service]
              ExecStart=/usr/bin/node /srv/api/server.js
              """)
    },
    good = {
      @Example(
          file = "deploy/api.service",
          value =
              """
              [Service]
              User=api
              ExecStart=/usr/bin/node /srv/api/server.js
              """)
    })
public final class ServiceAsRoot implements Rule {

  private static final Pattern ECOSYSTEM =
      Pattern.compile(
          "(?:ecosystem|pm2|processes?)(?:\\.[a-z]{1,12}){0,2}\\.config\\.[cm]?[jt]s|ecosystem\\.[cm]?js");

  @Override
  public void register(Hooks on) {
    on.manifest(UnitFile.class, ServiceAsRoot::check);
    on.node(Property.class, ServiceAsRoot::app);
  }

  /** The user of an application in an ecosystem file of PM2, which is read and not run. */
  private static void app(Property property, FileContext context) {
    String path = context.file().path();
    String key = Keys.of(property);
    if (key == null
        || !ECOSYSTEM.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
        || !(key.equals("user") || key.equals("uid"))
        || !(property.value() instanceof Expression value)
        || !inApps(property, context)) {
      return;
    }
    String name = Values.string(value, context.scopes());
    boolean number = Values.number(value, context.scopes()) == 0;
    if (number || "root".equals(name) || "0".equals(name)) {
      context.report(property, "The process manager starts it as root");
    } else if (name != null || !Double.isNaN(Values.number(value, context.scopes()))) {
      context.satisfied(
          RoadmapItem.DEP_2, property, "The process manager starts it as a user of its own");
    }
  }

  private static boolean inApps(Property property, FileContext context) {
    Node at = context.tree().parent(property);
    for (int i = 0; at != null && i < 4; i++) {
      if (at instanceof Property around) {
        return "apps".equals(Keys.of(around));
      }
      at = context.tree().parent(at);
    }
    return false;
  }

  private static void check(UnitFile unit, RuleContext context) {
    ConfigEntry start = unit.entry("Service.ExecStart").orElseThrow();
    Optional<ConfigEntry> user = unit.entry("Service.User");
    boolean perUser = unit.path().contains("/user/") || unit.path().contains(".config/systemd");
    boolean dynamic =
        unit.entry("Service.DynamicUser")
            .map(ConfigEntry::value)
            .orElse("")
            .matches("yes|true|1|on");
    if (user.isPresent()) {
      String name = user.get().value();
      if (name.equals("root") || name.equals("0")) {
        context.report(user.get().location(), "The unit runs as root");
      } else {
        context.satisfied(
            RoadmapItem.DEP_2, user.get().location(), "The unit runs as the user '" + name + "'");
      }
    } else if (dynamic) {
      context.satisfied(RoadmapItem.DEP_2, start.location(), "The unit runs as a user of its own");
    } else if (!perUser) {
      context.report(start.location(), "The unit runs as root: it names no User");
    }
  }
}
