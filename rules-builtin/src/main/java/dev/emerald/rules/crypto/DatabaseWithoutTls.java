package dev.emerald.rules.crypto;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.values.Addresses;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.regex.Pattern;

/** Databases on the open network that are spoken to in the clear. */
@RuleInfo(
    id = "crypto-db-no-tls",
    title = "A database far away is spoken to in the clear",
    severity = Severity.MEDIUM,
    cwe = 319,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "Between here and the database everybody on the way reads queries, answers and, with most"
            + " protocols, the password.",
    remedy = "Switch TLS on, and let the certificate of the database be checked.",
    bad =
        @Example(
            """
            const { Client } = require('pg');
            const client = new Client('postgres://db.example.org/shop?sslmode=disable');
            """),
    good = {
      @Example(
          """
          const { Client } = require('pg');
          const client = new Client('postgres://db.example.org/shop?sslmode=verify-full');
          const own = new Client('postgres://localhost/shop?sslmode=disable');
          const inner = new Client('postgres://db:5432/shop?sslmode=disable');
          """)
    })
public final class DatabaseWithoutTls implements Rule {

  private static final List<String> SCHEMES =
      List.of("postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv");

  /** What says in an address that there is to be no TLS. */
  private static final Pattern OFF =
      Pattern.compile("(?i).{1,1000}[?&](?:sslmode=disable|(?:ssl|tls)=(?:false|0))(?:&.{0,500})?");

  @Override
  public void register(Hooks on) {
    on.node(StringLiteral.class, DatabaseWithoutTls::check);
  }

  private static void check(StringLiteral literal, FileContext context) {
    String address = literal.value();
    if (address.indexOf('?') < 0 || address.length() > 2_000) {
      return;
    }
    for (String scheme : SCHEMES) {
      String host = Addresses.publicHost(address, scheme);
      if (host != null
          && OFF.matcher(address).matches()
          && !Conditions.mention(PlainAddress.DEVELOPMENT, literal, context.tree())) {
        context.report(literal, "The way to " + host + " is open: TLS is switched off");
        return;
      }
    }
  }
}
