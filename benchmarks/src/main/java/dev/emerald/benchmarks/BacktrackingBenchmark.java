package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingAnalysis;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * How long the verdict on a regular expression takes, with its witness. The expressions are the
 * distinct ones of a folder of sources; one operation is one of them, each in its turn, so that the
 * percentiles of the samples are those of the expressions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 10)
@Measurement(iterations = 3, time = 20)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class BacktrackingBenchmark {

  private static final ParseOptions OPTIONS =
      new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS);

  /** The folder of sources. */
  @Param("")
  public String folder = "";

  private final List<RegexPattern> patterns = new ArrayList<>();
  private int next;

  /** Reads the files and keeps their expressions. */
  @Setup
  public void read() {
    Map<String, RegexPattern> distinct = new LinkedHashMap<>();
    for (SourceFile file : SourceFolder.read(folder, ".js", ".mjs", ".cjs")) {
      SourceText source = SourceText.of(file.name(), file.text());
      SyntaxTree tree = SyntaxTree.of(Parser.parse(source, OPTIONS).program());
      tree.forEach(
          tree.program(),
          RegExpLiteral.class,
          literal ->
              distinct.computeIfAbsent(
                  "/" + literal.pattern() + "/" + literal.flags(),
                  key -> RegexParser.parse(literal.pattern(), literal.flags())));
    }
    patterns.addAll(distinct.values());
    System.out.printf("# %d distinct expressions%n", patterns.size());
  }

  /** The whole verdict: exponential, polynomial with its power, or linear. */
  @Benchmark
  public Backtracking verdict() {
    next = next + 1 < patterns.size() ? next + 1 : 0;
    RegexPattern pattern = patterns.get(next);
    return BacktrackingAnalysis.analyze(pattern, pattern.flags().global());
  }
}
