package dev.emerald.core.internal.regex.backtracking;

/**
 * Ends the analysis of a pattern that is beyond a limit or not wholly understood. Has no stack
 * trace: it is a way out, not a fault.
 */
public final class NotDecidable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotDecidable(String reason) {
    super(reason, null, false, false);
  }

  /** The work would take more steps than are allowed. */
  public static NotDecidable limit(String what) {
    return new NotDecidable("The expression has too many " + what);
  }

  /** A class whose members are not known, or which matches several characters. */
  public static NotDecidable unknownCharacters() {
    return new NotDecidable("The expression has a class whose members are not known");
  }

  /** What the reader is told. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
