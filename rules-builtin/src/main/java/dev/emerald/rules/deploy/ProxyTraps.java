package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.deploy.NginxDirective;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Traps of nginx. */
@RuleInfo(
    id = "deploy-nginx-misc",
    title = "nginx is set up so that it gives away or lets through too much",
    severity = Severity.MEDIUM,
    cwe = {22, 444, 200},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_10},
    why =
        "These settings look right and are not: files beside a folder can be read, lines"
            + " be put into headers, requests be smuggled past the proxy.",
    remedy =
        "End location and alias both with a slash, use $host, $request_uri and fixed"
            + " hosts, and turn listings off.",
    bad = {
      @Example(
          file = "nginx/site.conf",
          value =
              """
              server {
                location /files {
                  alias /srv/files/;
                }
              }
              """),
      @Example(
          file = "nginx/site.conf",
          value =
              """
              server {
                location / {
                  return 302 https://shop.example$uri;
                }
              }
              """)
    },
    good = {
      @Example(
          file = "nginx/site.conf",
          value =
              """
              server {
                server_tokens off;
                location /files/ {
                  alias /srv/files/;
                }
                location / {
                  return 302 https://shop.example$request_uri;
                }
              }
              """)
    })
public final class ProxyTraps implements Rule {
  @Override
  public void register(Hooks on) {
    on.manifest(NginxConfig.class, (config, context) -> check(config.directives(), context));
  }

  private static void check(List<NginxDirective> directives, RuleContext context) {
    for (NginxDirective directive : directives) {
      String problem = problem(directive);
      if (problem != null) {
        context.report(directive.location(), problem);
      }
      if (directive.name().equals("gzip") && directive.argument().equals("on")
          || directive.name().equals("brotli") && directive.argument().equals("on")) {
        context.satisfied(RoadmapItem.DEV_8, directive.location(), "The proxy compresses");
      }
      if (directive.name().equals("add_header")
          && directive.argument().equalsIgnoreCase("Strict-Transport-Security")) {
        context.satisfied(
            RoadmapItem.DEP_7, directive.location(), "The proxy asks for https: HSTS");
      }
      check(directive.block(), context);
    }
  }

  private static @Nullable String problem(NginxDirective directive) {
    return switch (directive.name()) {
      case "location" -> {
        List<String> arguments = directive.arguments();
        boolean prefix =
            arguments.size() == 1 || arguments.size() == 2 && arguments.get(0).equals("^~");
        String path = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        Optional<NginxDirective> alias = directive.inner("alias");
        boolean open =
            prefix
                && !path.endsWith("/")
                && alias.isPresent()
                && alias.get().argument().endsWith("/");
        yield open
            ? "What lies beside the folder can be read: the location has no slash at its end"
            : null;
      }
      case "return", "rewrite" ->
          last(directive).contains("$uri") || last(directive).contains("$document_uri")
              ? "Line breaks of the path are put into the header: use $request_uri"
              : null;
      case "proxy_set_header" -> {
        boolean host =
            directive.argument().equalsIgnoreCase("Host") && last(directive).equals("$http_host");
        boolean plain =
            directive.argument().equalsIgnoreCase("Upgrade")
                && last(directive).equalsIgnoreCase("h2c");
        yield host
            ? "The host is what the client claims: use $host"
            : plain ? "Requests can be smuggled past the proxy: Upgrade h2c" : null;
      }
      case "proxy_pass" -> {
        String target = directive.argument();
        boolean open =
            target.startsWith("$arg_")
                || target.contains("://$http_")
                || target.contains("://$arg_")
                || target.contains("://$host")
                || target.startsWith("$scheme://$http_host");
        yield open ? "The client chooses where the proxy connects to" : null;
      }
      case "autoindex" -> directive.argument().equals("on") ? "The proxy lists folders" : null;
      default -> null;
    };
  }

  private static String last(NginxDirective directive) {
    List<String> arguments = directive.arguments();
    int last = arguments.size() - 1;
    boolean flag =
        last > 0 && directive.name().equals("rewrite") && arguments.get(last).indexOf('$') < 0;
    return last < 0 || directive.name().equals("rewrite") && flag && last < 1
        ? ""
        : arguments.get(flag ? last - 1 : last);
  }
}
