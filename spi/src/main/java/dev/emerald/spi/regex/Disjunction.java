package dev.emerald.spi.regex;

import java.util.List;

/**
 * A node that holds alternatives, those between {@code |}: the whole pattern, a group, a look-ahead
 * or look-behind. The alternatives are its children.
 *
 * <p>ECMA-262 §22.2.1, <em>Disjunction</em>.
 */
public sealed interface Disjunction extends RegexNode
    permits CapturingGroup, Group, LookaroundAssertion, Pattern {

  /** The alternatives, at least one, in the order in which they are tried. */
  List<Alternative> alternatives();

  @Override
  default int childCount() {
    return alternatives().size();
  }

  @Override
  default Alternative child(int index) {
    return alternatives().get(index);
  }
}
