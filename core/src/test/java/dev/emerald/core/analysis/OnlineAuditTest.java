package dev.emerald.core.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked on the network, of whom, and what comes of answers good and bad. */
class OnlineAuditTest {

  private static final String BULK = "/-/npm/v1/security/advisories/bulk";

  private static final String LOCK =
      """
      {
        "name": "app",
        "lockfileVersion": 3,
        "packages": {
          "": { "name": "app", "dependencies": { "top": "^1.0.0", "own": "file:own" } },
          "node_modules/low": { "version": "1.2.5" },
          "node_modules/own": { "resolved": "own", "link": true },
          "node_modules/top": { "version": "1.0.0", "dependencies": { "low": "~1.2.0" } },
          "own": { "name": "own", "version": "9.9.9" }
        }
      }
      """;

  private static final String LOW =
      """
      {"low": [{
        "id": 1179,
        "url": "https://advisories.example/GHSA-aaaa-bbbb-cccc",
        "title": "Prototype pollution\\nin low",
        "severity": "moderate",
        "vulnerable_versions": "<0.2.1 || >=1.0.0 <1.3.0",
        "cwe": ["CWE-1321"],
        "cvss": {"score": 5.6, "vectorString": null}
      }]}
      """;

  private static final String NONE = "{}";

  @TempDir private Path folder;

  private Path project;
  private LocalService service;

