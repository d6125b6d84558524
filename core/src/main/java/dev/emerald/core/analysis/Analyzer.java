package dev.emerald.core.analysis;

import dev.emerald.core.internal.engine.Engine;
import dev.emerald.core.internal.engine.Origin;
import dev.emerald.core.internal.engine.Packs;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Analyses projects. Immutable, reusable, safe for use by several threads.
 *
 * <pre>{@code
 * Analyzer analyzer = Analyzer.builder().packsFrom(MyTool.class.getClassLoader()).build();
 * Report report = analyzer.analyze(Path.of("my-service"));
 * report.findings().forEach(System.out::println);
 * }</pre>
 */
public final class Analyzer {

  private final Engine engine;

  private Analyzer(Engine engine) {
    this.engine = engine;
  }

  /** Starts with no rules, default configuration and limits, and the caller's thread. */
  public static Builder builder() {
    return new Builder();
  }

  /** What the rules say of themselves that the configuration lets run, by id. */
  public List<RuleFacts> rules() {
    return engine.facts();
  }

  /**
   * Analyses a folder, or a single file if there is one under that path.
   *
   * @return never throws for what is wrong with the input; the report says it
   */
  public Report analyze(Path path) {
    return analyze(Files.isRegularFile(path) ? Input.file(path) : Input.folder(path));
  }

  /**
   * Analyses an input.
   *
   * @return never throws for what is wrong with the input; the report says it
   */
  public Report analyze(Input input) {
    return engine.analyze(origin(input));
  }

  /**
   * Says why a rule does or does not report something at a line: for those who write rules, and for
   * those who wonder. Analyses the whole input, since what reaches a line may come from anywhere.
   *
   * @param ruleId of the rule; it need not be on
   * @param path of the file, relative to the root of the input, with {@code /}
   * @param line from 1
   * @return never throws for what is wrong with the input; the explanation says it
   * @throws ConfigurationException if there is no such rule
   * @throws IllegalArgumentException if the line is not positive
   */
  public Explanation explain(Input input, String ruleId, String path, int line) {
    if (line < 1) {
      throw new IllegalArgumentException("lines are counted from 1, there is none " + line);
    }
    return engine.explain(origin(input), ruleId, path, line);
  }

  private static Origin origin(Input input) {
    Path path = input.path();
    if (path == null) {
      return Origin.texts(input.texts());
    }
    return input.single() ? Origin.file(path) : Origin.folder(path);
  }

  /** Gathers what an analyzer is made of. */
  public static final class Builder {

    private final Engine.Parts parts = new Engine.Parts();

    private Builder() {}

    /**
     * Adds all packs that {@link java.util.ServiceLoader} finds. One that can't be loaded is left
     * out; every report says so.
     */
    public Builder packsFrom(ClassLoader loader) {
      Packs.load(Objects.requireNonNull(loader, "loader"), parts.packs, parts.notices);
      return this;
    }

    /** Adds a pack. */
    public Builder pack(RulePack pack) {
      parts.packs.add(Objects.requireNonNull(pack, "pack"));
      return this;
    }

    /** What to analyse and how to judge it. */
    public Builder configuration(Configuration configuration) {
      parts.settings = configuration.settings();
      return this;
    }

    /**
     * Lets threads of an executor work along with the caller's, which always takes part; so the
     * executor may be busy, or the very one that the caller runs on.
     *
     * @param parallelism how many threads work at a time, the caller's included
     * @throws IllegalArgumentException if {@code parallelism} is not positive
     */
    public Builder executor(Executor executor, int parallelism) {
      if (parallelism < 1) {
        throw new IllegalArgumentException("parallelism is positive, not " + parallelism);
      }
      parts.executor = Objects.requireNonNull(executor, "executor");
      parts.parallelism = parallelism;
      return this;
    }

    /** Asks services on the network what is known of the packages; nobody is asked by default. */
    public Builder online(OnlineAudit audit) {
      parts.online = audit.options();
      return this;
    }

    /** How much an analysis may take. */
    public Builder limits(Limits limits) {
      parts.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** What says whether an analysis is to stop. */
    public Builder cancellation(Cancellation cancellation) {
      parts.cancellation = Objects.requireNonNull(cancellation, "cancellation");
      return this;
    }

    /** Who is told how far an analysis has come. */
    public Builder onProgress(ProgressListener listener) {
      parts.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * The analyzer. The builder may be used again.
     *
     * @throws ConfigurationException if the configuration names rules, packs or options that do not
     *     exist, two packs or two rules have one id, or a line of a model means nothing
     */
    public Analyzer build() {
      return new Analyzer(new Engine(parts));
    }
  }
}
