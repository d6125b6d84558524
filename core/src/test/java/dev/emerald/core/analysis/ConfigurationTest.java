package dev.emerald.core.analysis;

import static dev.emerald.core.analysis.TestRules.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emerald.core.analysis.Configuration.Mode;
import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {

  private static final Map<String, String> TEXTS =
      Map.of("src/a.js", "eval(x);\nfunction f(a, b, c, d) {}\n", "gen/b.js", "eval(y);\n");

  private static Report analyze(Configuration configuration, Map<String, String> texts) {
    return Analyzer.builder()
        .pack(TestRules.everything())
        .configuration(configuration)
        .build()
        .analyze(Input.texts(texts));
  }

  private static List<String> found(String json) {
    return found(analyze(Configuration.parse("emerald.json", json), TEXTS));
  }

  private static List<String> found(Report report) {
    return report.findings().stream()
        .map(
            finding ->
                finding.location().path()
                    + " "
                    + finding.severity().label()
                    + " "
                    + finding.ruleId())
        .toList();
  }

  @Test
  void profilesShowMoreAndMore() {
    assertThat(found("{}")).containsExactly("gen/b.js high no-eval", "src/a.js high no-eval");
    assertThat(found("{\"profile\": \"strict\"}"))
        .containsExactly(
            "gen/b.js high no-eval", "src/a.js high no-eval", "src/a.js info few-parameters");
    assertThat(found("{\"profile\": \"audit\"}"))
        .contains("gen/b.js medium guess", "src/a.js medium guess")
        .hasSize(5);
  }

  @Test
  void commentsAndTrailingCommasAreAllowed() {
    assertThat(
            found(
                """
                {
                  // eval is allowed here
                  "$schema": "emerald.schema.json",
                  "rules": { "no-eval": "off", /* by old name: */ },
                }
                """))
        .isEmpty();
  }

  @Test
  void rulesAreSetOverallAndByPath() {
    assertThat(
            found(
                """
                {
                  "rules": {
                    "eval-call": "low",
                    "few-parameters": {"severity": "medium", "most": 2, "names": ["a"]}
                  },
                  "overrides": [{"files": "gen/**", "rules": {"no-eval": "off"}}]
                }
                """))
        .containsExactly("src/a.js low no-eval", "src/a.js medium few-parameters");
  }

  @Test
  void patternsLeaveFilesOutAndTakeThemIn() {
    assertThat(found("{\"exclude\": [\"gen\"]}")).containsExactly("src/a.js high no-eval");

    Map<String, String> texts = Map.of("node_modules/p/a.js", "eval(x)");
    assertThat(found(analyze(Configuration.defaults(), texts))).isEmpty();
    assertThat(
            found(
                analyze(Configuration.parse("c", "{\"include\": [\"node_modules/p/**\"]}"), texts)))
        .containsExactly("node_modules/p/a.js high no-eval");
  }

  @Test
  void theModeCanBeSet() {
    Map<String, String> texts = Map.of("a.js", "1");

    assertThat(analyze(Configuration.builder().mode(Mode.LIBRARY).build(), texts).packages().get(0))
        .extracting(AnalyzedPackage::mode)
        .isEqualTo(ProjectPackage.Mode.LIBRARY);
  }

  @Test
  void ignoredFindingsAreSuppressedWithTheirReason() {
    Report report =
        analyze(
            Configuration.parse(
                "emerald.json",
                """
                {"ignore": [
                  {"rule": "eval-call", "path": "gen/", "reason": "generated", "until": "9999-12-31"},
                  {"rule": "no-eval", "path": "src/", "reason": "was to be gone", "until": "2020-01-01"},
                  {"path": "other/", "reason": "not there"}
                ]}
                """),
            TEXTS);

    assertThat(found(report)).containsExactly("src/a.js high no-eval");
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(
            silenced -> {
              assertThat(silenced.reason()).isEqualTo("generated");
              assertThat(silenced.by()).isEqualTo(SuppressedFinding.By.CONFIGURATION);
              assertThat(silenced.finding().location().path()).isEqualTo("gen/b.js");
            });
    assertThat(report.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "UNUSED_SUPPRESSION the 'ignore' entry for 'no-eval' in 'src/' ended on 2020-01-01"
                + " (emerald.json:3)",
            "UNUSED_SUPPRESSION the 'ignore' entry for all rules in 'other/' silences nothing;"
                + " remove it (emerald.json:4)");
    assertThat(report.complete()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'profil': 'audit'} | c.json:1: unknown key 'profil', did you mean 'profile'? (there are",
        "{'profile': 'strikt'} | c.json:1: unknown profile 'strikt', did you mean 'strict'?",
        "{'mode': 3} | c.json:1: 'mode' takes strings",
        "[] | c.json:1: the configuration is an object",
        "{'rules': {'no-evil': 'off'}} | c.json:1: unknown rule 'no-evil', did you mean 'no-eval'?",
        "{'rules': {'no-eval': 'hihg'}} | unknown severity 'hihg', did you mean 'high'?",
        "{'rules': {'no-eval': 7}} | rule 'no-eval' is set to \"off\", a severity or an object",
        "{'rules': {'few-parameters': {'mots': 7}}} | unknown option of rule 'few-parameters'"
            + " 'mots', did you mean 'most'?",
        "{'rules': {'few-parameters': {'most': 'x'}}} | option 'most' of rule 'few-parameters'"
            + " takes an integer, not x",
        "{'rules': {'few-parameters': {'most': 1.5}}} | option 'most' is an integer, true or false",
        "{'overrides': [{'rules': {}}]} | an entry of 'overrides' needs 'files'",
        "{'overrides': [{'files': 'a', 'rules': {'x': 'off'}}]} | unknown rule 'x'",
        "{'ignore': [{'reason': 'x'}]} | an entry of 'ignore' needs 'rule' or 'path'",
        "{'ignore': [{'rule': 'no-eval'}]} | an entry of 'ignore' needs a 'reason'",
        "{'ignore': [{'rule': 'no-eval', 'reason': 'x', 'until': 'soon'}]} | 'until' is a day such"
            + " as 2030-12-31, not 'soon'",
        "{'packs': ['emerlad']} | unknown pack 'emerlad'",
        "{'profile': 'audit', 'profile': 'strict'} | 'profile' is there twice",
        "{'profile': | c.json:1: not valid JSON",
      })
  void mistakesAreToldWithThePlaceAndTheNearestName(String json, String message) {
    assertThatThrownBy(
            () ->
                Analyzer.builder()
                    .pack(TestRules.everything())
                    .configuration(Configuration.parse("c.json", json.replace('\'', '"')))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("c.json:1: ")
        .hasMessageContaining(message);
  }

  @Test
  void mistakesKnowTheirLine() {
    ConfigurationException mistake =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Configuration.parse("c.json", "{\n\n  \"rulez\": {}\n}"));

    assertThat(mistake.file()).contains("c.json");
    assertThat(mistake.line()).hasValue(3);
  }

  @Test
  void anUnreadableFileIsAMistake(@TempDir Path folder) {
    assertThatThrownBy(() -> Configuration.read(folder.resolve("none.json")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> Configuration.read(folder)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void theProjectsOwnConfigurationIsObeyedAndTold() {
    Map<String, String> texts = new HashMap<>(TEXTS);
    texts.put("emerald.json", "{\"rules\": {\"no-eval\": \"off\"}, \"exclude\": [\"gen\"]}");

    Report obeyed = analyze(Configuration.defaults(), texts);
    assertThat(found(obeyed)).isEmpty();
    assertThat(obeyed.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "emerald.json CONFIGURATION the project's own configuration was obeyed:"
                + " rules off: no-eval; excluded: gen");

    Report leftOut = analyze(Configuration.builder().withoutProjectConfiguration().build(), texts);
    assertThat(found(leftOut)).hasSize(2);
    assertThat(leftOut.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.CONFIGURATION));
  }

  @Test
  void whatAnEmbedderAsksForAloneRunsWhateverTheProjectSays() {
    Map<String, String> texts = new HashMap<>(TEXTS);
    texts.put("emerald.json", "{\"profile\": \"audit\"}");

    assertThat(
            found(analyze(Configuration.builder().only(List.of("few-parameters")).build(), texts)))
        .containsExactly("src/a.js info few-parameters");
  }

  @Test
  void aBrokenConfigurationOfTheProjectIsAGap() {
    Map<String, String> texts = new HashMap<>(TEXTS);
    texts.put("emerald.json", "{\n \"rules\": {\"no-evil\": \"off\"}}");

    Report report = analyze(Configuration.defaults(), texts);

    assertThat(found(report)).hasSize(2);
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.NOT_ANALYSED);
              assertThat(notice.path()).contains("emerald.json");
              assertThat(notice.line()).hasValue(2);
              assertThat(notice.message())
                  .startsWith("unknown rule 'no-evil', did you mean 'no-eval'?")
                  .endsWith("; the file is not obeyed");
            });
  }

  @Test
  void programsSetWhatFilesSet() {
    Configuration configuration =
        Configuration.builder()
            .profile(Profile.STRICT)
            .off("no-eval")
            .severity("few-parameters", Severity.LOW)
            .option("few-parameters", "most", 1)
            .ignore("guess", null, "known", LocalDate.MAX)
            .build();

    assertThat(found(analyze(configuration, TEXTS))).containsExactly("src/a.js low few-parameters");
    assertThat(configuration.profile()).contains(Profile.STRICT);
  }

  @Test
  void packsCanBeChosen() {
    Analyzer.Builder builder =
        Analyzer.builder()
            .pack(pack("one", TestRules.noEval()))
            .pack(pack("two", TestRules.licence()));

    assertThat(
            builder
                .configuration(Configuration.builder().packs(List.of("two")).build())
                .build()
                .rules())
        .extracting(facts -> facts.id())
        .containsExactly("licence");
  }

  @Test
  void twoPacksOfOneNameAreAMistake() {
    assertThatThrownBy(() -> Analyzer.builder().pack(pack("one")).pack(pack("one")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("two packs are called 'one'");
  }

  @Test
  void twoRulesOfOneNameAreAMistake() {
    assertThatThrownBy(
            () ->
                Analyzer.builder()
                    .pack(pack("one", TestRules.noEval()))
                    .pack(pack("two", TestRules.noEval()))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("two rules are called 'no-eval', one of pack 'one'");
  }

  @Test
  void aLineOfAModelThatMeansNothingIsAMistake() {
    ApiModel model = ApiModel.of("my.model", "module x\nhandel x.y 0 Z()\n");

    assertThatThrownBy(() -> Analyzer.builder().pack(pack("one", List.of(model))).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("my.model:2");
  }

  @Test
  void rulesAndPacksThatCanNotBeUsedAreToldInEveryReport() {
    Rule nameless =
        new Rule() {
          @Override
          public void register(Hooks on) {
            throw new UnsupportedOperationException();
          }
        };
    Rule unwilling =
        TestRules.rule(
            "unwilling",
            on -> {
              throw new IllegalStateException("not today");
            });
    RulePack broken =
        new RulePack() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public List<Rule> rules() {
            throw new IllegalStateException("no rules");
          }
        };

    Report report =
        Analyzer.builder()
            .pack(pack("one", nameless, unwilling, TestRules.noEval()))
            .pack(broken)
            .configuration(Configuration.builder().off("unwilling").build())
            .build()
            .analyze(Input.texts(Map.of("a.js", "eval(x)")));

    assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("no-eval");
    assertThat(report.notices())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.RULE_FAILED, NoticeKind.RULE_FAILED, NoticeKind.PACK_FAILED);
    assertThat(report.complete()).isFalse();
  }

  @Test
  void packsThatCanNotBeLoadedHideNoOthers() {
    ClassLoader loader =
        new ServiceFile(
            """
            no.such.Pack
            dev.emerald.core.analysis.ConfigurationTest$NoPack
            dev.emerald.core.analysis.ConfigurationTest$FailingPack
            dev.emerald.core.analysis.ConfigurationTest$GoodPack
            """);

    Report report =
        Analyzer.builder()
            .packsFrom(loader)
            .build()
            .analyze(Input.texts(Map.of("a.js", "eval(x)")));

    assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("no-eval");
    assertThat(report.notices())
        .hasSize(3)
        .allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.PACK_FAILED));
  }

  /** Is no pack. */
  public static final class NoPack {}

  /** Can't be made. */
  public static final class FailingPack implements RulePack {

    /** Fails. */
    public FailingPack() {
      throw new IllegalStateException("can't be made");
    }

    @Override
    public String id() {
      return "failing";
    }

    @Override
    public List<Rule> rules() {
      return List.of();
    }
  }

  /** Is in order. */
  public static final class GoodPack implements RulePack {

    @Override
    public String id() {
      return "good";
    }

    @Override
    public List<Rule> rules() {
      return List.of(TestRules.noEval());
    }
  }
}
