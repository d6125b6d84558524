package dev.emerald.rules.commands;

import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellCommand.Joint;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands that fetch something and run it unseen. */
public final class Downloads {

  private static final Set<String> FETCHERS = Set.of("curl", "wget");

  private static final Set<String> INTERPRETERS =
      Set.of(
          "sh", "bash", "ash", "dash", "zsh", "node", "python", "python3", "perl", "ruby", "php");

  /** A command and what is wrong with it. */
  public record Risk(ShellCommand command, String what) {}

  private Downloads() {}

  /** The commands of a script that run what a server answers, or fetch it from anybody. */
  public static List<Risk> risks(ShellScript script) {
    List<Risk> risks = new ArrayList<>();
    ShellCommand fetched = null;
    boolean checked = false;
    for (ShellCommand written : script.commands()) {
      ShellCommand command = written.unwrapped();
      if (command.joint() != Joint.PIPE) {
        fetched = null;
        checked = false;
      }
      String name = command.name();
      checked |= name.startsWith("sha") && name.endsWith("sum") || name.equals("gpg");
      boolean interprets = INTERPRETERS.contains(name);
      if (fetched != null && interprets && !checked && readsInput(command)) {
        risks.add(new Risk(fetched, "What a server answers is run unseen by " + name));
        fetched = null;
      }
      if (interprets && runsSubstituted(command)) {
        risks.add(new Risk(written, "What a server answers is run unseen by " + name));
      }
      if (FETCHERS.contains(name)) {
        fetched = written;
        String unchecked = unchecked(command);
        if (unchecked != null) {
          risks.add(new Risk(written, unchecked));
        }
      }
    }
    return risks;
  }

  /** Whether an interpreter runs what comes through the pipe: it is given no file to run. */
  private static boolean readsInput(ShellCommand interpreter) {
    for (ShellWord argument : interpreter.arguments()) {
      String text = argument.text();
      if (text.equals("-s") || text.equals("-") || text.equals("--") || text.equals("/dev/stdin")) {
        return true;
      }
      if (text.equals("-c") || text.equals("-e") || text.equals("-p") || text.equals("-m")) {
        return false;
      }
      if (!argument.option()) {
        return false;
      }
    }
    return true;
  }

  /** {@code bash -c "$(curl …)"} and {@code bash <(curl …)}. */
  private static boolean runsSubstituted(ShellCommand interpreter) {
    for (ShellWord word : interpreter.words()) {
      if (fetches(word.text(), "$(") || fetches(word.text(), "`")) {
        return true;
      }
    }
    return false;
  }

  private static boolean fetches(String text, String open) {
    String stripped = text.strip();
    for (String fetcher : FETCHERS) {
      if (stripped.startsWith(open + fetcher + " ")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String unchecked(ShellCommand fetcher) {
    for (ShellWord argument : fetcher.arguments()) {
      String text = argument.text();
      boolean off =
          switch (text) {
            case "--insecure", "--no-check-certificate" -> true;
            default -> fetcher.name().equals("curl") && isUnchecked(text);
          };
      if (off) {
        return "The certificate of the server is not checked";
      }
    }
    return null;
  }

  /** Whether a group of short options, such as {@code -fsSLk}, has a k; behind an o is a name. */
  private static boolean isUnchecked(String group) {
    if (group.length() < 2 || group.length() > 8 || group.charAt(0) != '-') {
      return false;
    }
    for (int i = 1; i < group.length(); i++) {
      char option = group.charAt(i);
      if (option == 'k') {
        return true;
      }
      if (!Character.isLetter(option) || "oHdXuAbeF".indexOf(option) >= 0) {
        return false;
      }
    }
    return false;
  }
}
