package dev.emerald.core.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.testkit.RuleVerifier;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pack for libraries that nobody else knows works as the built-in ones do. */
final class LedgerPackTest {

  @Test
  void aPackBringsItsOwnSourceSinkAndSanitizer() {
    RuleVerifier.of(new LedgerPack()).verifyExamples("ledger-entry-from-crm");
  }

  @Test
  void aQueryWhoseKindNoModelAttachesIsAnErrorWhenTheAnalyzerIsBuilt() {
    Analyzer.Builder builder = Analyzer.builder().pack(packWith("origin crm\nkind ledger-entry"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("rule 'ledger-entry-from-crm' asks for the origin 'crm'");
  }

  @Test
  void aLineThatMeansNothingIsAnErrorWithItsPlace() {
    Analyzer.Builder builder =
        Analyzer.builder().pack(packWith("module ledger\nsink book first ledger-entry"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("own.model:2: ");
  }

  private static RulePack packWith(String model) {
    return new RulePack() {
      @Override
      public String id() {
        return "own";
      }

      @Override
      public List<Rule> rules() {
        return List.of(new BookingFromCrm());
      }

      @Override
      public List<ApiModel> models() {
        return List.of(ApiModel.of("own.model", model));
      }
    };
  }
}
