package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.CaddyConfig;
import dev.emerald.spi.deploy.CaddyDirective;
import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.deploy.NginxDirective;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Proxies with weak TLS or none. */
@RuleInfo(
    id = "deploy-nginx-tls",
    title = "The proxy speaks weak TLS or none",
    severity = Severity.MEDIUM,
    cwe = {326, 319},
    owasp = {"A02:2021"},
    roadmap = {RoadmapItem.DEP_7},
    why =
        "What goes over plain http, or a protocol that is broken, can be read and changed"
            + " on the way: passwords, cookies, pages.",
    remedy = "Redirect http to https, and allow TLSv1.2 and TLSv1.3 alone.",
    bad = {
      @Example(
          file = "nginx/site.conf",
          value =
              """
              server {
                listen 443 ssl;
                ssl_protocols TLSv1 TLSv1.2;
              }
              """),
      @Example(
          file = "nginx/site.conf",
          value =
              """
              server {
                listen 80;
                server_name shop.example;
                location / {
                  proxy_pass http://app:3000;
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
                listen 80;
                return 301 https://$host$request_uri;
              }
              server {
                listen 443 ssl;
                ssl_protocols TLSv1.2 TLSv1.3;
              }
              """)
    })
public final class ProxyWithoutTls implements Rule {
  private static final Set<String> BROKEN = Set.of("SSLv2", "SSLv3", "TLSv1", "TLSv1.1");

  @Override
  public void register(Hooks on) {
    on.manifest(NginxConfig.class, (config, context) -> check(config.directives(), context));
    on.manifest(CaddyConfig.class, ProxyWithoutTls::caddy);
  }

  /** Caddy gets certificates and redirects by itself, unless it is told otherwise. */
  private static void caddy(CaddyConfig config, RuleContext context) {
    boolean off = false;
    for (CaddyDirective options : config.directives()) {
      if (options.name().isEmpty()) {
        off |=
            options.inner("auto_https").filter(auto -> auto.argument().equals("off")).isPresent();
      }
    }
    for (CaddyDirective site : config.sites()) {
      boolean https = false;
      boolean plain = false;
      List<String> addresses = new ArrayList<>(List.of(site.name()));
      addresses.addAll(site.arguments());
      for (String each : addresses) {
        String address = each.endsWith(",") ? each.substring(0, each.length() - 1) : each;
        int scheme = address.indexOf("//");
        String host = scheme < 0 ? address : address.substring(scheme + 2);
        boolean open = address.startsWith("http://") || host.endsWith(":80");
        boolean named = host.indexOf('.') > 0 && Character.isLetter(host.charAt(0));
        https |= address.startsWith("https://") || host.endsWith(":443") || named && !open && !off;
        plain |= open && named;
      }
      boolean proxies = site.inner("reverse_proxy").isPresent();
      if (https) {
        context.satisfied(RoadmapItem.DEP_7, site.location(), "The proxy ends TLS");
      } else if (plain && proxies) {
        context.report(site.location(), "The proxy passes on what comes over plain http");
      }
      site.inner("tls").ifPresent(tls -> protocols(tls, context));
    }
  }

  private static void protocols(CaddyDirective tls, RuleContext context) {
    tls.inner("protocols")
        .filter(
            allowed -> allowed.argument().equals("tls1.0") || allowed.argument().equals("tls1.1"))
        .ifPresent(
            allowed ->
                context.report(allowed.location(), "The proxy allows " + allowed.argument()));
  }

  private static void check(List<NginxDirective> directives, RuleContext context) {
    for (NginxDirective directive : directives) {
      switch (directive.name()) {
        case "server" -> checkServer(directive, context);
        case "ssl_protocols" -> {
          for (String protocol : directive.arguments()) {
            if (BROKEN.contains(protocol)) {
              context.report(directive.location(), "The proxy allows " + protocol);
              break;
            }
          }
        }
        case "proxy_ssl_verify" -> {
          if (directive.argument().equals("off") && directive.location().start().line() > 0) {
            context.report(
                Problem.at(directive.location(), "The certificate behind the proxy is not checked")
                    .withConfidence(Confidence.LOW));
          }
        }
        case "ssl_ciphers" -> {
          if (isWeak(directive.argument())) {
            context.report(directive.location(), "The proxy allows ciphers that are broken");
          }
        }
        default -> {
          // Of no interest here.
        }
      }
      check(directive.block(), context);
    }
  }

  private static boolean isWeak(String ciphers) {
    for (String cipher : ciphers.split("[: ]", -1)) {
      boolean weak =
          cipher.equals("ALL")
              || cipher.contains("RC4")
              || cipher.contains("NULL")
              || cipher.contains("EXP")
              || cipher.contains("DES-CBC-")
              || cipher.equals("LOW");
      if (weak && !cipher.startsWith("!") && !cipher.startsWith("-") && !ciphers.contains("!RC4")) {
        return true;
      }
    }
    return false;
  }

  private static void checkServer(NginxDirective server, RuleContext context) {
    NginxDirective plain = null;
    for (NginxDirective each : server.block()) {
      if (each.name().equals("listen")) {
        String port = each.argument().substring(each.argument().lastIndexOf(':') + 1);
        if (each.arguments().contains("ssl") || port.equals("443")) {
          context.satisfied(RoadmapItem.DEP_7, each.location(), "The proxy ends TLS");
          return;
        }
        plain = port.equals("80") ? each : plain;
      }
    }
    boolean named =
        server.inner("server_name").map(NginxDirective::argument).orElse("_").indexOf('.') > 0;
    if (plain != null && proxies(server) && !redirects(server)) {
      Problem problem =
          Problem.at(plain.location(), "The proxy passes on what comes over plain http");
      // Without a name it may stand behind another proxy, which ends TLS.
      context.report(named ? problem : problem.withConfidence(Confidence.LOW));
    }
  }

  private static boolean proxies(NginxDirective server) {
    return server.block().stream()
        .anyMatch(each -> each.name().equals("location") && each.inner("proxy_pass").isPresent());
  }

  private static boolean redirects(NginxDirective server) {
    for (NginxDirective each : server.block()) {
      NginxDirective answer =
          each.name().equals("location") ? each.inner("return").orElse(each) : each;
      boolean redirect = answer.name().equals("return") || answer.name().equals("rewrite");
      if (redirect && answer.toString().contains("https://")) {
        return true;
      }
      if (each.name().equals("if") && each.block().toString().contains("https://")) {
        return true;
      }
    }
    return false;
  }
}
