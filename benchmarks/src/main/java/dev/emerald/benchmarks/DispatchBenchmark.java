package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.analysis.Cancellation;
import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.dispatch.DispatchTable;
import dev.emerald.core.internal.dispatch.FileRun;
import dev.emerald.core.internal.dispatch.RuleOptionsOf;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.dispatch.Stop;
import dev.emerald.core.internal.dispatch.TableLoop;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleOptions;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
 * The one loop over the trees of a folder with 300 subscriptions: 100 to kinds of nodes, 200 to
 * APIs. A walk of each tree for each rule stands beside it. One operation is the whole folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-Xmx3g")
public class DispatchBenchmark {

  private static final int RULES = 300;
  private static final int NODE_RULES = 100;

  private static final ParseOptions OPTIONS =
      new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS);

  private static final List<String> MODULES =
      List.of("fs", "crypto", "http", "https", "child_process", "path", "express()", "lodash");

  /** The folder of sources. */
  @Param("")
  public String folder = "";

  private final List<SyntaxTree> trees = new ArrayList<>();
  private final List<Scopes> scopes = new ArrayList<>();
  private final List<NodeKind> wanted = new ArrayList<>();
  private DispatchTable table = new DispatchTable(List.of(), false, UnaryOperator.identity());
  private long seen;

  /** Reads, parses and binds the files, and makes the rules. */
  @Setup
  public void prepare() {
    for (SourceFile file : SourceFolder.read(folder, ".js", ".mjs", ".cjs")) {
      SourceText source = SourceText.of(file.name(), file.text());
      SyntaxTree tree = SyntaxTree.of(Parser.parse(source, OPTIONS).program());
      Binding binding = Binder.bind(tree);
      trees.add(tree);
      scopes.add(binding.scopes(ApiLinks.alone(binding.facts())));
    }
    RuleSet rules = RuleSet.of(List.of(new ManyRules()));
    table = new DispatchTable(rules.entries(), false, UnaryOperator.identity());
    System.out.printf("# %d files, %d rules%n", trees.size(), rules.entries().size());
  }

  /** The loop over the flat tree. APIs are resolved in the first turn and known afterwards. */
  @Benchmark
  public void table(Blackhole hole) {
    seen = 0;
    TableLoop loop = new TableLoop();
    for (int i = 0; i < trees.size(); i++) {
      FileRun run =
          new FileRun(
              new NoOptions(),
              new NoProject(),
              new SomeFile(),
              trees.get(i),
              scopes.get(i),
              new BacktrackingVerdicts(),
              new Stop(Cancellation.never(), null));
      loop.go(table, run);
      hole.consume(run);
    }
    hole.consume(seen);
  }

  /** A walk of each tree for each of the 100 rules on kinds; none of the 200 on APIs. */
  @Benchmark
  public void walkForEachRule(Blackhole hole) {
    long met = 0;
    for (SyntaxTree tree : trees) {
      for (NodeKind kind : wanted) {
        for (int i = 0, size = tree.size(); i < size; i++) {
          if (tree.node(i).kind() == kind) {
            met++;
          }
        }
      }
    }
    hole.consume(met);
  }

  private final class ManyRules implements RulePack {

    @Override
    public String id() {
      return "many";
    }

    @Override
    public List<Rule> rules() {
      List<Rule> rules = new ArrayList<>();
      NodeKind[] kinds = NodeKind.values();
      for (int i = 0; i < RULES; i++) {
        int number = i;
        NodeKind kind = kinds[i % kinds.length];
        if (i < NODE_RULES) {
          wanted.add(kind);
        }
        rules.add(
            new Rule() {
              @Override
              public void register(Hooks on) {
                FileCheck<Node> check = (node, context) -> seen += node.number();
                if (number < NODE_RULES) {
                  on.node(kind.type(), check);
                } else {
                  String module = MODULES.get(number % MODULES.size());
                  on.call(ApiPattern.api(module + ".method" + number), check);
                }
              }

              @Override
              public RuleFacts facts() {
                return RuleFacts.builder("rule-" + number, "Rule " + number, Severity.LOW).build();
              }
            });
      }
      return rules;
    }
  }

  private record NoOptions() implements RuleOptionsOf {

    @Override
    public int count() {
      return RULES;
    }

    @Override
    public RuleFacts facts(int rule) {
      throw new IllegalStateException("no rule fails here");
    }

    @Override
    public RuleOptions options(int rule) {
      throw new IllegalStateException("no rule has options here");
    }
  }

  private record NoProject() implements Project {

    @Override
    public List<ProjectFile> files() {
      return List.of();
    }

    @Override
    public List<ProjectPackage> packages() {
      return List.of();
    }

    @Override
    public <M extends Manifest> List<M> manifests(Class<M> type) {
      return List.of();
    }

    @Override
    public List<ApiUse> uses(ApiPattern api) {
      return List.of();
    }

    @Override
    public boolean imports(String packageName) {
      return false;
    }

    @Override
    public List<VendoredLibrary> vendored() {
      return List.of();
    }

    @Override
    public Optional<Advisories> advisories() {
      return Optional.empty();
    }
  }

  private record SomeFile() implements ProjectFile {

    @Override
    public String path() {
      return "file.js";
    }

    @Override
    public boolean test() {
      return false;
    }

    @Override
    public ProjectPackage owner() {
      throw new IllegalStateException("no rule asks here");
    }

    @Override
    public Set<String> imports() {
      return Set.of();
    }

    @Override
    public Set<String> importedFiles() {
      return Set.of();
    }
  }
}
