package dev.emerald.rules.health;

import dev.emerald.rules.traits.Checkout;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
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
import java.util.regex.Pattern;

/** There are no tests. */
@RuleInfo(
    id = "health-no-tests",
    title = "There are no tests",
    severity = Severity.MEDIUM,
    cwe = {1053},
    roadmap = {RoadmapItem.DEV_1, RoadmapItem.DEV_5},
    why =
        "What nobody tests breaks unseen: the check that keeps strangers out as "
            + "easily as any other line.",
    remedy =
        "Write a test for what matters most, name a command that runs it as the test "
            + "script, and run it on every change.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "private": true, "scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" } }
                """),
    good =
        @Example(
            file = "example.test.js",
            packageJson =
                """
                { "name": "a", "scripts": { "test": "jest" } }
                """,
            value =
                """
                test('adds', () => expect(add(1, 2)).toBe(3));
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class NoTests implements Rule {

  @Override
  public void register(Hooks on) {
    Checkout.look(on);
    TestShare.count(on);
    on.node(CallExpression.class, NoTests::assertion);
    on.project(this::check);
  }

  /** A place that asserts something. */
  private record Assertion(Location location) {}

  private static final Set<String> ASSERTS =
      Set.of(
          "expect",
          "assert",
          "should",
          "ok",
          "equal",
          "equals",
          "deepEqual",
          "strictEqual",
          "is",
          "same",
          "deepStrictEqual",
          "toBe",
          "toEqual",
          "rejects",
          "throws",
          "expectStatus",
          "match",
          "include",
          "exist",
          "eql",
          "hasResourceProperties",
          "toMatchSnapshot",
          "fail",
          "calledWith");

  private static final Pattern RUNNER =
      Pattern.compile(
          "(?s).*\\b(?:jest|mocha|vitest|ava|tap|tape|borp|jasmine|karma|cypress|playwright|nyc|c8|lab|uvu"
              + "|test|e2e|spec|wdio|protractor|qunit|intern|testcafe|turbo|nx|lerna|grunt|gulp)\\b.*");

  private static void assertion(CallExpression call, FileContext context) {
    if (!context.file().test()) {
      return;
    }
    Expression callee = call.callee();
    String name =
        callee instanceof Identifier identifier
            ? identifier.name()
            : callee instanceof MemberExpression member ? Keys.of(member) : null;
    if (name != null && ASSERTS.contains(name)) {
      context.keep(new Assertion(context.location(call.callee())));
    }
  }

  private void check(Project project, RuleContext context) {
    TestShare share = TestShare.of(context);
    List<Assertion> assertions = context.kept(Assertion.class);
    // The tests of a repository are judged at its root, wherever they lie.
    ProjectPackage root = project.packages().get(0);
    Location at = TestShare.place(root);
    if (at == null) {
      return;
    }
    boolean runs =
        root.manifest().stream()
            .flatMap(manifest -> manifest.scripts().stream())
            .anyMatch(
                script ->
                    RUNNER.matcher(script.name() + " " + script.text()).matches()
                        && !script.text().startsWith("echo"));
    if (assertions.isEmpty() && share.tests() == 0 && !Checkout.seen(project, context)) {
      for (RoadmapItem item : List.of(RoadmapItem.DEV_1, RoadmapItem.DEV_5)) {
        for (ProjectPackage each : project.packages()) {
          context.notAssessed(
              item, each, "no tests, and no sign that this is the whole repository");
        }
      }
      return;
    }
    if (assertions.isEmpty()) {
      context.report(
          at, share.tests() == 0 ? "There is no test" : "There is no test that asserts anything");
      return;
    }
    if (!runs) {
      context.report(at, "There are tests, but no script runs them");
      return;
    }
    context.satisfied(RoadmapItem.DEV_1, at, "a script runs tests");
    context.satisfied(RoadmapItem.DEV_1, assertions.get(0).location(), "a test that asserts");
    if (share.tests() * 10 >= share.sources()) {
      context.satisfied(RoadmapItem.DEV_5, assertions.get(0).location(), share.toString());
    }
    for (ProjectPackage each : project.packages()) {
      if (each != root) {
        context.counted(RoadmapItem.DEV_1, each, "the tests of the root count");
      }
    }
  }
}
