package dev.emerald.spi.shell;

import dev.emerald.spi.shell.ShellCommand.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits the text of a script. One pass over the text; substitutions and the scripts of {@code sh
 * -c} are read again, to a bounded depth.
 */
final class ShellReader {

  /** How many commands of a script are kept. */
  static final int MOST_COMMANDS = 20_000;

  /** How many words of a command are kept. */
  private static final int MOST_WORDS = 10_000;

  private static final int DEEPEST = 4;

  /** Words at the head of a command that begin or end a compound one. */
  private static final Set<String> KEYWORDS =
      Set.of("if", "then", "else", "elif", "fi", "do", "done", "while", "until", "{", "}", "!");

  /** Keywords whose line is no command. */
  private static final Set<String> HEADERS = Set.of("for", "case", "select", "function");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

  private final String text;
  private final int end;
  private final int depth;
  private final List<ShellCommand> commands;
  private final List<int[]> nested = new ArrayList<>();
  private final List<String> hereDocuments = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private List<ShellWord> words = new ArrayList<>();
  private List<ShellWord> assignments = new ArrayList<>();
  private List<ShellWord> redirections = new ArrayList<>();
  private Joint joint = Joint.SEQUENCE;
  private int at;
  private int parentheses;
  private int first = -1;
  private int last;
  private boolean header;
  private boolean literal;
  private boolean quoted;

