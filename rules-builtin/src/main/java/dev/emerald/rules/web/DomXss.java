package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Pages that put what a link says into themselves. */
@RuleInfo(
    id = "xss-dom",
    title = "The address of a page, or a message, is shown as HTML",
    severity = Severity.HIGH,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "Whoever makes the link, or talks to the page from another, runs scripts in it.",
    remedy = "Set textContent, or clean the markup with DOMPurify.",
    bad =
        @Example(
            "document.getElementById('tab').innerHTML ="
                + " decodeURIComponent(location.hash.slice(1));"),
    good =
        @Example(
            "document.getElementById('tab').textContent ="
                + " decodeURIComponent(location.hash.slice(1));"))
public final class DomXss implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("client")
            .to("dom-xss")
            .silences("xss-dangerously-set-inner-html")
            .message("{source} is shown as HTML through {sink}"));
  }
}
