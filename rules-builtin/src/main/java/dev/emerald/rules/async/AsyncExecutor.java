package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Errors that a promise never learns of. */
@RuleInfo(
    id = "async-promise-executor",
    title = "A promise is made by an async function",
    severity = Severity.MEDIUM,
    cwe = 755,
    owasp = {"A04:2021"},
    roadmap = {RoadmapItem.DEV_9, RoadmapItem.DEV_10},
    why =
        "What an async executor throws does not reject the promise: it stays pending for ever, and"
            + " the error ends as an unhandled rejection.",
    remedy =
        "Make the surrounding function async and await there; a promise around it is not needed.",
    bad =
        @Example(
            """
            module.exports = (load) => new Promise(async (resolve) => {
              resolve(await load());
            });
            """),
    good = {
      @Example("module.exports = async (load) => await load();"),
      @Example(
          value =
              """
              module.exports = (load) => new Promise(async (resolve, reject) => {
                try {
                  resolve(await load());
                } catch (error) {
                  reject(error);
                }
              });
              """,
          note = "Nothing can escape.")
    })
public final class AsyncExecutor implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("globalThis.Promise"),
        (call, context) -> {
          Expression executor = call.argument(0);
          FunctionLike function = executor == null ? null : context.scopes().functionOf(executor);
          if (executor != null
              && function != null
              && function.async()
              && !Guarded.wholly(function)) {
            context.report(executor, "What this function throws does not reject the promise");
          }
        });
  }
}
