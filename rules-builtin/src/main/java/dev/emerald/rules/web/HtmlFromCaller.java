package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** HTML that a library makes of what its callers hand over. */
@RuleInfo(
    id = "xss-html-construction-library",
    title = "A parameter of the package's API becomes part of HTML",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Who calls a library with a label expects a text to be shown. Put into HTML as it is,"
            + " it is markup: callers that pass on what users typed let these users run scripts.",
    remedy = "Set textContent, or escape the parameter.",
    bad =
        @Example(
            """
            module.exports = (element, label) => {
              element.innerHTML = '<span class="label">' + label + '</span>';
            };
            """),
    good =
        @Example(
            """
            module.exports = (element, label) => {
              const span = document.createElement('span');
              span.textContent = label;
              element.appendChild(span);
            };
            """))
public final class HtmlFromCaller implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("library")
            .to("html-construction")
            .composed("library")
            .intended("html", "markup", "content", "template", "svg")
            .message("{source} becomes part of the HTML in {sink}"));
  }
}
