package dev.emerald.spi.finding;

import java.util.Locale;

/** How sure an analysis is that a finding is one, from the least to the most. */
public enum Confidence {
  /** Rests on a guess, such as a name; shown by the audit profile only. */
  LOW,
  /** Rests on a convention that is nearly always kept. */
  MEDIUM,
  /** Rests on resolved names and values. */
  HIGH;

  /** The name in configuration and reports: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
