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
import org.jspecify.annotations.Nullable;

/** Databases that ask for no password. */
@RuleInfo(
    id = "compose-db-no-password",
    title = "A database is run without a password",
    severity = Severity.MEDIUM,
    cwe = {306, 1188},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "Whatever reaches the network of the database reads and writes all of it: one"
            + " flaw in any service is enough.",
    remedy = "Set a password, from a secret of the platform or from the environment.",
    bad = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                db:
                  image: postgres:16
                  environment:
                    POSTGRES_HOST_AUTH_METHOD: trust
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
                  environment:
                    POSTGRES_PASSWORD_FILE: /run/secrets/db
              """)
    })
public final class OpenDatabase implements Rule {
  @Override
  public void register(Hooks on) {
    on.manifest(ComposeFile.class, OpenDatabase::check);
  }

  private static void check(ComposeFile file, RuleContext context) {
    for (YamlMember service : file.services()) {
      String image = service.value().member("image").flatMap(YamlValue::asString).orElse("");
      String path = ImageName.of(image).path();
      String name = path.substring(path.lastIndexOf('/') + 1);
      String settings = settings(service.value());
      String problem = problem(name, settings, service.value());
      if (problem != null) {
        Problem found = Problem.at(file.location(service.key().span()), problem);
        boolean inside = service.value().member("ports").isEmpty();
        context.report(
            inside || file.forDevelopment() ? found.withConfidence(Confidence.LOW) : found);
      }
    }
  }

  /** The variables of a service as lines, each behind a line break. */
  private static String settings(YamlValue service) {
    StringBuilder lines = new StringBuilder();
    YamlValue environment = service.member("environment").orElse(service);
    for (YamlValue each : environment.elements()) {
      lines.append('\n').append(each.asString().orElse(""));
    }
    if (environment != service) {
      for (YamlMember each : environment.members()) {
        lines
            .append('\n')
            .append(each.name())
            .append('=')
            .append(each.value().asString().orElse(""));
      }
    }
    return lines.append('\n').toString();
  }

  private static @Nullable String problem(String image, String settings, YamlValue service) {
    boolean elsewhere = service.member("env_file").isPresent();
    String command = service.member("command").map(OpenDatabase::text).orElse("");
    return switch (image) {
      case "postgres", "postgis", "timescaledb" ->
          settings.contains("\nPOSTGRES_HOST_AUTH_METHOD=trust\n")
              ? "PostgreSQL lets everybody in: POSTGRES_HOST_AUTH_METHOD is trust"
              : null;
      case "mysql", "mariadb" -> {
        boolean empty =
            settings.contains("ALLOW_EMPTY_PASSWORD=true")
                || settings.contains("ALLOW_EMPTY_PASSWORD=yes")
                || settings.contains("ALLOW_EMPTY_PASSWORD=1")
                || settings.contains("ALLOW_EMPTY_ROOT_PASSWORD=");
        yield empty ? "The database lets root in without a password" : null;
      }
      case "mongo" -> {
        boolean open =
            !settings.contains("MONGO_INITDB_ROOT_")
                && !command.contains("--auth")
                && !command.contains("keyFile")
                && !elsewhere;
        yield open ? "MongoDB is run without users" : null;
      }
      case "redis", "valkey" -> {
        boolean open =
            !command.contains("requirepass")
                && !command.contains(".conf")
                && !command.contains("--aclfile")
                && !settings.contains("PASSWORD")
                && !elsewhere;
        yield open ? "Redis is run without a password" : null;
      }
      case "elasticsearch", "opensearch" ->
          settings.contains("xpack.security.enabled=false")
                  || settings.contains("DISABLE_SECURITY_PLUGIN=true")
              ? "The search engine is run without users"
              : null;
      default -> null;
    };
  }

  private static String text(YamlValue command) {
    StringBuilder text = new StringBuilder(command.asString().orElse(""));
    for (YamlValue each : command.elements()) {
      text.append(' ').append(each.asString().orElse(""));
    }
    return text.toString();
  }
}
