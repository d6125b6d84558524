package dev.emerald.spi.shell;

import java.util.List;
import java.util.Objects;

/** A text that a shell runs, split into commands. Immutable; equal by identity. */
public final class ShellScript {

  private final String text;
  private final List<ShellCommand> commands;

  private ShellScript(String text, List<ShellCommand> commands) {
    this.text = text;
    this.commands = List.copyOf(commands);
  }

  /**
   * Splits a text. The work is proportional to its length; of a text with more than {@value
   * ShellReader#MOST_COMMANDS} commands the first are given, and {@link #complete} says so.
   */
  public static ShellScript of(String text) {
    return new ShellScript(Objects.requireNonNull(text, "text"), ShellReader.read(text));
  }

  /** The commands in the order of the text; those within others come behind them. */
  public List<ShellCommand> commands() {
    return commands;
  }

  /** Whether all commands of the text are there. */
  public boolean complete() {
    return commands.size() < ShellReader.MOST_COMMANDS;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Whether what a command answers is passed over: {@code || true}, {@code || exit 0}. */
  public boolean ignoresFailure(ShellCommand command) {
    int index = commands.indexOf(command);
    for (int i = index + 1; index >= 0 && i < commands.size(); i++) {
      ShellCommand next = commands.get(i);
      if (next.substituted() != command.substituted()) {
        continue;
      }
      if (next.joint() == ShellCommand.Joint.OR) {
        return switch (next.name()) {
          case "true", ":", "echo", "printf" -> true;
          case "exit", "return" -> next.operand(0).equals("0");
          default -> false;
        };
      }
      if (next.joint() != ShellCommand.Joint.PIPE) {
        return false;
      }
    }
    return false;
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
