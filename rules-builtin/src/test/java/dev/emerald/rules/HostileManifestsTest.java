package dev.emerald.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Limits;
import dev.emerald.core.analysis.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a manifest holds, all rules pass over it and the rest of the project is analysed. */
class HostileManifestsTest {

  private static final List<String> MANIFESTS =
      List.of(
          "package.json",
          "packages/a/package.json",
          "package-lock.json",
          "npm-shrinkwrap.json",
          "yarn.lock",
          "pnpm-lock.yaml",
          "pnpm-workspace.yaml",
          "bun.lock",
          ".npmrc",
          ".yarnrc.yml",
          ".nvmrc",
          ".env",
          ".gitignore",
          ".dockerignore",
          ".npmignore",
          "Dockerfile",
          "docker-compose.yml",
          "k8s/deployment.yaml",
          "serverless.yml",
          "template.yml",
          "ecosystem.config.json",
          "Procfile",
          "app.service",
          "nginx.conf",
          "Caddyfile",
          "main.tf",
          ".github/workflows/ci.yml",
          ".github/actions/own/action.yml",
          ".github/dependabot.yml",
          ".gitlab-ci.yml",
          ".circleci/config.yml",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml",
          "Jenkinsfile",
          "tsconfig.json",
          ".eslintrc.json",
          ".eslintrc.yml",
          "biome.json",
          "renovate.json");

  private static final Analyzer ANALYZER = Analyzer.builder().pack(new BuiltinRules()).build();

  private static final String FLAW = "module.exports = (text) => eval(text);\n";

