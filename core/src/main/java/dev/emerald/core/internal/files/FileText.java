package dev.emerald.core.internal.files;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What reading a file gave: its text, or why there is none. */
public final class FileText {

  private final String text;
  private final boolean cut;
  private final @Nullable LeftOutReason failure;
  private final String message;

  private FileText(String text, boolean cut, @Nullable LeftOutReason failure, String message) {
    this.text = text;
    this.cut = cut;
    this.failure = failure;
    this.message = message;
  }

  /**
   * A text.
   *
   * @param cut whether the file goes on beyond it
   */
  static FileText of(String text, boolean cut) {
    return new FileText(Objects.requireNonNull(text, "text"), cut, null, "");
  }

  /**
   * No text.
   *
   * @param message a sentence without a full stop at the end
   */
  static FileText failed(LeftOutReason reason, String message) {
    return new FileText("", false, Objects.requireNonNull(reason, "reason"), message);
  }

  /** The decoded text, without a byte order mark; empty if reading failed. */
  public String text() {
    return text;
  }

  /** Whether the file goes on beyond the text, since it is larger than the limit. */
  public boolean cut() {
    return cut;
  }

  /** Why there is no text; null if there is one. */
  public @Nullable LeftOutReason failure() {
    return failure;
  }

  /** What went wrong, as a sentence without a full stop; empty if nothing did. */
  public String message() {
    return message;
  }
}
