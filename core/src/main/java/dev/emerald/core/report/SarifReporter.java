package dev.emerald.core.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/**
 * A log in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS Standard), for code
 * scanning services and editors.
 *
 * <p>One run holds all projects. Places are relative to the folder that the reader stands in, named
 * {@value SarifRun#BASE} as code scanning services expect it. Each result carries its fingerprint
 * under {@code emerald/v1}; suppressed findings are results with a suppression; notices are
 * notifications of the one invocation.
 */
public final class SarifReporter implements Reporter {

  private final String version;

  /**
   * A reporter.
   *
   * @param version of the tool, as the log tells it
   */
  public SarifReporter(String version) {
    this.version = Objects.requireNonNull(version, "version");
  }

  @Override
  public void write(List<ReportedProject> projects, Writer out) throws IOException {
    ReportedRun run = new ReportedRun(projects);
    JsonText.write(
        out,
        json ->
            json.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .string("version", "2.1.0")
                .objects("runs", List.of(run), one -> new SarifRun(json, one, version).write()));
  }
}
