package dev.emerald.core.internal.dispatch;

import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules of an analyzer, by id, with what they asked to see. Immutable once it is made. */
public final class RuleSet {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<RuleEntry> entries;
  private final Map<String, RuleEntry> byName;
  private final List<String> packs;
  private final List<ApiModel> models;
  private final List<Notice> notices;

  private RuleSet(
      List<RuleEntry> entries,
      Map<String, RuleEntry> byName,
      List<String> packs,
      List<ApiModel> models,
      List<Notice> notices) {
    this.entries = List.copyOf(entries);
    this.byName = Map.copyOf(byName);
    this.packs = List.copyOf(packs);
    this.models = List.copyOf(models);
    this.notices = List.copyOf(notices);
  }

  /**
   * The rules of some packs. A pack or a rule that throws is left out, and a notice says so.
   *
   * @throws ConfigurationException if two packs or two rules have one id, or an id is malformed
   */
  public static RuleSet of(List<RulePack> packs) {
    Map<String, RulePack> packById = new TreeMap<>();
    List<Candidate> candidates = new ArrayList<>();
    List<ApiModel> models = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (RulePack pack : packs) {
      try {
        String id = pack.id();
        requireId("pack", id, pack);
        RulePack other = packById.putIfAbsent(id, pack);
        if (other != null) {
          throw new ConfigurationException(
              "two packs are called '%s': %s and %s; use one of them"
                  .formatted(id, other.getClass().getName(), pack.getClass().getName()));
        }
        List<Candidate> rules = new ArrayList<>();
        for (Rule rule : pack.rules()) {
          candidate(id, rule, notices).ifPresent(rules::add);
        }
        models.addAll(pack.models());
        candidates.addAll(rules);
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        if (e instanceof ConfigurationException mistake) {
          throw mistake;
        }
        notices.add(
            Notice.of(
                NoticeKind.PACK_FAILED,
                "pack " + pack.getClass().getName() + " could not be used: " + e));
      }
    }
    candidates.sort(Comparator.comparing(candidate -> candidate.facts.id()));
    return register(candidates, List.copyOf(packById.keySet()), models, notices);
  }

  private record Candidate(String pack, Rule rule, RuleFacts facts) {}

  private static Optional<Candidate> candidate(String pack, Rule rule, List<Notice> notices) {
    try {
      RuleFacts facts = rule.facts();
      requireId("rule", facts.id(), rule);
      return Optional.of(new Candidate(pack, rule, facts));
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      if (e instanceof ConfigurationException mistake) {
        throw mistake;
      }
      notices.add(
          Notice.of(
              NoticeKind.RULE_FAILED,
              "rule " + rule.getClass().getName() + " of pack '" + pack + "' is off: " + e));
      return Optional.empty();
    }
  }

  private static void requireId(String what, String id, Object owner) {
    if (id.length() > 100 || !ID.matcher(id).matches()) {
      throw new ConfigurationException(
          "a %s of class %s is called '%s'; ids are lower-case words and digits joined by dashes"
              .formatted(what, owner.getClass().getName(), id));
    }
  }

  private static RuleSet register(
      List<Candidate> candidates, List<String> packs, List<ApiModel> models, List<Notice> notices) {
    List<RuleEntry> entries = new ArrayList<>();
    Map<String, RuleEntry> byName = new HashMap<>();
    for (Candidate candidate : candidates) {
      RuleEntry entry = new RuleEntry(entries.size(), candidate.facts, candidate.pack);
      RuleEntry other = byName.putIfAbsent(candidate.facts.id(), entry);
      if (other != null) {
        throw new ConfigurationException(
            "two rules are called '%s', one of pack '%s' and one of pack '%s'; use one of them"
                .formatted(candidate.facts.id(), other.pack(), candidate.pack));
      }
      RuleEntry.Registration hooks = entry.new Registration();
      try {
        candidate.rule.register(hooks);
        hooks.close();
        entries.add(entry);
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        // Its number is given to the next one; its id stays known, so that naming it is no mistake.
        hooks.close();
        notices.add(
            Notice.of(NoticeKind.RULE_FAILED, "rule '" + candidate.facts.id() + "' is off: " + e));
      }
    }
    for (RuleEntry entry : entries) {
      for (String former : entry.facts().formerIds()) {
        byName.putIfAbsent(former, entry);
      }
    }
    return new RuleSet(entries, byName, packs, models, notices);
  }

  /** The rules, by id; the place of each is its number. */
  public List<RuleEntry> entries() {
    return entries;
  }

  /** The rule with an id, be it a former one. A rule that failed to register is found too. */
  public Optional<RuleEntry> named(String id) {
    return Optional.ofNullable(byName.get(id));
  }

  /** Whether a rule is one of {@link #entries()} and not one that failed to register. */
  public boolean runs(RuleEntry entry) {
    return entry.number() < entries.size() && entries.get(entry.number()) == entry;
  }

  /** The ids of the rules. */
  public List<String> ids() {
    return entries.stream().map(entry -> entry.facts().id()).toList();
  }

  /** The ids of the packs. */
  public List<String> packs() {
    return packs;
  }

  /** What the packs know about libraries. */
  public List<ApiModel> models() {
    return models;
  }

  /** Which packs and rules could not be used. */
  public List<Notice> notices() {
    return notices;
  }
}
