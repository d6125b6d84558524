package dev.emerald.rules.deploy;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Browsers on the server whose pages are not kept apart from it. */
@RuleInfo(
    id = "deploy-browser-no-sandbox",
    title = "A browser on the server runs without its sandbox",
    severity = Severity.MEDIUM,
    cwe = {693, 265},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_5},
    why =
        "A page that uses a flaw of the browser, of which there are new ones every month, then runs"
            + " as the user of the service, with all its files and secrets.",
    remedy =
        "Run the browser as a user of its own with the sandbox on; in a container allow it user"
            + " namespaces or a seccomp profile made for it.",
    bad =
        @Example(
            """
            const puppeteer = require('puppeteer');
            module.exports = () => puppeteer.launch({ args: ['--no-sandbox'] });
            """),
    good =
        @Example(
            """
            const puppeteer = require('puppeteer');
            module.exports = () => puppeteer.launch({ args: ['--disable-dev-shm-usage'] });
            """))
public final class BrowserWithoutSandbox implements Rule {

  private static final Map<String, String> FLAGS =
      Map.of(
          "--no-sandbox", "The browser runs without its sandbox",
          "--disable-web-security", "Pages of the browser may read what other pages show");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "{puppeteer,puppeteer-core,puppeteer-extra,puppeteer-cluster.Cluster}.launch",
            "{playwright,playwright-core}.{chromium,firefox,webkit}.{launch,launchPersistentContext}",
            "chrome-launcher.launch"),
        BrowserWithoutSandbox::check);
  }

  private static void check(Invocation call, FileContext context) {
    for (int i = 0; i < 2; i++) {
      ObjectView options = Settings.argument(call, i, context.scopes());
      if (options == null) {
        continue;
      }
      flags(options.get("args"), call, context, 3);
      flags(options.get("chromeFlags"), call, context, 3);
      flags(Settings.at(options, context.scopes(), "puppeteerOptions", "args"), call, context, 3);
    }
  }

  private static void flags(
      @Nullable Expression list, Invocation call, FileContext context, int deep) {
    if (deep == 0
        || list == null
        || !(context.scopes().origin(list) instanceof ArrayExpression array)) {
      return;
    }
    for (Expression each : array.elements()) {
      if (each instanceof SpreadElement spread) {
        flags(spread.argument(), call, context, deep - 1);
        continue;
      }
      String flag = Values.string(each, context.scopes());
      String message = flag == null ? null : FLAGS.get(flag);
      if (each != null && message != null) {
        Problem problem = Problem.at(context.location(each), message);
        context.report(
            context.tree().contains(call, each)
                ? problem
                : problem.withStep(context.location(call), "the browser is started here"));
      }
    }
  }
}
