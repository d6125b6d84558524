package dev.emerald.core.internal.online;

import java.io.Serial;

/** Why a service could not be asked, or gave no usable answer; the message is for readers. */
final class LookupException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  LookupException(String message) {
    this(message, 0);
  }

  /**
   * For an answer.
   *
   * @param status of HTTP; 0 if there was no answer
   */
  LookupException(String message, int status) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The status of HTTP that was answered; 0 if there was no answer. */
  int status() {
    return status;
  }
}
