package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.spi.rule.RuleFacts;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code rules}. */
@Command(
    name = "rules",
    description = {
      "Lists the rules, one a line: id, severity, title. With an ID, says all about one.",
      ""
    },
    mixinStandardHelpOptions = true,
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {"0:done", "2:there is no such rule"})
final class RulesCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(paramLabel = "ID", arity = "0..1", description = "The rule to tell about.")
  private @Nullable String id;

  RulesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Configuration.Builder configuration = Configuration.builder().profile(Profile.AUDIT);
    if (id != null) {
      configuration.only(List.of(id));
    }
    List<RuleFacts> rules =
        Analyzer.builder()
            .packsFrom(Main.class.getClassLoader())
            .configuration(configuration.build())
            .build()
            .rules();
    if (id == null) {
      shell.print(out -> out.write(RuleText.list(rules)));
    } else {
      for (RuleFacts rule : rules) {
        shell.print(out -> out.write(RuleText.page(rule)));
      }
    }
    return Main.CLEAN;
  }
}
