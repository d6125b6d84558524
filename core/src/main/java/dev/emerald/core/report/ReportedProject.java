package dev.emerald.core.report;

import dev.emerald.core.analysis.Report;
import java.util.Objects;

/** A project's report and where the project lies, as readers of the document know it. Immutable. */
public final class ReportedProject {

  private final String path;
  private final String prefix;
  private final Report report;

  private ReportedProject(String path, String prefix, Report report) {
    this.path = path;
    this.prefix = prefix;
    this.report = Objects.requireNonNull(report, "report");
  }

  /**
   * A folder that was analysed.
   *
   * @param path relative to the folder that the reader stands in, {@code /} between the segments;
   *     {@code .} for that folder itself. An absolute path, such as {@code C:/app}, is kept as it
   *     is
   */
  public static ReportedProject folder(String path, Report report) {
    return new ReportedProject(path.isEmpty() ? "." : path, prefix(path), report);
  }

  /**
   * A single file that was analysed.
   *
   * @param path as for {@link #folder}
   */
  public static ReportedProject file(String path, Report report) {
    int slash = path.lastIndexOf('/');
    return new ReportedProject(path, path.substring(0, slash + 1), report);
  }

  /** The folder or file. */
  public String path() {
    return path;
  }

  /** What the analysis says. */
  public Report report() {
    return report;
  }

  /**
   * A path of the report as readers of the document know it.
   *
   * @param reported relative to the root of the project
   */
  public String pathOf(String reported) {
    return prefix + reported;
  }

  /** The path. */
  @Override
  public String toString() {
    return path;
  }

  private static String prefix(String path) {
    if (path.isEmpty() || path.equals(".")) {
      return "";
    }
    return path.endsWith("/") ? path : path + "/";
  }
}
