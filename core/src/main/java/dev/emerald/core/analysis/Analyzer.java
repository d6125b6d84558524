package dev.emerald.core.analysis;

import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Analyses projects. Immutable, reusable, safe for use by several threads.
 *
 * <pre>{@code
 * Analyzer analyzer = Analyzer.builder().packsFrom(Thread.currentThread().getContextClassLoader()).build();
 * Report report = analyzer.analyze(Path.of("my-service"));
 * report.findings().forEach(System.out::println);
 * }</pre>
 */
@SuppressWarnings("UnusedVariable")
public final class Analyzer {

  private final Builder parts;

  private Analyzer(Builder parts) {
    this.parts = parts;
  }

  /** Starts with no rules, default configuration and limits, and the caller's thread. */
  public static Builder builder() {
    return new Builder();
  }

  /** What the rules say of themselves that the configuration lets run, by id. */
  public List<RuleFacts> rules() {
    return List.of();
  }

  /**
   * Analyses a folder, or a single file if there is one under that path.
   *
   * @return never throws for what is wrong with the input; the report says it
   */
  public Report analyze(Path path) {
    return analyze(java.nio.file.Files.isRegularFile(path) ? Input.file(path) : Input.folder(path));
  }

  /**
   * Analyses an input.
   *
   * @return never throws for what is wrong with the input; the report says it
   */
  public Report analyze(Input input) {
    Objects.requireNonNull(input, "input");
    return Report.builder()
        .notices(
            List.of(
                dev.emerald.spi.finding.Notice.of(
                    dev.emerald.spi.finding.NoticeKind.NOT_ANALYSED, "no engine yet")))
        .build();
  }

  /** Gathers what an analyzer is made of. */
  @SuppressWarnings("UnusedVariable")
  public static final class Builder {

    private final List<RulePack> packs = new ArrayList<>();
    private Configuration configuration = Configuration.defaults();
    private Executor executor = Runnable::run;
    private int parallelism = 1;
    private Limits limits = Limits.DEFAULT;
    private Cancellation cancellation = Cancellation.never();
    private @Nullable ProgressListener listener;

    private Builder() {}

    /**
     * Adds all packs that {@link java.util.ServiceLoader} finds. One that can't be loaded is left
     * out; every report says so.
     */
    public Builder packsFrom(ClassLoader loader) {
      Objects.requireNonNull(loader, "loader");
      return this;
    }

    /** Adds a pack. */
    public Builder pack(RulePack pack) {
      packs.add(Objects.requireNonNull(pack, "pack"));
      return this;
    }

    /** What to analyse and how to judge it. */
    public Builder configuration(Configuration configuration) {
      this.configuration = Objects.requireNonNull(configuration, "configuration");
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
      this.executor = Objects.requireNonNull(executor, "executor");
      if (parallelism < 1) {
        throw new IllegalArgumentException("parallelism is positive, not " + parallelism);
      }
      this.parallelism = parallelism;
      return this;
    }

    /** How much an analysis may take. */
    public Builder limits(Limits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** What says whether an analysis is to stop. */
    public Builder cancellation(Cancellation cancellation) {
      this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
      return this;
    }

    /** Who is told how far an analysis has come. */
    public Builder onProgress(ProgressListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * The analyzer.
     *
     * @throws ConfigurationException if the configuration names rules, packs or options that do not
     *     exist, two packs or two rules have one id, or a line of a model means nothing
     */
    public Analyzer build() {
      return new Analyzer(this);
    }
  }
}
