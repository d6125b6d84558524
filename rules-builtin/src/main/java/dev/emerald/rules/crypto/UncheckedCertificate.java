package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import java.util.Map;

/** TLS that talks to anybody. */
@RuleInfo(
    id = "crypto-tls-reject-unauthorized",
    title = "Certificates are not checked",
    severity = Severity.HIGH,
    cwe = 295,
    owasp = {"A02:2021", "A07:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "Without the check anybody on the way can present a certificate of their own and read and"
            + " change what is sent, passwords and tokens included.",
    remedy =
        "Leave the check on. For a private authority pass its certificate as 'ca', or set"
            + " NODE_EXTRA_CA_CERTS.",
    bad = {
      @Example(
          """
          const https = require('https');
          const agent = new https.Agent({ rejectUnauthorized: false });
          """),
      @Example("process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';"),
      @Example(
          """
          const { Pool } = require('pg');
          const pool = new Pool({ ssl: { rejectUnauthorized: false } });
          """)
    },
    good = {
      @Example(
          """
          const https = require('https');
          const agent = new https.Agent({ ca: authority });
          """),
      @Example(
          value =
              """
              const https = require('https');
              const agent = new https.Agent({ rejectUnauthorized: options.strict });
              """,
          note = "Decided elsewhere.")
    })
public final class UncheckedCertificate implements Rule {

  private static final String SETTING = "NODE_TLS_REJECT_UNAUTHORIZED";

  private static final ApiPattern VARIABLE = api("process.env." + SETTING);

  /** Options that switch the check off, with the value that does. */
  private static final Map<String, Boolean> SWITCHES =
      Map.of(
          "rejectUnauthorized", false,
          "strictSSL", false,
          "sslValidate", false,
          "tlsAllowInvalidCertificates", true,
          "tlsAllowInvalidHostnames", true,
          "tlsInsecure", true);

  /** Conditions that say that somebody has asked for it. */
  private static final Words ASKED_FOR =
      Words.of(
          "insecure",
          "verify",
          "verification",
          "unauthorized",
          "strictssl",
          "invalid",
          "selfsigned",
          "validate",
          "trustall",
          "trust",
          "ignore",
          "skip",
          "development",
          "localhost");

  @Override
  public void register(Hooks on) {
    on.node(Property.class, this::option);
    on.node(AssignmentExpression.class, this::assignment);
    on.manifest(PackageJson.class, this::scripts);
  }

  private void option(Property property, FileContext context) {
    String name = Keys.of(property);
    if (name != null
        && SWITCHES.containsKey(name)
        && property.value() instanceof Expression value
        && context.tree().parent(property) instanceof ObjectExpression object
        && !asksClients(object, context)
        && switchesOff(name, value, context)
        && !Conditions.mention(ASKED_FOR, property, context.tree())) {
      context.report(property, "'" + name + "' switches the check of certificates off");
    }
  }

  /** On a server the option is about the certificates of clients, for which it has to ask. */
  private static boolean asksClients(ObjectExpression options, FileContext context) {
    ObjectView view = context.scopes().objectOf(options);
    return view != null && Values.isTrue(view.get("requestCert"), context.scopes());
  }

  private void assignment(AssignmentExpression assignment, FileContext context) {
    if (!(assignment.left() instanceof MemberExpression member)) {
      return;
    }
    String name = Keys.of(member);
    if (name == null) {
      return;
    }
    if (name.equals(SETTING) && VARIABLE.matches(context.scopes().apiOf(member))) {
      Constant value = context.scopes().constantOf(assignment.right());
      if (value != null
          && value.text().equals("0")
          && !Conditions.mention(ASKED_FOR, assignment, context.tree())) {
        context.report(assignment, "All certificates of the process go unchecked");
      }
      return;
    }
    if (SWITCHES.containsKey(name)
        && switchesOff(name, assignment.right(), context)
        && !Conditions.mention(ASKED_FOR, assignment, context.tree())) {
      context.report(assignment, "'" + name + "' switches the check of certificates off");
    }
  }

  private void scripts(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      if (script.text().contains("NODE_TLS_REJECT_UNAUTHORIZED=0")) {
        context.report(
            script.textLocation(),
            "The script '" + script.name() + "' runs without checking certificates");
      }
    }
  }

  private static boolean switchesOff(String name, Expression value, FileContext context) {
    Constant constant = context.scopes().constantOf(value);
    return constant != null && constant.is(Boolean.TRUE.equals(SWITCHES.get(name)));
  }
}
