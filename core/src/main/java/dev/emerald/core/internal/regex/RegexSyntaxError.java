package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.RegexDiagnostic;

/**
 * Ends the reading of a pattern. Never leaves this package: the parser turns it into a diagnostic.
 * Without a stack trace, since invalid patterns are ordinary input.
 */
final class RegexSyntaxError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RegexDiagnostic.Kind kind;
  private final int offset;
  private final String text;

  RegexSyntaxError(RegexDiagnostic.Kind kind, int offset, String text) {
    super(text, null, false, false);
    this.kind = kind;
    this.offset = offset;
    this.text = text;
  }

  RegexDiagnostic.Kind kind() {
    return kind;
  }

  int offset() {
    return offset;
  }

  /** What is wrong, as a sentence without a full stop. */
  String text() {
    return text;
  }
}