  @BeforeEach
  void setUp() throws IOException {
    project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("package-lock.json"), LOCK);
    service = new LocalService();
  }

  @AfterEach
  void tearDown() {
    service.close();
  }

  @Test
  void withoutAnAuditNobodyIsAsked() throws IOException {
    settings("registry=" + service.address());
    Analyzer.builder().build().analyze(project);
    assertThat(service.count()).isZero();
  }

  @Test
  void theRegistryIsAskedAsNpmAsksIt() {
    service.on(BULK, LOW);

    Looked looked = look(audit().registry(service.address()));

    LocalService.Request request = service.requests(BULK).get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.header("content-type")).contains("application/json");
    assertThat(request.header("content-encoding")).contains("gzip");
    assertThat(request.header("authorization")).isEmpty();
    assertThat(request.body()).isEqualTo("{\"low\":[\"1.2.5\"],\"top\":[\"1.0.0\"]}");
    assertThat(looked.advisories).containsOnlyKeys("low@1.2.5");
    Advisory advisory = looked.advisories.get("low@1.2.5").get(0);
    assertThat(advisory.id()).isEqualTo("GHSA-aaaa-bbbb-cccc");
    assertThat(advisory.summary()).isEqualTo("Prototype pollution in low");
    assertThat(advisory.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(advisory.isMalicious()).isFalse();
    assertThat(looked.complete).isTrue();
    assertThat(looked.report.complete()).isTrue();
    assertThat(looked.description).isEqualTo("the advisories of " + service.address());
  }

  @Test
  void anAnswerMayBePackedAndLeaveThingsOut() {
    service.on(
        BULK,
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-encoding", "gzip");
          byte[] body =
              LocalService.zipped(
                  "{\"low\": [{\"id\": 7, \"title\": \"x\", \"cwe\": [\"CWE-506\"]}, {\"id\": 8}]}"
                      .getBytes(UTF_8));
          LocalService.answer(exchange, 200, body);
        });

    List<Advisory> found = look(audit().registry(service.address())).advisories.get("low@1.2.5");

    assertThat(found).extracting(Advisory::id).containsExactly("npm-7", "npm-8");
    assertThat(found)
        .extracting(Advisory::severity)
        .containsExactly(Severity.CRITICAL, Severity.HIGH);
    assertThat(found.get(0).isMalicious()).isTrue();
  }

  @Test
  void theProjectsSettingsNameTheRegistryAndItsToken() throws IOException {
    service.on("/npm/private" + BULK, NONE);
    settings(
        "registry=" + service.address() + "npm/private",
        "//127.0.0.1:" + service.port() + "/npm/:_authToken=${TOKEN}",
        "//other.example/:_authToken=another");

    Looked looked = look(audit().environment(Map.of("TOKEN", "s3cret")));

    assertThat(looked.report.complete()).isTrue();
    assertThat(service.requests("/npm/private" + BULK))
        .singleElement()
        .satisfies(
            request -> assertThat(request.header("authorization")).contains("Bearer s3cret"));
  }

  @Test
  void theEnvironmentWinsOverTheProjectAndThatOverTheUser() throws IOException {
    service.on("/a" + BULK, NONE).on("/b" + BULK, NONE).on("/c" + BULK, NONE);
    Path user = Files.writeString(folder.resolve("user"), "registry=" + service.address() + "c/");
    look(audit().userSettings(user));
    settings("registry=" + service.address() + "b/");
    look(audit().userSettings(user));
    look(audit().userSettings(user).withoutProjectSettings());
    look(
        audit()
            .userSettings(user)
            .environment(Map.of("NPM_CONFIG_REGISTRY", service.address() + "a/")));

    assertThat(service.requests("/a" + BULK)).hasSize(1);
    assertThat(service.requests("/b" + BULK)).hasSize(1);
    assertThat(service.requests("/c" + BULK)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "//127.0.0.1:PORT/:_auth=bWU6c2VjcmV0, Basic bWU6c2VjcmV0",
    "//127.0.0.1:PORT/:username=me\\n//127.0.0.1:PORT/:_password=c2VjcmV0, Basic bWU6c2VjcmV0",
    "//127.0.0.1:PORT/-/npm/:_authToken=deep, Bearer deep",
    "_authToken=unscoped,",
    "//127.0.0.1:PORT/:_authToken=${MISSING},",
    "//127.0.0.1:1/:_authToken=port,",
  })
  void credentialsAreThoseOfTheServer(String lines, String expected) throws IOException {
    service.on(BULK, NONE);
    settings(lines.replace("PORT", "" + service.port()).split("\\\\n", -1));

    look(audit().registry(service.address()));

    assertThat(service.requests(BULK).get(0).headers().get("authorization")).isEqualTo(expected);
  }

  @Test
  void credentialsInAnAddressAreUsedAndNotTold() {
    service.on(BULK, 403, "no");

    Looked looked =
        look(audit().registry(URI.create("http://me:s3cret@127.0.0.1:" + service.port() + "/")));

    String basic = Base64.getEncoder().encodeToString("me:s3cret".getBytes(UTF_8));
    assertThat(service.requests(BULK).get(0).header("authorization")).contains("Basic " + basic);
    assertThat(looked.messages()).contains("refuses (status 403)").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://registry.example", "http://10.0.0.1/"})
  void credentialsAreNotSentInTheOpen(String registry) throws IOException {
    String host = URI.create(registry).getHost();
    settings("//" + host + "/:_authToken=s3cret");
    service.on(BULK, NONE);

    // The proxy sees what goes over the wire.
    look(
        audit()
            .registry(URI.create(registry))
            .environment(Map.of("http_proxy", service.address().toString())));

    assertThat(service.count()).isPositive();
    assertThat(service.requests(BULK))
        .allMatch(request -> request.header("authorization").isEmpty());
  }

  @Test
  void noProxyIsObeyed() throws IOException {
    try (LocalService proxy = new LocalService()) {
      service.on(BULK, NONE);
      look(
          audit()
              .registry(service.address())
              .environment(
                  Map.of("HTTP_PROXY", proxy.address().toString(), "NO_PROXY", "127.0.0.1")));
      assertThat(proxy.count()).isZero();
      assertThat(service.requests(BULK)).hasSize(1);
    }
  }

  @Test
  void aTokenDoesNotFollowToAnotherServer() throws IOException {
    try (LocalService other = new LocalService()) {
      other.on("/elsewhere", LOW);
      service.on(
          BULK, (request, exchange) -> redirect(exchange, 307, other.address() + "elsewhere"));
      settings(
          "//127.0.0.1:" + service.port() + "/:_authToken=s3cret",
          "//127.0.0.1:" + other.port() + "/:_authToken=theirs");

      Looked looked = look(audit().registry(service.address()));

      assertThat(looked.advisories).containsOnlyKeys("low@1.2.5");
      assertThat(service.requests(BULK).get(0).header("authorization")).contains("Bearer s3cret");
      assertThat(other.requests("/elsewhere"))
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.header("authorization")).isEmpty();
                assertThat(request.body()).contains("low");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "302, /x, redirects elsewhere",
    "307, /-/npm/v1/security/advisories/bulk, redirects without end",
    "307, http://registry.example/x, which anybody can read",
    "308, file:///etc/passwd, no address",
  })
  void redirectsThatLeadNowhereAreTold(int status, String to, String told) {
    service.on(BULK, (request, exchange) -> redirect(exchange, status, to));
    assertGap(look(audit().registry(service.address())), told);
  }

  @ParameterizedTest
  @CsvSource({
    "404, '{}', does not know this kind of question",
    "401, '', refuses (status 401)",
    "500, 'secret inside', answers with status 500",
    "200, '<html>', is no JSON object",
    "200, '[]', is no JSON object",
    "200, '{\"low\": [{\"id\": 1', is no JSON object",
    "200, '', is no JSON object",
  })
  void badAnswersAreGaps(int status, String body, String told) {
    service.on(BULK, status, body);
    Looked looked = look(audit().registry(service.address()));
    assertGap(looked, told);
    assertThat(looked.messages()).doesNotContain("secret inside");
  }

  @Test
  void entriesThatCantBeReadAreAGapAndTheRestCounts() {
    service.on(
        BULK,
        "{\"low\": [{\"id\": 1, \"vulnerable_versions\": \"><\"}, {\"id\": 2}], \"top\": 5,"
            + " \"unasked\": [{\"id\": 3}]}");
    Looked looked = look(audit().registry(service.address()));
    assertThat(looked.advisories.get("low@1.2.5"))
        .extracting(Advisory::id)
        .containsExactly("npm-2");
    assertThat(looked.messages()).contains("2 advisories of " + service.address());
    assertThat(looked.complete).isFalse();
  }

  @Test
  void whatFailsForAMomentIsTriedAgain() {
    List<Integer> statuses = new ArrayList<>(List.of(503, 429, 200));
    service.on(
        BULK,
        (request, exchange) ->
            LocalService.answer(exchange, statuses.remove(0), LOW.getBytes(UTF_8)));
    Looked looked = look(audit().registry(service.address()));
    assertThat(service.requests(BULK)).hasSize(3);
    assertThat(looked.advisories).hasSize(1);
    assertThat(looked.report.complete()).isTrue();
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    service.on(BULK, (request, exchange) -> sleep(20_000));
    long start = System.nanoTime();
    Looked looked =
        look(
            audit()
                .registry(service.address())
                .retries(0, Duration.ZERO)
                .timeout(Duration.ofMillis(300)));
    assertGap(looked, "does not answer within 300 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aServerThatAnswersDropByDropIsLeft() {
    service.on(
        BULK,
        (request, exchange) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 400; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            sleep(50);
          }
        });
    Looked looked =
        look(
            audit()
                .registry(service.address())
                .retries(0, Duration.ZERO)
                .timeout(Duration.ofMillis(500)));
    assertGap(looked, "does not answer within 500 ms");
  }

  @Test
  void allOfItIsBoundedInTime() {
    service.on(BULK, 503, "");
    long start = System.nanoTime();
    Looked looked =
        look(
            audit()
                .registry(service.address())
                .retries(10, Duration.ofMillis(400))
                .deadline(Duration.ofMillis(700)));
    assertThat(looked.report.complete()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aHugeAnswerIsCut() {
    byte[] chunk = new byte[1 << 16];
    service.on(
        BULK,
        (request, exchange) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(chunk);
          }
        });
    assertGap(
        look(audit().registry(service.address()).mostBytes(1 << 20)), "more than 1048576 bytes");
    assertThat(service.requests(BULK)).hasSize(1);
  }

  @Test
  void aBombIsCut() {
    byte[] bomb = LocalService.zipped(new byte[8 << 20]);
    service.on(BULK, (request, exchange) -> LocalService.answer(exchange, 200, bomb));
    assertThat(bomb.length).isLessThan(1 << 20);
    assertGap(
        look(audit().registry(service.address()).mostBytes(1 << 20)), "more than 1048576 bytes");
  }

  @Test
  void whereNobodyListensIsAGap() {
    URI gone = service.address();
    service.close();
    assertGap(look(audit().registry(gone)), "can't be reached");
  }

  @Test
  void withoutARegistryNobodyIsAskedAndThatIsSaid() {
    assertGap(look(audit()), "no registry was asked");
  }

  @Test
  void whatTheProjectSetsMayBeNonsense() throws IOException {
    settings("registry=ftp://x y");
    assertGap(look(audit()), "no address of http or https");
  }

  @Test
  void theSmallestUpgradeIsFoundInWhatIsPublished() {
    service
        .on(BULK, LOW)
        .on(
            "/low",
            "{\"dist-tags\": {\"latest\": \"1.3.1\"}, \"versions\": {\"1.2.5\": {}, \"1.2.9\": {},"
                + " \"1.3.0-rc.1\": {}, \"1.3.1\": {}, \"1.4.0\": {}}}")
        .on(
            "/top",
            """
            {"dist-tags": {"latest": "2.1.0"}, "versions": {
              "1.0.0": {"dependencies": {"low": "~1.2.0"}},
              "1.5.0": {"dependencies": {"low": "~1.2.0"}},
              "2.0.0-beta.1": {"dependencies": {"low": "^1.3.0"}},
              "2.0.0": {"dependencies": {"low": "^1.2.0"}},
              "2.1.0": {}
            }}
            """);

    Looked looked = look(audit().registry(service.address()));

    // 2.0.0 asks for ^1.2.0, which the latest release of what it asks for answers.
    assertThat(looked.upgrades).containsEntry("low@1.2.5", "2.0.0");
    assertThat(looked.free).containsEntry("low@1.2.5", "1.3.1");
    assertThat(service.requests("/top").get(0).header("accept"))
        .get()
        .asString()
        .startsWith("application/vnd.npm.install-v1+json");
  }

  @Test
  void thatNoUpgradeHelpsIsKnownOnlyIfAllIsPublished() {
    service.on(BULK, LOW).on("/low", "{\"versions\": {\"1.2.5\": {}, \"1.3.1\": {}}}");
    assertThat(look(audit().registry(service.address())).upgrades)
        .containsEntry("low@1.2.5", "unknown");

    service.on("/top", "{\"versions\": {\"1.1.0\": {\"dependencies\": {\"low\": \"~1.2.0\"}}}}");
    assertThat(look(audit().registry(service.address())).upgrades)
        .containsEntry("low@1.2.5", "none");
  }

  @Test
  void packumentsThatAreNoJsonAreTold() {
    service.on(BULK, LOW).on("/low", "{\"versions\": {\"1.0").on("/top", 500, "");
    Looked looked = look(audit().registry(service.address()));
    assertThat(looked.messages())
        .contains("which versions there are is not known of 2 of 2 packages");
    assertThat(looked.advisories).hasSize(1);
  }

  @Test
  void osvIsAskedInBatchesAndPages() {
    service
        .on(
            "/v1/querybatch",
            (request, exchange) -> {
              boolean further = request.body().contains("page_token");
              String answer =
                  further
                      ? "{\"results\": [{\"vulns\": [{\"id\": \"OSV-2\"}]}]}"
                      : "{\"results\": [{\"vulns\": [{\"id\": \"OSV-1\"}], \"next_page_token\":"
                          + " \"p2\"}, {}]}";
              LocalService.answer(exchange, 200, answer.getBytes(UTF_8));
            })
        .on("/v1/vulns/OSV-1", osv("OSV-1", "low", "1.3.0"))
        .on("/v1/vulns/OSV-2", osv("OSV-2", "low", "1.2.6"));

    Looked looked = look(OnlineAudit.builder().osv(service.address()));

    assertThat(service.requests("/v1/querybatch"))
        .extracting(LocalService.Request::body)
        .containsExactly(
            "{\"queries\":[{\"package\":{\"name\":\"low\",\"ecosystem\":\"npm\"},\"version\":\"1.2.5\"},"
                + "{\"package\":{\"name\":\"top\",\"ecosystem\":\"npm\"},\"version\":\"1.0.0\"}]}",
            "{\"queries\":[{\"package\":{\"name\":\"low\",\"ecosystem\":\"npm\"},\"version\":\"1.2.5\","
                + "\"page_token\":\"p2\"}]}");
    assertThat(looked.advisories.get("low@1.2.5"))
        .extracting(Advisory::id)
        .containsExactly("OSV-1", "OSV-2");
    assertThat(looked.free).containsEntry("low@1.2.5", "1.3.0");
    assertThat(looked.upgrades).containsEntry("low@1.2.5", "unknown");
    assertThat(looked.complete).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"results\": []}', gives 0 answers to 2 questions",
    "'{\"results\": [{\"vulns\": [{\"id\": \"../x\"}]}, {}]}', is no id",
    "'{\"results\": [{\"vulns\": [{\"id\": \"GONE\"}]}, {}]}', status 404",
    "'{\"results\": [{\"next_page_token\": \"p\"}, {\"next_page_token\": \"p\"}]}', without end",
  })
  void badAnswersOfOsvAreGaps(String body, String told) {
    service.on(
        "/v1/querybatch",
        (request, exchange) -> LocalService.answer(exchange, 200, body.getBytes(UTF_8)));
    assertGap(look(OnlineAudit.builder().osv(service.address())), told);
  }

  @Test
  void whatIsGivenAndWhatIsAskedForIsOne() throws IOException {
    service.on(BULK, LOW);
    Path given = Files.writeString(folder.resolve("given.json"), osv("A-1", "top", "2.0.0"));
    Configuration configuration = Configuration.builder().advisories(given).build();
    Looked looked = look(audit().registry(service.address()), configuration);
    assertThat(looked.advisories).containsOnlyKeys("low@1.2.5", "top@1.0.0");
    assertThat(looked.description)
        .isEqualTo(
            "1 advisory, the newest of 2026-01-01, and the advisories of " + service.address());
  }

  @Test
  void anAnalysisThatIsCancelledStopsAsking() {
    service.on(BULK, (request, exchange) -> sleep(20_000));
    long start = System.nanoTime();
    Report report =
        Analyzer.builder()
            .online(audit().registry(service.address()).build())
            .limits(Limits.DEFAULT.withDeadline(Duration.ofMillis(500)))
            .build()
            .analyze(project);
    assertThat(report.complete()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void mistakesOfTheCallerAreTold() {
    OnlineAudit.Builder audit = OnlineAudit.builder();
    assertThatThrownBy(() -> audit.registry(URI.create("file:///x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> audit.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> audit.retries(-1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> audit.mostBytes(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OnlineAudit.Builder audit() {
    return OnlineAudit.builder().npm().retries(2, Duration.ofMillis(1));
  }

  private void settings(String... lines) throws IOException {
    Files.writeString(project.resolve(".npmrc"), String.join("\n", lines) + "\n");
  }

  private static String osv(String id, String name, String fixed) {
    return ("{\"id\": \"%s\", \"modified\": \"2026-01-01T00:00:00Z\", \"affected\": [{\"package\":"
            + " {\"ecosystem\": \"npm\", \"name\": \"%s\"}, \"ranges\": [{\"type\": \"SEMVER\","
            + " \"events\": [{\"introduced\": \"0\"}, {\"fixed\": \"%s\"}]}]}]}")
        .formatted(id, name, fixed);
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().add("location", to);
    LocalService.answer(exchange, status, new byte[0]);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertGap(Looked looked, String told) {
    assertThat(looked.messages()).contains(told);
    assertThat(looked.report.complete()).isFalse();
    assertThat(looked.complete).isFalse();
    assertThat(looked.advisories).isEmpty();
  }

  /** What an analysis knows of the packages, by name and version. */
  private static final class Looked {
    Report report = Report.builder().build();
    final Map<String, List<Advisory>> advisories = new TreeMap<>();
    final Map<String, String> upgrades = new TreeMap<>();
    final Map<String, String> free = new TreeMap<>();
    boolean complete;
    String description = "";

    String messages() {
      return report.notices().stream().map(Notice::message).collect(Collectors.joining("\n"));
    }

    void take(DependencyGraph graph, Advisories known) {
      complete = known.isComplete();
      description = known.description();
      for (LockedPackage each : graph.packages()) {
        List<Advisory> found = known.affecting(each.name(), each.version());
        if (!found.isEmpty()) {
          String key = each.toString();
          advisories.put(key, found);
          upgrades.put(key, known.smallestUpgrade(graph.pathTo(each)).toString());
          known
              .nextUnaffected(each.name(), each.version())
              .ifPresent(version -> free.put(key, version));
        }
      }
    }
  }

  private Looked look(OnlineAudit.Builder audit) {
    return look(audit, Configuration.defaults());
  }

  private Looked look(OnlineAudit.Builder audit, Configuration configuration) {
    Looked looked = new Looked();
    looked.report =
        Analyzer.builder()
            .pack(
                TestRules.pack(
                    "p",
                    TestRules.rule(
                        "test-looks",
                        on ->
                            on.manifest(
                                DependencyGraph.class,
                                (graph, context) ->
                                    looked.take(
                                        graph, context.project().advisories().orElseThrow())))))
            .configuration(configuration)
            .online(audit.build())
            .build()
            .analyze(project);
    return looked;
  }
}
