package dev.emerald.rules.deploy;

import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerInstruction.Setting;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.shell.ShellWord;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;

/** What starts Node.js: commands of images and of package.json, and what they set. */
final class Launches {

  /**
   * A word that Node.js or a browser gets.
   *
   * @param text an option, or an assignment such as {@code NODE_OPTIONS=…}
   * @param development whether it is for development by the name of its script
   */
  record Argument(String text, Location location, boolean development) {}

  private Launches() {}

  /** What the final stage of an image starts, and the variables it sets. */
  static List<Argument> of(Dockerfile file) {
    List<Argument> arguments = new ArrayList<>();
    boolean development = isForDevelopment(file.path());
    for (DockerInstruction instruction : file.instructions()) {
      switch (instruction.keyword()) {
        case "CMD", "ENTRYPOINT", "RUN" ->
            instruction
                .script()
                .ifPresent(
                    script -> {
                      for (ShellCommand command : script.commands()) {
                        add(command, instruction.location(command), development, arguments);
                      }
                    });
        case "ENV" -> {
          for (Setting setting : instruction.settings()) {
            String value = setting.value().map(DockerWord::valueOrText).orElse("");
            addSetting(setting.name().text(), value, setting.location(), development, arguments);
          }
        }
        default -> {
          // Starts nothing.
        }
      }
    }
    return arguments;
  }

  /** What the scripts of a package start. */
  static List<Argument> of(PackageJson manifest) {
    List<Argument> arguments = new ArrayList<>();
    for (NamedText script : manifest.scripts()) {
      boolean development = isForDevelopment(script.name());
      for (ShellCommand command : ShellScript.of(script.text()).commands()) {
        add(command, script.textLocation(), development, arguments);
      }
    }
    return arguments;
  }

  private static boolean isForDevelopment(String name) {
    return name.contains("dev")
        || name.contains("debug")
        || name.contains("test")
        || name.contains("inspect")
        || name.contains("local")
        || name.contains("watch")
        || name.contains("bench")
        || name.contains("profil")
        || name.contains("perf");
  }

  private static void add(
      ShellCommand command, Location location, boolean development, List<Argument> arguments) {
    for (ShellWord word : command.assignments()) {
      addAssignment(word.text(), location, development, arguments);
    }
    List<ShellWord> words = command.words();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.startsWith("-")) {
        // The value of an option may be the next word.
        boolean value = text.indexOf('=') < 0 && i + 1 < words.size();
        String next = value ? words.get(i + 1).text() : "";
        arguments.add(
            new Argument(
                next.isEmpty() || next.startsWith("-") ? text : text + "=" + next,
                location,
                development));
      } else {
        addAssignment(text, location, development, arguments);
      }
    }
  }

  private static void addAssignment(
      String text, Location location, boolean development, List<Argument> arguments) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      addSetting(
          text.substring(0, equals), text.substring(equals + 1), location, development, arguments);
    }
  }

  private static void addSetting(
      String name, String value, Location location, boolean development, List<Argument> arguments) {
    if (name.equals("NODE_OPTIONS")) {
      for (String option : value.split("\\s", -1)) {
        if (!option.isEmpty()) {
          arguments.add(new Argument(option, location, development));
        }
      }
    } else if (name.equals("NODE_TLS_REJECT_UNAUTHORIZED")) {
      arguments.add(new Argument(name + "=" + value, location, development));
    }
  }
}
