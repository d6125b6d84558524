package dev.emerald.rules.async;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asynchronous steps within each other. */
@RuleInfo(
    id = "async-promise-nesting",
    title = "Promises or callbacks nested in each other",
    severity = Severity.LOW,
    cwe = 1124,
    roadmap = RoadmapItem.DEV_9,
    why =
        "Each level has its own errors to pass on, and one that is forgotten is lost. What runs"
            + " after what can no longer be read from the top down.",
    remedy = "Return the inner promise and go on in a flat chain, or use async and await.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                exports.a = (db) => db.open().then((c) => { c.find().then((r) => use(r)); });
                exports.b = (db) => db.open().then((c) => { c.count().then((r) => use(r)); });
                exports.c = (db) => db.open().then((c) => { c.drop().then((r) => use(r)); });
                """),
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                exports.a = (db) => db.open().then((c) => c.find()).then((r) => use(r));
                exports.b = async (db) => use(await (await db.open()).count());
                exports.c = (db) => db.open().then((c) => c.drop().then((r) => use(c, r)));
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class NestedPromises implements Rule {

  private static final Set<String> ERRORS = Set.of("err", "error", "er");

  /** Within so many others a callback is deep. */
  private static final int DEEP = 4;

  /** A few are no habit. */
  private static final int FEWEST = 3;

  private static final int SHOWN = 6;

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, NestedPromises::call);
    on.project(NestedPromises::check);
  }

  /** A step within another. */
  private record Nested(Location location, boolean promise) {}

  private static void call(CallExpression call, FileContext context) {
    if (context.file().test()) {
      return;
    }
    if (call.callee() instanceof MemberExpression member
        && "then".equals(Keys.of(member))
        && isWithinThen(call, context)) {
      context.keep(new Nested(context.location(member.property()), true));
    }
    // Counted once, at the level that is one too deep.
    FunctionLike callback = callback(call);
    if (callback != null && depth(call, context) == DEEP - 1) {
      context.keep(new Nested(context.location(call.callee()), false));
    }
  }

  /** Whether the function around a call is the body, in braces, of another's {@code then}. */
  private static boolean isWithinThen(CallExpression call, FileContext context) {
    FunctionLike around = context.tree().enclosing(call, FunctionLike.class);
    return around != null
        && around.body() instanceof BlockStatement
        && !around.async()
        && context.tree().parent(around) instanceof CallExpression outer
        && outer.callee() instanceof MemberExpression member
        && "then".equals(Keys.of(member))
        && outer.arguments().contains(around);
  }

  /** The function that a call is given to tell of its result or failure; null if there is none. */
  private static @Nullable FunctionLike callback(CallExpression call) {
    int last = call.arguments().size() - 1;
    return last >= 0
            && call.arguments().get(last) instanceof FunctionLike function
            && !function.params().isEmpty()
            && function.params().get(0) instanceof Identifier error
            && ERRORS.contains(error.name())
        ? function
        : null;
  }

  private static int depth(Node call, FileContext context) {
    int depth = 0;
    FunctionLike around = context.tree().enclosing(call, FunctionLike.class);
    for (int steps = 0; around != null && steps < 100; steps++) {
      if (context.tree().parent(around) instanceof CallExpression outer
          && callback(outer) == around) {
        depth++;
      }
      around = context.tree().enclosing(around, FunctionLike.class);
    }
    return depth;
  }

  private static void check(Project project, RuleContext context) {
    List<Nested> all = context.kept(Nested.class);
    Traits.each(
        project,
        (of, traits) -> {
          for (boolean promise : new boolean[] {true, false}) {
            List<Nested> found =
                all.stream()
                    .filter(each -> each.promise() == promise && traits.holds(each.location()))
                    .toList();
            if (found.size() >= FEWEST) {
              report(found, promise, context);
            }
          }
        });
  }

  private static void report(List<Nested> found, boolean promise, RuleContext context) {
    Problem problem =
        Problem.at(
            found.get(0).location(),
            promise
                ? "A promise is waited for within another's then, here and in %d places in all"
                    .formatted(found.size())
                : "Callbacks are %d deep, here and in %d places in all"
                    .formatted(DEEP, found.size()));
    for (Nested other : found.subList(1, Math.min(found.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "nested too");
    }
    context.report(problem);
  }
}
