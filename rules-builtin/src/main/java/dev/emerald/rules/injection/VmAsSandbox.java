package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Sandboxes that hold nobody. */
@RuleInfo(
    id = "injection-vm-sandbox",
    title = "Code is run in a sandbox that does not hold",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {265, 94},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The vm module separates names, not rights: this.constructor.constructor('return"
            + " process')() leads out. The packages built upon it are broken one way or another,"
            + " vm2 for good.",
    remedy = "Run untrusted code in another process without rights, or in isolated-vm with limits.",
    bad = {
      @Example(
          """
          const vm = require('vm');
          module.exports = (code) => vm.runInNewContext(code, { console });
          """),
      @Example(
          """
          const { VM } = require('vm2');
          module.exports = (code) => new VM({ timeout: 100 }).run(code);
          """)
    },
    good = {
      @Example(
          """
          const vm = require('vm');
          module.exports = () => vm.runInNewContext('1 + 1');
          """),
      @Example("module.exports = (vm, code) => vm.runInContext(code);")
    })
public final class VmAsSandbox implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("vm.{runInContext,runInNewContext,runInThisContext,compileFunction,Script}"),
        (call, context) -> {
          Expression code = call.argument(0);
          if (code != null && Values.constant(code, context.scopes()) == null) {
            context.report(call, "The code has the rights of the process");
          }
        });
    on.call(
        anyOf(
            "vm2.{VM,NodeVM,VMScript}",
            "sandbox",
            "safe-eval",
            "safer-eval",
            "notevil",
            "static-eval",
            "realms-shim",
            "jailed.{Plugin,DynamicPlugin}"),
        (call, context) -> context.report(call, "Code gets out of this sandbox"));
  }
}
