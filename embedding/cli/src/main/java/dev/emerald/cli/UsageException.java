package dev.emerald.cli;

/** Something the caller has to mend before anything can be done. The message is one line. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a message for the user.
   *
   * @param message the file or value, what is wrong with it, and the remedy
   */
  UsageException(String message) {
    super(message);
  }
}
