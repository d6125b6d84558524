package dev.emerald.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.internal.advisory.AdvisorySources;
import dev.emerald.core.internal.advisory.AdvisoryTable;
import dev.emerald.core.internal.manifest.lock.LockFiles;
import dev.emerald.core.internal.manifest.lock.ProjectPackages;
import dev.emerald.rules.BuiltinRules;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a lock file, reading an index of advisories for it, looking its packages up, and all of
 * that in a scan. Lock file and advisories are made up, the same ones each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx300m")
public class DependencyBenchmark {

  /** How many names advisories are about; the packages of the lock file are among them. */
  private static final int NAMES = 40_000;

  /** How many packages the lock file has. */
  @Param("2500")
  public int packages = 2_500;

  /** How many advisories there are. */
  @Param("100000")
  public int advisories = 100_000;

  private Path folder = Path.of("");
  private Path index = Path.of("");
  private SourceText lock = SourceText.of("package-lock.json", "{}");
  private DependencyGraph graph = read();
  private AdvisoryTable table = new AdvisoryTable();
  private Analyzer analyzer = Analyzer.builder().pack(new BuiltinRules()).build();

  /** Makes the project and the index. */
  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("dependencies");
    lock = SourceText.of("package-lock.json", lockFile());
    graph = read();
    index = index();
    table = readAdvisories();
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("package-lock.json"), lock.text());
    Files.writeString(
        project.resolve("package.json"),
        "{ \"name\": \"made-up\", \"private\": true, \"dependencies\": { \"name-0\": \"^1.0.0\" }"
            + " }");
    analyzer =
        Analyzer.builder()
            .pack(new BuiltinRules())
            .configuration(Configuration.builder().advisories(index).build())
            .build();
    Report report = scan();
    System.out.printf(
        "# %d packages, index of %d bytes, %d hits, %d findings%n",
        graph.packages().size(), Files.size(index), lookUp(), report.findings().size());
  }

  /** Removes what was made. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String lockFile() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("{\n \"lockfileVersion\": 3, \"packages\": {\n");
    text.append("  \"\": { \"name\": \"made-up\", \"dependencies\": { \"name-0\": \"^1.0.0\" } }");
    for (int i = 0; i < packages; i++) {
      text.append(",\n  \"node_modules/name-").append(i).append("\": { \"version\": \"1.");
      text.append(random.nextInt(20)).append('.').append(random.nextInt(20));
      text.append("\", \"integrity\": \"sha512-").append("bGVmdA".repeat(14)).append("==\"");
      text.append(", \"dependencies\": {");
      for (int needed = 1; needed <= 3; needed++) {
        text.append(needed == 1 ? " " : ", ").append("\"name-");
        text.append((i + needed * needed) % packages).append("\": \"^1.0.0\"");
      }
      text.append(" } }");
    }
    return text.append("\n } }\n").toString();
  }

  private Path index() throws IOException {
    Random random = new Random(2);
    Path zip = folder.resolve("all.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < advisories; i++) {
        out.putNextEntry(new ZipEntry("MADE-" + i + ".json"));
        out.write(
            """
            { "id": "MADE-%d", "modified": "2026-01-01T00:00:00Z", "summary": "Made up, number %d",
              "affected": [ { "package": { "ecosystem": "npm", "name": "name-%d" },
                "ranges": [ { "type": "SEMVER",
                  "events": [ { "introduced": "1.%d.0" }, { "fixed": "1.%d.3" } ] } ] } ],
              "database_specific": { "severity": "HIGH" } }
            """
                .formatted(i, i, random.nextInt(NAMES), random.nextInt(10), 10 + random.nextInt(10))
                .getBytes(UTF_8));
        out.closeEntry();
      }
    }
    Path made = folder.resolve("all.idx");
    try (Writer out = Files.newBufferedWriter(made)) {
      AdvisorySources.buildIndex(List.of(zip), out, DependencyBenchmark::fail);
    }
    Files.delete(zip);
    return made;
  }

  private static void fail(Object notice) {
    throw new IllegalStateException(String.valueOf(notice));
  }

  /** Reading the lock file: what is installed, and what asks for what. */
  @Benchmark
  public DependencyGraph readLock() {
    return read();
  }

  private DependencyGraph read() {
    ProjectPackages none = new ProjectPackages(new TreeMap<>(), new TreeSet<>());
    return new LockFiles(none, DependencyBenchmark::fail).npm(lock);
  }

  /** Reading from the index what is known of the packages. */
  @Benchmark
  public AdvisoryTable readAdvisories() {
    return AdvisorySources.load(List.of(index), graph.names()::contains, DependencyBenchmark::fail);
  }

  /** Looking all packages up. */
  @Benchmark
  public int lookUp() {
    int hits = 0;
    for (LockedPackage each : graph.packages()) {
      hits += table.affecting(each.name(), each.version()).size();
    }
    return hits;
  }

  /** The scan of a project that is nothing but its manifests. */
  @Benchmark
  public Report scan() {
    return analyzer.analyze(Input.folder(folder.resolve("project")));
  }
}
