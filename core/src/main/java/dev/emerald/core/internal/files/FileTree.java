package dev.emerald.core.internal.files;

import dev.emerald.spi.finding.Notice;
import java.io.IOException;
import java.util.List;

/**
 * Where files come from: a folder on disk or texts in memory. Safe for use by several threads.
 *
 * <p>Paths are relative to the root and lie below it; the root itself is the empty path.
 */
public interface FileTree {

  /** What an entry of a folder is. */
  enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link, to whatever. */
    LINK,
    /** Anything else: a pipe, a socket, a device. */
    OTHER
  }

  /**
   * An entry of a folder.
   *
   * @param name without slashes
   */
  record Entry(String name, Kind kind) {}

  /**
   * The entries of a folder, by name in UTF-16 code unit order.
   *
   * @throws IOException if it cannot be listed
   */
  List<Entry> list(String folder) throws IOException;

  /** What is missing in the tree from the start. */
  default List<Notice> notices() {
    return List.of();
  }

  /**
   * Reads a file. Never throws: what went wrong is in the answer.
   *
   * @param limit how many bytes, or UTF-16 units of a text in memory, to read at most
   */
  FileText read(String path, long limit);
}
