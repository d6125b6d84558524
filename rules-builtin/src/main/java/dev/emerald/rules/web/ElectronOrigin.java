package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

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

/** Windows without the walls of a browser. */
@RuleInfo(
    id = "electron-web-security",
    title = "A window does without the rules of browsers",
    severity = Severity.HIGH,
    cwe = {346, 829},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Without web security a page reads the answers of every site, and loads scripts over"
            + " plain http into pages of https.",
    remedy = "Leave webSecurity on. Set headers for single answers where a page needs them.",
    bad =
        @Example(
            """
            const { BrowserWindow } = require('electron');
            exports.win = new BrowserWindow({ webPreferences: { webSecurity: false } });
            """),
    good =
        @Example(
            """
            const { BrowserWindow } = require('electron');
            exports.win = new BrowserWindow({ webPreferences: { webSecurity: true } });
            """))
public final class ElectronOrigin implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(WebPreferences.WINDOW, ElectronOrigin::preferences);
    on.call(
        api("electron.app.commandLine.appendSwitch"),
        (call, context) -> {
          String name = Values.string(call.argument(0), context.scopes());
          if (name != null && name.equals("disable-web-security") && !context.file().test()) {
            context.report(call, "Pages may read the answers of every site");
          }
        });
  }

  private static void preferences(Invocation call, FileContext context) {
    ObjectView view = WebPreferences.of(call, context);
    if (view == null) {
      return;
    }
    Expression security = view.get("webSecurity");
    if (security != null && Values.isFalse(security, context.scopes())) {
      context.report(
          Settings.place(call, security, context), "The page may read the answers of every site");
    }
    Expression insecure = view.get("allowRunningInsecureContent");
    if (insecure != null && Values.isTrue(insecure, context.scopes())) {
      context.report(
          Settings.place(call, insecure, context), "Scripts over plain http run in the page");
    }
  }
}
