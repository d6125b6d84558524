package dev.emerald.cli;

import java.util.Locale;

/** The formats of a report. */
enum Format {
  TEXT,
  JSON,
  SARIF;

  /** As the command line spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
