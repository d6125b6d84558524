package dev.emerald.core.internal.advisory;

import dev.emerald.spi.finding.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The base score of a vector of CVSS 3.0 and 3.1, as FIRST's specification has it (section 7). */
final class CvssScore {

  private CvssScore() {}

  /**
   * The severity that a vector stands for (section 5).
   *
   * @return empty if it is no vector of these versions
   */
  static Optional<Severity> severity(String vector) {
    double score = base(vector);
    if (score < 0) {
      return Optional.empty();
    }
    if (score >= 9) {
      return Optional.of(Severity.CRITICAL);
    }
    if (score >= 7) {
      return Optional.of(Severity.HIGH);
    }
    if (score >= 4) {
      return Optional.of(Severity.MEDIUM);
    }
    return Optional.of(score > 0 ? Severity.LOW : Severity.INFO);
  }

  /** The score from 0 to 10; -1 if the text is no vector of CVSS 3. */
  static double base(String vector) {
    if (!vector.startsWith("CVSS:3.") || vector.length() > 200) {
      return -1;
    }
    Map<String, String> metrics = new HashMap<>();
    for (String part : vector.split("/", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        metrics.put(part.substring(0, colon), part.substring(colon + 1));
      }
    }
    boolean changed = metrics.getOrDefault("S", "").equals("C");
    double vectorWeight = weight(metrics, "AV", "N0.85 A0.62 L0.55 P0.2");
    double complexity = weight(metrics, "AC", "L0.77 H0.44");
    double privileges = weight(metrics, "PR", changed ? "N0.85 L0.68 H0.5" : "N0.85 L0.62 H0.27");
    double interaction = weight(metrics, "UI", "N0.85 R0.62");
    double confidentiality = weight(metrics, "C", "H0.56 L0.22 N0");
    double integrity = weight(metrics, "I", "H0.56 L0.22 N0");
    double availability = weight(metrics, "A", "H0.56 L0.22 N0");
    double all =
        vectorWeight
            + complexity
            + privileges
            + interaction
            + confidentiality
            + integrity
            + availability;
    if (Double.isNaN(all)) {
      return -1;
    }
    double subscore = 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability);
    double impact =
        changed
            ? 7.52 * (subscore - 0.029) - 3.25 * Math.pow(subscore - 0.02, 15)
            : 6.42 * subscore;
    if (impact <= 0) {
      return 0;
    }
    double exploitability = 8.22 * vectorWeight * complexity * privileges * interaction;
    return roundedUp(Math.min(10, (changed ? 1.08 : 1) * (impact + exploitability)));
  }

  /** The weight of a metric's value, from a list of letters and weights; NaN if it is missing. */
  private static double weight(Map<String, String> metrics, String name, String weights) {
    String value = metrics.get(name);
    if (value != null && value.length() == 1) {
      for (String each : weights.split(" ", -1)) {
        if (each.startsWith(value)) {
          return Double.parseDouble(each.substring(1));
        }
      }
    }
    return Double.NaN;
  }

  private static double roundedUp(double score) {
    long hundredThousandths = Math.round(score * 100_000);
    return hundredThousandths % 10_000 == 0
        ? hundredThousandths / 100_000.0
        : (hundredThousandths / 10_000 + 1) / 10.0;
  }
}
