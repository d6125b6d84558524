package dev.emerald.rules.web;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.List;

/** Pages that can use Node.js. */
@RuleInfo(
    id = "electron-node-integration",
    title = "Pages in a window can use Node.js",
    severity = Severity.HIGH,
    cwe = {1188, 94},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With Node.js in a window, or without the wall between page and preload script, one script"
            + " that gets into the page reads files and starts programs.",
    remedy =
        "Leave nodeIntegration off and contextIsolation on. Offer the page single functions, over"
            + " contextBridge in a preload script.",
    bad =
        @Example(
            """
            const { BrowserWindow } = require('electron');
            const win = new BrowserWindow({ webPreferences: { nodeIntegration: true } });
            win.loadURL('https://chat.example');
            """),
    good =
        @Example(
            """
            const { BrowserWindow } = require('electron');
            const win = new BrowserWindow({ webPreferences: { preload: '/app/preload.js' } });
            win.loadURL('https://chat.example');
            """))
public final class ElectronWindow implements Rule {

  private static final List<String> SWITCHED_ON =
      List.of(
          "nodeIntegration",
          "nodeIntegrationInWorker",
          "nodeIntegrationInSubFrames",
          "enableRemoteModule");

  @Override
  public void register(Hooks on) {
    on.call(WebPreferences.WINDOW, ElectronWindow::preferences);
  }

  private static void preferences(Invocation call, FileContext context) {
    ObjectView view = WebPreferences.of(call, context);
    if (view == null) {
      return;
    }
    for (String name : SWITCHED_ON) {
      Expression value = view.get(name);
      if (value != null && Values.isTrue(value, context.scopes())) {
        context.report(
            Settings.place(call, value, context), "'" + name + "' gives the page Node.js");
        return;
      }
    }
    Expression isolation = view.get("contextIsolation");
    if (isolation != null && Values.isFalse(isolation, context.scopes())) {
      context.report(
          Settings.place(call, isolation, context),
          "The page shares its world with the preload script");
    }
  }
}
