package dev.emerald.spi.rule;

import java.util.List;

/**
 * Rules that come together. Found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/dev.emerald.spi.rule.RulePack}, and in {@code provides} of the module if there
 * is one. Needs a public constructor without parameters.
 */
public interface RulePack {

  /** The name of the pack in configuration and messages: lower case, digits and dashes. */
  String id();

  /** The rules, in any order. Ids of rules are unique over all packs of an analyzer. */
  List<Rule> rules();

  /** What the pack knows about libraries. */
  default List<ApiModel> models() {
    return List.of();
  }
}
