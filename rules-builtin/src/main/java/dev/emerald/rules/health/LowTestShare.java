package dev.emerald.rules.health;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TemplateLiteral;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** There are tests, of next to nothing, or tests that check nothing. */
@RuleInfo(
    id = "health-low-test-ratio",
    title = "The tests check little of the code",
    severity = Severity.INFO,
    cwe = {1053},
    roadmap = RoadmapItem.DEV_5,
    why =
        "A test of one corner says nothing of the rest, and one that asserts nothing says only that"
            + " nothing was thrown: the check that keeps strangers out breaks unseen.",
    remedy =
        "Test what matters most first: who may do what, what is checked on input, what is paid."
            + " End every test with what it is to show.",
    bad =
        @Example(
            file = "shop.test.js",
            packageJson = "{ \"name\": \"shop\", \"scripts\": { \"test\": \"jest\" } }",
            value =
                """
                test('opens', () => { require('./shop').open(); });
                test('sells', () => { require('./shop').sell(1); });
                test('closes', () => { require('./shop').close(); });
                """),
    good =
        @Example(
            file = "shop.test.js",
            packageJson = "{ \"name\": \"shop\", \"scripts\": { \"test\": \"jest\" } }",
            value =
                """
                test('sells', () => { expect(require('./shop').sell(1)).toBe(true); });
                test('closes', () => { expect(require('./shop').close()).toBe(true); });
                test('does not throw', () => { require('./shop').open(); });
                test('knows prices', () => { expect(require('./shop').price).toBe(3); });
                test('knows names', () => { expect(require('./shop').name).toBe('shop'); });
                """),
    weight = RuleInfo.Weight.DECIDES,
    audience = RuleInfo.Audience.EVERYTHING)
public final class LowTestShare implements Rule {

  /** What is as short is read as a whole. */
  private static final int SMALL = 300;

  /** One part in so many may go unchecked, or be tests. */
  private static final int PART_UNCHECKED = 5;

  private static final int PART_TESTED = 10;

  private static final int FEWEST = 3;

  private static final Set<String> TESTS = Set.of("it", "test", "specify");

  /** Names of what asserts, in any library and in helpers of the tests themselves. */
  private static final Pattern CHECKS =
      Pattern.compile(
          "(?i)\\w{0,60}(?:assert|expect|should|check|verif|valid|snapshot|match|equal|throws"
              + "|reject|fail|include|ensure|called|exist|compare|run|test)\\w{0,60}");

  /** A test, and whether it asserts anything. */
  private record Case(Location location, boolean checks) {}

  @Override
  public void register(Hooks on) {
    TestShare.count(on);
    on.node(CallExpression.class, LowTestShare::call);
    on.project(this::check);
  }

  private static void call(CallExpression call, FileContext context) {
    int last = call.arguments().size() - 1;
    if (!context.file().test()
        || last < 1
        || !(call.callee() instanceof Identifier name)
        || !TESTS.contains(name.name())
        || !(call.argument(0) instanceof StringLiteral
            || call.argument(0) instanceof TemplateLiteral)
        || !(call.arguments().get(last) instanceof FunctionLike body)
        || !TestShare.isRun(context.file().path())) {
      return;
    }
    String helper =
        !body.params().isEmpty() && body.params().get(0) instanceof Identifier first
            ? first.name()
            : null;
    boolean[] checks = new boolean[1];
    context
        .tree()
        .forEach(
            body,
            CallExpression.class,
            inner -> checks[0] |= isCheck(inner.callee(), helper) || isPassed(inner, helper));
    context
        .tree()
        .forEach(
            body,
            MemberExpression.class,
            member -> checks[0] |= CHECKS.matcher(String.valueOf(Keys.of(member))).matches());
    context.keep(new Case(context.location(call.callee()), checks[0]));
  }

  private static boolean isCheck(Expression callee, @Nullable String helper) {
    if (callee instanceof Identifier name) {
      return CHECKS.matcher(name.name()).matches() || name.name().equals(helper);
    }
    return callee instanceof MemberExpression member
        && member.object() instanceof Identifier object
        && object.name().equals(helper);
  }

  /** Whether what the test is given, such as a callback, is handed on to what decides. */
  private static boolean isPassed(CallExpression call, @Nullable String helper) {
    return helper != null
        && call.arguments().stream()
            .anyMatch(each -> each instanceof Identifier name && name.name().equals(helper));
  }

  private void check(Project project, RuleContext context) {
    List<Case> cases = context.kept(Case.class);
    List<Case> unchecked = cases.stream().filter(each -> !each.checks()).toList();
    TestShare share = TestShare.of(context);
    Location at = TestShare.place(project.packages().get(0));
    if (at != null
        && unchecked.size() >= FEWEST
        && unchecked.size() * PART_UNCHECKED > cases.size()) {
      Problem problem =
          Problem.at(at, "%d of %d tests assert nothing".formatted(unchecked.size(), cases.size()));
      for (Case each : unchecked.subList(0, Math.min(unchecked.size(), FEWEST))) {
        problem = problem.withStep(each.location(), "this test asserts nothing");
      }
      context.report(problem);
      return;
    }
    // That there are no tests at all is told elsewhere.
    if (at != null
        && share.tests() > 0
        && share.sources() > SMALL
        && share.tests() * PART_TESTED < share.sources()) {
      context.report(at, share.toString());
    }
  }
}
