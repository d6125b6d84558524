package dev.emerald.core.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many sources were not looked at, for one reason. Immutable, equal by value.
 *
 * <p>What is left out by intention is no gap. What could not be read is counted here too and comes
 * with a notice of its own.
 */
public final class LeftOut {

  private final String reason;
  private final int files;
  private final int folders;

  /**
   * For the engine.
   *
   * @param reason see {@link #reason()}
   */
  public LeftOut(String reason, int files, int folders) {
    this.reason = Objects.requireNonNull(reason, "reason");
    this.files = files;
    this.folders = folders;
  }

  /** The reason in a few words that go after a number of files, such as {@code minified}. */
  public String reason() {
    return reason;
  }

  /** How many source files. */
  public int files() {
    return files;
  }

  /** How many folders that were not looked into. */
  public int folders() {
    return folders;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LeftOut that
        && reason.equals(that.reason)
        && files == that.files
        && folders == that.folders;
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, files, folders);
  }

  /** Such as {@code 2 files and 1 folder minified}. */
  @Override
  public String toString() {
    String inFiles = files == 0 ? "" : files + (files == 1 ? " file" : " files");
    String inFolders = folders == 0 ? "" : folders + (folders == 1 ? " folder" : " folders");
    String and = inFiles.isEmpty() || inFolders.isEmpty() ? "" : " and ";
    return inFiles + and + inFolders + " " + reason;
  }
}
