package dev.emerald.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SarifReporterTest {

  private static final SarifReporter SARIF = new SarifReporter("1.2.3");

  private static Schema schema;

  @BeforeAll
  static void readTheOfficialSchema() throws IOException {
    try (InputStream in =
        SarifReporterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(text, InputFormat.JSON);
    }
  }

  private static JsonNode valid(ReportedProject... projects) {
    String text = Samples.written(SARIF, projects);
    assertThat(
            schema.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
    return new JsonMapper().readTree(text).get("runs").get(0);
  }

  @Test
  void theSchemaRefusesWhatIsWrong() {
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    String text = Samples.written(SARIF, ReportedProject.folder("app", Samples.full()));
    String wrong = text.replace("\"level\": \"error\"", "\"level\": \"high\"");
    assertThat(wrong).isNotEqualTo(text);
    assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aFullReportIsValidAndReadsAsRecorded() {
    ReportedProject project = ReportedProject.folder("app", Samples.full());
    valid(project);
    assertThat(Samples.written(SARIF, project)).isEqualTo(Samples.golden("full.sarif"));
  }

  @Test
  void anEmptyRunIsValid() {
    assertThat(valid().get("results")).isEmpty();
  }

  @Test
  void severalProjectsAreOneRunWithEachRuleOnce() {
    JsonNode run =
        valid(
            ReportedProject.folder("a", Samples.full()),
            ReportedProject.folder("b", Samples.full()));
    JsonNode rules = run.get("tool").get("driver").get("rules");
    assertThat(rules.findValuesAsString("name")).containsExactly("NoDebugger", "NoEval");
    for (JsonNode result : run.get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void weaknessesAreTaggedAsGitHubReadsThem() {
    JsonNode rules =
        valid(ReportedProject.folder(".", Samples.full())).get("tool").get("driver").get("rules");
    assertThat(rules.get(1).get("properties").get("tags").valueStream().map(JsonNode::asString))
        .containsExactly(
            "security",
            "external/cwe/cwe-095",
            "external/cwe/cwe-1333",
            "external/owasp/a03:2021",
            "roadmap/DEP-5");
    assertThat(rules.get(1).get("properties").get("security-severity").asString()).isEqualTo("8.0");
    assertThat(rules.get(0).get("properties").has("security-severity")).isFalse();
  }

  @Test
  void pathsAreUriReferencesAndAbsoluteOnesHaveNoBase() {
    SourceText source = SourceText.of("a b#.js", "eval(y)");
    Report report = Samples.one(source, "eval(y)");
    JsonNode run =
        valid(ReportedProject.folder(".", report), ReportedProject.folder("C:/x y", report));
    JsonNode here = artifact(run.get("results").get(0));
    JsonNode there = artifact(run.get("results").get(1));
    assertThat(here.get("uri").asString()).isEqualTo("a%20b%23.js");
    assertThat(here.get("uriBaseId").asString()).isEqualTo("%SRCROOT%");
    assertThat(there.get("uri").asString()).isEqualTo("file:///C:/x%20y/a%20b%23.js");
    assertThat(there.has("uriBaseId")).isFalse();
  }

  private static JsonNode artifact(JsonNode result) {
    return result.get("locations").get(0).get("physicalLocation").get("artifactLocation");
  }

  @Test
  void aCancelledRunWasNotSuccessful() {
    Report report =
        Report.builder().notices(List.of(Notice.of(NoticeKind.CANCELLED, "stopped"))).build();
    JsonNode invocation = valid(ReportedProject.folder(".", report)).get("invocations").get(0);
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
  }

  @Test
  void messagesHoldNoLinksAndOddTextsAreValid() {
    String odd = "[click](http://evil.example) \uD800 \u0000 {0}";
    SourceText source = SourceText.of("\uDC00.js", "eval(y)");
    Report report =
        Report.builder()
            .findings(List.of(Samples.finding(Samples.DEBUGGER, source, "y", odd)))
            .notices(List.of(Notice.of(NoticeKind.FILE_SKIPPED, odd, "\uD800 x")))
            .build();
    JsonNode result = valid(ReportedProject.folder(".", report)).get("results").get(0);
    assertThat(result.get("message").get("text").asString())
        .isEqualTo("[click] (http://evil.example) \uFFFD \u0000 {0}");
    assertThat(result.has("ruleIndex")).as("index of a rule that is not there").isFalse();
  }
}
