package dev.emerald.core.internal.config;

import dev.emerald.core.internal.dispatch.DispatchTable;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleOptionsOf;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.rule.RuleOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules as they are set for some paths. Immutable. */
public final class FilePlan implements RuleOptionsOf {

  private final List<RuleEntry> rules;
  private final boolean[] off;
  private final boolean[] chosen;
  private final Severity[] severity;
  private final OptionValues[] options;
  private final boolean test;
  private final DispatchTable table;

  private FilePlan(Builder builder, boolean usesWanted, UnaryOperator<String> canonical) {
    rules = builder.rules;
    off = builder.off;
    chosen = builder.chosen;
    severity = builder.severity;
    options = builder.options;
    test = builder.test;
    List<RuleEntry> on = new ArrayList<>();
    for (RuleEntry rule : rules) {
      if (isOn(rule.number())) {
        on.add(rule);
      }
    }
    table = new DispatchTable(on, usesWanted, canonical);
  }

  /** The subscriptions of the rules that are on. */
  public DispatchTable table() {
    return table;
  }

  /** Whether a rule looks at files like these. */
  public boolean isOn(int rule) {
    if (off[rule]) {
      return false;
    }
    Audience audience = rules.get(rule).facts().audience();
    return audience == Audience.EVERYTHING || (audience == Audience.TESTS) == test;
  }

  /** Whether a rule looks at files like these or, if these are tests, at such that are none. */
  public boolean mayBeOn(int rule) {
    return !off[rule];
  }

  /** The severity of a rule's findings. */
  public Severity severity(int rule) {
    return severity[rule];
  }

  /** Whether the configuration gives a rule its severity. */
  public boolean chosen(int rule) {
    return chosen[rule];
  }

  @Override
  public int count() {
    return rules.size();
  }

  @Override
  public RuleFacts facts(int rule) {
    return rules.get(rule).facts();
  }

  @Override
  public RuleOptions options(int rule) {
    return options[rule];
  }

  /** Gathers what is set. */
  static final class Builder {

    final List<RuleEntry> rules;
    final boolean test;
    final boolean[] off;
    final boolean[] chosen;
    final Severity[] severity;
    final OptionValues[] options;

    Builder(List<RuleEntry> rules, boolean test) {
      this.rules = rules;
      this.test = test;
      off = new boolean[rules.size()];
      chosen = new boolean[rules.size()];
      severity = new Severity[rules.size()];
      options = new OptionValues[rules.size()];
      for (RuleEntry rule : rules) {
        severity[rule.number()] = rule.facts().severity();
      }
    }

    FilePlan build(boolean usesWanted, UnaryOperator<String> canonical) {
      return new FilePlan(this, usesWanted, canonical);
    }
  }
}
