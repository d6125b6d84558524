package dev.emerald.spi.rule;

import java.util.List;

/**
 * The options of a rule, as configured or as declared. Every method throws {@link
 * IllegalArgumentException} for a name that the rule does not declare with that type. Implemented
 * by the engine alone.
 */
public interface RuleOptions {

  /** The value of an integer option. */
  int integer(String name);

  /** The value of a truth option. */
  boolean truth(String name);

  /** The value of a string option. */
  String string(String name);

  /** The value of an option that is a list of strings. */
  List<String> strings(String name);
}
