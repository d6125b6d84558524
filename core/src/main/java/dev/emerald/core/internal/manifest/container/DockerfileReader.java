package dev.emerald.core.internal.manifest.container;

import dev.emerald.spi.container.DockerFlag;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerInstruction.Setting;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Dockerfiles: parser directives, joined lines, comments between them, here-documents, flags,
 * lists in brackets, and what arguments and environment hold.
 *
 * <p>Never throws for what a file says. What is no instruction gives a notice and is skipped.
 */
public final class DockerfileReader {

  /** How many instructions are kept. */
  private static final int MOST_INSTRUCTIONS = 2_000;

  private static final int MOST_NOTICES = 3;

  private static final Set<String> KEYWORDS =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private final SourceText source;
  private final Consumer<Notice> notices;

  /** The text of the source, every joined line ended by a backslash and nothing else. */
  private final char[] text;

  private final List<DockerInstruction> preamble = new ArrayList<>();
  private final List<DockerStage> stages = new ArrayList<>();
  private final Map<String, DockerStage> stageByName = new HashMap<>();
  private final List<Variables> variablesOfStages = new ArrayList<>();
  private final Variables arguments = Variables.none();
  private Variables variables = Variables.none();
  private @Nullable DockerInstruction from;
  private List<DockerInstruction> inStage = new ArrayList<>();
  private char escape = '\\';
  private int at;
  private int instructions;
  private int told;

  private DockerfileReader(SourceText source, Consumer<Notice> notices) {
    this.source = source;
    this.notices = notices;
    this.text = source.text().toCharArray();
  }

  /**
   * Reads a file.
   *
   * @param notices told of what could not be read
   */
  public static Dockerfile read(SourceText source, Consumer<Notice> notices) {
    return new DockerfileReader(source, notices).read();
  }

