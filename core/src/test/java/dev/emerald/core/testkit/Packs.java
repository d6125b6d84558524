package dev.emerald.core.testkit;

import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import java.util.List;

/** Packs for tests. */
final class Packs {

  private Packs() {}

  static RulePack of(Rule... rules) {
    return new RulePack() {
      @Override
      public String id() {
        return "test";
      }

      @Override
      public List<Rule> rules() {
        return List.of(rules);
      }
    };
  }
}
