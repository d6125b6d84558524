package dev.emerald.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that ask a registry, and those that do not. */
final class OnlineTest {

  @TempDir private Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private String registry;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          boolean bulk = exchange.getRequestURI().getPath().endsWith("/advisories/bulk");
          byte[] body =
              (bulk ? "{\"low\": [{\"id\": 1, \"title\": \"x\", \"severity\": \"high\"}]}" : "{}")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    registry = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(folder.resolve(".npmrc"), "registry=" + registry + "\n");
    Files.writeString(folder.resolve("yarn.lock"), "low@1:\n  version \"1.0.0\"\n");
    Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"low\": \"1\"}}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void nothingIsAskedUnlessThatIsWanted() {
    run("scan", "--rule", "supply-known-vulnerable");
    run("roadmap");
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--online", "--no-project-config --online --registry REGISTRY"})
  void theRegistryIsAsked(String options) {
    String[] given = options.replace("REGISTRY", registry).split(" ", -1);
    String[] args = new String[given.length + 3];
    args[0] = "scan";
    args[1] = "--rule";
    args[2] = "supply-known-vulnerable";
    System.arraycopy(given, 0, args, 3, given.length);
    Run run = run(args);
    assertThat(run.out()).contains("'low' 1.0.0 has a known vulnerability, npm-1: x");
    assertThat(run.code()).isEqualTo(Main.FOUND);
  }

  @Test
  void theProjectsSettingsAreNotObeyedWhereItIsNotTrusted() {
    Run run = run("scan", "--rule", "supply-known-vulnerable", "--online", "--no-project-config");
    assertThat(run.out()).contains("no registry was asked");
    assertThat(run.code()).isEqualTo(Main.CLEAN);
    assertThat(asked).hasValue(0);
  }

  @Test
  void theRoadmapKnowsWhatWasAsked() {
    assertThat(run("roadmap", "--online").out()).contains("npm-1: x");
  }

  @Test
  void aBillOfMaterialsSaysWhatWasAsked() {
    Run bill = run("sbom", "--online");
    assertThat(bill.code()).isZero();
    assertThat(bill.out()).contains("\"id\": \"npm-1\"", "the advisories of " + registry);
    assertThat(bill.err()).isEmpty();
    assertThat(run("sbom").out()).contains("none were looked up");
    assertThat(run("sbom", "-o", "bom.json").out()).isEmpty();
    assertThat(folder.resolve("bom.json")).content().contains("pkg:npm/low@1.0.0");
  }

  @Test
  void aBillOfNothingSaysSo() throws IOException {
    Files.delete(folder.resolve("yarn.lock"));
    Run bill = run("sbom");
    assertThat(bill.code()).isZero();
    assertThat(bill.err()).contains("there is no lock file");
    assertThat(run("sbom", "package.json").code()).isEqualTo(Main.UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--registry http://registry.example/",
        "--online --registry registry.example",
        "--online --registry file:///x",
        "--online-osv --osv-url ://me:s3cret@x",
      })
  void mistakesAreTold(String options) {
    String[] given = ("scan " + options).split(" ", -1);
    Run run = run(given);
    assertThat(run.code()).isEqualTo(Main.UNUSABLE);
    assertThat(run.err()).contains("emerald: --").doesNotContain("s3cret");
    assertThat(run.out()).isEmpty();
  }

  private Run run(String... args) {
    Map<String, String> environment =
        Map.of("npm_config_userconfig", folder.resolve("none").toString());
    return Run.in(folder, new Terminal(environment, false, false), args);
  }
}
