package dev.emerald.spi.shell;

import java.util.Objects;

/**
 * A word of a command.
 *
 * @param text without quotes; variables, substitutions and {@code ${{ }}} stand as they are written
 * @param start index of the first character in the script, quotes included
 * @param end index behind the last one
 * @param literal whether the word is what it says: nothing in it is put in when it runs
 * @param quoted whether all that is put in stands in quotes, so that it stays one word
 */
public record ShellWord(String text, int start, int end, boolean literal, boolean quoted) {

  /** Checks that there is a text. */
  public ShellWord {
    Objects.requireNonNull(text, "text");
  }

  /** Whether the word is an option: it begins with a dash, and is no lone dash. */
  public boolean option() {
    return text.length() > 1 && text.charAt(0) == '-';
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
