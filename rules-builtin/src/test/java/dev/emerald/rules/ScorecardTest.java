package dev.emerald.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.ItemStatus;
import dev.emerald.core.analysis.ItemStatus.State;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.roadmap.RoadmapItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a project as a whole is taken for, and what its parts decide. */
final class ScorecardTest {

  private static final String SERVER =
      "const express = require('express');\nconst app = express();\n"
          + "app.get('/', (req, res) => res.send('hello'));\napp.listen(process.env.PORT);\n";

  private static Report analyze(Map<String, String> texts) {
    return Analyzer.builder().pack(new BuiltinRules()).build().analyze(Input.texts(texts));
  }

  private static ItemStatus of(Report report, RoadmapItem item) {
    return of(report.roadmap(), item);
  }

  private static ItemStatus of(List<ItemStatus> items, RoadmapItem item) {
    return items.stream().filter(each -> each.item() == item).findFirst().orElseThrow();
  }

  @Test
  void aServerThatNpmStartsWithoutAScriptIsAService() {
    Report report = analyze(Map.of("package.json", "{\"name\": \"shop\"}", "server.js", SERVER));

    assertThat(of(report, RoadmapItem.DEV_8).state()).isNotEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void aMainThatListensAndCanNotBePublishedIsAService() {
    Report report =
        analyze(
            Map.of("package.json", "{\"name\": \"shop\", \"main\": \"app.js\"}", "app.js", SERVER));

    assertThat(of(report, RoadmapItem.DEV_8).state()).isNotEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void aMainThatIsPublishedIsALibrary() {
    Report report =
        analyze(
            Map.of(
                "package.json",
                "{\"name\": \"serve\", \"version\": \"1.0.0\", \"main\": \"app.js\"}",
                "app.js",
                SERVER));

    assertThat(of(report, RoadmapItem.DEV_8).state()).isEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void whatDevelopersRunByHandDecidesNothing() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "package.json",
        "{\"name\": \"shop\", \"private\": true, \"scripts\": {\"start\": \"node app.js\"}}");
    texts.put("app.js", SERVER);
    texts.put(
        "scripts/fill.js",
        "const https = require('https');\n"
            + "https.get('https://shop.net/', { rejectUnauthorized: false }, () => {});\n");
    ItemStatus byHand = of(analyze(texts), RoadmapItem.DEP_7);
    texts.put("app.js", SERVER + "require('./scripts/fill');\n");
    ItemStatus loaded = of(analyze(texts), RoadmapItem.DEP_7);
    texts.put("app.js", SERVER);
    texts.put(
        "package.json",
        "{\"name\": \"shop\", \"private\": true,"
            + " \"scripts\": {\"start\": \"node scripts/fill && node app.js\"}}");
    ItemStatus started = of(analyze(texts), RoadmapItem.DEP_7);

    assertThat(byHand.state()).isNotEqualTo(State.GAPS);
    assertThat(byHand.advice())
        .extracting(Finding::ruleId)
        .contains("crypto-tls-reject-unauthorized");
    assertThat(loaded.state()).isEqualTo(State.GAPS);
    assertThat(started.state()).isEqualTo(State.GAPS);
  }

  @Test
  void functionsAreCountedWherePackagesHaveThem() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("package.json", "{\"private\": true, \"workspaces\": [\"packages/*\"]}");
    texts.put("packages/a/package.json", "{\"name\": \"a\", \"private\": true}");
    texts.put("packages/b/package.json", "{\"name\": \"b\", \"private\": true}");
    texts.put("packages/a/index.js", "exports.one = () => 1;\n");
    texts.put("packages/b/index.js", "exports.one = () => 1;\nexports.two = () => 2;\n");
    Report report = analyze(texts);

    assertThat(report.packages())
        .filteredOn(each -> each.directory().startsWith("packages/"))
        .extracting(AnalyzedPackage::roadmap)
        .extracting(items -> of(items, RoadmapItem.DEV_7).evidence().get(0).note())
        .satisfiesExactly(
            note -> assertThat(note).contains(" 1 functions"),
            note -> assertThat(note).contains(" 2 functions"));
  }

  @Test
  void aRangeOfVersionsIsToldAsItIsWritten() {
    Report report =
        analyze(Map.of("package.json", "{\"name\": \"a\", \"engines\": {\"node\": \">=12\"}}"));

    assertThat(of(report, RoadmapItem.DEV_3).evidence())
        .extracting(Evidence::note)
        .containsExactly("Node.js '>=12' is asked for, which 26 is");
  }

