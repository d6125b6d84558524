package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.Input;
import dev.emerald.spi.finding.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code explain}. */
@Command(
    name = "explain",
    description = {
      "Says why a rule does or does not report something at a line: where the data comes from, the"
          + " steps it takes, and which guard or sanitizer stops it. The whole project is analysed,"
          + " since what reaches a line may come from any file.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    sortSynopsis = false,
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:done, whatever the answer is",
      "2:wrong usage, such as a rule or a file that does not exist, or a failure"
    })
final class ExplainCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "RULE", description = "The id of the rule.")
  private String rule = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE:LINE",
      description = "The place, as reports tell it; a column after it is of no consequence.")
  private String place = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "PATH",
      description = "The folder of the project. The current folder by default.")
  private Path path = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration; what the project's own emerald.json says is laid over it.")
  private @Nullable Path config;

  @Option(
      names = "--no-project-config",
      description = "Do not obey the project's own emerald.json: for code you do not trust.")
  private boolean noProjectConfig;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    String[] parts = place.split(":(?=\\d+(:\\d+)?$)", 2);
    if (parts.length < 2) {
      throw new UsageException("'" + place + "' is no FILE:LINE, such as src/app.js:12");
    }
    int line = line(parts[1]);
    Path folder = shell.resolve(path);
    if (!Files.isDirectory(folder)) {
      throw new UsageException(path + " is no folder (looked for " + folder + ")");
    }
    Path file = shell.resolve(Path.of(parts[0]));
    if (!Files.isRegularFile(file)) {
      throw new UsageException(parts[0] + " is no file (looked for " + file + ")");
    }
    if (!file.startsWith(folder)) {
      throw new UsageException(parts[0] + " does not lie in the project " + shell.told(folder));
    }
    Configuration.Builder configuration =
        config == null
            ? Configuration.builder()
            : Configuration.read(shell.resolve(config)).toBuilder();
    if (noProjectConfig) {
      configuration.withoutProjectConfiguration();
    }
    String separator = file.getFileSystem().getSeparator();
    String told = folder.relativize(file).toString().replace(separator, "/");
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      Analyzer analyzer =
          Analyzer.builder()
              .packsFrom(Main.class.getClassLoader())
              .configuration(configuration.build())
              .executor(workers.executor(), workers.parallelism())
              .build();
      Explanation explanation = analyzer.explain(Input.folder(folder), rule, told, line);
      shell.print(out -> out.write(text(explanation, shell.told(folder))));
    }
    return Main.CLEAN;
  }

  private int line(String text) {
    String digits = text.split(":", 2)[0];
    if (digits.length() > 9 || digits.matches("0+")) {
      throw new UsageException("'" + place + "' names no line: they are counted from 1");
    }
    return Integer.parseInt(digits);
  }

  private static String text(Explanation explanation, String folder) {
    String before = folder.equals(".") ? "" : folder + "/";
    StringBuilder text = new StringBuilder();
    text.append(explanation.ruleId()).append(" at ").append(before).append(explanation.path());
    text.append(':').append(explanation.line()).append('\n');
    for (Explanation.Answer answer : explanation.answers()) {
      text.append("  ").append(OneLine.of(answer.toString())).append('\n');
      for (Step step : answer.steps()) {
        text.append("    ").append(OneLine.of(before + step.location() + "  " + step.note()));
        text.append('\n');
      }
    }
    return text.toString();
  }
}
