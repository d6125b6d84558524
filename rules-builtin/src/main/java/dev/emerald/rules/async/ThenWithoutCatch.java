package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Set;

/** Chains of promises whose end nobody watches. */
@RuleInfo(
    id = "async-missing-catch",
    title = "A chain of promises without a catch",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 755,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEV_10,
    why =
        "A rejection in the chain is handled by nobody. Node.js ends the process for it, and until"
            + " then whoever waits for the result waits for ever.",
    remedy = "End the chain with .catch, or return or await it.",
    bad =
        @Example(
            """
            module.exports = (load, send) => {
              load().then((data) => send(data));
            };
            """),
    good = {
      @Example(
          """
          module.exports = (load, send, next) => {
            load().then((data) => send(data)).catch(next);
          };
          """),
      @Example(
          """
          module.exports = (load, send, next) => {
            load().then((data) => send(data), next);
          };
          """),
      @Example("module.exports = (load, send) => load().then((data) => send(data));")
    })
public final class ThenWithoutCatch implements Rule {

  private static final ApiPattern NEVER_REJECTS =
      api(
          "{globalThis.Promise.allSettled,timers.promises.setTimeout,"
              + "timers.promises.setImmediate,timers.setTimeout}");

  /** Names that functions have which let time pass and do nothing else. */
  private static final Set<String> WAITING =
      Set.of("sleep", "delay", "wait", "pause", "timeout", "nextTick");

  private static final ApiPattern RESOLVED = api("globalThis.Promise.resolve");

  @Override
  public void register(Hooks on) {
    on.node(ExpressionStatement.class, this::check);
  }

  private void check(ExpressionStatement statement, FileContext context) {
    if (!(statement.expression() instanceof CallExpression call)
        || !isThen(call)
        || context.tree().enclosing(statement, FunctionLike.class) == null
        || neverFails(call, context)) {
      return;
    }
    context.report(call, "Nobody hears when this chain fails");
  }

  /** Whether this is {@code .then} with a function and no second one. */
  private static boolean isThen(CallExpression call) {
    return call.callee() instanceof MemberExpression member
        && "then".equals(Keys.of(member))
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof FunctionLike function
        && function.params().size() <= 1;
  }

  /**
   * Whether there is a catch further up the chain, or the chain starts with something that is not
   * known to fail: what follows then fails only by what it does itself.
   */
  private static boolean neverFails(CallExpression call, FileContext context) {
    Expression at = call;
    while (at instanceof CallExpression link && link.callee() instanceof MemberExpression member) {
      String method = Keys.of(member);
      if ("catch".equals(method)) {
        return true;
      }
      if (!"then".equals(method) && !"finally".equals(method)) {
        break;
      }
      at = member.object();
    }
    return !(at instanceof CallExpression start) || neverRejects(start, context);
  }

  private static boolean neverRejects(CallExpression start, FileContext context) {
    String name = Surroundings.lastName(start.callee());
    if (name != null && WAITING.contains(name)
        || NEVER_REJECTS.matches(context.scopes().apiOf(start.callee()))) {
      return true;
    }
    if (RESOLVED.matches(context.scopes().apiOf(start.callee()))) {
      return start.arguments().isEmpty();
    }
    FunctionLike function = context.scopes().functionOf(start.callee());
    return function != null
        && (function.async()
            ? Guarded.firstEscape(function, context.tree()) == null
            : onlyResolves(function, context));
  }

  /** Whether a function gives a promise whose maker has no means to reject it. */
  private static boolean onlyResolves(FunctionLike function, FileContext context) {
    Node body = function.body();
    if (body instanceof BlockStatement block
        && !block.body().isEmpty()
        && block.body().get(block.body().size() - 1) instanceof ReturnStatement last) {
      body = last.argument();
    }
    return body instanceof NewExpression made
        && "globalThis.Promise".equals(context.scopes().apiOf(made.callee()))
        && made.argument(0) instanceof FunctionLike executor
        && executor.params().size() < 2
        && !executor.async();
  }
}
