package dev.emerald.core.internal.config;

import dev.emerald.core.analysis.Configuration.Mode;
import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.internal.config.RuleSetting.OptionValue;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleSet;
import dev.emerald.core.internal.files.PathPatterns;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.rule.RuleFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What settings mean for the rules at hand: which are on for a path, how severe their findings are,
 * what their options are. All names are checked when it is made. Safe for use by several threads.
 */
public final class RulePlan {

  private final Settings settings;
  private final RuleSet rules;
  private final UnaryOperator<String> canonical;
  private final PathPatterns include;
  private final PathPatterns exclude;
  private final PathPatterns[] overridden;
  private final List<Ignore> ignores;
  private final @Nullable BitSet allowed;
  private final boolean usesWanted;
  private final Map<BitSet, FilePlan> production = new ConcurrentHashMap<>();
  private final Map<BitSet, FilePlan> tests = new ConcurrentHashMap<>();

  /**
   * An entry of {@code ignore}, ready for use.
   *
   * @param rule number of the rule; -1 for all
   * @param paths null for all
   */
  public record Ignore(int rule, @Nullable PathPatterns paths, IgnoreEntry entry) {

    /** Whether it is about a finding. */
    public boolean covers(int ruleNumber, String path) {
      return (rule < 0 || rule == ruleNumber) && (paths == null || paths.coversFile(path));
    }
  }

  /**
   * Checks settings against rules.
   *
   * @param canonical the name that stands for an API, wherever it has several
   * @param usesWanted whether uses of APIs are taken down though no rule asks for them
   * @throws ConfigurationException if they name something that is not there
   */
  public RulePlan(
      Settings settings, RuleSet rules, UnaryOperator<String> canonical, boolean usesWanted) {
    this.settings = settings;
    this.rules = rules;
    this.canonical = canonical;
    include = patterns(settings.include(), Place.PROGRAM);
    exclude = patterns(settings.exclude(), Place.PROGRAM);
    settings.rules().forEach(this::check);
    overridden = new PathPatterns[settings.overrides().size()];
    for (int i = 0; i < overridden.length; i++) {
      PathSettings override = settings.overrides().get(i);
      overridden[i] = patterns(override.files(), override.place());
      override.rules().forEach(this::check);
    }
    ignores = new ArrayList<>();
    for (IgnoreEntry entry : settings.ignores()) {
      RuleEntry rule = entry.rule() == null ? null : require(entry.rule(), entry.place());
      if (rule != null && !rules.runs(rule)) {
        continue;
      }
      PathPatterns paths =
          entry.path() == null ? null : patterns(List.of(entry.path()), entry.place());
      ignores.add(new Ignore(rule == null ? -1 : rule.number(), paths, entry));
    }
    allowed = allowed();
    this.usesWanted = usesWanted || rules.entries().stream().anyMatch(this::asksAboutProject);
    filePlan(new BitSet(), false);
  }

  private boolean asksAboutProject(RuleEntry rule) {
    return !rule.projects().isEmpty() && (allowed == null || allowed.get(rule.number()));
  }

  private static PathPatterns patterns(List<String> patterns, Place place) {
    try {
      return PathPatterns.of(patterns);
    } catch (IllegalArgumentException e) {
      ConfigurationException mistake =
          new ConfigurationException(String.valueOf(e.getMessage()), place.file(), place.line());
      mistake.initCause(e);
      throw mistake;
    }
  }

  /** The rules that packs and the choice of rules leave; null for all. */
  private @Nullable BitSet allowed() {
    if (settings.packs().isEmpty() && settings.only().isEmpty()) {
      return null;
    }
    BitSet all = new BitSet();
    List<String> packs = new ArrayList<>();
    for (Settings.Named pack : settings.packs()) {
      if (!rules.packs().contains(pack.name())) {
        throw Names.mistake("pack", pack.name(), rules.packs(), pack.place());
      }
      packs.add(pack.name());
    }
    for (RuleEntry rule : rules.entries()) {
      if (packs.isEmpty() || packs.contains(rule.pack())) {
        all.set(rule.number());
      }
    }
    if (!settings.only().isEmpty()) {
      BitSet only = new BitSet();
      for (Settings.Named rule : settings.only()) {
        RuleEntry entry = require(rule.name(), rule.place());
        if (rules.runs(entry)) {
          only.set(entry.number());
        }
      }
      all.and(only);
    }
    return all;
  }

