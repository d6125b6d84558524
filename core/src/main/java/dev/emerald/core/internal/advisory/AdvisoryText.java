package dev.emerald.core.internal.advisory;

import dev.emerald.spi.finding.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How databases of advisories say things, in our words. */
public final class AdvisoryText {

  private static final int LONGEST_SUMMARY = 200;

  private static final Pattern FUNCTION =
      Pattern.compile("[A-Za-z_$][\\w$]{0,99}(?:\\.[A-Za-z_$][\\w$]{0,99}){0,9}");

  private AdvisoryText() {}

  /** A text as a summary: one line, not too long. */
  public static String summary(String text) {
    String summary = text.strip().replaceAll("\\p{Cntrl}", " ");
    return summary.length() > LONGEST_SUMMARY
        ? summary.substring(0, LONGEST_SUMMARY) + "…"
        : summary;
  }

  /**
   * A function of a package as a path of members, without the package itself: {@code
   * (lodash).template}, {@code lodash.template()} and {@code template} are {@code template}.
   *
   * @return empty if it is none
   */
  static String function(String packageName, String written) {
    String path = written.strip();
    if (path.startsWith("(") && path.indexOf(')') > 0) {
      path = path.substring(1).replaceFirst("\\)", "");
    }
    if (path.startsWith(packageName + ".") || path.startsWith(packageName + "/")) {
      path = path.substring(packageName.length() + 1);
    }
    path = path.endsWith("()") ? path.substring(0, path.length() - 2) : path;
    return FUNCTION.matcher(path).matches() ? path : "";
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
