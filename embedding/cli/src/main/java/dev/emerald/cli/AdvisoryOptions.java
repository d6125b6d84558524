package dev.emerald.cli;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.OnlineAudit;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where to look packages up; several commands have them. */
final class AdvisoryOptions {

  @Option(
      names = "--advisories",
      paramLabel = "PATH",
      description =
          "Advisories in the OSV format to look the packages of lock files up in: a folder, a zip,"
              + " or what emerald advisories build makes of them; can be repeated.")
  private List<Path> advisories = new ArrayList<>();

  @Option(
      names = "--libraries",
      paramLabel = "FILE",
      description =
          "A table of what copied libraries look like and what is wrong with them, in the format of"
              + " that of retire.js; can be repeated. Some thirty libraries are recognised without"
              + " one and looked up in the advisories.")
  private List<Path> libraries = new ArrayList<>();

  @Option(
      names = "--online",
      description =
          "Ask the npm registry for advisories on the packages of lock files, as npm audit does,"
              + " and for upgrades without them. Which registry, with which credentials and through"
              + " which proxy say --registry, the environment (npm_config_registry, HTTPS_PROXY),"
              + " the project's .npmrc and the user's. Names and versions of packages are sent."
              + " Without this nothing is.")
  private boolean online;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The registry that --online asks, whatever is set elsewhere.")
  private @Nullable String registry;

  @Option(
      names = "--online-osv",
      description = "Ask OSV for advisories on the packages of lock files.")
  private boolean onlineOsv;

  @Option(
      names = "--osv-url",
      paramLabel = "URL",
      description = "Where the interface is that --online-osv asks. ${DEFAULT-VALUE} by default.")
  private String osvUrl = "https://api.osv.dev";

  /** Takes the advisories over that are read. */
  void into(Configuration.Builder configuration, Shell shell) {
    for (Path path : advisories) {
      configuration.advisories(AdvisoriesCommand.existing(path, shell));
    }
    for (Path path : libraries) {
      Path table = shell.resolve(path);
      if (!Files.isRegularFile(table) || !Files.isReadable(table)) {
        throw new UsageException("libraries " + path + " can't be read (looked for " + table + ")");
      }
      configuration.libraries(table);
    }
  }

  /**
   * Has services asked, if that is wanted.
   *
   * @param ofProject whether the project's own settings are obeyed
   */
  void into(Analyzer.Builder analyzer, boolean ofProject, Shell shell) {
    if (registry != null && !online) {
      throw new UsageException("--registry says whom --online asks, which is not there");
    }
    if (!online && !onlineOsv) {
      return;
    }
    Map<String, String> environment = shell.terminal().environment();
    OnlineAudit.Builder audit = OnlineAudit.builder().environment(environment);
    try {
      if (online) {
        audit.npm();
      }
      if (registry != null) {
        audit.registry(address("--registry", registry));
      }
      if (onlineOsv) {
        audit.osv(address("--osv-url", osvUrl));
      }
      String user = environment.get("npm_config_userconfig");
      audit.userSettings(
          user == null ? Path.of(System.getProperty("user.home"), ".npmrc") : Path.of(user));
    } catch (InvalidPathException e) {
      throw new UsageException("npm_config_userconfig is no path: " + e.getReason());
    }
    if (!ofProject) {
      audit.withoutProjectSettings();
    }
    analyzer.online(audit.build());
  }

  private static URI address(String option, String text) {
    try {
      URI address = new URI(text);
      OnlineAudit.builder().registry(address);
      return address;
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The text itself may hold a password.
      throw new UsageException(option + " takes an address such as https://registry.example/");
    }
  }
}
