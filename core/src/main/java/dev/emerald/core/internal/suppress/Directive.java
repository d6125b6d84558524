package dev.emerald.core.internal.suppress;

import dev.emerald.spi.source.Location;
import java.util.List;

/**
 * A comment that silences findings: some rules, or all, from a line to a line. For use by one
 * thread at a time.
 */
public final class Directive {

  private final Location location;
  private final List<String> rules;
  private final String reason;
  private final int firstLine;
  private int lastLine;
  private final boolean[] used;

  Directive(Location location, List<String> rules, String reason, int firstLine, int lastLine) {
    this.location = location;
    this.rules = List.copyOf(rules);
    this.reason = reason;
    this.firstLine = firstLine;
    this.lastLine = lastLine;
    this.used = new boolean[Math.max(1, rules.size())];
  }

  /** The comment. */
  public Location location() {
    return location;
  }

  /** The rules it names, current or former ids; empty for all. */
  public List<String> rules() {
    return rules;
  }

  /** Why, in the author's words; empty if they did not say. */
  public String reason() {
    return reason;
  }

  int firstLine() {
    return firstLine;
  }

  int lastLine() {
    return lastLine;
  }

  void endAt(int line) {
    lastLine = line;
  }

  /** Marks that a rule it names, by its place in {@link #rules()}, had a finding there. */
  void use(int rule) {
    used[rule] = true;
  }

  /** Whether a rule it names, by its place in {@link #rules()}, had a finding there. */
  public boolean used(int rule) {
    return used[rule];
  }
}
