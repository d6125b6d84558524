package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.lower.Lowering;
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
 * Bringing functions into the form in which they are followed, each file a project of its own. One
 * operation is the whole folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-Xmx3g")
public class FlowBenchmark {

  private static final ParseOptions OPTIONS =
      new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS);

  /** The folder of sources. */
  @Param("")
  public String folder = "";

  private final List<SourceText> sources = new ArrayList<>();
  private final List<SyntaxTree> trees = new ArrayList<>();

  /** Reads and parses the files, and says how much they become. */
  @Setup
  public void read() {
    long values = 0;
    long bodies = 0;
    for (SourceFile file : SourceFolder.read(folder, ".js", ".mjs", ".cjs")) {
      SourceText source = SourceText.of(file.name(), file.text());
      SyntaxTree tree = SyntaxTree.of(Parser.parse(source, OPTIONS).program());
      sources.add(source);
      trees.add(tree);
      for (Body body : lower(tree).bodies()) {
        bodies++;
        values += body.size();
      }
    }
    System.out.printf("# %d files, %d bodies, %d values%n", trees.size(), bodies, values);
  }

  private static FileFlow lower(SyntaxTree tree) {
    Binding binding = Binder.bind(tree);
    return Lowering.lower(binding.names(), binding.scopes(ApiLinks.alone(binding.facts())));
  }

  /** Resolving names, taking the facts of the module, linking it, and lowering. */
  @Benchmark
  public void bindAndLower(Blackhole hole) {
    for (SyntaxTree tree : trees) {
      hole.consume(lower(tree));
    }
  }

  /** All of that but lowering, to set it in proportion. */
  @Benchmark
  public void bindAndLink(Blackhole hole) {
    for (SyntaxTree tree : trees) {
      Binding binding = Binder.bind(tree);
      hole.consume(binding.scopes(ApiLinks.alone(binding.facts())));
    }
  }

  /** Parsing, laying out and resolving names, to set it in proportion. */
  @Benchmark
  public void parseAndBind(Blackhole hole) {
    for (SourceText source : sources) {
      hole.consume(Binder.bind(SyntaxTree.of(Parser.parse(source, OPTIONS).program())));
    }
  }
}
