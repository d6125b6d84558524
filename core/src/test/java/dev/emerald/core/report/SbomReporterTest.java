package dev.emerald.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bills of materials, checked against the official schema. */
final class SbomReporterTest {

  private static final String HOME = "http://cyclonedx.org/schema/";

  private static final String LOCK =
      """
      {
        "name": "@my/app",
        "version": "1.0.0",
        "lockfileVersion": 3,
        "packages": {
          "": {
            "name": "@my/app", "version": "1.0.0", "license": "SEE LICENSE IN terms.txt",
            "workspaces": ["lib"],
            "dependencies": { "weak": "^1.0.0", "@s/top": "1.0.0", "lib": "1.0.0" },
            "devDependencies": { "tool": "1" },
            "optionalDependencies": { "maybe": "1" }
          },
          "lib": { "name": "lib", "version": "1.0.0", "license": "MIT" },
          "node_modules/@s/top": {
            "version": "1.0.0+b",
            "resolved": "https://me:s3cret@registry.example:8443/@s/top.tgz?token=s3cret",
            "integrity": "HASH512 sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
            "license": "(MIT OR Apache-2.0)",
            "dependencies": { "deep": "2" }
          },
          "node_modules/deep": { "version": "2.0.0", "license": "UNLICENSED" },
          "node_modules/lib": { "resolved": "lib", "link": true },
          "node_modules/maybe": { "version": "1.0.0", "optional": true },
          "node_modules/tool": { "version": "1.0.0", "dev": true, "integrity": "sha512-broken!" },
          "node_modules/weak": { "version": "1.0.0" }
        }
      }
      """;

  private static Schema schema;

  @TempDir private Path folder;

  private Path project;
  private Path advisories;

