package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Parsing all JavaScript below a folder, one file after the other: ours with comments and the whole
 * tree, GraalJS's own beside it. Only files that both accept take part. One operation is the whole
 * folder; its size is printed at the start.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-Xmx3g")
public class ParseBenchmark {

  /** The folder of sources. */
  @Param("")
  public String folder = "";

  private final List<SourceFile> files = new ArrayList<>();
  private final List<SourceText> sources = new ArrayList<>();
  private final List<ParseOptions> options = new ArrayList<>();
  private final List<Boolean> modules = new ArrayList<>();

  /** Reads the files that both parsers accept. */
  @Setup
  public void read() {
    long characters = 0;
    for (SourceFile file : SourceFolder.read(folder, ".js", ".mjs", ".cjs")) {
      SourceText source = SourceText.of(file.name(), file.text());
      ParseOptions how = new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS);
      if (GraalParser.parse(file.name(), file.text()) != null
          && Parser.parse(source, how).diagnostics().isEmpty()) {
        files.add(file);
        sources.add(source);
        options.add(how);
        modules.add(GraalParser.onlyModule(file.name(), file.text()));
        characters += file.text().length();
      }
    }
    System.out.printf("# %d files, %d characters%n", files.size(), characters);
  }

  /** Ours. */
  @Benchmark
  public void emerald(Blackhole hole) {
    for (int i = 0; i < sources.size(); i++) {
      hole.consume(Parser.parse(sources.get(i), options.get(i)));
    }
  }

  /** The parser inside GraalJS, told beforehand what is a module. */
  @Benchmark
  public void graaljs(Blackhole hole) {
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      hole.consume(GraalParser.parse(file.name(), file.text(), modules.get(i)));
    }
  }
}
