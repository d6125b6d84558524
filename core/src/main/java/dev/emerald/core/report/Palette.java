package dev.emerald.core.report;

import dev.emerald.spi.finding.Severity;

/**
 * Colours of the text report, as ECMA-48 sequences that every terminal knows.
 *
 * @param color whether to use any
 */
record Palette(boolean color) {

  String file(String text) {
    return paint("1;4", text);
  }

  String heading(String text) {
    return paint("1", text);
  }

  String aside(String text) {
    return paint("2", text);
  }

  String severity(Severity severity, String text) {
    return paint(code(severity), text);
  }

  private static String code(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "1;31";
      case HIGH -> "31";
      case MEDIUM -> "33";
      case LOW -> "36";
      case INFO -> "34";
    };
  }

  private String paint(String code, String text) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
