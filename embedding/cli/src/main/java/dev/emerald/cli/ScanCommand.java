package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.report.JsonReporter;
import dev.emerald.core.report.ReportedProject;
import dev.emerald.core.report.Reporter;
import dev.emerald.core.report.SarifReporter;
import dev.emerald.core.report.TextReporter;
import dev.emerald.spi.finding.Finding;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code scan}. */
@Command(
    name = "scan",
    description = {
      "Analyses projects and reports what was found, and what could not be looked at.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    sortSynopsis = false,
    usageHelpAutoWidth = false,
    synopsisHeading = "Usage: ",
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:nothing was found at or above --fail-on",
      "1:something was found",
      "2:wrong usage or configuration, or a failure; standard error says which"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emerald scan                              the current folder",
      "  emerald scan services/api services/web    two projects, one report",
      "  emerald scan -f sarif -o emerald.sarif    for a code scanning service",
      "  emerald scan --fail-on never --rule no-eval src",
      "",
      "What is left out by default (node_modules, minified and generated files, what",
      ".gitignore names) is counted in the summary; --include takes it in. A project's",
      "emerald.json is obeyed. NO_COLOR is obeyed."
    })
final class ScanCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 256;

  private final Shell shell;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Folders, each a project of its own, or single files, which are analysed whatever they"
              + " are called. The current folder by default.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. ${DEFAULT-VALUE} by default.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report to FILE, whole or not at all. Standard output by default.")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit with 1 if there is a finding of this severity or above:"
              + " ${COMPLETION-CANDIDATES}. ${DEFAULT-VALUE} by default.")
  private FailOn failOn = FailOn.HIGH;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "How much is shown: recommended, strict (also what is only worth knowing), audit (also"
              + " what rests on a guess).")
  private @Nullable ProfileName profile;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      split = ",",
      description = "Run this rule alone; can be repeated. emerald rules lists all.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description =
          "Take in what is left out by default, such as 'node_modules/**'; can be repeated."
              + " Patterns are those of .gitignore.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave files out; can be repeated, and has the last word.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A configuration for all projects of the run; what a project's own emerald.json says is"
              + " laid over it.")
  private @Nullable Path config;

  @Mixin private AdvisoryOptions advisories = new AdvisoryOptions();

  @Option(
      names = "--no-project-config",
      description =
          "Do not obey the projects' own emerald.json, nor their .npmrc for --online: for code you"
              + " do not trust.")
  private boolean noProjectConfig;

  @Option(
      names = "--no-suppressions",
      description = "Do not obey comments that silence findings: for code you do not trust.")
  private boolean noSuppressions;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work. As many as there are processors by default.")
  private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = {"-q", "--quiet"},
      description = "Findings alone: no progress, and a text report without notices and summary.")
  private boolean quiet;

  @Option(names = "--no-color", description = "No colour, on a terminal too.")
  private boolean noColor;

  ScanCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UsageException("--threads takes 1 to " + MOST_THREADS + ", not " + threads);
    }
    Set<Path> targets = targets();
    OutputFile file = output == null ? null : OutputFile.at(shell.resolve(output), output);
    Configuration configuration = configuration();
    if (!noProjectConfig) {
      checkProjectConfigurations(targets);
    }
    List<ReportedProject> projects;
    try (Workers workers = new Workers(threads);
        ProgressLine progress = new ProgressLine(shell.err())) {
      Analyzer.Builder builder =
          Analyzer.builder()
              .packsFrom(Main.class.getClassLoader())
              .configuration(configuration)
              .executor(workers.executor(), workers.parallelism());
      advisories.into(builder, !noProjectConfig, shell);
      if (!quiet && shell.terminal().showsProgress()) {
        builder.onProgress(progress);
      }
      projects = analyze(builder.build(), targets);
    }
    report(projects, file);
    return projects.stream()
            .flatMap(project -> project.report().findings().stream())
            .map(Finding::severity)
            .anyMatch(failOn::failedBy)
        ? Main.FOUND
        : Main.CLEAN;
  }

  /**
   * Analyses one project after the other, or as many at a time as there are threads: what follows
   * data through a project is work for one. The order of the reports is that of the paths.
   */
  private List<ReportedProject> analyze(Analyzer analyzer, Set<Path> targets) {
    List<ReportedProject> projects = new ArrayList<>();
    int together = Math.min(threads, targets.size());
    if (together < 2) {
      targets.forEach(target -> projects.add(analyze(analyzer, target)));
      return projects;
    }
    try (Workers drivers = new Workers(together + 1)) {
      List<CompletableFuture<ReportedProject>> running = new ArrayList<>();
      for (Path target : targets) {
        running.add(
            CompletableFuture.supplyAsync(() -> analyze(analyzer, target), drivers.executor()));
      }
      running.forEach(each -> projects.add(each.join()));
    }
    return projects;
  }

  private ReportedProject analyze(Analyzer analyzer, Path target) {
    String told = shell.told(target);
    if (Files.isDirectory(target)) {
      return ReportedProject.folder(told, analyzer.analyze(Input.folder(target)));
    }
    return ReportedProject.file(told, analyzer.analyze(Input.file(target)));
  }

  /** The paths to analyse, absolute, each once. All are checked before any work is done. */
  private Set<Path> targets() {
    Set<Path> targets = new LinkedHashSet<>();
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      Path target = shell.resolve(path);
      if (!Files.exists(target)) {
        throw new UsageException(
            path + " does not exist (looked for " + target + "); nothing was analysed");
      }
      if (!Files.isDirectory(target) && !Files.isRegularFile(target)) {
        throw new UsageException(path + " is neither a folder nor a file; nothing was analysed");
      }
      if (!Files.isReadable(target)) {
        throw new UsageException(path + " can't be read: permission denied; nothing was analysed");
      }
      targets.add(target);
    }
    return targets;
  }

  private Configuration configuration() {
    Configuration.Builder builder =
        config == null ? Configuration.builder() : read(shell.resolve(config)).toBuilder();
    builder.include(include.toArray(String[]::new)).exclude(exclude.toArray(String[]::new));
    advisories.into(builder, shell);
    if (!rules.isEmpty()) {
      builder.only(rules);
    }
    if (profile != null) {
      builder.profile(profile.profile());
    }
    if (noProjectConfig) {
      builder.withoutProjectConfiguration();
    }
    if (noSuppressions) {
      builder.withoutSuppressionComments();
    }
    return builder.build();
  }

  /** The configuration in a file; mistakes are told under the path that the user knows. */
  private Configuration read(Path file) {
    try {
      Configuration configuration = Configuration.read(file);
      // The names of rules and options are known to an analyzer alone.
      Analyzer.builder()
          .packsFrom(Main.class.getClassLoader())
          .configuration(configuration)
          .build();
      return configuration;
    } catch (ConfigurationException e) {
      throw new UsageException(
          String.valueOf(e.getMessage()).replace(file.toString(), shell.told(file)));
    }
  }

  /**
   * An analysis goes on without a project's own configuration if that holds a mistake. Here the
   * user is at hand to mend it, and a run that obeys only what it likes would mislead.
   */
  private void checkProjectConfigurations(Set<Path> targets) {
    for (Path target : targets) {
      Path file = target.resolve(Configuration.FILE_NAME);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        read(file);
      }
    }
  }

  private void report(List<ReportedProject> projects, @Nullable OutputFile file) {
    Reporter reporter =
        switch (format) {
          case TEXT -> text(file == null);
          case JSON -> new JsonReporter();
          case SARIF -> new SarifReporter(Main.version());
        };
    if (file == null) {
      shell.print(out -> reporter.write(projects, out));
      return;
    }
    file.write(out -> reporter.write(projects, out));
    if (!quiet) {
      int findings = 0;
      boolean complete = true;
      for (ReportedProject project : projects) {
        Report report = project.report();
        findings += report.findings().size();
        complete &= report.complete();
      }
      Main.tell(
          shell.err(),
          findings
              + (findings == 1 ? " finding" : " findings")
              + (complete ? "" : ", and gaps that the notices tell,")
              + " written to "
              + output);
    }
  }

  private Reporter text(boolean toStandardOutput) {
    TextReporter reporter = TextReporter.plain();
    Terminal terminal = shell.terminal();
    if (toStandardOutput && terminal.showsColor() && !noColor) {
      reporter = reporter.inColor();
    }
    if (toStandardOutput && terminal.asciiOnly()) {
      reporter = reporter.inAscii();
    }
    return quiet ? reporter.findingsOnly() : reporter;
  }
}
