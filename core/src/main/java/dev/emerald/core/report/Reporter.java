package dev.emerald.core.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes what analyses say in one format. For users to implement: it gains no abstract methods
 * before a major release.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 */
public interface Reporter {

  /**
   * Writes one document.
   *
   * @param projects what was analysed in one run, in the order of the document
   * @param out gets characters, to be encoded in UTF-8; it is flushed and not closed
   * @throws IOException what {@code out} throws
   */
  void write(List<ReportedProject> projects, Writer out) throws IOException;
}
