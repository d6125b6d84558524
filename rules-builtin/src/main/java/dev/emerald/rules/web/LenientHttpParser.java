package dev.emerald.rules.web;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;

/** HTTP that two parsers read in two ways. */
@RuleInfo(
    id = "web-insecure-http-parser",
    title = "Lenient HTTP parser",
    severity = Severity.HIGH,
    cwe = 444,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The lenient parser accepts requests that a proxy in front reads in another way: an"
            + " attacker hides a second request in the first, past the proxy's checks or in another"
            + " user's connection.",
    remedy = "Remove the option and mend the peer that sends broken headers.",
    bad = {
      @Example(
          """
          const http = require('http');
          http.createServer({ insecureHTTPParser: true }, handler).listen(80);
          """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "start": "node --insecure-http-parser index.js" } }
              """)
    },
    good =
        @Example(
            """
            const http = require('http');
            http.createServer({ insecureHTTPParser: false }, handler).listen(80);
            """))
public final class LenientHttpParser implements Rule {

  /** Conditions that say that somebody has asked for it. */
  private static final Words ASKED_FOR = Words.of("insecure", "lenient", "insecurehttpparser");

  @Override
  public void register(Hooks on) {
    on.node(
        Property.class,
        (property, context) -> {
          if ("insecureHTTPParser".equals(Keys.of(property))
              && context.tree().parent(property) instanceof ObjectExpression
              && property.value() instanceof Expression value
              && Values.isTrue(value, context.scopes())
              && !Conditions.mention(ASKED_FOR, property, context.tree())) {
            context.report(property, "Requests can be smuggled past a proxy");
          }
        });
    on.manifest(PackageJson.class, this::scripts);
  }

  private void scripts(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      if (script.text().contains("--insecure-http-parser")) {
        context.report(
            script.textLocation(), "The script '" + script.name() + "' lets requests be smuggled");
      }
    }
  }
}
