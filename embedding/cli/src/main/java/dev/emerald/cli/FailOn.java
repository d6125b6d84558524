package dev.emerald.cli;

import dev.emerald.spi.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The severity from which on findings make a run fail. */
enum FailOn {
  INFO(Severity.INFO),
  LOW(Severity.LOW),
  MEDIUM(Severity.MEDIUM),
  HIGH(Severity.HIGH),
  CRITICAL(Severity.CRITICAL),
  /** No finding does. */
  NEVER(null);

  private final @Nullable Severity least;

  FailOn(@Nullable Severity least) {
    this.least = least;
  }

  /** Whether a finding of a severity makes a run fail. */
  boolean failedBy(Severity severity) {
    return least != null && severity.compareTo(least) >= 0;
  }

  /** As the command line spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