  private ShellReader(String text, int start, int end, int depth, List<ShellCommand> commands) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.depth = depth;
    this.commands = commands;
  }

  static List<ShellCommand> read(String text) {
    List<ShellCommand> commands = new ArrayList<>();
    new ShellReader(text, 0, text.length(), 0, commands).run();
    return commands;
  }

  private void run() {
    while (at < end && commands.size() < MOST_COMMANDS) {
      char unit = text.charAt(at);
      switch (unit) {
        case ' ', '\t' -> at++;
        case '\r' -> at++;
        case '\n' -> {
          at++;
          finish(Joint.SEQUENCE);
          skipHereDocuments();
        }
        case ';' -> {
          at++;
          finish(Joint.SEQUENCE);
        }
        case '&' -> ampersand();
        case '|' -> bar();
        case '(' -> open();
        case ')' -> close();
        case '<', '>' -> redirection();
        case '#' -> skipLine();
        default -> takeWord();
      }
    }
    finish(Joint.SEQUENCE);
    if (depth < DEEPEST) {
      for (int[] range : nested) {
        new ShellReader(text, range[0], range[1], depth + 1, commands).run();
      }
    }
  }

  private boolean follows(char unit) {
    return at + 1 < end && text.charAt(at + 1) == unit;
  }

  private void ampersand() {
    if (follows('>')) {
      at++;
      redirection();
    } else if (follows('&')) {
      at += 2;
      finish(Joint.AND);
    } else {
      at++;
      finish(Joint.BACKGROUND);
    }
  }

  private void bar() {
    boolean or = follows('|');
    at += or || follows('&') ? 2 : 1;
    finish(or ? Joint.OR : Joint.PIPE);
  }

  private void open() {
    boolean attached = first >= 0 && last == at;
    if (attached && follows(')')) {
      // The head of a function.
      at += 2;
      forget();
    } else if (attached && text.charAt(at - 1) == '=') {
      // The elements of an array.
      at = Math.min(end, find(')', at) + 1);
      last = at;
    } else {
      at++;
      parentheses++;
      finish(joint);
    }
  }

  /** The index of the next such character, or the end. */
  private int find(char wanted, int from) {
    int i = from;
    while (i < end && text.charAt(i) != wanted) {
      i++;
    }
    return i;
  }

  private void close() {
    at++;
    if (parentheses > 0) {
      parentheses--;
      finish(Joint.SEQUENCE);
    } else {
      // The pattern of a case: no command.
      forget();
      joint = Joint.SEQUENCE;
    }
  }

  private void skipLine() {
    while (at < end && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** Reads {@code > file}, {@code 2>&1}, {@code <<EOF}, {@code <<< text}, {@code <(command)}. */
  private void redirection() {
    int from = at;
    char kind = text.charAt(at);
    while (at < end && (text.charAt(at) == kind || text.charAt(at) == '&') && at - from < 3) {
      at++;
    }
    if (at < end && text.charAt(at) == '(') {
      substitution(at + 1);
      return;
    }
    String operator = text.substring(from, at);
    boolean dash = operator.equals("<<") && at < end && text.charAt(at) == '-';
    at += dash || at < end && text.charAt(at) == '|' && kind == '>' ? 1 : 0;
    skipBlanks();
    if (at >= end || isBreak(text.charAt(at))) {
      return;
    }
    ShellWord target = read();
    if (operator.equals("<<")) {
      hereDocuments.add((dash ? "-" : "=") + target.text());
    } else {
      redirections.add(target);
    }
    last = at;
  }

  private void skipBlanks() {
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isBreak(char unit) {
    return switch (unit) {
      case ' ', '\t', '\r', '\n', ';', '&', '|', '(', ')', '<', '>' -> true;
      default -> false;
    };
  }

  private void skipHereDocuments() {
    for (String mark : hereDocuments) {
      boolean tabs = mark.charAt(0) == '-';
      String delimiter = mark.substring(1);
      while (at < end) {
        int lineEnd = find('\n', at);
        int from = at;
        while (tabs && from < lineEnd && text.charAt(from) == '\t') {
          from++;
        }
        int to = lineEnd > from && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
        boolean over =
            to - from == delimiter.length()
                && text.regionMatches(from, delimiter, 0, delimiter.length());
        at = Math.min(end, lineEnd + 1);
        if (over) {
          break;
        }
      }
    }
    hereDocuments.clear();
  }

  private void takeWord() {
    int from = at;
    ShellWord read = read();
    if (at == from) {
      at++;
      return;
    }
    if (read.text().isEmpty() && text.charAt(from) == '\\') {
      // A line break that is none.
      return;
    }
    boolean number = read.literal() && at < end && isNumberBefore(read, text.charAt(at));
    if (number) {
      return;
    }
    if (first < 0) {
      if (words.isEmpty() && read.start() + read.text().length() == read.end()) {
        if (KEYWORDS.contains(read.text())) {
          return;
        }
        header = HEADERS.contains(read.text());
      }
      first = read.start();
    }
    last = at;
    if (words.isEmpty() && isAssignment(read.text())) {
      assignments.add(read);
    } else if (words.size() < MOST_WORDS) {
      words.add(read);
    }
  }

  private static boolean isNumberBefore(ShellWord word, char next) {
    return (next == '>' || next == '<')
        && word.text().length() == 1
        && Character.isDigit(word.text().charAt(0));
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    if (equals <= 0 || Character.isDigit(word.charAt(0))) {
      return false;
    }
    for (int i = 0; i < equals; i++) {
      char unit = word.charAt(i);
      boolean name = unit == '_' || unit < 0x80 && Character.isLetterOrDigit(unit);
      if (!name && !(unit == '+' && i == equals - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Reads a word from where the reading stands. */
  private ShellWord read() {
    int from = at;
    word.setLength(0);
    literal = true;
    quoted = true;
    while (at < end) {
      char unit = text.charAt(at);
      if (unit == '\\') {
        escape();
      } else if (unit == '\'') {
        singleQuotes();
      } else if (unit == '"') {
        doubleQuotes();
      } else if (unit == '$' || unit == '`') {
        quoted = false;
        expansion();
      } else if (isBreak(unit)) {
        break;
      } else {
        word.append(unit);
        at++;
      }
    }
    return new ShellWord(word.toString(), from, at, literal, literal || quoted);
  }

  private void escape() {
    at++;
    if (at < end && text.charAt(at) == '\r' && follows('\n')) {
      at += 2;
    } else if (at < end) {
      char unit = text.charAt(at++);
      if (unit != '\n') {
        word.append(unit);
      }
    }
  }

  private void singleQuotes() {
    int from = at + 1;
    int close = find('\'', from);
    for (int i = from; i + 2 < close && literal; i++) {
      // What a pipeline puts in is put in before any shell reads the quotes.
      literal = !text.startsWith("${{", i);
    }
    word.append(text, from, close);
    at = Math.min(end, close + 1);
  }

  private void doubleQuotes() {
    at++;
    while (at < end && text.charAt(at) != '"') {
      char unit = text.charAt(at);
      if (unit == '\\' && at + 1 < end) {
        char next = text.charAt(at + 1);
        boolean escapes = next == '"' || next == '\\' || next == '$' || next == '`';
        if (escapes || next == '\n') {
          at++;
          word.append(next == '\n' ? "" : String.valueOf(next));
        } else {
          word.append(unit);
        }
        at++;
      } else if (unit == '$' || unit == '`') {
        expansion();
      } else {
        word.append(unit);
        at++;
      }
    }
    at = Math.min(end, at + 1);
  }

  /** Takes in what is put in when the script runs, as it is written. */
  private void expansion() {
    int from = at;
    if (text.charAt(at) == '`') {
      int close = find('`', at + 1);
      nested.add(new int[] {at + 1, close});
      at = Math.min(end, close + 1);
    } else if (text.startsWith("${{", at)) {
      int close = find('}', at);
      while (close + 1 < end && text.charAt(close + 1) != '}') {
        close = find('}', close + 1);
      }
      at = Math.min(end, close + 2);
    } else if (follows('(')) {
      substitution(at + 2);
    } else if (follows('{')) {
      at = Math.min(end, find('}', at) + 1);
    } else {
      at++;
      if (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
          at++;
        }
      } else if (at < end && "@*#?$!-".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else {
        word.append('$');
        return;
      }
    }
    literal = false;
    word.append(text, from, at);
  }

  /** Skips to behind the parenthesis that closes a substitution, and notes what lies within. */
  private void substitution(int from) {
    int open = 1;
    int i = from;
    while (i < end && open > 0) {
      char unit = text.charAt(i);
      if (unit == '\\') {
        i++;
      } else if (unit == '\'') {
        int close = find('\'', i + 1);
        i = close == end ? i : close;
      } else if (unit == '(') {
        open++;
      } else if (unit == ')') {
        open--;
      }
      i++;
    }
    at = Math.min(end, i);
    nested.add(new int[] {Math.min(from, at), open == 0 ? at - 1 : at});
    literal = false;
  }

  private void forget() {
    words = new ArrayList<>();
    assignments = new ArrayList<>();
    redirections = new ArrayList<>();
    first = -1;
    header = false;
  }

  private void finish(Joint next) {
    if (first >= 0 && !header) {
      ShellCommand command =
          new ShellCommand(assignments, words, redirections, joint, first, last, depth > 0);
      commands.add(command);
      addScriptOf(command);
    }
    boolean empty = first < 0;
    forget();
    joint = empty && next == Joint.SEQUENCE && joint != Joint.SEQUENCE && at < end ? joint : next;
  }

  /** The script that {@code sh -c} runs. */
  private void addScriptOf(ShellCommand command) {
    ShellCommand shell = command.unwrapped();
    if (!SHELLS.contains(shell.name())) {
      return;
    }
    @Nullable ShellWord option = null;
    for (ShellWord argument : shell.arguments()) {
      if (option != null) {
        // Within its quotes, if it has some.
        int quote = argument.end() - argument.start() > argument.text().length() ? 1 : 0;
        nested.add(new int[] {argument.start() + quote, argument.end() - quote});
        return;
      }
      if (!argument.option()) {
        return;
      }
      boolean isScript = !argument.text().startsWith("--") && argument.text().indexOf('c') > 0;
      option = isScript ? argument : null;
    }
  }
}
