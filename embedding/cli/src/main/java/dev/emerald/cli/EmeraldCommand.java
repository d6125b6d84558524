package dev.emerald.cli;

import dev.emerald.core.analysis.ConfigurationException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code emerald}: what it knows is in its subcommands. */
@Command(
    name = "emerald",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a Node.js project, its JavaScript and TypeScript sources and its manifests, and says"
          + " with evidence how secure it is. None of its code is run.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "Options:%n",
    footer = {
      "",
      "emerald COMMAND --help says more, for example: emerald scan --help",
      "An argument @FILE stands for the arguments in FILE, one on each line."
    })
final class EmeraldCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command with all its subcommands. */
  static CommandLine in(Shell shell) {
    CommandLine line =
        new CommandLine(new EmeraldCommand())
            .addSubcommand(new ScanCommand(shell))
            .addSubcommand(new RoadmapCommand(shell))
            .addSubcommand(new ExplainCommand(shell))
            .addSubcommand(new SbomCommand(shell))
            .addSubcommand(new RulesCommand(shell))
            .addSubcommand(
                new CommandLine(new AdvisoriesCommand())
                    .addSubcommand(new AdvisoriesCommand.Build(shell)));
    IVersionProvider version = () -> new String[] {"emerald " + Main.version()};
    line.getCommandSpec().versionProvider(version);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(version));
    PrintWriter out = new PrintWriter(new OutputStreamWriter(shell.out(), StandardCharsets.UTF_8));
    line.setOut(out);
    line.setErr(shell.err());
    line.registerConverter(Format.class, new Choice<>(Format.values()));
    line.registerConverter(FailOn.class, new Choice<>(FailOn.values()));
    line.registerConverter(ProfileName.class, new Choice<>(ProfileName.values()));
    line.setUseSimplifiedAtFiles(true);
    line.setUsageHelpWidth(90);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(shell.terminal().showsColor() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, args) -> wrongUsage(e, shell));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, shell));
    return line;
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command given: scan, roadmap, explain, sbom, rules or advisories?");
  }

  private static int wrongUsage(ParameterException e, Shell shell) {
    StringBuilder message = new StringBuilder(firstLine(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message.append("; did you mean ").append(suggestions.get(0)).append('?');
      }
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    char first = message.isEmpty() ? ' ' : message.charAt(0);
    if (Character.isUpperCase(first)) {
      message.replace(0, 1, String.valueOf(first).toLowerCase(Locale.ROOT));
    }
    Main.tell(shell.err(), message + " (" + command + " --help says more)");
    return Main.UNUSABLE;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static int failed(Exception e, Shell shell) {
    if (e instanceof UsageException) {
      Main.tell(shell.err(), String.valueOf(e.getMessage()));
      return Main.UNUSABLE;
    }
    if (e instanceof ConfigurationException mistake) {
      // What is in no file was an argument, and the only names among those are of rules.
      String where = mistake.file().isEmpty() ? "; emerald rules lists all" : "";
      Main.tell(shell.err(), mistake.getMessage() + where);
      return Main.UNUSABLE;
    }
    Main.tell(shell.err(), "failed, which is a bug of Emerald's: " + e);
    e.printStackTrace(shell.err());
    return Main.UNUSABLE;
  }
}
