package dev.emerald.rules.health;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Set;

/** Tests that switch all others off. */
@RuleInfo(
    id = "health-focused-skipped-test",
    title = "A focused test switches all others off",
    severity = Severity.LOW,
    cwe = 1164,
    roadmap = {RoadmapItem.DEV_5, RoadmapItem.CI_3},
    audience = Audience.TESTS,
    why =
        "With only one test focused the others of the file do not run: the pipeline is green"
            + " whatever they would say.",
    remedy = "Remove .only.",
    bad =
        @Example(
            file = "test/login.test.js",
            value =
                """
                describe('login', () => {
                  it.only('lets users in', () => expect(login('me')).toBe(true));
                  it('keeps others out', () => expect(login('you')).toBe(false));
                });
                """),
    good = {
      @Example(
          file = "test/login.test.js",
          value =
              """
              describe('login', () => {
                it('lets users in', () => expect(login('me')).toBe(true));
              });
              """),
      @Example(
          file = "test/query.test.js",
          value = "module.exports = (query) => query.only('name', () => {});",
          note = "A method of something else.")
    })
public final class FocusedTest implements Rule {

  private static final Set<String> RUNNERS = Set.of("describe", "it", "test", "suite", "context");

  private static final Set<String> FOCUSED = Set.of("fdescribe", "fit");

  private static final ApiPattern IMPORTED =
      anyOf(
          "vitest.{describe,it,test,suite}.only",
          "@jest/globals.{describe,it,test}.only",
          "test.{describe,it,test,suite}.only",
          "mocha.{describe,it}.only",
          "test.only");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, this::check);
  }

  private void check(CallExpression call, FileContext context) {
    if (call.callee() instanceof Identifier name
        && FOCUSED.contains(name.name())
        && context.scopes().symbolOf(name) == null) {
      context.report(name, "The other tests of the file do not run");
    }
    if (call.callee() instanceof MemberExpression member
        && "only".equals(Keys.of(member))
        && call.argument(0) != null
        && (isRunner(member.object(), context)
            || IMPORTED.matches(context.scopes().apiOf(member)))) {
      context.report(member, "The other tests of the file do not run");
    }
  }

  private static boolean isRunner(Expression object, FileContext context) {
    return object instanceof Identifier name
        && RUNNERS.contains(name.name())
        && context.scopes().symbolOf(name) == null;
  }
}