  @Test
  void imagesThatDevelopersWorkInAreNotDeployed() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "package.json",
        "{\"name\": \"a\", \"private\": true, \"scripts\": {\"start\": \"node server.js\"},"
            + " \"engines\": {\"node\": \">=22\"}}");
    texts.put("server.js", SERVER);
    texts.put(".devcontainer/Dockerfile", "FROM registry.example/javascript-node:0-16\n");
    Report report = analyze(texts);

    assertThat(of(report, RoadmapItem.DEV_3).state()).isEqualTo(State.MET);
    assertThat(of(report, RoadmapItem.DEP_2).state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(of(report, RoadmapItem.CI_4).evidence()).isEmpty();
  }

  @Test
  void aDescriptionOfWhatAPlatformSetsUpHasNoHandlers() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "package.json",
        "{\"name\": \"a\", \"private\": true, \"dependencies\": {\"aws-cdk-lib\": \"^2.0.0\"}}");
    texts.put(
        "lib/stack.js",
        "const cdk = require('aws-cdk-lib');\nexports.Stack = class extends cdk.Stack {};\n");
    texts.put("bin/app.js", "const cdk = require('aws-cdk-lib');\nrequire('../lib/stack');\n");
    State described = of(analyze(texts), RoadmapItem.ARCH_2).state();
    texts.put(
        "lambda/orders.js",
        "exports.handler = async (event) => ({ statusCode: 200, body: event.body });\n");
    State called = of(analyze(texts), RoadmapItem.ARCH_2).state();

    assertThat(described).isEqualTo(State.NOT_APPLICABLE);
    assertThat(called).isNotEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void tablesOfACloudAreADatabase() {
    Report report =
        analyze(
            Map.of(
                "package.json",
                "{\"name\": \"notes\", \"private\": true}",
                "store.js",
                "const AWS = require('aws-sdk');\n"
                    + "const client = new AWS.DynamoDB.DocumentClient();\n"
                    + "exports.save = (item) => client.put({ TableName: 'notes', Item: item"
                    + " });\n"));

    assertThat(of(report, RoadmapItem.DEP_8).state()).isEqualTo(State.MET);
  }

  @Test
  void aQueryThatIsAlwaysTheSameIsEvidence() {
    Report report =
        analyze(
            Map.of(
                "package.json",
                "{\"name\": \"votes\", \"private\": true}",
                "server.js",
                "const { Pool } = require('pg');\nconst pool = new Pool();\n"
                    + "exports.all = () => pool.query('SELECT vote FROM votes GROUP BY vote');\n"));

    assertThat(of(report, RoadmapItem.DEP_8).state()).isEqualTo(State.MET);
    assertThat(of(report, RoadmapItem.DEP_9).state()).isEqualTo(State.MET);
  }

  @Test
  void anActionOfAnotherThatABranchNamesDecides() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("package.json", "{\"name\": \"a\", \"version\": \"1.0.0\"}");
    String workflow =
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: somebody/deploy@%s\n";
    texts.put(".github/workflows/a.yml", workflow.formatted("main"));
    ItemStatus branch = of(analyze(texts), RoadmapItem.CI_4);
    texts.put(".github/workflows/a.yml", workflow.formatted("v2"));
    ItemStatus tag = of(analyze(texts), RoadmapItem.CI_4);

    assertThat(branch.findings()).extracting(Finding::ruleId).contains("ci-action-unpinned");
    assertThat(tag.findings()).extracting(Finding::ruleId).doesNotContain("ci-action-unpinned");
    assertThat(tag.advice()).extracting(Finding::ruleId).contains("ci-action-unpinned");
  }

  @Test
  void aRepositoryMayHaveItsPackageBelowTheRoot() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("service/package.json", "{\"name\": \"a\", \"private\": true}");
    texts.put("service/server.js", SERVER);
    texts.put(
        ".github/workflows/image.yml",
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker build .\n");
    Report report = analyze(texts);

    assertThat(of(report, RoadmapItem.CI_3).state()).isEqualTo(State.GAPS);
    assertThat(of(report, RoadmapItem.CI_2).findings())
        .extracting(each -> each.location().path())
        .containsExactly("service/package.json");
  }

  @Test
  void whatOnlyReleasesElsewhereChecksNothing() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("package.json", "{\"name\": \"a\", \"scripts\": {\"test\": \"mocha\"}}");
    texts.put(
        ".github/workflows/test.yml",
        "on: pull_request\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npm test\n");
    String release =
        "on:\n  %s\njobs:\n  release:\n    uses: somebody/flows/.github/workflows/all.yml@v1\n";
    texts.put(".github/workflows/release.yml", release.formatted("push:\n    tags: ['v*']"));
    ItemStatus onTags = of(analyze(texts), RoadmapItem.CI_3);
    texts.put(".github/workflows/release.yml", release.formatted("pull_request:"));
    ItemStatus onChanges = of(analyze(texts), RoadmapItem.CI_3);

    assertThat(onTags.findings()).extracting(Finding::ruleId).containsExactly("ci-no-linter");
    assertThat(onChanges.findings()).isEmpty();
  }

  @Test
  void aServerThatLogsItselfHasALogger() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "package.json",
        "{\"name\": \"a\", \"private\": true, \"scripts\": {\"start\": \"node server.js\"}}");
    String server =
        "const app = require('fastify')({ logger: %s });\n"
            + "app.route({ method: 'GET', path: '/status', handler: async () => 'well' });\n"
            + "app.listen({ port: process.env.PORT });\n";
    texts.put("server.js", server.formatted("process.env.LEVEL ? { level: 'info' } : true"));
    State logging = of(analyze(texts), RoadmapItem.DEP_3).state();
    texts.put("server.js", server.formatted("false"));
    State silent = of(analyze(texts), RoadmapItem.DEP_3).state();

    assertThat(logging).isEqualTo(State.MET);
    assertThat(silent).isEqualTo(State.GAPS);
  }
}
