package dev.emerald.core.analysis;

import dev.emerald.core.internal.advisory.AdvisorySources;
import dev.emerald.spi.finding.Notice;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes an index of advisories, which is quick to read: to look packages up in a hundred thousand
 * advisories takes a fraction of a second.
 */
public final class AdvisoryIndex {

  private AdvisoryIndex() {}

  /**
   * Writes an index of advisories in the OSV format, as far as they are about npm packages. The
   * same advisories always give the same text.
   *
   * @param sources folders, zips or single files
   * @param out gets the index, to be kept as UTF-8
   * @param notices told of what could not be read
   * @return how many advisories are in it
   * @throws IOException if {@code out} throws it
   */
  public static long build(List<Path> sources, Writer out, Consumer<Notice> notices)
      throws IOException {
    return AdvisorySources.buildIndex(sources, out, notices);
  }
}
