package dev.emerald.core.analysis;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Option;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.rule.RuleFacts.OptionFacts;
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.rule.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rules and packs made from data, one for each thing that an engine has to do. */
final class TestRules {

  private TestRules() {}

  /** A pack. */
  static RulePack pack(String id, Rule... rules) {
    return pack(id, List.of(), rules);
  }

  static RulePack pack(String id, List<ApiModel> models, Rule... rules) {
    return new RulePack() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public List<Rule> rules() {
        return List.of(rules);
      }

      @Override
      public List<ApiModel> models() {
        return models;
      }
    };
  }

  static Rule rule(String id, Consumer<Hooks> registration) {
    return rule(id, Severity.MEDIUM, facts -> facts, registration);
  }

  static Rule rule(
      String id,
      Severity severity,
      UnaryOperator<RuleFacts.Builder> more,
      Consumer<Hooks> registration) {
    RuleFacts facts =
        more.apply(
                RuleFacts.builder(id, "A rule for tests", severity)
                    .roadmap(List.of(RoadmapItem.DEP_5)))
            .build();
    return new Rule() {
      @Override
      public void register(Hooks on) {
        registration.accept(on);
      }

      @Override
      public RuleFacts facts() {
        return facts;
      }
    };
  }

  /** Finds calls of eval; used to be called eval-call. */
  static Rule noEval() {
    return rule(
        "no-eval",
        Severity.HIGH,
        facts ->
            facts
                .formerIds(List.of("eval-call"))
                .bad(List.of(new ExampleFile("example.js", "eval(text);", "", "")))
                .good(List.of(new ExampleFile("example.js", "JSON.parse(text);", "", ""))),
        on ->
            on.call(
                api("globalThis.eval"),
                (call, context) -> context.report(call, "eval runs a string")));
  }

  /** Finds functions with more parameters than an option says. */
  static Rule fewParameters() {
    return rule(
        "few-parameters",
        Severity.INFO,
        facts ->
            facts.options(
                List.of(
                    new OptionFacts("most", "How many", Option.Type.INTEGER, "3"),
                    new OptionFacts("names", "Of which", Option.Type.STRINGS, "[]"))),
        on ->
            on.node(
                FunctionLike.class,
                (function, context) -> {
                  int most = context.options().integer("most");
                  if (function.params().size() > most) {
                    context.report(function, "more than " + most + " parameters");
                  }
                }));
  }

  /** Finds all members of crypto that are called: a wildcard, and one of them spelled out. */
  static Rule anyCrypto() {
    return rule(
        "any-crypto",
        on ->
            on.call(
                api("crypto.{createHash,*}"),
                (call, context) -> context.report(call.callee(), "crypto is used")));
  }

  /** Is not sure of what it finds. */
  static Rule guess() {
    return rule(
        "guess",
        on ->
            on.file(
                (program, context) ->
                    context.report(
                        Problem.at(context.location(program), "this may be something")
                            .withConfidence(Confidence.LOW))));
  }

  /** Looks at tests alone. */
  static Rule onlyTests() {
    return rule(
        "only-tests",
        Severity.LOW,
        facts -> facts.audience(Audience.TESTS),
        on -> on.file((program, context) -> context.report(program, "a test")));
  }

  /** Finds packages without a licence; says that one with a licence is in order. */
  static Rule licence() {
    return rule(
        "licence",
        on ->
            on.manifest(
                PackageJson.class,
                (manifest, context) -> {
                  if (manifest.json().member("license").isEmpty()) {
                    context.report(
                        manifest.location(manifest.json().span()), "there is no licence");
                  } else {
                    context.satisfied(
                        RoadmapItem.DEV_4,
                        manifest.location(manifest.json().span()),
                        "there is a licence");
                  }
                }));
  }

  /** Finds all uses of exec once all files are known. */
  static Rule execUses() {
    return rule(
        "exec-uses",
        on ->
            on.project(
                (project, context) -> {
                  for (ApiUse use : project.uses(api("child_process.exec"))) {
                    context.report(use.location(), use.called() ? "called" : "passed on");
                  }
                }));
  }

  /** Throws at the second function it meets. */
  static Rule failing(Throwable thrown) {
    return rule(
        "failing",
        on ->
            on.node(
                FunctionLike.class,
                (function, context) -> {
                  if (function.params().isEmpty()) {
                    context.report(function, "no parameters");
                  } else {
                    TestRules.sneak(thrown);
                  }
                }));
  }

  /** Throws whatever it is, checked or not. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** All rules that do not fail. */
  static List<Rule> all() {
    return new ArrayList<>(
        List.of(
            noEval(), fewParameters(), anyCrypto(), guess(), onlyTests(), licence(), execUses()));
  }

  /** A pack with all of them. */
  static RulePack everything() {
    return pack("everything", all().toArray(new Rule[0]));
  }
}
