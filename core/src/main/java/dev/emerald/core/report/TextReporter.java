package dev.emerald.core.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A report for people: findings by file, each with its line of source and a mark under the code in
 * question, then notices, then a summary whose last line says how many files were read, how many
 * were not and why.
 *
 * <p>What a terminal would act on, in sources, names or messages, is shown as an escape.
 */
public final class TextReporter implements Reporter {

  private static final int LEAST_WIDTH = 40;

  private final Glyphs glyphs;
  private final boolean color;
  private final boolean findingsOnly;
  private final int width;

  private TextReporter(Glyphs glyphs, boolean color, boolean findingsOnly, int width) {
    this.glyphs = glyphs;
    this.color = color;
    this.findingsOnly = findingsOnly;
    this.width = width;
  }

  /** Unicode, without colour, lines of source cut to 100 columns. */
  public static TextReporter plain() {
    return new TextReporter(Glyphs.UNICODE, false, false, 100);
  }

  /** This reporter in ASCII alone: other characters appear as escapes. */
  public TextReporter inAscii() {
    return new TextReporter(Glyphs.ASCII, color, findingsOnly, width);
  }

  /** This reporter with the escape sequences that colour the text on a terminal. */
  public TextReporter inColor() {
    return new TextReporter(glyphs, true, findingsOnly, width);
  }

  /** This reporter without notices and summary; it writes nothing if there are no findings. */
  public TextReporter findingsOnly() {
    return new TextReporter(glyphs, color, true, width);
  }

  /**
   * This reporter with another width of excerpts.
   *
   * @param columns of a line of source that are shown; at least 40
   * @throws IllegalArgumentException if that is less than 40
   */
  public TextReporter withWidth(int columns) {
    if (columns < LEAST_WIDTH) {
      throw new IllegalArgumentException("at least 40 columns, not " + columns);
    }
    return new TextReporter(glyphs, color, findingsOnly, columns);
  }

  @Override
  public void write(List<ReportedProject> projects, Writer out) throws IOException {
    ReportedRun run = new ReportedRun(projects);
    TextDocument document = new TextDocument(out, glyphs, new Palette(color), width);
    document.findings(run);
    if (!findingsOnly) {
      document.notices(run);
      document.summary(run);
    }
    out.flush();
  }
}
