package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Set;

/** TLS in versions that are broken. */
@RuleInfo(
    id = "crypto-tls-weak-protocol",
    title = "SSL, TLS 1.0 or TLS 1.1 allowed",
    severity = Severity.MEDIUM,
    cwe = {327, 326},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "TLS before 1.2 rests on MD5 and SHA-1 and on modes that leak the text. An attacker on the"
            + " way makes both sides agree on the worst version that both allow.",
    remedy = "Leave minVersion at its default, or set it to 'TLSv1.2' or 'TLSv1.3'.",
    bad = {
      @Example(
          """
          const https = require('https');
          https.createServer({ key, cert, minVersion: 'TLSv1' }, app);
          """),
      @Example(
          """
          const tls = require('tls');
          tls.DEFAULT_MIN_VERSION = 'TLSv1.1';
          """),
      @Example(
          """
          import https from 'https';
          const agent = new https.Agent({ secureProtocol: 'TLSv1_method' });
          """)
    },
    good =
        @Example(
            """
            const https = require('https');
            https.createServer({ key, cert, minVersion: 'TLSv1.2' }, app);
            """))
public final class WeakTlsProtocol implements Rule {

  private static final Set<String> WEAK_VERSIONS = Set.of("TLSv1", "TLSv1.0", "TLSv1.1", "SSLv3");

  private static final Set<String> WEAK_METHODS =
      Set.of(
          "SSLv2_method",
          "SSLv2_client_method",
          "SSLv2_server_method",
          "SSLv3_method",
          "SSLv3_client_method",
          "SSLv3_server_method",
          "TLSv1_method",
          "TLSv1_client_method",
          "TLSv1_server_method",
          "TLSv1_1_method",
          "TLSv1_1_client_method",
          "TLSv1_1_server_method");

  private static final ApiPattern DEFAULTS = api("tls.{DEFAULT_MIN_VERSION,DEFAULT_MAX_VERSION}");

  @Override
  public void register(Hooks on) {
    on.node(Property.class, this::option);
    on.node(
        AssignmentExpression.class,
        (assignment, context) -> {
          if (assignment.left() instanceof MemberExpression member
              && DEFAULTS.matches(context.scopes().apiOf(member))) {
            version(assignment.right(), context);
          }
        });
  }

  private void option(Property property, FileContext context) {
    String name = Keys.of(property);
    if (name == null
        || !(property.value() instanceof Expression value)
        || !(context.tree().parent(property) instanceof ObjectExpression)) {
      return;
    }
    switch (name) {
      case "minVersion", "maxVersion" -> version(value, context);
      case "secureProtocol" -> {
        String method = Values.string(value, context.scopes());
        if (method != null && WEAK_METHODS.contains(method)) {
          context.report(value, "'" + method + "' speaks a broken version of TLS");
        }
      }
      default -> {}
    }
  }

  private static void version(Expression value, FileContext context) {
    String version = Values.string(value, context.scopes());
    if (version != null && WEAK_VERSIONS.contains(version)) {
      context.report(value, "'" + version + "' is a broken version of TLS");
    }
  }
}
