package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Cancellation;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.Limits;
import dev.emerald.core.analysis.ProgressListener;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.config.Names;
import dev.emerald.core.internal.config.RulePlan;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.dispatch.FileLoop;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.dispatch.TableLoop;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.ModelTable;
import dev.emerald.core.internal.online.OnlineOptions;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What all analyses of an analyzer share: rules, settings, models, limits. Immutable, safe for use
 * by several threads.
 */
public final class Engine {

  private final RuleSet rules;
  private final ApiModels models;
  private final FlowModels flowModels;
  private final RulePlan plan;
  private final List<Notice> notices;
  private final Parts parts;

  /**
   * Makes an engine.
   *
   * @throws ConfigurationException for whatever is set up wrong
   */
  public Engine(Parts parts) {
    this.parts = new Parts(parts);
    rules = RuleSet.of(parts.packs);
    try {
      models = ApiModels.parse(rules.models());
      flowModels = ModelTable.parse(rules.models(), rules.entries(), models::canonicalPath);
    } catch (IllegalArgumentException e) {
      ConfigurationException mistake = new ConfigurationException(String.valueOf(e.getMessage()));
      mistake.initCause(e);
      throw mistake;
    }
    plan = plan(parts.settings, parts.settings);
    notices = new ArrayList<>(parts.notices);
    notices.addAll(rules.notices());
  }

  /** Analyses what lies at an origin. Never throws for what lies there. */
  public Report analyze(Origin origin) {
    return new Analysis(this, origin).run();
  }

  /**
   * Says why a rule does or does not report something at a line.
   *
   * @throws ConfigurationException if there is no such rule
   */
  public Explanation explain(Origin origin, String rule, String path, int line) {
    RuleEntry entry =
        rules
            .named(rule)
            .orElseThrow(
                () -> new ConfigurationException(Names.unknownNear("rule", rule, rules.ids())));
    return new Analysis(this, origin).explain(entry, path, line);
  }

  /** What the rules say of themselves that may be on, by id. */
  public List<RuleFacts> facts() {
    return plan.facts();
  }

  RulePlan plan() {
    return plan;
  }

  /** The plan with what a project says laid over. */
  RulePlan planWith(Settings project) {
    return plan(parts.settings.with(project), project);
  }

  /**
   * Where packages are looked up, it is of interest what the code uses of those that are affected.
   */
  private RulePlan plan(Settings settings, Settings naming) {
    boolean lookedUp =
        parts.online != null || !settings.advisories().isEmpty() || !naming.advisories().isEmpty();
    return new RulePlan(settings, rules, models::canonicalPath, lookedUp);
  }

  ApiModels models() {
    return models;
  }

  FlowModels flowModels() {
    return flowModels;
  }

  List<Notice> notices() {
    return notices;
  }

  Parts parts() {
    return parts;
  }

  /** What an engine is made of. */
  public static final class Parts {

    /** Where the rules come from. */
    public final List<RulePack> packs = new ArrayList<>();

    /** What goes into every report. */
    public final List<Notice> notices = new ArrayList<>();

    /** What to analyse and how to judge it. */
    public Settings settings = new Settings.Builder().build();

    /** Threads that help the caller's. */
    public Executor executor = Runnable::run;

    /** How many threads work at a time. */
    public int parallelism = 1;

    /** How much an analysis may take. */
    public Limits limits = Limits.DEFAULT;

    /** Whether to stop. */
    public Cancellation cancellation = Cancellation.never();

    /** Who is told how far an analysis has come. */
    public ProgressListener listener = (phase, done, total) -> {};

    /** Whom to ask on the network; null for nobody. */
    public @Nullable OnlineOptions online;

    /** How files are gone over. */
    public FileLoop loop = new TableLoop();

    /** What day it is. */
    public Clock clock = Clock.system(ZoneId.systemDefault());

    /** Defaults. */
    public Parts() {}

    private Parts(Parts other) {
      packs.addAll(other.packs);
      notices.addAll(other.notices);
      settings = other.settings;
      executor = other.executor;
      parallelism = other.parallelism;
      limits = other.limits;
      cancellation = other.cancellation;
      listener = other.listener;
      loop = other.loop;
      clock = other.clock;
      online = other.online;
    }
  }
}
