package dev.emerald.rules.health;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TaggedTemplateExpression;
import dev.emerald.spi.ast.ThrowStatement;
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
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.source.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tests that can not fail. */
@RuleInfo(
    id = "health-test-no-assert",
    title = "Tests that assert nothing",
    severity = Severity.INFO,
    cwe = 1164,
    roadmap = RoadmapItem.DEV_5,
    audience = Audience.TESTS,
    why =
        "A test without an assertion passes whatever the code does, as long as it does not throw:"
            + " it counts as tested, and is not.",
    remedy = "Assert what the test is about, or delete it.",
    bad =
        @Example(
            file = "test/cart.test.js",
            value =
                """
                const cart = require('../cart');
                it('adds', () => { cart.add(1); });
                it('removes', () => { cart.remove(1); });
                it('counts', () => { cart.count(); });
                it('sums', () => { cart.sum(); });
                it('clears', () => { cart.clear(); });
                """),
    good =
        @Example(
            file = "test/cart.test.js",
            value =
                """
                const cart = require('../cart');
                it('adds', () => { expect(cart.add(1)).toBe(1); });
                it('removes', () => { checkRemoved(cart.remove(1)); });
                it('counts', () => { cart.count(); });
                it('sums', () => { cart.sum().should.equal(0); });
                it('clears', async () => { await request(cart).get('/').expect(200); });
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class TestWithoutAssertion implements Rule {

  private static final Set<String> RUNNERS = Set.of("it", "test", "specify");

  private static final Pattern ASSERTING =
      Pattern.compile(
          "(?i)(?:expect|assert|should|verify|check|must|ensure|validate|chai|cy|t|sinon|snapshot"
              + "|tap|nock|page|screen|td|fail|done|reject)(?:[A-Z_].{0,80}|s|ed)?"
              + "|.{1,60}(?:[Ee]quals?|Throws|Rejects|Snapshot|Expect|Assert|Should|Match(?:es)?)");

  /** Fewer tests are too few to take a share of. */
  private static final int FEWEST = 5;

  private static final int SHOWN = 6;

  /** How far the functions of a file that a test calls are looked into. */
  private static final int DEEPEST = 3;

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, TestWithoutAssertion::call);
    on.project(TestWithoutAssertion::check);
  }

  /** A test, and whether it asserts something. */
  private record Test(Location location, boolean asserts) {}

  private static void call(CallExpression call, FileContext context) {
    if (call.callee() instanceof Identifier runner
        && RUNNERS.contains(runner.name())
        && call.arguments().size() >= 2
        && call.arguments().get(call.arguments().size() - 1) instanceof FunctionLike body
        && TestShare.isRun(context.file().path())) {
      context.keep(
          new Test(context.location(runner), asserts(body, context, new HashSet<>(), DEEPEST)));
    }
  }

  /**
   * Whether a test asserts something, or may: what is done by a function that is not seen here is
   * given the benefit of the doubt.
   */
  private static boolean asserts(
      FunctionLike body, FileContext context, Set<Node> seen, int depth) {
    if (!seen.add(body)) {
      return false;
    }
    SyntaxTree tree = context.tree();
    for (int i = body.number() + 1, end = tree.subtreeEnd(body.number()); i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof ThrowStatement || node instanceof TaggedTemplateExpression) {
        return true;
      }
      if (node instanceof MemberExpression member
          && ASSERTING.matcher(String.valueOf(Keys.of(member))).matches()) {
        return true;
      }
      if (node instanceof Identifier name && ASSERTING.matcher(name.name()).matches()) {
        return true;
      }
      if (node instanceof CallExpression call
          && call.callee() instanceof Identifier helper
          && mayAssert(helper, context, seen, depth)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayAssert(
      Expression helper, FileContext context, Set<Node> seen, int depth) {
    FunctionLike function = context.scopes().functionOf(helper);
    return function == null || depth == 0 || asserts(function, context, seen, depth - 1);
  }

  private static void check(Project project, RuleContext context) {
    List<Test> all = context.kept(Test.class);
    List<Test> hollow = all.stream().filter(test -> !test.asserts()).toList();
    if (all.size() < FEWEST || hollow.size() * 5 <= all.size()) {
      return;
    }
    Problem problem =
        Problem.at(
            hollow.get(0).location(),
            "%d of %d tests assert nothing, this one among them"
                .formatted(hollow.size(), all.size()));
    for (Test other : hollow.subList(1, Math.min(hollow.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "asserts nothing either");
    }
    context.report(problem);
  }
}
