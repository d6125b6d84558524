package dev.emerald.spi.finding;

import java.util.Locale;
import java.util.Optional;

/** How much harm a flaw can do, from the least to the most. */
public enum Severity {
  /** Worth knowing; does no harm by itself. */
  INFO,
  /** Weakens a defence that others stand behind. */
  LOW,
  /** Harmful under conditions an attacker does not control. */
  MEDIUM,
  /** Harmful by itself to data, users or availability. */
  HIGH,
  /** Gives an outsider the system or its secrets. */
  CRITICAL;

  /** The name in configuration and reports: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity with a label.
   *
   * @param label as {@link #label()} gives it
   */
  public static Optional<Severity> ofLabel(String label) {
    for (Severity severity : values()) {
      if (severity.label().equals(label)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
