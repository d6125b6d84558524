package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.report.ReportedProject;
import dev.emerald.core.report.SbomReporter;
import dev.emerald.spi.finding.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code sbom}. */
@Command(
    name = "sbom",
    description = {
      "Writes a bill of materials of what a project's lock files install: CycloneDX 1.6 in JSON,"
          + " with hashes, licences where the lock file has them, and who asks for what. With"
          + " --advisories or --online it says what is known to be wrong with the packages, and how"
          + " far the project's code reaches that (VEX).",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    sortSynopsis = false,
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:done, whatever is known of the packages",
      "2:wrong usage or configuration, or a failure; standard error says which"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emerald sbom -o bom.json services/api",
      "  emerald sbom --advisories npm.idx -o bom.json services/api"
    })
final class SbomCommand implements Callable<Integer> {

  /** These alone ask for nothing but lock files; what the code uses is taken down besides. */
  private static final List<String> RULES =
      List.of("supply-known-vulnerable", "supply-known-malicious");

  private final Shell shell;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "The folder of the project. The current folder by default.")
  private Path path = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the bill to FILE, whole or not at all. Standard output by default.")
  private @Nullable Path output;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration; what the project's own emerald.json says is laid over it.")
  private @Nullable Path config;

  @Mixin private AdvisoryOptions advisories = new AdvisoryOptions();

  @Option(
      names = "--no-project-config",
      description =
          "Do not obey the project's own emerald.json, nor its .npmrc for --online: for code you do"
              + " not trust.")
  private boolean noProjectConfig;

  @Option(
      names = {"-q", "--quiet"},
      description = "Do not tell on standard error what could not be read or asked.")
  private boolean quiet;

  SbomCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path target = shell.resolve(path);
    if (!Files.isDirectory(target)) {
      throw new UsageException(path + " is no folder (looked for " + target + ")");
    }
    OutputFile file = output == null ? null : OutputFile.at(shell.resolve(output), output);
    Configuration.Builder configuration =
        config == null
            ? Configuration.builder()
            : Configuration.read(shell.resolve(config)).toBuilder();
    configuration.only(RULES);
    advisories.into(configuration, shell);
    if (noProjectConfig) {
      configuration.withoutProjectConfiguration();
    }
    Report report;
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      Analyzer.Builder builder =
          Analyzer.builder()
              .packsFrom(Main.class.getClassLoader())
              .configuration(configuration.build())
              .executor(workers.executor(), workers.parallelism());
      advisories.into(builder, !noProjectConfig, shell);
      report = builder.build().analyze(Input.folder(target));
    }
    List<ReportedProject> projects = List.of(ReportedProject.folder(shell.told(target), report));
    SbomReporter reporter = new SbomReporter(Main.version());
    if (file == null) {
      shell.print(out -> reporter.write(projects, out));
    } else {
      file.write(out -> reporter.write(projects, out));
    }
    if (!quiet) {
      tell(report);
    }
    return Main.CLEAN;
  }

  private void tell(Report report) {
    if (report.inventory().lockFiles().isEmpty()) {
      Main.tell(shell.err(), "there is no lock file: what is installed is not known");
    }
    for (Notice notice : report.notices()) {
      if (notice.gap()) {
        String where = notice.path().map(each -> each + ": ").orElse("");
        Main.tell(shell.err(), where + notice.message());
      }
    }
  }
}
