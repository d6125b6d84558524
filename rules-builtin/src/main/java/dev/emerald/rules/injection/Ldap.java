package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** LDAP filters put together from outside data. */
@RuleInfo(
    id = "injection-ldap",
    title = "Outside data becomes part of an LDAP filter or name",
    severity = Severity.HIGH,
    cwe = 90,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Parentheses and stars in the data change the filter: `*` as a user name fits"
            + " everybody, and a directory often decides who may log in.",
    remedy =
        "Build the filter from objects such as EqualityFilter, or escape the data for filters"
            + " and names.",
    bad =
        @Example(
            """
            const client = require('ldapjs').createClient({ url: 'ldap://localhost' });
            const app = require('express')();
            app.get('/people', (req, res) => {
              client.search('dc=example', { filter: `(uid=${req.query.uid})` }, () => res.end());
            });
            """),
    good =
        @Example(
            """
            const ldap = require('ldapjs');
            const client = ldap.createClient({ url: 'ldap://localhost' });
            const app = require('express')();
            app.get('/people', (req, res) => {
              const filter = new ldap.EqualityFilter({ attribute: 'uid', value: req.query.uid });
              client.search('dc=example', { filter }, () => res.end());
            });
            """))
public final class Ldap implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("ldap-injection")
            .lower("queue", "library")
            .composed("library")
            .message("{source} becomes part of the LDAP query in {sink}"));
  }
}