  private Dockerfile read() {
    directives();
    while (at < text.length) {
      int lineEnd = lineEnd(at);
      int start = skipBlanks(at, lineEnd);
      if (start == lineEnd || text[start] == '#') {
        at = next(lineEnd);
      } else if (instructions++ >= MOST_INSTRUCTIONS) {
        String message = "more than " + MOST_INSTRUCTIONS + " instructions; the rest was not read";
        notices.accept(
            Notice.of(NoticeKind.LIMIT_REACHED, message, source.path(), source.lineAt(start)));
        break;
      } else {
        instruction(start);
      }
    }
    endStage();
    return new Dockerfile(source, preamble, stages);
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length && text[i] != '\n') {
      i++;
    }
    return i;
  }

  private int next(int lineEnd) {
    return Math.min(text.length, lineEnd + 1);
  }

  private int skipBlanks(int from, int to) {
    int i = from;
    while (i < to && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) {
      i++;
    }
    return i;
  }

  /** Reads the comments at the head that tell the parser something. */
  private void directives() {
    int i = 0;
    while (i < text.length) {
      int lineEnd = lineEnd(i);
      String line = new String(text, i, Math.min(lineEnd - i, 200)).strip();
      int equals = line.indexOf('=');
      if (!line.startsWith("#") || equals < 0) {
        return;
      }
      String name = line.substring(1, equals).strip().toLowerCase(Locale.ROOT);
      if (name.equals("escape") && line.substring(equals + 1).strip().equals("`")) {
        escape = '`';
      } else if (!name.equals("syntax") && !name.equals("check") && !name.equals("escape")) {
        return;
      }
      i = next(lineEnd);
    }
  }

  private void instruction(int start) {
    int end = join(start);
    int keywordEnd = start;
    while (keywordEnd < end && !Character.isWhitespace(text[keywordEnd])) {
      keywordEnd++;
    }
    String keyword =
        new String(text, start, Math.min(20, keywordEnd - start)).toUpperCase(Locale.ROOT);
    at = next(end);
    if (!KEYWORDS.contains(keyword)) {
      if (told++ < MOST_NOTICES) {
        notices.accept(
            Notice.of(
                NoticeKind.SYNTAX_ERROR,
                "not an instruction of a Dockerfile; skipped",
                source.path(),
                source.lineAt(start)));
      }
      return;
    }
    add(made(keyword, start, keywordEnd, end));
  }

  /**
   * Finds the end of the lines that belong together, from one of them on; comments and empty lines
   * among them are blotted out.
   */
  private int join(int start) {
    int lineStart = start;
    while (true) {
      int lineEnd = lineEnd(lineStart);
      int last = lineEnd;
      while (last > lineStart && isBlank(text[last - 1])) {
        last--;
      }
      boolean joined = last > lineStart && text[last - 1] == escape && lineEnd < text.length;
      if (!joined) {
        return lineEnd;
      }
      blot(last - 1, lineEnd);
      lineStart = next(lineEnd);
      lineStart = skipComments(lineStart);
      if (lineStart >= text.length) {
        return text.length;
      }
    }
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\r';
  }

  /** Blanks up to the line break, and the backslash right before it. */
  private void blot(int from, int lineEnd) {
    int carriage = lineEnd > from && text[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    for (int i = from; i < carriage; i++) {
      text[i] = ' ';
    }
    if (carriage > from) {
      text[carriage - 1] = '\\';
    }
  }

  private int skipComments(int from) {
    int lineStart = from;
    while (lineStart < text.length) {
      int lineEnd = lineEnd(lineStart);
      int start = skipBlanks(lineStart, lineEnd);
      if (start < lineEnd && text[start] != '#') {
        return lineStart;
      }
      if (lineEnd == text.length) {
        // What is left is a comment or nothing.
        blot(lineStart, lineEnd);
        return text.length;
      }
      if (start == lineEnd) {
        // An empty line has no room for a backslash: its line break goes.
        text[lineEnd] = ' ';
      }
      blot(lineStart, lineEnd);
      lineStart = lineEnd + 1;
    }
    return lineStart;
  }

  private DockerInstruction made(String keyword, int start, int keywordEnd, int end) {
    String joined = new String(text, start, end - start);
    // Offsets in the joined text are those in the source less the start of the instruction.
    Slice slice = new Slice(source, joined, start);
    DockerWords words = slice.words(keywordEnd, end, escape, variables);
    List<DockerFlag> flags = new ArrayList<>();
    int argumentsStart = words.position();
    boolean flagged = !keyword.equals("ENV") && !keyword.equals("ARG") && !keyword.equals("LABEL");
    while (flagged && slice.startsWith("--", argumentsStart)) {
      DockerWord flag = words.next();
      if (flag == null) {
        break;
      }
      flags.add(flag(flag));
      argumentsStart = words.position();
    }
    int wholeEnd = end;
    int heredocs = -1;
    if (keyword.equals("RUN") || keyword.equals("COPY") || keyword.equals("ADD")) {
      heredocs = at;
      wholeEnd = hereDocuments(slice.text(argumentsStart, end), end);
    }
    List<DockerWord> arguments = list(slice, argumentsStart, end);
    boolean execForm = arguments != null;
    if (arguments == null) {
      DockerWords rest = slice.words(argumentsStart, end, escape, variables);
      arguments = rest.all();
      if (rest.position() < end) {
        String message =
            "more than " + arguments.size() + " words in one instruction; the rest was not read";
        notices.accept(
            Notice.of(NoticeKind.LIMIT_REACHED, message, source.path(), source.lineAt(start)));
      }
    }
    List<Setting> settings =
        switch (keyword) {
          case "ENV", "LABEL", "ARG" -> settings(slice, keyword, argumentsStart, end);
          default -> List.of();
        };
    ShellScript script = null;
    int scriptStart = argumentsStart;
    if (keyword.equals("HEALTHCHECK") && slice.startsWith("CMD", argumentsStart)) {
      scriptStart = slice.words(argumentsStart + 3, end, escape, variables).position();
      List<DockerWord> command = list(slice, scriptStart, end);
      execForm = command != null;
      arguments = command == null ? arguments : command;
    }
    boolean runs =
        switch (keyword) {
          case "RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK" -> true;
          default -> false;
        };
    if (runs && scriptStart < end) {
      script = script(slice, scriptStart, end, wholeEnd, heredocs, execForm);
    }
    return new DockerInstruction(
        source,
        keyword,
        start,
        wholeEnd,
        flags,
        arguments,
        settings,
        execForm,
        script,
        scriptStart);
  }

  private static DockerFlag flag(DockerWord word) {
    String text = word.text();
    int equals = text.indexOf('=');
    String name = equals < 0 ? text.substring(2) : text.substring(2, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    return new DockerFlag(name, value, word.location());
  }

  /** Skips the here-documents of a line; the offset behind them. */
  private int hereDocuments(String line, int lineEnd) {
    int end = lineEnd;
    int i = line.indexOf("<<");
    while (i >= 0) {
      int from = i + 2;
      boolean here = from < line.length() && line.charAt(from) != '<';
      here &= i == 0 || line.charAt(i - 1) != '<';
      if (here) {
        from += line.charAt(from) == '-' ? 1 : 0;
        int to = from;
        while (to < line.length() && isMark(line.charAt(to))) {
          to++;
        }
        String mark = line.substring(from, to).replace("\"", "").replace("'", "");
        if (!mark.isEmpty() && !Character.isDigit(mark.charAt(0))) {
          end = skipTo(mark);
        }
      }
      i = line.indexOf("<<", i + 2);
    }
    return end;
  }

  private static boolean isMark(char unit) {
    return unit == '_' || unit == '"' || unit == '\'' || Character.isLetterOrDigit(unit);
  }

  /** Skips the lines up to a mark; without one, the rest of the file. */
  private int skipTo(String mark) {
    while (at < text.length) {
      int lineEnd = lineEnd(at);
      String line = new String(text, at, Math.min(lineEnd - at, mark.length() + 100));
      at = next(lineEnd);
      if (line.strip().equals(mark)) {
        return lineEnd;
      }
    }
    return text.length;
  }

  private ShellScript script(
      Slice slice, int start, int end, int wholeEnd, int heredocs, boolean execForm) {
    if (execForm) {
      return ShellScript.of(slice.asCommand(start, end));
    }
    String line = slice.text(start, end);
    if (heredocs < 0 || wholeEnd <= end) {
      return ShellScript.of(line);
    }
    // A document that is the whole command is itself the script; the mark before it is blotted out.
    boolean whole = line.startsWith("<<") && line.strip().indexOf(' ') < 0;
    String body = new String(text, end, wholeEnd - end);
    if (!whole) {
      return ShellScript.of(line + body);
    }
    int lastLine = body.lastIndexOf('\n');
    return ShellScript.of(" ".repeat(line.length()) + body.substring(0, Math.max(0, lastLine)));
  }

  /** The elements of a list in brackets; null if it is none, as Docker then takes it for words. */
  private static @Nullable List<DockerWord> list(Slice slice, int start, int end) {
    if (!slice.startsWith("[", start)) {
      return null;
    }
    return slice.list(start, end);
  }

  private List<Setting> settings(Slice slice, String keyword, int start, int end) {
    List<Setting> settings = new ArrayList<>();
    DockerWords words = slice.words(start, end, escape, variables);
    while (words.position() < end) {
      DockerWord name = words.upTo('=');
      if (words.take('=')) {
        settings.add(new Setting(name, words.upTo('\0')));
      } else if (keyword.equals("ARG")) {
        settings.add(new Setting(name, null));
      } else {
        // The old form: one name, and the rest of the line.
        settings.add(new Setting(name, words.rest()));
      }
    }
    return settings;
  }

  private void add(DockerInstruction instruction) {
    if (instruction.is("FROM")) {
      endStage();
      from = instruction;
      variables = variablesOf(instruction);
      return;
    }
    for (Setting setting : instruction.settings()) {
      if (!instruction.is("LABEL")) {
        set(instruction, setting);
      }
    }
    if (from == null) {
      preamble.add(instruction);
    } else {
      inStage.add(instruction);
    }
  }

  private void set(DockerInstruction instruction, Setting setting) {
    String name = setting.name().text();
    String value = setting.value().flatMap(DockerWord::value).orElse(null);
    if (from == null) {
      arguments.set(name, value);
      variables.set(name, value);
    } else if (instruction.is("ARG")) {
      variables.set(name, setting.value().isPresent() ? value : arguments.get(name));
    } else {
      variables.set(name, value);
    }
  }

  private @Nullable DockerStage baseOf(DockerInstruction instruction) {
    return instruction.arguments().isEmpty()
        ? null
        : stageByName.get(instruction.arguments().get(0).valueOrText().toLowerCase(Locale.ROOT));
  }

  private Variables variablesOf(DockerInstruction instruction) {
    DockerStage base = baseOf(instruction);
    return base == null ? Variables.none() : variablesOfStages.get(base.index()).copy();
  }

  private void endStage() {
    DockerInstruction begin = from;
    if (begin == null) {
      return;
    }
    String name = null;
    List<DockerWord> words = begin.arguments();
    if (words.size() >= 3 && words.get(1).text().equalsIgnoreCase("as")) {
      name = words.get(2).valueOrText();
    }
    DockerStage stage = new DockerStage(stages.size(), name, begin, baseOf(begin), inStage);
    stages.add(stage);
    variablesOfStages.add(variables);
    if (name != null) {
      stageByName.put(name.toLowerCase(Locale.ROOT), stage);
    }
    from = null;
    inStage = new ArrayList<>();
    variables = arguments.copy();
  }
}
