package dev.emerald.core.internal.advisory;

import dev.emerald.spi.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** How databases of advisories say things, in our words. */
public final class AdvisoryText {

  private static final int LONGEST_SUMMARY = 200;

  private AdvisoryText() {}

  /** A text as a summary: one line, not too long. */
  public static String summary(String text) {
    String summary = text.strip().replaceAll("\\p{Cntrl}", " ");
    return summary.length() > LONGEST_SUMMARY
        ? summary.substring(0, LONGEST_SUMMARY) + "…"
        : summary;
  }

  /** The severity that a database calls by a name. */
  public static Optional<Severity> severity(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CRITICAL" -> Optional.of(Severity.CRITICAL);
      case "HIGH" -> Optional.of(Severity.HIGH);
      case "MODERATE", "MEDIUM" -> Optional.of(Severity.MEDIUM);
      case "LOW" -> Optional.of(Severity.LOW);
      case "INFO", "NONE" -> Optional.of(Severity.INFO);
      default -> Optional.empty();
    };
  }
}
