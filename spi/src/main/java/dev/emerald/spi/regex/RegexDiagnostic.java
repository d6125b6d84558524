package dev.emerald.spi.regex;

import java.util.Objects;

/**
 * Why a pattern has no tree.
 *
 * <p>Immutable. Only the engine makes diagnostics.
 */
public final class RegexDiagnostic {

  private final Kind kind;
  private final int offset;
  private final String message;

  RegexDiagnostic(Kind kind, int offset, String message) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.offset = offset;
    this.message = Objects.requireNonNull(message, "message");
  }

  /** Whose fault it is. More kinds may come; a {@code switch} needs a {@code default}. */
  public enum Kind {
    /** The pattern is not of the grammar, or breaks one of its early errors. */
    PATTERN,
    /** The flags are not valid: unknown, repeated, or {@code u} and {@code v} together. */
    FLAGS,
    /** The pattern may well be valid, but it is beyond what the engine reads. */
    LIMIT
  }

  /** Whose fault it is. */
  public Kind kind() {
    return kind;
  }

  /**
   * Where, in UTF-16 code units from the start of the pattern text; maps into a file as a node's
   * offset does (see {@link RegexNode}). A faulty flag is counted as it stands in a literal: the
   * first one at the pattern's length plus 1, past the closing slash.
   */
  public int offset() {
    return offset;
  }

  /** What is wrong, as a sentence without a full stop, in English. */
  public String message() {
    return message;
  }

  /** The offset and the message. */
  @Override
  public String toString() {
    return offset + ": " + message;
  }
}