  static Stream<String> hostile() {
    int deep = 50_000;
    String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    StringBuilder aliases = new StringBuilder(bomb);
    for (int i = 1; i < 30; i++) {
      aliases
          .append("a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(8))
          .append("x]\n");
    }
    return Stream.of(
        "\u0000".repeat(200),
        "a: \u0000\n\u0000=\u0000",
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        "{\"dependencies\":".repeat(deep),
        "- ".repeat(deep),
        "a {\n".repeat(deep),
        "RUN a \\\n".repeat(deep),
        "FROM a AS b\n".repeat(deep / 10),
        aliases.toString(),
        "<<: &a {<<: *a}\n",
        "{\"version\": " + "9".repeat(deep) + ", \"lockfileVersion\": 1e999, \"a\": -1e-999}",
        "lockfileVersion: " + "9".repeat(deep) + "\n",
        "{\"name\": \"a\", \"name\": 7, \"dependencies\": [1, null], \"scripts\": {\"a\": {}}}",
        "{\"lockfileVersion\": 3, \"packages\": {\"\": {\"dependencies\": {\"a\": \"^"
            + "9".repeat(deep)
            + "\"}}, \"node_modules/a\": {\"version\": \"1.0.0-"
            + "a.".repeat(deep)
            + "\"}}}",
        "[\n![\n***[/**[\n[[:foo:]\n\\\n[z-a]\n"
            + "*a".repeat(200)
            + "\n"
            + "[!".repeat(500)
            + "\n",
        "\uD800\uFEFF\u2028\r\r\n\uDC00",
        "# " + "\\".repeat(deep),
        "${".repeat(deep),
        "\"" + "\\u0000".repeat(1_000) + "\"");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyKindOfManifestMayHoldIt(String text) throws InterruptedException {
    for (String manifest : MANIFESTS) {
      Map<String, String> texts = new TreeMap<>();
      texts.put("lib/run.js", FLAW);
      texts.put(manifest, text);
      assertRestIsAnalysed(analyze(Input.texts(texts)), manifest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "\\",
        "!",
        "***[",
        "[[:foo:]]",
        "[z-a]",
        "/",
        "\u0000",
        "[!",
        "a\\",
        "{",
        "**["
      })
  void ignoreFilesWithBrokenPatternsIgnoreNothingElse(String pattern, @TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/run.js"), FLAW);
    Files.writeString(folder.resolve("lib/left.js"), FLAW);
    Files.writeString(folder.resolve(".gitignore"), pattern + "\nleft.js\n");

    Report report = ANALYZER.analyze(folder);

    assertThat(report.findings()).extracting(each -> each.location().path()).contains("lib/run.js");
    assertThat(report.findings())
        .extracting(each -> each.location().path())
        .doesNotContain("lib/left.js");
  }

  @Test
  void aLockFileBeyondTheLimitIsAGap(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("run.js"), FLAW);
    lock(folder, 20_000);

    Report report =
        Analyzer.builder()
            .pack(new BuiltinRules())
            .limits(Limits.DEFAULT.withFileBytes(1 << 20, 1 << 20))
            .build()
            .analyze(folder);

    assertThat(report.complete()).isFalse();
    assertThat(report.notices())
        .anySatisfy(notice -> assertThat(notice.path()).contains("package-lock.json"));
    assertThat(report.findings()).extracting(each -> each.location().path()).contains("run.js");
  }

  /** As many bytes as no memory of a small machine holds twice, in every format. */
  @ParameterizedTest
  @ValueSource(strings = {"package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"})
  void aLockFileOfTwoHundredMegabytesCostsNoMemory(String name, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("run.js"), FLAW);
    Files.writeString(
        folder.resolve("package.json"),
        "{\"name\": \"a\", \"private\": true, \"dependencies\": {\"p\": \"^1.0.0\"}}");
    fill(folder.resolve(name), 200_000_000);
    System.gc();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
    long before = heap(MemoryPoolMXBean::getUsage);

    Report report = ANALYZER.analyze(folder);

    long taken = heap(MemoryPoolMXBean::getPeakUsage) - before;
    assertThat(taken).as("bytes of heap").isLessThan(200_000_000L);
    assertRestIsAnalysed(report, name);
    assertThat(report.complete()).isFalse();
    assertThat(report.notices()).anySatisfy(notice -> assertThat(notice.path()).contains(name));
    assertThat(report.findings()).noneMatch(each -> each.ruleId().equals("supply-lock-missing"));
  }

  private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> usage.apply(pool).getUsed())
        .sum();
  }

  /** Entries without end, as the format of a lock file has them. */
  private static void fill(Path lock, int bytes) throws IOException {
    String name = String.valueOf(lock.getFileName());
    String[] parts =
        switch (name) {
          case "yarn.lock" ->
              new String[] {"# yarn lockfile v1\n\n", "p%1$d@^1.0.0:\n  version \"1.0.%1$d\"\n\n"};
          case "pnpm-lock.yaml" ->
              new String[] {
                "lockfileVersion: '9.0'\npackages:\n", "  p%1$d@1.0.0:\n    resolution: {}\n"
              };
          case "bun.lock" ->
              new String[] {
                "{\"lockfileVersion\": 1, \"packages\": {",
                "\"p%1$d\": [\"p%1$d@1.0.0\", \"\", {}],\n"
              };
          default ->
              new String[] {
                "{\"lockfileVersion\": 3, \"packages\": {",
                "\"node_modules/p%1$d\": {\"version\": \"1.0.0\"},\n"
              };
        };
    StringBuilder chunk = new StringBuilder();
    for (int i = 0; chunk.length() < 1 << 20; i++) {
      chunk.append(parts[1].formatted(i));
    }
    byte[] entries = chunk.toString().getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(lock)) {
      out.write(parts[0].getBytes(UTF_8));
      for (long written = 0; written < bytes; written += entries.length) {
        out.write(entries);
      }
    }
  }

  @Test
  void aLockFileOfManyPackagesIsRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("run.js"), FLAW);
    lock(folder, 50_000);

    Report report = ANALYZER.analyze(folder);

    assertRestIsAnalysed(report, "package-lock.json");
    assertThat(report.findings())
        .filteredOn(each -> each.ruleId().equals("supply-lock-integrity-missing"))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("50,000 packages"));
  }

  /** A lock file in which each package needs the next. */
  private static void lock(Path folder, int packages) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("package-lock.json"))) {
      out.write(
          "{\"lockfileVersion\": 3, \"packages\": {\n\"\": {\"dependencies\": {\"p0\": \"*\"}}");
      for (int i = 0; i < packages; i++) {
        out.write(
            ",\n\"node_modules/p%d\": {\"version\": \"1.0.%d\", \"dependencies\": {\"p%d\": \"*\"}}"
                .formatted(i, i, (i + 1) % packages));
      }
      out.write("}}");
    }
  }

  /** Analyses with the stack that a thread of a server may have. */
  private static Report analyze(Input input) throws InterruptedException {
    Report[] report = new Report[1];
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(null, () -> report[0] = ANALYZER.analyze(input), "small", 512 << 10);
    thread.setUncaughtExceptionHandler((t, error) -> thrown[0] = error);
    thread.start();
    thread.join();
    assertThat(thrown[0]).isNull();
    return report[0];
  }

  private static void assertRestIsAnalysed(Report report, String manifest) {
    assertThat(report.findings())
        .as(manifest)
        .anyMatch(each -> each.location().path().endsWith("run.js"));
    assertThat(report.notices())
        .as(manifest)
        .noneMatch(notice -> notice.message().contains("defect of this library"));
  }
}
