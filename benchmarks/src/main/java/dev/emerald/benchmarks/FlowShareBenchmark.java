package dev.emerald.benchmarks;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.rules.BuiltinRules;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Check;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.scope.ApiPattern;
import java.nio.file.Path;
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

/**
 * A whole scan of a folder with all built-in rules, and with those alone that ask for no flows of
 * data: what lies between is what following data costs. One thread does all work.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class FlowShareBenchmark {

  /** The folder of a project. */
  @Param("")
  public String folder = "";

  /** Whether data is followed. */
  @Param({"true", "false"})
  public boolean flow = true;

  private Analyzer analyzer = Analyzer.builder().pack(new BuiltinRules()).build();

  /** Makes the analyzer, and says what it finds. */
  @Setup
  public void start() {
    RulePack pack = flow ? new BuiltinRules() : new WithoutFlow();
    analyzer = Analyzer.builder().pack(pack).build();
    Report report = scan();
    System.out.printf(
        "# %d rules, %d files, %d findings%n",
        pack.rules().size(), report.filesRead(), report.findings().size());
  }

  /** The scan. */
  @Benchmark
  public Report scan() {
    return analyzer.analyze(Input.folder(Path.of(folder)));
  }

  /** The built-in rules that ask for no flows. */
  private static final class WithoutFlow implements RulePack {

    private final RulePack all = new BuiltinRules();

    @Override
    public String id() {
      return all.id();
    }

    @Override
    public List<Rule> rules() {
      return all.rules().stream().filter(rule -> !Asked.asksForFlows(rule)).toList();
    }

    @Override
    public List<ApiModel> models() {
      return all.models();
    }
  }

  /** Takes note of whether a rule asks for flows, and of nothing else. */
  private static final class Asked implements Hooks {

    private boolean flows;

    static boolean asksForFlows(Rule rule) {
      Asked asked = new Asked();
      rule.register(asked);
      return asked.flows;
    }

    @Override
    public Hooks taint(TaintQuery query) {
      flows = true;
      return this;
    }

    @Override
    public <N extends Node> Hooks node(Class<N> type, FileCheck<? super N> check) {
      return this;
    }

    @Override
    public Hooks call(ApiPattern api, FileCheck<? super Invocation> check) {
      return this;
    }

    @Override
    public Hooks file(FileCheck<? super Program> check) {
      return this;
    }

    @Override
    public <M extends Manifest> Hooks manifest(Class<M> type, Check<? super M> check) {
      return this;
    }

    @Override
    public Hooks text(Check<? super TextFile> check) {
      return this;
    }

    @Override
    public Hooks project(Check<? super Project> check) {
      return this;
    }
  }
}
