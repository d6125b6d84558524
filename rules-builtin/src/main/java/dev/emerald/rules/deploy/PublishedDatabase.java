package dev.emerald.rules.deploy;

import dev.emerald.spi.container.ImageName;
import dev.emerald.spi.deploy.ComposeFile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Databases that listen to everybody. */
@RuleInfo(
    id = "compose-db-port-public",
    title = "The port of a database is published on all addresses",
    severity = Severity.MEDIUM,
    cwe = {668},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "A published port goes past the firewall of most hosts: the database answers"
            + " whoever reaches the machine, and is found by scanners within hours.",
    remedy =
        "Leave ports out: services reach each other by name. For tools on the machine"
            + " bind the port to 127.0.0.1.",
    bad = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                db:
                  image: postgres:16
                  ports:
                    - "5432:5432"
              """)
    },
    good = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                db:
                  image: postgres:16
                  ports:
                    - "127.0.0.1:5432:5432"
                  expose:
                    - "5432"
              """)
    })
public final class PublishedDatabase implements Rule {
  private static final Map<String, String> PORTS =
      Map.ofEntries(
          Map.entry("5432", "PostgreSQL"),
          Map.entry("3306", "MySQL"),
          Map.entry("27017", "MongoDB"),
          Map.entry("6379", "Redis"),
          Map.entry("9200", "Elasticsearch"),
          Map.entry("5672", "RabbitMQ"),
          Map.entry("1433", "SQL Server"),
          Map.entry("1521", "Oracle"),
          Map.entry("11211", "memcached"),
          Map.entry("2375", "the container engine"));

  @Override
  public void register(Hooks on) {
    on.manifest(ComposeFile.class, PublishedDatabase::check);
  }

  private static void check(ComposeFile file, RuleContext context) {
    for (YamlMember service : file.services()) {
      boolean published = false;
      for (YamlValue port :
          service.value().member("ports").map(YamlValue::elements).orElse(List.of())) {
        String store = published(port);
        published |= store != null;
        if (store != null) {
          Problem problem =
              Problem.at(
                  file.location(port), "The port of " + store + " is published on all addresses");
          context.report(file.forDevelopment() ? problem.withConfidence(Confidence.LOW) : problem);
        }
      }
      String image = service.value().member("image").flatMap(YamlValue::asString).orElse("");
      if (!published && isStore(ImageName.of(image).path())) {
        context.satisfied(
            RoadmapItem.DEP_6,
            file.location(service.key().span()),
            "The database '" + service.name() + "' is reached within the network alone");
      }
    }
  }

  private static boolean isStore(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (name) {
      case "postgres",
          "mysql",
          "mariadb",
          "mongo",
          "redis",
          "elasticsearch",
          "rabbitmq",
          "memcached",
          "valkey",
          "postgresql",
          "mongodb" ->
          true;
      default -> false;
    };
  }

  /** The store whose port a line publishes; null if it does not, or to the machine alone. */
  private static @Nullable String published(YamlValue port) {
    if (!port.members().isEmpty()) {
      String address = port.member("host_ip").flatMap(YamlValue::asString).orElse("");
      boolean open = port.member("published").isPresent() && !isLoopback(address);
      return open ? PORTS.get(port.member("target").flatMap(YamlValue::asString).orElse("")) : null;
    }
    String text = port.asString().orElse("");
    int slash = text.indexOf('/');
    text = slash < 0 ? text : text.substring(0, slash);
    int last = lastColon(text);
    // A port alone is published on one that is chosen at random.
    if (last < 0 || isLoopback(text)) {
      return null;
    }
    return PORTS.get(text.substring(last + 1));
  }

  /** The last colon that stands in no variable. */
  private static int lastColon(String text) {
    return text.endsWith("}") ? -1 : text.lastIndexOf(':');
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.startsWith("localhost")
        || address.startsWith("[::1]")
        || address.startsWith("::1");
  }
}
