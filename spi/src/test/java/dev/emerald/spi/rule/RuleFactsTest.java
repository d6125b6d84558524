package dev.emerald.spi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import org.junit.jupiter.api.Test;

class RuleFactsTest {

  @RuleInfo(
      id = "no-x",
      title = "An x",
      severity = Severity.LOW,
      cwe = {1, 2},
      roadmap = RoadmapItem.DEV_4,
      why = "It is an x.",
      remedy = "Use y.",
      bad = @Example("x;"),
      good = @Example(value = "y;", file = "good.ts", note = "Not an x."),
      options =
          @Option(
              name = "limit",
              description = "How many.",
              type = Option.Type.INTEGER,
              defaultValue = "3"))
  private static final class NoX implements Rule {
    @Override
    public void register(Hooks on) {}
  }

  private static final class Bare implements Rule {
    @Override
    public void register(Hooks on) {}
  }

  @Test
  void theFactsStandOnTheClass() {
    RuleFacts facts = new NoX().facts();

    assertThat(facts.id()).isEqualTo("no-x");
    assertThat(facts.cwe()).containsExactly(1, 2);
    assertThat(facts.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(facts.audience()).isEqualTo(RuleInfo.Audience.PRODUCTION);
    assertThat(facts.bad()).extracting("file").containsExactly("example.js");
    assertThat(facts.good()).extracting("note").containsExactly("Not an x.");
    assertThat(facts.options()).extracting("defaultValue").containsExactly("3");
  }

  @Test
  void aRuleWithoutFactsIsNamed() {
    assertThatThrownBy(() -> new Bare().facts())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Bare");
  }
}
