package dev.emerald.cli;

import dev.emerald.core.analysis.AdvisoryIndex;
import dev.emerald.spi.finding.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code advisories}: what it does is in its subcommand. */
@Command(
    name = "advisories",
    description = {"Prepares advisories on packages for emerald scan --advisories.", ""},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "Options:%n")
final class AdvisoriesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command there is nothing to do but to say which there is. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given: build?");
  }

  /** The command {@code advisories build}. */
  @Command(
      name = "build",
      description = {
        "Makes an index of advisories in the OSV format, which is quicker to read than they are.",
        ""
      },
      mixinStandardHelpOptions = true,
      parameterListHeading = "Parameters:%n",
      optionListHeading = "%nOptions:%n",
      exitCodeListHeading = "%nExit code:%n",
      exitCodeList = {"0:done", "2:wrong usage, or nothing could be read or written"},
      footerHeading = "%nExample:%n",
      footer = "  emerald advisories build -o advisories.idx all.zip")
  static final class Build implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
        paramLabel = "PATH",
        arity = "1..*",
        description = "Folders of OSV files, zips of them, or single ones.")
    private List<Path> paths = new ArrayList<>();

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "Where to write the index, whole or not at all.")
    private @Nullable Path output;

    Build(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      List<Path> sources = new ArrayList<>();
      for (Path path : paths) {
        sources.add(existing(path, shell));
      }
      if (output == null) {
        throw new UsageException("-o says where to write the index");
      }
      OutputFile file = OutputFile.at(shell.resolve(output), output);
      List<Notice> notices = new ArrayList<>();
      long[] count = new long[1];
      file.write(out -> count[0] = AdvisoryIndex.build(sources, out, notices::add));
      for (Notice notice : notices) {
        Main.tell(shell.err(), notice.message());
      }
      String what = String.format(Locale.ROOT, "%,d advisories written to %s", count[0], output);
      Main.tell(shell.err(), what);
      return count[0] == 0 ? Main.UNUSABLE : Main.CLEAN;
    }
  }

  /** A path to advisories, absolute. */
  static Path existing(Path path, Shell shell) {
    Path resolved = shell.resolve(path);
    if (!Files.isReadable(resolved)) {
      throw new UsageException(
          "advisories " + path + " can't be read (looked for " + resolved + ")");
    }
    return resolved;
  }
}
