package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.report.ReportedProject;
import dev.emerald.core.report.RoadmapReporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code roadmap}. */
@Command(
    name = "roadmap",
    description = {
      "Says how a project stands on each of the 31 items of the security roadmap: met with the"
          + " evidence, gaps with the findings, not assessed or not applicable with the reason.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    sortSynopsis = false,
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:done, whatever the verdicts are",
      "2:wrong usage or configuration, or a failure; standard error says which"
    })
final class RoadmapCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "The folder of the project. The current folder by default.")
  private Path path = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text or json. text by default.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report to FILE, whole or not at all. Standard output by default.")
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
      names = "--no-suppressions",
      description = "Do not obey comments that silence findings: for code you do not trust.")
  private boolean noSuppressions;

  @Option(names = "--no-color", description = "No colour, on a terminal too.")
  private boolean noColor;

  RoadmapCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (format == Format.SARIF) {
      throw new UsageException("roadmap writes text or json; emerald scan -f sarif has it too");
    }
    Path target = shell.resolve(path);
    if (!Files.isDirectory(target)) {
      throw new UsageException(path + " is no folder (looked for " + target + ")");
    }
    OutputFile file = output == null ? null : OutputFile.at(shell.resolve(output), output);
    Configuration.Builder configuration =
        config == null
            ? Configuration.builder()
            : Configuration.read(shell.resolve(config)).toBuilder();
    advisories.into(configuration, shell);
    // What is only worth knowing is advice.
    configuration.profile(Configuration.Profile.STRICT);
    if (noProjectConfig) {
      configuration.withoutProjectConfiguration();
    }
    if (noSuppressions) {
      configuration.withoutSuppressionComments();
    }
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      Analyzer.Builder builder =
          Analyzer.builder()
              .packsFrom(Main.class.getClassLoader())
              .configuration(configuration.build())
              .executor(workers.executor(), workers.parallelism());
      advisories.into(builder, !noProjectConfig, shell);
      Analyzer analyzer = builder.build();
      List<ReportedProject> projects =
          List.of(
              ReportedProject.folder(shell.told(target), analyzer.analyze(Input.folder(target))));
      RoadmapReporter reporter = reporter(file == null);
      if (file == null) {
        shell.print(out -> reporter.write(projects, out));
      } else {
        file.write(out -> reporter.write(projects, out));
      }
    }
    return Main.CLEAN;
  }

  private RoadmapReporter reporter(boolean toStandardOutput) {
    if (format == Format.JSON) {
      return RoadmapReporter.json();
    }
    RoadmapReporter reporter = RoadmapReporter.text();
    Terminal terminal = shell.terminal();
    if (toStandardOutput && terminal.showsColor() && !noColor) {
      reporter = reporter.inColor();
    }
    return toStandardOutput && terminal.asciiOnly() ? reporter.inAscii() : reporter;
  }
}
