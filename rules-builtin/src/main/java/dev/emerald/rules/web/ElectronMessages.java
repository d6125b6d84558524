package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** What pages ask a desktop application to do. */
@RuleInfo(
    id = "electron-ipc-sender",
    title = "Whatever page sends a message has the main process act on it",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 346,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Frames and pages that get into a window send messages as the application's own page does."
            + " The main process has the rights of the user: files, programs, the shell.",
    remedy =
        "Compare the origin of event.senderFrame with that of your own page, and let only what is"
            + " known through.",
    bad =
        @Example(
            """
            const { ipcMain } = require('electron');
            const { exec } = require('child_process');
            ipcMain.handle('run', (event, tool) => exec('tools/' + tool));
            """),
    good =
        @Example(
            """
            const { ipcMain } = require('electron');
            const { exec } = require('child_process');
            const TOOLS = ['clean', 'update'];
            ipcMain.handle('run', (event, tool) => {
              if (new URL(event.senderFrame.url).host === 'app.example' && TOOLS.includes(tool)) exec('tools/' + tool);
            });
            """))
public final class ElectronMessages implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("ipc")
            .to(
                "command-injection",
                "argument-injection",
                "code-injection",
                "dynamic-import",
                "path-injection",
                "sql-injection")
            .message("{source} of whatever page reaches {sink}"));
  }
}