  private RuleEntry require(String id, Place place) {
    return rules.named(id).orElseThrow(() -> Names.mistake("rule", id, rules.ids(), place));
  }

  private void check(RuleSetting setting) {
    RuleEntry rule = require(setting.id(), setting.place());
    OptionValues.declared(rule.facts()).with(rule.facts(), setting.options());
  }

  /** What was written. */
  public Settings settings() {
    return settings;
  }

  /** The rules at hand. */
  public RuleSet rules() {
    return rules;
  }

  /** What to take in. */
  public PathPatterns include() {
    return include;
  }

  /** What to leave out. */
  public PathPatterns exclude() {
    return exclude;
  }

  /** The entries of {@code ignore}. */
  public List<Ignore> ignores() {
    return ignores;
  }

  /** How packages are taken. */
  public Mode mode() {
    Mode mode = settings.mode();
    return mode == null ? Mode.AUTO : mode;
  }

  /** The rules that may be on for some path, by id. */
  public List<RuleFacts> facts() {
    FilePlan plan = filePlan(new BitSet(), false);
    List<RuleFacts> facts = new ArrayList<>();
    for (RuleEntry rule : rules.entries()) {
      boolean on = plan.mayBeOn(rule.number());
      for (PathSettings override : settings.overrides()) {
        on |= override.rules().stream().anyMatch(s -> !s.isOff() && isMeant(s, rule));
      }
      if (on && (allowed == null || allowed.get(rule.number()))) {
        facts.add(rule.facts());
      }
    }
    return facts;
  }

  private boolean isMeant(RuleSetting setting, RuleEntry rule) {
    return require(setting.id(), setting.place()) == rule;
  }

  /**
   * What is meant for a path.
   *
   * @param test whether the path is that of a test
   */
  public FilePlan forPath(String path, boolean test) {
    BitSet matching = new BitSet();
    for (int i = 0; i < overridden.length; i++) {
      if (overridden[i].coversFile(path)) {
        matching.set(i);
      }
    }
    return filePlan(matching, test);
  }

  /** What is meant where no override matches. */
  public FilePlan everywhere() {
    return filePlan(new BitSet(), false);
  }

  private FilePlan filePlan(BitSet matching, boolean test) {
    return (test ? tests : production).computeIfAbsent(matching, key -> make(key, test));
  }

  private FilePlan make(BitSet matching, boolean test) {
    int count = rules.entries().size();
    FilePlan.Builder plan = new FilePlan.Builder(rules.entries(), test);
    for (int i = 0; i < count; i++) {
      plan.options[i] = OptionValues.declared(rules.entries().get(i).facts());
    }
    settings.rules().forEach(setting -> lay(plan, setting));
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      settings.overrides().get(i).rules().forEach(setting -> lay(plan, setting));
    }
    if (allowed != null) {
      for (int i = 0; i < count; i++) {
        plan.off[i] |= !allowed.get(i);
      }
    }
    return plan.build(usesWanted, canonical);
  }

  private void lay(FilePlan.Builder plan, RuleSetting setting) {
    RuleEntry rule = require(setting.id(), setting.place());
    if (!rules.runs(rule)) {
      return;
    }
    int number = rule.number();
    plan.off[number] = setting.isOff();
    if (setting.severity() != null) {
      plan.severity[number] = setting.severity();
      plan.chosen[number] = true;
    }
    Map<String, OptionValue> options = setting.options();
    plan.options[number] = plan.options[number].with(rule.facts(), options);
  }

  /**
   * Whether the profile shows a finding.
   *
   * @param chosen whether the configuration gives the rule its severity
   */
  public boolean shows(Severity severity, Confidence confidence, boolean chosen) {
    Profile profile = settings.profile() == null ? Profile.RECOMMENDED : settings.profile();
    return switch (profile) {
      case RECOMMENDED -> confidence != Confidence.LOW && (chosen || severity != Severity.INFO);
      case STRICT -> confidence != Confidence.LOW;
      case AUDIT -> true;
    };
  }
}