  @BeforeAll
  static void readTheOfficialSchemas() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String name : List.of("bom-1.6.schema.json", "spdx.schema.json", "jsf-0.82.schema.json")) {
      try (InputStream in = SbomReporterTest.class.getResourceAsStream("/" + name)) {
        texts.put(HOME + name, new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
      }
    }
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas(texts))
            .getSchema(SchemaLocation.of(HOME + "bom-1.6.schema.json"));
  }

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(folder.resolve("project"));
    advisories = Files.createDirectory(folder.resolve("advisories"));
    Files.createDirectory(project.resolve("lib"));
    String sha512 = "sha512-" + "A".repeat(86) + "==";
    Files.writeString(project.resolve("package-lock.json"), LOCK.replace("HASH512", sha512));
    Files.writeString(project.resolve("package.json"), "{\"name\": \"@my/app\"}");
  }

  @Test
  void theSchemaRefusesWhatIsWrong() {
    String text = written();
    assertThat(problems(text)).isEmpty();
    assertThat(problems(text.replace("\"alg\": \"SHA-512\"", "\"alg\": \"SHA-513\""))).isNotEmpty();
    assertThat(problems(text.replace("\"scope\": \"required\"", "\"scope\": \"x\""))).isNotEmpty();
  }

  @Test
  void everyPackageIsThereWithWhatTheLockFileSays() throws IOException {
    JsonNode bill = valid();
    JsonNode root = bill.get("metadata").get("component");
    assertThat(root.get("group").asString()).isEqualTo("@my");
    assertThat(root.get("name").asString()).isEqualTo("app");
    assertThat(root.get("licenses").get(0).get("license").get("name").asString())
        .isEqualTo("SEE LICENSE IN terms.txt");
    Map<String, JsonNode> parts = byReference(bill.get("components"));
    assertThat(parts)
        .containsOnlyKeys(
            "pkg:npm/%40s/top@1.0.0%2Bb",
            "pkg:npm/deep@2.0.0",
            "pkg:npm/maybe@1.0.0",
            "pkg:npm/tool@1.0.0",
            "pkg:npm/weak@1.0.0",
            "project:lib");
    JsonNode top = parts.get("pkg:npm/%40s/top@1.0.0%2Bb");
    assertThat(top.get("hashes").findValuesAsString("alg")).containsExactly("SHA-512", "SHA-1");
    assertThat(top.get("hashes").get(1).get("content").asString())
        .isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assertThat(top.get("licenses").get(0).get("expression").asString())
        .isEqualTo("(MIT OR Apache-2.0)");
    assertThat(top.get("externalReferences").get(0).get("url").asString())
        .isEqualTo("https://registry.example:8443/@s/top.tgz");
    assertThat(
            parts
                .get("pkg:npm/deep@2.0.0")
                .get("licenses")
                .get(0)
                .get("license")
                .get("name")
                .asString())
        .isEqualTo("UNLICENSED");
    assertThat(parts.get("pkg:npm/tool@1.0.0").get("scope").asString()).isEqualTo("excluded");
    assertThat(parts.get("pkg:npm/tool@1.0.0").get("hashes")).isNull();
    assertThat(parts.get("pkg:npm/maybe@1.0.0").get("scope").asString()).isEqualTo("optional");
    assertThat(parts.get("pkg:npm/weak@1.0.0").get("scope").asString()).isEqualTo("required");
    assertThat(bill.get("compositions").get(0).get("aggregate").asString()).isEqualTo("complete");
  }

  @Test
  void whoAsksForWhatIsTheLockFiles() throws IOException {
    Map<String, JsonNode> asks = new HashMap<>();
    valid().get("dependencies").forEach(each -> asks.put(each.get("ref").asString(), each));
    assertThat(asks).hasSize(7);
    assertThat(texts(asks.get("project:.").get("dependsOn")))
        .containsExactly(
            "pkg:npm/%40s/top@1.0.0%2Bb",
            "pkg:npm/maybe@1.0.0", "pkg:npm/tool@1.0.0", "pkg:npm/weak@1.0.0", "project:lib");
    assertThat(texts(asks.get("pkg:npm/%40s/top@1.0.0%2Bb").get("dependsOn")))
        .containsExactly("pkg:npm/deep@2.0.0");
  }

  @Test
  void theSameProjectGivesTheSameBytes() throws IOException {
    advise("A-1", "weak", "merge");
    String text = written();
    assertThat(written()).isEqualTo(text);
    advise("A-2", "weak", "merge");
    assertThat(serial(written())).isNotEqualTo(serial(text));
    assertThat(text).doesNotContain("s3cret").doesNotContain(folder.toString());
  }

  @Test
  void whereNothingWasLookedUpNothingIsSaidOfWeaknesses() throws IOException {
    JsonNode bill = valid();
    assertThat(bill.get("vulnerabilities")).isNull();
    assertThat(bill.get("metadata").get("properties").toString()).contains("none were looked up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.js | const w = require('weak'); w.merge(a, b);      | function | exploitable  |",
        "a.js | import { merge as m } from 'weak'; run(m);     | function | exploitable  |",
        "a.js | import merge from 'weak/merge'; merge(a);      | function | exploitable  |",
        "a.js | require('weak').other();                       | package  | not_affected |"
            + " code_not_reachable",
        "a.js | require('weak'); (                             | package  | in_triage    |",
        "a.js | require('other').merge();                      | none     | in_triage    |",
        "test/a.js | require('weak').merge();                  | none     | in_triage    |",
      })
  void howFarTheCodeReachesIsSaid(
      String file, String code, String reach, String state, String justification)
      throws IOException {
    advise("GHSA-1", "weak", "(weak).merge");
    Path source = project.resolve(file);
    Files.createDirectories(source.getParent());
    Files.writeString(source, code);

    JsonNode weakness = valid().get("vulnerabilities").get(0);

    assertThat(weakness.get("id").asString()).isEqualTo("GHSA-1");
    assertThat(weakness.get("affects").get(0).get("ref").asString())
        .isEqualTo("pkg:npm/weak@1.0.0");
    assertThat(weakness.get("properties").get(0).get("value").asString()).isEqualTo(reach);
    JsonNode analysis = weakness.get("analysis");
    assertThat(analysis.get("state").asString()).isEqualTo(state);
    assertThat(analysis.get("justification") == null).isEqualTo(justification == null);
    if (reach.equals("function")) {
      assertThat(analysis.get("detail").asString()).contains("app/a.js:1");
    }
    assertThat(weakness.get("recommendation").asString()).contains("1.2.3");
  }

  @Test
  void whereOthersUseThePackageItMayMatterStill() throws IOException {
    advise("GHSA-1", "deep", "merge");
    Files.writeString(project.resolve("a.js"), "require('deep').other();");
    JsonNode analysis = valid().get("vulnerabilities").get(0).get("analysis");
    assertThat(analysis.get("state").asString()).isEqualTo("in_triage");
    assertThat(analysis.get("detail").asString()).contains("Other packages ask for it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weak\\u0000", "../../x", "we{ak,b}", "@", "@/", "%00", "\\ud800"})
  void hostileNamesAreWrittenAsWhatTheyAre(String name) throws IOException {
    Files.writeString(
        project.resolve("package-lock.json"),
        "{\"lockfileVersion\": 3, \"packages\": {\"\": {}, \"node_modules/x\": {\"name\": \"%s\", \"version\": \"1.0.0\"}}}"
            .formatted(name));
    advise("A-1", name, "merge");
    assertThat(valid().get("components")).hasSize(1);
  }

  @Test
  void withoutALockFileTheBillIsEmptyAndSaysSo() throws IOException {
    Files.delete(project.resolve("package-lock.json"));
    JsonNode bill = valid();
    assertThat(bill.get("components")).isEmpty();
    assertThat(bill.get("compositions").get(0).get("aggregate").asString()).isEqualTo("unknown");
  }

  @Test
  void aBillIsOfOneProject() {
    assertThatThrownBy(() -> Samples.written(new SbomReporter("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void advise(String id, String name, String function) throws IOException {
    Files.writeString(
        advisories.resolve(id + ".json"),
        """
        {"id": "%s", "aliases": ["CVE-1"], "summary": "s",
         "affected": [{"package": {"ecosystem": "npm", "name": "%s"},
           "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.3"}]},
                      {"type": "SEMVER", "events": [{"introduced": "2.0.0"}]}],
           "ecosystem_specific": {"affected_functions": ["%s"]}}]}
        """
            .formatted(id, name, function));
  }

  private JsonNode valid() throws IOException {
    String text = written();
    assertThat(problems(text)).isEmpty();
    return new JsonMapper().readTree(text);
  }

  private static List<String> problems(String text) {
    return schema
        .validate(
            text,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private String written() {
    Configuration.Builder configuration = Configuration.builder();
    String[] given = advisories.toFile().list();
    if (given != null && given.length > 0) {
      configuration.advisories(advisories);
    }
    Analyzer analyzer = Analyzer.builder().configuration(configuration.build()).build();
    return Samples.written(
        new SbomReporter("1.2.3"), ReportedProject.folder("app", analyzer.analyze(project)));
  }

  private static String serial(String text) {
    return new JsonMapper().readTree(text).get("serialNumber").asString();
  }

  private static Map<String, JsonNode> byReference(JsonNode components) {
    Map<String, JsonNode> parts = new HashMap<>();
    components.forEach(each -> parts.put(each.get("bom-ref").asString(), each));
    return parts;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
