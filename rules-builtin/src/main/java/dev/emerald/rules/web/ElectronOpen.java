package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Addresses that the desktop opens for strangers. */
@RuleInfo(
    id = "electron-open-external",
    title = "Outside data chooses what the desktop opens",
    severity = Severity.HIGH,
    cwe = {601, 78},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "openExternal hands the address to the system: file: and other schemes start programs.",
    remedy = "Parse the address and let https: to known hosts through alone.",
    bad =
        @Example(
            """
            const { app, shell } = require('electron');
            app.on('open-url', (event, url) => shell.openExternal(url));
            """),
    good =
        @Example(
            """
            const { shell } = require('electron');
            exports.help = () => shell.openExternal('https://docs.example');
            """))
public final class ElectronOpen implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "client", "llm")
            .to("electron-open")
            .message("{source} chooses what {sink} opens"));
  }
}
