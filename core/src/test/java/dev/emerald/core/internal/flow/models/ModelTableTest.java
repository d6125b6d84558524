package dev.emerald.core.internal.flow.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.flow.models.FlowModels.Api;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.models.FlowModels.Slot.Where;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.FlowLabels;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelTableTest {

  private static final TaintQuery COMMANDS =
      TaintQuery.from("remote").to("command-injection").message("{source} reaches {sink}");

  @Test
  void everyPartOfACallCanBeNamed() {
    FlowModels models =
        parse(
            """
            module shop
            source Order().name value remote text
            source Named decorated remote
            source receive last(1).body.[] remote
            sink run 1.. command-injection option:shell
            sink tag 0.options.cmd command-injection
            pass each this.[] -> 0(2)
            pass each 0() -> return.{first,last}
            """,
            COMMANDS);

    assertThat(api(models, "shop.Order().name").sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.at()).isEqualTo(slot(Where.VALUE, 0, 0));
              assertThat(models.origins().get(source.origin())).isEqualTo("remote");
              assertThat(source.words()).containsExactly("text");
            });
    assertThat(api(models, "shop.Named").sources().get(0).at())
        .isEqualTo(slot(Where.DECORATED, 0, 0));
    assertThat(api(models, "shop.receive").sources().get(0).at())
        .isEqualTo(slot(Where.CALLBACK, 1, -1, "body", "[]"));
    assertThat(api(models, "shop.run").sinks().get(0).at().isArgument(0)).isFalse();
    assertThat(api(models, "shop.run").sinks().get(0).at().isArgument(7)).isTrue();
    assertThat(api(models, "shop.run").sinks().get(0).words()).containsExactly("option:shell");
    assertThat(api(models, "shop.tag").sinks().get(0).at())
        .isEqualTo(slot(Where.ARGUMENT, 0, 0, "options", "cmd"));
    assertThat(api(models, "shop.each").passes())
        .extracting(FlowModels.Pass::from, FlowModels.Pass::to)
        .containsExactly(
            Tuple.tuple(slot(Where.RECEIVER, 0, 0, "[]"), slot(Where.CALLBACK, 2, 0)),
            Tuple.tuple(slot(Where.CALLBACK_RESULT, 0, 0), slot(Where.RESULT, 0, 0, "first")),
            Tuple.tuple(slot(Where.CALLBACK_RESULT, 0, 0), slot(Where.RESULT, 0, 0, "last")));
  }

  @Test
  void namesAreCanonicalAndStarsStandForAStep() {
    FlowModels models =
        parse(
            """
            module fs/promises
            sink cp 0 command-injection
            module shop
            sink Cart().*.run 0 command-injection
            sink Cart().now.run 1 command-injection
            """,
            COMMANDS);

    assertThat(api(models, "fs.promises.cp").sinks()).hasSize(1);
    assertThat(api(models, "shop.Cart().later.run").sinks()).hasSize(1);
    assertThat(api(models, "shop.Cart().now.run").sinks()).hasSize(2);
    assertThat(models.api("shop.Cart().later.walk")).isNull();
  }

  @Test
  void theModuleItselfAndWhatItGivesAreChoicesLikeAny() {
    FlowModels models =
        parse("module {got,ky}\nsink {.,stream,extend()()} 0 command-injection", COMMANDS);

    for (String name : List.of("got", "ky", "got.stream", "ky.extend()()")) {
      assertThat(api(models, name).sinks()).as(name).hasSize(1);
    }
  }

  @Test
  void methodsAreKnownByTheirBareName() {
    FlowModels models =
        parse("methods\nsink innerHTML value command-injection\nfresh weigh", COMMANDS);

    Api method = models.method("innerHTML");
    assertThat(method).isNotNull();
    assertThat(Objects.requireNonNull(method).sinks().get(0).at())
        .isEqualTo(slot(Where.VALUE, 0, 0));
    assertThat(Objects.requireNonNull(models.method("weigh")).fresh()).isTrue();
    assertThat(models.api("innerHTML")).isNull();
  }

  @Test
  void whatCleansIsMadeOfWhatItIsGiven() {
    FlowModels models =
        parse(
            """
            module quote
            sink run 0 command-injection
            clean shell return command-injection shell
            clean number return *,!resource-exhaustion
            clean pick return command-injection
            pass pick 1 -> return
            """,
            COMMANDS,
            TaintQuery.from("remote").to("resource-exhaustion").into(ApiPattern.api("a"), 0));

    assertThat(api(models, "quote.shell").passes())
        .singleElement()
        .satisfies(pass -> assertThat(pass.from().isArgument(4)).isTrue());
    assertThat(api(models, "quote.pick").passes())
        .singleElement()
        .satisfies(pass -> assertThat(pass.from().isArgument(0)).isFalse());
    long number = api(models, "quote.number").cleans().get(0).kinds();
    assertThat(has(number, models, "command-injection")).isTrue();
    assertThat(has(number, models, "resource-exhaustion")).isFalse();
  }

  @Test
  void whatNobodyAsksForIsLeftOut() {
    FlowModels models =
        parse("module m\nsink a 0 command-injection,ssrf\nsource b value env", COMMANDS);

    assertThat(models.kinds()).containsExactly("command-injection");
    assertThat(models.origins()).containsExactly("remote");
    assertThat(api(models, "m.a").sinks()).hasSize(1);
    assertThat(models.api("m.b")).isNull();
  }

  @Test
  void aSinkOfAQueryIsItsOwnAndNeedsTheCareOfItsKind() {
    TaintQuery own =
        TaintQuery.from("remote").to("command-injection").into(ApiPattern.api("m.own"), 2);
    FlowModels models =
        parse(
            "module m\nsink a 0 command-injection\nclean c return command-injection",
            own,
            COMMANDS);

    FlowModels.Sink sink = api(models, "m.own").sinks().get(0);
    assertThat(models.kinds().get(sink.kind())).isEqualTo("command-injection");
    assertThat(models.queries().get(0).kinds() >> sink.kind() & 1).isEqualTo(1);
    assertThat(models.queries().get(1).kinds() >> sink.kind() & 1).isZero();
    assertThat(api(models, "m.c").cleans().get(0).kinds())
        .isEqualTo(models.queries().get(0).kinds());
  }

  @Test
  void packsDeclareLabelsOfTheirOwn() {
    FlowModels models =
        parse(
            """
            origin crm
            kind invoice
            module m
            source in return crm
            sink out 0 invoice
            """,
            TaintQuery.from("crm").to("invoice"));

    assertThat(models.kinds()).containsExactly("invoice");
    assertThat(models.origin("crm")).isZero();
    assertThat(models.asked()).isEqualTo(1);
  }

  @Test
  void theNumbersOfLabelsDoNotDependOnTheOrderOfModels() {
    String one = "module m\nsink a 0 ssrf";
    String other = "module n\nsink b 0 command-injection";
    TaintQuery both = TaintQuery.from("remote").to("ssrf", "command-injection");

    assertThat(parse(List.of(one, other), both).kinds())
        .isEqualTo(parse(List.of(other, one), both).kinds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sink a 0 comand-injection | 'comand-injection' is no kind of sink",
        "source a value remotely | 'remotely' is no origin",
        "sink a 0 command-injection shiny | 'shiny' means nothing here",
        "sink a 0 command-injection arg: | 'arg:' means nothing here",
        "sink a 0 command-injection arg:x | 'arg:x' means nothing here",
        "sink a 0 | expected 'sink API SLOT KIND",
        "sink a decorated command-injection | nothing goes out at 'decorated'",
        "source a this remote | nothing comes in at 'this'",
        "guard a return true * | a guard speaks of 'this' or an argument",
        "guard a 0 perhaps * | expected 'guard API SLOT true|false",
        "pass a 0 > return | expected 'pass API SLOT -> SLOT",
        "pass a 0 -> decorated | a decorated parameter is no part of a call",
        "pass a 0->return | expected 'pass API SLOT -> SLOT",
        "pass a 0.a.b.c.d -> return | has more than 3 steps",
        "pass a 0..x -> return | an empty step",
        "pass a 0(1 -> return | a ')' is missing",
        "pass a return.. -> this | '..' follows the index of an argument",
        "clean a return comand | 'comand' is no kind of sink",
        "relates a first | 'first' is no index",
        "relates a -1 | '-1' is no index",
        "fresh | expected 'fresh API'",
        "fresh a..b | an empty step",
        "kind Big | expected 'kind NAME'",
        "origin a b | expected 'origin NAME'",
      })
  void aLineThatMeansNothingIsAnErrorAtItsPlace(String line, String message) {
    assertThatThrownBy(() -> parse("module m\n\n" + line, COMMANDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test-0.model:3: ")
        .hasMessageContaining(message);
  }

  @Test
  void namesOfMethodsHaveNoSteps() {
    assertThatThrownBy(() -> parse("methods\nfresh a.b", COMMANDS))
        .hasMessage("test-0.model:2: 'a.b' is no bare name of a method or property");
  }

  @Test
  void linesNeedAModule() {
    assertThatThrownBy(() -> parse("fresh a", COMMANDS))
        .hasMessage("test-0.model:1: a 'module' line must come first");
  }

  @Test
  void aQueryForWhatNoModelAttachesIsAnError() {
    assertThatThrownBy(() -> parse("module m", TaintQuery.from("remote").to("ssrf")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule 'rule-0' asks for the kind of sink 'ssrf'");
    assertThatThrownBy(
            () -> parse("module m\nsink a 0 ssrf", TaintQuery.from("archive").to("ssrf")))
        .hasMessageContaining("rule 'rule-0' asks for the origin 'archive'");
  }

  @Test
  void thereIsAnEndToOwnKinds() {
    List<TaintQuery> many = new ArrayList<>();
    for (int i = 0; i <= FlowLabels.MAX_KINDS; i++) {
      many.add(TaintQuery.from("remote").into(ApiPattern.api("m.own" + i), 0));
    }

    assertThatThrownBy(() -> parse("module m", many.toArray(new TaintQuery[0])))
        .hasMessageContaining("more than 64 kinds of sinks are asked for");
  }

  @Test
  void whatNodeDoesWithDataIsBuiltIn() {
    FlowModels models = parse("module m\nsink a 0 command-injection", COMMANDS);

    assertThat(api(models, "path.join").passes().get(0).words()).containsExactly("path:join");
    assertThat(api(models, "path.relative").relates()).isEqualTo(1);
    assertThat(api(models, "globalThis.Math.round").fresh()).isTrue();
    assertThat(Objects.requireNonNull(models.method("indexOf")).fresh()).isTrue();
  }

  private static Slot slot(Where where, int index, int callback, String... path) {
    return new Slot(where, index, callback, List.of(path));
  }

  private static boolean has(long kinds, FlowModels models, String kind) {
    return (kinds >> models.kinds().indexOf(kind) & 1) == 1;
  }

  private static Api api(FlowModels models, String name) {
    return Objects.requireNonNull(models.api(name), name);
  }

  private static FlowModels parse(String text, TaintQuery... queries) {
    return parse(List.of(text), queries);
  }

  private static FlowModels parse(List<String> texts, TaintQuery... queries) {
    List<ApiModel> models = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      models.add(ApiModel.of("test-" + i + ".model", texts.get(i)));
    }
    RuleSet rules = RuleSet.of(List.of(new Asking(List.of(queries))));
    assertThat(rules.notices()).isEmpty();
    return ModelTable.parse(models, rules.entries(), ApiModels.builtIn()::canonicalPath);
  }

  /** A rule for each query. */
  private record Asking(List<TaintQuery> queries) implements RulePack {

    @Override
    public String id() {
      return "asking";
    }

    @Override
    public List<Rule> rules() {
      List<Rule> rules = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        TaintQuery query = queries.get(i).message("found");
        RuleFacts facts = RuleFacts.builder("rule-" + i, "a rule", Severity.LOW).build();
        rules.add(
            new Rule() {
              @Override
              public void register(Hooks on) {
                on.taint(query);
              }

              @Override
              public RuleFacts facts() {
                return facts;
              }
            });
      }
      return rules;
    }
  }
}
