package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.ast.SyntaxTree;
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
 * What follows parsing in the first pass: laying the tree out, resolving names, taking the facts of
 * the module. One operation is the whole folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-Xmx3g")
public class BindBenchmark {

  private static final ParseOptions OPTIONS =
      new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS);

  /** The folder of sources. */
  @Param("")
  public String folder = "";

  private final List<SourceText> sources = new ArrayList<>();
  private final List<SyntaxTree> trees = new ArrayList<>();

  /** Reads and parses the files. */
  @Setup
  public void read() {
    long nodes = 0;
    for (SourceFile file : SourceFolder.read(folder, ".js", ".mjs", ".cjs")) {
      SourceText source = SourceText.of(file.name(), file.text());
      SyntaxTree tree = SyntaxTree.of(Parser.parse(source, OPTIONS).program());
      sources.add(source);
      trees.add(tree);
      nodes += tree.size();
    }
    System.out.printf("# %d files, %d nodes%n", trees.size(), nodes);
  }

  /** Scopes and symbols. */
  @Benchmark
  public void names(Blackhole hole) {
    for (SyntaxTree tree : trees) {
      hole.consume(Binder.bind(tree));
    }
  }

  /** Scopes, symbols and the facts of the module. */
  @Benchmark
  public void namesAndFacts(Blackhole hole) {
    for (SyntaxTree tree : trees) {
      hole.consume(Binder.bind(tree).facts());
    }
  }

  /** Parsing and laying out, to set the others in proportion. */
  @Benchmark
  public void parseAndLayOut(Blackhole hole) {
    for (SourceText source : sources) {
      hole.consume(SyntaxTree.of(Parser.parse(source, OPTIONS).program()));
    }
  }
}
