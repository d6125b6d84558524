package dev.emerald.rules.files;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Keys that the header of a token chooses. */
@RuleInfo(
    id = "jwt-kid-injection",
    title = "A token that is not verified yet chooses the key",
    severity = Severity.HIGH,
    cwe = {22, 20, 918},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The header of a token is what its sender wrote. Used as the name of a file, a query or"
            + " an address it makes the sender's own key the one that is believed.",
    remedy = "Look kid up in a constant table of keys, and ignore jku and x5u.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const jwt = require('jsonwebtoken');
            exports.verify = (token) => {
              const { header } = jwt.decode(token, { complete: true });
              return jwt.verify(token, fs.readFileSync('/keys/' + header.kid), { algorithms: ['RS256'] });
            };
            """),
    good =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            const keys = new Map([['2024', process.env.PUBLIC_KEY]]);
            exports.verify = (token) => {
              const { header } = jwt.decode(token, { complete: true });
              return jwt.verify(token, keys.get(header.kid), { algorithms: ['RS256'] });
            };
            """))
public final class KeyFromToken implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("token")
            .to("path-injection", "sql-injection", "ssrf", "command-injection")
            .message("{source} of a token that is not verified reaches {sink}"));
  }
}
