package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Texts of a page that become markup in it. */
@RuleInfo(
    id = "xss-through-dom",
    title = "Text of a page is shown again as HTML",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {79, 116},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "What a page shows as text may have been written by anybody and was escaped for it. Read"
            + " from the page it is that text again: shown as HTML, the scripts in it run.",
    remedy = "Set textContent, or build elements; clean markup with DOMPurify.",
    bad =
        @Example(
            """
            const label = document.getElementById('name').value;
            document.getElementById('greeting').innerHTML = 'Hello <b>' + label + '</b>';
            """),
    good =
        @Example(
            """
            const label = document.getElementById('name').value;
            document.getElementById('greeting').textContent = 'Hello ' + label;
            """))
public final class TextAsHtml implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("page-text")
            .to("dom-xss")
            .silences("xss-dangerously-set-inner-html")
            .composed("page-text")
            .message("{source} is shown as HTML through {sink}"));
  }
}
