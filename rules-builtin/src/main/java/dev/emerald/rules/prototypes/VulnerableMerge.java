package dev.emerald.rules.prototypes;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Map;
import java.util.TreeMap;

/** Objects of requests, given to a function of a library that merges {@code __proto__} as well. */
@RuleInfo(
    id = "proto-pollution-merge-call",
    title = "An object from a request is merged by a version of a library that takes __proto__",
    severity = Severity.HIGH,
    cwe = 1321,
    owasp = {"A06:2021", "A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "JSON may have a key __proto__. Older versions of these libraries descend into it like into"
            + " any other, and so write into Object.prototype: one request changes every object of"
            + " the process. Newer versions leave such keys out.",
    remedy =
        "Update the library to a version that leaves such keys out, or pick the properties that"
            + " may be set before anything is merged.",
    bad =
        @Example(
            packageJson = "{ \"name\": \"a\", \"dependencies\": { \"lodash\": \"4.17.4\" } }",
            value =
                """
                const _ = require('lodash');
                const app = require('express')();
                const settings = { theme: { dark: false } };
                app.post('/settings', (req, res) => {
                  _.merge(settings, req.body);
                  res.end();
                });
                """),
    good = {
      @Example(
          packageJson = "{ \"name\": \"a\", \"dependencies\": { \"lodash\": \"^4.17.21\" } }",
          value =
              """
              const _ = require('lodash');
              const app = require('express')();
              const settings = { theme: { dark: false } };
              app.post('/settings', (req, res) => {
                _.merge(settings, req.body);
                res.end();
              });
              """),
      @Example(
          packageJson = "{ \"name\": \"a\", \"dependencies\": { \"lodash\": \"4.17.4\" } }",
          value =
              """
              const _ = require('lodash');
              const app = require('express')();
              const settings = { theme: { dark: false } };
              app.post('/settings', (req, res) => {
                _.merge(settings, { theme: { dark: Boolean(req.body.dark) } });
                res.end();
              });
              """)
    })
public final class VulnerableMerge implements Rule {

  /** By package, the versions that merge what they should leave out. */
  private static final Map<String, String> RANGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("lodash", "<4.17.12"),
              Map.entry("lodash-es", "<4.17.14"),
              Map.entry("lodash.merge", "<4.6.2"),
              Map.entry("lodash.mergewith", "<4.6.2"),
              Map.entry("lodash.defaultsdeep", "<4.6.1"),
              Map.entry("jquery", "<3.4.0"),
              Map.entry("extend", "<2.0.2 || >=3.0.0 <3.0.2"),
              Map.entry("node.extend", "<1.1.7 || >=2.0.0 <2.0.1"),
              Map.entry("just-extend", "<4.0.0"),
              Map.entry("deep-extend", "<0.5.1"),
              Map.entry("deap", "<1.0.1"),
              Map.entry("merge", "<2.1.1"),
              Map.entry("merge-deep", "<3.0.3"),
              Map.entry("merge-options", "<1.0.1"),
              Map.entry("mixin-deep", "<1.3.2 || >=2.0.0 <2.0.1"),
              Map.entry("assign-deep", "<0.4.8 || >=1.0.0 <1.0.1"),
              Map.entry("defaults-deep", "*"),
              Map.entry("utils-extend", "*"),
              Map.entry("hoek", "<4.2.1 || >=5.0.0 <5.0.3")));

  @Override
  public void register(Hooks on) {
    TaintQuery query =
        TaintQuery.from("remote")
            .to("prototype-pollution")
            .message(
                "{source} is merged by {sink}, which in this version descends into `__proto__`");
    for (Map.Entry<String, String> each : RANGES.entrySet()) {
      query = query.installed(each.getKey(), each.getValue());
    }
    on.taint(query);
  }
}
