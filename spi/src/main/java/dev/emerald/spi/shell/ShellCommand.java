package dev.emerald.spi.shell;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A simple command: a program and its arguments. Immutable; equal by identity. */
public final class ShellCommand {

  /** How a command follows the one before it. */
  public enum Joint {
    /** It is the first, or stands on a line of its own or behind {@code ;}. */
    SEQUENCE,
    /** Behind {@code &&}: it runs if the one before succeeded. */
    AND,
    /** Behind {@code ||}: it runs if the one before failed. */
    OR,
    /** Behind {@code |}: it reads what the one before writes. */
    PIPE,
    /** Behind {@code &}: it does not wait for the one before. */
    BACKGROUND
  }

  /** Programs that run the command behind them; those with true take an argument first. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "sudo",
          "env",
          "exec",
          "time",
          "nice",
          "nohup",
          "command",
          "cross-env",
          "dumb-init",
          "tini",
          "xvfb-run",
          "doas",
          "builtin",
          "dotenv",
          "cross-env-shell",
          "stdbuf");

  /** Wrappers with an argument before the command. */
  private static final Set<String> WRAPPERS_WITH_ARGUMENT =
      Set.of("timeout", "gosu", "su-exec", "setpriv", "retry");

  private final List<ShellWord> assignments;
  private final List<ShellWord> words;
  private final List<ShellWord> redirections;
  private final Joint joint;
  private final int start;
  private final int end;
  private final boolean substituted;

  ShellCommand(
      List<ShellWord> assignments,
      List<ShellWord> words,
      List<ShellWord> redirections,
      Joint joint,
      int start,
      int end,
      boolean substituted) {
    this.assignments = List.copyOf(assignments);
    this.words = List.copyOf(words);
    this.redirections = List.copyOf(redirections);
    this.joint = Objects.requireNonNull(joint, "joint");
    this.start = start;
    this.end = end;
    this.substituted = substituted;
  }

  /** The variables that are set for the command: words such as {@code CI=true}. */
  public List<ShellWord> assignments() {
    return assignments;
  }

  /** The name of the program and its arguments; empty where variables alone are set. */
  public List<ShellWord> words() {
    return words;
  }

  /** The files that output goes to or input comes from. */
  public List<ShellWord> redirections() {
    return redirections;
  }

  /** How it follows the command before it. */
  public Joint joint() {
    return joint;
  }

  /** Index of its first character in the script. */
  public int start() {
    return start;
  }

  /** Index behind its last character. */
  public int end() {
    return end;
  }

  /** Whether its output becomes part of another command: it stands in {@code $( )}. */
  public boolean substituted() {
    return substituted;
  }

  /** The name of the program, without the folder it lies in; empty where there is none. */
  public String name() {
    if (words.isEmpty()) {
      return "";
    }
    String text = words.get(0).text();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** The words behind the name. */
  public List<ShellWord> arguments() {
    return words.isEmpty() ? words : words.subList(1, words.size());
  }

  /** The text of the n-th argument that is no option, from 0; empty if there are fewer. */
  public String operand(int index) {
    int left = index;
    for (ShellWord word : arguments()) {
      if (!word.option() && left-- == 0) {
        return word.text();
      }
    }
    return "";
  }

  /** How many arguments are no options. */
  public int operands() {
    int count = 0;
    for (ShellWord word : arguments()) {
      count += word.option() ? 0 : 1;
    }
    return count;
  }

  /**
   * Whether an option is given.
   *
   * @param option such as {@code --ignore-scripts}; it counts with a value behind {@code =} as well
   */
  public boolean has(String option) {
    for (ShellWord word : arguments()) {
      String text = word.text();
      if (text.startsWith(option)
          && (text.length() == option.length() || text.charAt(option.length()) == '=')) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of several options is given; see {@link #has}. */
  public boolean hasAny(String... options) {
    for (String option : options) {
      if (has(option)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The command itself, without programs that only run it: {@code sudo}, {@code env}, {@code
   * timeout 5}, {@code dumb-init --} and their like.
   */
  public ShellCommand unwrapped() {
    int first = 0;
    while (first < words.size()) {
      String text = words.get(first).text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      boolean withArgument = WRAPPERS_WITH_ARGUMENT.contains(name);
      if (!withArgument && !WRAPPERS.contains(name)) {
        break;
      }
      int next = first + 1;
      while (next < words.size() && isForWrapper(words.get(next))) {
        next++;
      }
      next += withArgument ? 1 : 0;
      if (next >= words.size()) {
        break;
      }
      first = next;
    }
    return first == 0
        ? this
        : new ShellCommand(
            assignments,
            words.subList(first, words.size()),
            redirections,
            joint,
            start,
            end,
            substituted);
  }

  private static boolean isForWrapper(ShellWord word) {
    return word.option() || word.text().indexOf('=') > 0;
  }

  /** The words, with a blank between them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (ShellWord word : words) {
      text.append(text.length() == 0 ? "" : " ").append(word.text());
    }
    return text.toString();
  }
}
