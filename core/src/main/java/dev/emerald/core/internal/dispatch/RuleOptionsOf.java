package dev.emerald.core.internal.dispatch;

import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleOptions;

/** Rules by number, as they are set for a file. */
public interface RuleOptionsOf {

  /** How many rules there are. */
  int count();

  /** What a rule says of itself. */
  RuleFacts facts(int rule);

  /** The options of a rule. */
  RuleOptions options(int rule);
}
