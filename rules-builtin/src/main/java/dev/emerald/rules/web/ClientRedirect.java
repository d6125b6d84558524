package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Pages that go where a link says. */
@RuleInfo(
    id = "open-redirect-client",
    title = "The address of a page chooses where it goes next",
    severity = Severity.MEDIUM,
    cwe = {601, 79},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A link to this page ends on another site; with javascript: in it, it runs a script in"
            + " this one.",
    remedy = "Go to paths of this site, or to hosts in a constant list.",
    bad = @Example("window.location.href = decodeURIComponent(location.hash.slice(1));"),
    good =
        @Example(
            "window.location.href = '/tabs?name=' + encodeURIComponent(location.hash.slice(1));"))
public final class ClientRedirect implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("client")
            .to("client-redirect")
            .message("{source} chooses where {sink} goes"));
  }
}
