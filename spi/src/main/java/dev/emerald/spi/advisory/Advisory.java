package dev.emerald.spi.advisory;

import dev.emerald.spi.finding.Severity;
import java.util.List;
import java.util.Objects;

/** What somebody has published on a package. Immutable. */
public final class Advisory {

  private final String id;
  private final List<String> aliases;
  private final String summary;
  private final Severity severity;
  private final boolean malicious;
  private final List<String> functions;

  /**
   * For the engine.
   *
   * @param aliases its ids in other databases
   * @param malicious whether the package was made to do harm
   */
  public Advisory(
      String id, List<String> aliases, String summary, Severity severity, boolean malicious) {
    this(id, aliases, summary, severity, malicious, List.of());
  }

  /**
   * For the engine.
   *
   * @param aliases its ids in other databases
   * @param malicious whether the package was made to do harm
   * @param functions what of the package is weak
   */
  public Advisory(
      String id,
      List<String> aliases,
      String summary,
      Severity severity,
      boolean malicious,
      List<String> functions) {
    this.functions = List.copyOf(functions);
    this.id = Objects.requireNonNull(id, "id");
    this.aliases = List.copyOf(aliases);
    this.summary = Objects.requireNonNull(summary, "summary");
    this.severity = Objects.requireNonNull(severity, "severity");
    this.malicious = malicious;
  }

  /** The id, such as {@code GHSA-xxxx-xxxx-xxxx}. */
  public String id() {
    return id;
  }

  /** The ids under which other databases have it, such as {@code CVE-2020-8203}. */
  public List<String> aliases() {
    return aliases;
  }

  /** What it is about, in one line; empty if nobody says. */
  public String summary() {
    return summary;
  }

  /**
   * How severe it is: what its database says, or else the base score of CVSS 3, or else {@link
   * Severity#MEDIUM}; of a malicious package {@link Severity#CRITICAL}.
   */
  public Severity severity() {
    return severity;
  }

  /** Whether the package was made to do harm, or was changed to. */
  public boolean isMalicious() {
    return malicious;
  }

  /**
   * What of the package is weak, as paths of members from what its module gives, such as {@code
   * template} or {@code Parser.parse}; empty where the advisory does not say, or all of it is.
   */
  public List<String> functions() {
    return functions;
  }

  /** The id. */
  @Override
  public String toString() {
    return id;
  }
}
