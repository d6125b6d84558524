package dev.emerald.rules.commands;

import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a command installs the dependencies of a project. */
public enum Installs {
  /** As the lock file says, or not at all. */
  FROZEN,
  /** As the lock file says, unless package.json says otherwise: then the lock file is changed. */
  UNFROZEN,
  /** As the lock file says where the variable {@code CI} is set. */
  FROZEN_IN_CI,
  /** The command installs no project: it is another, or installs packages by name. */
  NOT;

  /** Options whose value is the word behind them. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--prefix",
          "-C",
          "--cwd",
          "--dir",
          "--registry",
          "--cache",
          "--loglevel",
          "--omit",
          "--include",
          "--only",
          "-w",
          "--workspace",
          "--filter",
          "-F",
          "--network-timeout",
          "--cache-folder",
          "--modules-folder",
          "--mutex",
          "--network-concurrency",
          "--reporter",
          "--store-dir",
          "--userconfig",
          "--fetch-timeout",
          "--fetch-retries",
          "--audit-level",
          "--install-strategy",
          "--maxsockets",
          "--tag",
          "--mode",
          "--backend");

  /**
   * What a command does.
   *
   * @param berry whether the project is one of Yarn 2 or later
   */
  public static Installs of(ShellCommand command, boolean berry) {
    ShellCommand plain = command.unwrapped();
    List<String> operands = operands(plain);
    String verb = operands.isEmpty() ? "" : operands.get(0);
    boolean named = operands.size() > 1;
    boolean global = plain.hasAny("-g", "--global", "--location") || plain.has("--version");
    if (global || plain.hasAny("--help", "-h", "-v", "--lockfile-only", "--package-lock-only")) {
      return NOT;
    }
    return switch (plain.name()) {
      case "npm" -> npm(verb, named);
      case "yarn", "yarnpkg" -> yarn(plain, verb, named, berry);
      case "pnpm" -> pnpm(plain, verb, named);
      case "bun" -> bun(plain, verb, named);
      default -> NOT;
    };
  }

  private static Installs npm(String verb, boolean named) {
    return switch (verb) {
      case "ci", "clean-install", "ic", "cit", "install-clean", "install-ci-test" -> FROZEN;
      case "install", "i", "in", "isntall", "it", "install-test" -> named ? NOT : UNFROZEN;
      default -> NOT;
    };
  }

  private static Installs yarn(ShellCommand yarn, String verb, boolean named, boolean berry) {
    if (named || !verb.isEmpty() && !verb.equals("install")) {
      return NOT;
    }
    if (yarn.hasAny("--no-immutable", "--no-lockfile")) {
      return UNFROZEN;
    }
    if (yarn.hasAny("--frozen-lockfile", "--immutable", "--immutable-cache")) {
      return FROZEN;
    }
    return berry ? FROZEN_IN_CI : UNFROZEN;
  }

  private static Installs pnpm(ShellCommand pnpm, String verb, boolean named) {
    if (named || !verb.equals("install") && !verb.equals("i")) {
      return verb.equals("ci") && !named ? FROZEN : NOT;
    }
    if (pnpm.has("--no-frozen-lockfile") || falseOption(pnpm, "--frozen-lockfile")) {
      return UNFROZEN;
    }
    return pnpm.has("--frozen-lockfile") ? FROZEN : FROZEN_IN_CI;
  }

  private static Installs bun(ShellCommand bun, String verb, boolean named) {
    if (verb.equals("ci")) {
      return FROZEN;
    }
    boolean installs = !named && (verb.equals("install") || verb.equals("i"));
    return !installs ? NOT : bun.has("--frozen-lockfile") ? FROZEN : UNFROZEN;
  }

  private static boolean falseOption(ShellCommand command, String option) {
    return command.arguments().stream().anyMatch(word -> word.text().equals(option + "=false"));
  }

  /** The words that are no options and no values of options. */
  private static List<String> operands(ShellCommand command) {
    List<String> operands = new ArrayList<>();
    boolean value = false;
    for (ShellWord word : command.arguments()) {
      if (!value && !word.option() && !word.text().isBlank()) {
        operands.add(word.text());
      }
      value = !value && WITH_VALUE.contains(word.text());
    }
    return operands;
  }

  /**
   * The lock file that an install in a folder would obey: that of the folder, of one around it, or
   * of one within it.
   *
   * @param file a file in the folder
   */
  public static boolean hasLock(Project project, String file) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    for (DependencyGraph graph : project.manifests(DependencyGraph.class)) {
      String path = graph.path();
      String around = path.substring(0, path.lastIndexOf('/') + 1);
      if (folder.startsWith(around) || around.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the project is one of Yarn 2 or later. */
  public static boolean isBerry(Project project) {
    return project.manifests(DependencyGraph.class).stream()
        .anyMatch(graph -> graph.format() == LockFormat.YARN_BERRY);
  }
}
