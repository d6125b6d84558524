package dev.emerald.benchmarks;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.rules.BuiltinRules;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

/** A whole scan of a folder with the built-in rules, files read from the disk's cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class ScanBenchmark {

  /** The folder of a project. */
  @Param("")
  public String folder = "";

  /** How many threads work. */
  @Param({"1", "2"})
  public int threads = 1;

  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private Analyzer analyzer = Analyzer.builder().pack(new BuiltinRules()).build();

  /** Starts the threads. */
  @Setup
  public void start() {
    executor.shutdown();
    executor = Executors.newFixedThreadPool(threads);
    analyzer = Analyzer.builder().pack(new BuiltinRules()).executor(executor, threads).build();
    Report report = scan();
    System.out.printf(
        "# %d files, %d findings, %d notices%n",
        report.filesRead(), report.findings().size(), report.notices().size());
  }

  /** Ends the threads. */
  @TearDown
  public void stop() {
    executor.shutdown();
  }

  /** The scan. */
  @Benchmark
  public Report scan() {
    return analyzer.analyze(Input.folder(Path.of(folder)));
  }
}
