package dev.emerald.rules.async;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.ast.YieldExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;

/** Callbacks where promises would do. */
@RuleInfo(
    id = "async-prefer-promises-api",
    title = "Callbacks where promises would do",
    severity = Severity.INFO,
    cwe = {1120},
    roadmap = {RoadmapItem.DEV_9},
    why =
        "Errors of callbacks are easily dropped: every level has to look at them by "
            + "hand, and what is thrown in one is caught by nobody.",
    remedy = "Use the promise form of the API, such as fs/promises, and await it.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                const fs = require('fs');
                fs.readFile('a', (err, text) => use(err, text));
                fs.readFile('b', (err, text) => use(err, text));
                fs.readFile('c', (err, text) => use(err, text));
                fs.readFile('d', (err, text) => use(err, text));
                fs.readFile('e', (err, text) => use(err, text));
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                const fs = require('fs/promises');
                exports.run = async () => use(await fs.readFile('a'), await fs.readFile('b'));
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class CallbackStyle implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, CallbackStyle::call);
    on.node(AwaitExpression.class, CallbackStyle::waits);
    on.node(YieldExpression.class, CallbackStyle::waits);
    on.node(TryStatement.class, CallbackStyle::guards);
    on.project(this::check);
  }

  private static final int FEWEST = 5;

  private static final Set<String> ERROR = Set.of("err", "error", "e", "er");

  private static final List<String> ANSWERING =
      List.of(
          "koa",
          "fastify",
          "@nestjs/core",
          "@hapi/hapi",
          "next",
          "express-async-errors",
          "express-async-handler",
          "express-promise-router",
          "@koa/router");

  /** An asynchronous step. */
  private record Step(Location location, Style style) {}

  private enum Style {
    CALLBACK,
    PROMISE,
    CATCH
  }

  private static void call(CallExpression call, FileContext context) {
    if (context.file().test()) {
      return;
    }
    if (call.callee() instanceof MemberExpression member) {
      String name = Keys.of(member);
      if ("then".equals(name)) {
        context.keep(new Step(context.location(member.property()), Style.PROMISE));
        if (call.arguments().size() > 1) {
          context.keep(new Step(context.location(member.property()), Style.CATCH));
        }
      } else if ("catch".equals(name)) {
        context.keep(new Step(context.location(member.property()), Style.CATCH));
      }
    }
    int last = call.arguments().size() - 1;
    if (last >= 0
        && call.arguments().get(last) instanceof FunctionLike callback
        && callback.params().size() >= 1
        && callback.params().size() <= 3
        && callback.params().get(0) instanceof Identifier first
        && ERROR.contains(first.name())
        && !(call.callee() instanceof MemberExpression handled
            && HANDLED.contains(String.valueOf(Keys.of(handled))))) {
      context.keep(new Step(context.location(call.callee()), Style.CALLBACK));
    }
  }

  private static final Set<String> HANDLED =
      Set.of("catch", "then", "on", "once", "use", "onError", "subscribe");

  private static void waits(AwaitExpression await, FileContext context) {
    if (!context.file().test()) {
      context.keep(
          new Step(context.source().location(await.start(), await.start() + 1), Style.PROMISE));
    }
  }

  /** A generator that is given to a function, such as {@code co}, waits for what it yields. */
  private static void waits(YieldExpression yield, FileContext context) {
    if (!context.file().test() && isCoroutine(yield, context)) {
      context.keep(
          new Step(context.source().location(yield.start(), yield.start() + 1), Style.PROMISE));
    }
  }

  private static boolean isCoroutine(YieldExpression yield, FileContext context) {
    FunctionLike around = context.tree().enclosing(yield, FunctionLike.class);
    return around != null
        && around.generator()
        && context.tree().parent(around) instanceof CallExpression call
        && call.arguments().contains(around);
  }

  private static void guards(TryStatement guard, FileContext context) {
    boolean[] waits = new boolean[1];
    context.tree().forEach(guard.block(), AwaitExpression.class, await -> waits[0] = true);
    context
        .tree()
        .forEach(
            guard.block(), YieldExpression.class, yield -> waits[0] |= isCoroutine(yield, context));
    if (waits[0] && guard.handler() != null && !context.file().test()) {
      context.keep(
          new Step(context.source().location(guard.start(), guard.start() + 1), Style.CATCH));
    }
  }

  private void check(Project project, RuleContext context) {
    List<Step> all = context.kept(Step.class);
    Traits.each(project, (of, traits) -> judge(of, traits, all, context));
  }

  private static List<Step> of(Style style, List<Step> all, Traits traits) {
    return all.stream()
        .filter(step -> step.style() == style && traits.holds(step.location()))
        .toList();
  }

  private static void judge(ProjectPackage of, Traits traits, List<Step> all, RuleContext context) {
    List<Step> callbacks = of(Style.CALLBACK, all, traits);
    List<Step> promises = of(Style.PROMISE, all, traits);
    List<Step> catches = of(Style.CATCH, all, traits);
    if (promises.isEmpty() && catches.isEmpty()) {
      context.notApplicable(RoadmapItem.DEV_10, of, "no promises in this package");
    }
    int steps = callbacks.size() + promises.size();
    if (steps < FEWEST && promises.isEmpty()) {
      context.notApplicable(RoadmapItem.DEV_9, of, steps + " asynchronous calls");
    } else if (callbacks.size() > promises.size()
        && callbacks.size() >= FEWEST
        && !callbacksByDesign(traits)) {
      context.report(
          callbacks.get(0).location(),
          callbacks.size() + " calls take a callback, " + promises.size() + " wait for a promise");
    } else if (!promises.isEmpty()) {
      context.satisfied(
          RoadmapItem.DEV_9,
          promises.get(0).location(),
          promises.size()
              + " times a promise is waited for, "
              + callbacks.size()
              + " calls take a callback");
    }
    if (promises.isEmpty()) {
      return;
    }
    for (String framework : ANSWERING) {
      if (traits.imports(framework)) {
        context.satisfied(
            RoadmapItem.DEV_10,
            promises.get(0).location(),
            framework + " answers when the promise of a handler rejects");
        return;
      }
    }
    if (!catches.isEmpty()) {
      context.satisfied(
          RoadmapItem.DEV_10, catches.get(0).location(), "rejections are handled, as here");
    }
  }

  /** Libraries may offer both forms. */
  private static boolean callbacksByDesign(Traits traits) {
    return traits.kind() == Kind.LIBRARY;
  }
}
