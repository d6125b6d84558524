package dev.emerald.spi.container;

import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instruction of a Dockerfile. Immutable; equal by identity. */
public final class DockerInstruction {

  /** A name that an {@code ENV}, {@code ARG} or {@code LABEL} gives a value. */
  public record Setting(DockerWord name, @Nullable DockerWord valueWord) {

    /** The value; empty for an {@code ARG} without default. */
    public Optional<DockerWord> value() {
      return Optional.ofNullable(valueWord);
    }

    /** From the name to the end of the value, as far as they stand in one place. */
    public Location location() {
      return name.location();
    }
  }

  private final SourceText source;
  private final String keyword;
  private final int start;
  private final int end;
  private final List<DockerFlag> flags;
  private final List<DockerWord> arguments;
  private final List<Setting> settings;
  private final boolean execForm;
  private final @Nullable ShellScript script;
  private final int scriptStart;

  /**
   * For the engine.
   *
   * @param start offset of the keyword
   * @param end offset behind the last line, here-documents included
   * @param script what a shell runs, if one does
   * @param scriptStart offset of the script
   */
  public DockerInstruction(
      SourceText source,
      String keyword,
      int start,
      int end,
      List<DockerFlag> flags,
      List<DockerWord> arguments,
      List<Setting> settings,
      boolean execForm,
      @Nullable ShellScript script,
      int scriptStart) {
    this.source = Objects.requireNonNull(source, "source");
    this.keyword = Objects.requireNonNull(keyword, "keyword");
    this.start = start;
    this.end = end;
    this.flags = List.copyOf(flags);
    this.arguments = List.copyOf(arguments);
    this.settings = List.copyOf(settings);
    this.execForm = execForm;
    this.script = script;
    this.scriptStart = scriptStart;
  }

  /** The keyword in upper case, such as {@code RUN}. */
  public String keyword() {
    return keyword;
  }

  /** Whether it is an instruction of a kind. */
  public boolean is(String kind) {
    return keyword.equals(kind);
  }

  /** The options before the arguments, in order. */
  public List<DockerFlag> flags() {
    return flags;
  }

  /** The option with a name. */
  public Optional<DockerFlag> flag(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
  }

  /**
   * The words behind keyword and options: of a list in brackets its elements, of here-documents
   * their marks.
   */
  public List<DockerWord> arguments() {
    return arguments;
  }

  /** What {@code ENV}, {@code ARG} and {@code LABEL} give a value; empty for all others. */
  public List<Setting> settings() {
    return settings;
  }

  /** Whether its arguments are a list in brackets, so that no shell reads them. */
  public boolean execForm() {
    return execForm;
  }

  /**
   * What a shell runs: of {@code RUN}, {@code CMD}, {@code ENTRYPOINT} and {@code HEALTHCHECK} in
   * the form without brackets. The list of one in brackets is a script of one command.
   */
  public Optional<ShellScript> script() {
    return Optional.ofNullable(script);
  }

  /** Where a command of {@link #script} stands. */
  public Location location(ShellCommand command) {
    return source.location(scriptStart + command.start(), scriptStart + command.end());
  }

  /** From the keyword to the end of its first line. */
  public Location location() {
    int line = source.lineAt(start);
    int lineEnd = source.lineStart(line) + source.lineText(line).length();
    return source.location(start, Math.min(end, Math.max(start + 1, lineEnd)));
  }

  /** Offset of the keyword. */
  public int start() {
    return start;
  }

  /** Offset behind the instruction. */
  public int end() {
    return end;
  }

  /** The keyword and the arguments. */
  @Override
  public String toString() {
    return keyword + " " + arguments;
  }
}
