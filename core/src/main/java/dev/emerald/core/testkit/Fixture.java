package dev.emerald.core.testkit;

import dev.emerald.core.analysis.Report;
import dev.emerald.core.testkit.Expectation.Kind;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** A folder of files, and what they say is to be found in them. */
final class Fixture {

  private static final String LIST = "expect.txt";

  private final String name;
  private final SortedMap<String, String> texts;
  private final List<Expectation> expectations;
  private final List<String> mistakes;

  private Fixture(
      String name,
      SortedMap<String, String> texts,
      List<Expectation> expectations,
      List<String> mistakes) {
    this.name = name;
    this.texts = texts;
    this.expectations = expectations;
    this.mistakes = mistakes;
  }

  /** Reads a folder. */
  static Fixture read(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the fixture " + folder, e);
    }
    return of(String.valueOf(folder.getFileName()), texts);
  }

  private static Fixture of(String name, SortedMap<String, String> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    List<Expectation> expectations = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          SourceText source = SourceText.of(path, text);
          if (path.equals(LIST) || path.endsWith("/" + LIST)) {
            String folder = path.substring(0, path.length() - LIST.length());
            for (int line = 1; line <= source.lineCount(); line++) {
              String said = source.lineText(line).strip();
              if (said.isEmpty() || said.startsWith("#")) {
                continue;
              }
              Expectation expectation = Expectation.ofList(folder, said);
              if (expectation == null) {
                mistakes.add(path + ":" + line + ": not of the form 'file:line rule-id'");
              } else {
                expectations.add(expectation);
              }
            }
            return;
          }
          texts.put(path, text);
          for (int line = 1; line <= source.lineCount(); line++) {
            Matcher said = Expectation.inComment(source.lineText(line));
            while (said.find()) {
              expectations.add(Expectation.of(said, path, line));
            }
          }
        });
    for (Expectation expectation : expectations) {
      if (!texts.containsKey(expectation.path())) {
        mistakes.add("there is no file " + expectation.path() + " to find something in");
      }
    }
    return new Fixture(name, texts, expectations, mistakes);
  }

  /** The name of the folder. */
  String name() {
    return name;
  }

  /** The files, by path, lists of expectations left out. */
  SortedMap<String, String> texts() {
    return texts;
  }

  /** The rules that expectations name. */
  TreeSet<String> rules() {
    TreeSet<String> rules = new TreeSet<>();
    for (Expectation expectation : expectations) {
      if (expectation.kind() != Kind.STEP) {
        rules.add(expectation.rule());
      }
    }
    return rules;
  }

  /**
   * What a report says otherwise than the files.
   *
   * @return empty if it says what they say
   */
  String differences(Report report) {
    List<Finding> open = new ArrayList<>(report.findings());
    Map<String, SortedMap<Integer, List<String>>> marks = new LinkedHashMap<>();
    for (Expectation expectation : expectations) {
      switch (expectation.kind()) {
        case EXPECT, FALSE -> {
          if (!take(open, expectation)) {
            mark(marks, expectation.path(), expectation.line(), "- " + expectation);
          }
        }
        case MISSED -> {
          if (take(open, expectation)) {
            mark(
                marks,
                expectation.path(),
                expectation.line(),
                "+ found now: " + expectation + "; make it 'expect'");
          }
        }
        case FIX -> {
          if (!hasFix(report, expectation)) {
            mark(marks, expectation.path(), expectation.line(), "- " + expectation);
          }
        }
        case STEP -> {
          if (!hasStep(report, expectation)) {
            mark(marks, expectation.path(), expectation.line(), "- " + expectation);
          }
        }
      }
    }
    for (Finding finding : open) {
      mark(
          marks,
          finding.location().path(),
          finding.location().start().line(),
          "+ " + finding.ruleId() + " {" + finding.message() + "}");
    }
    StringBuilder text = new StringBuilder();
    mistakes.forEach(mistake -> text.append(mistake).append('\n'));
    for (Notice notice : report.notices()) {
      if (notice.kind() != NoticeKind.CONFIGURATION) {
        text.append("+ ").append(notice).append('\n');
      }
    }
    marks.forEach((path, lines) -> render(path, lines, text));
    return text.toString();
  }

  private static boolean take(List<Finding> open, Expectation expectation) {
    for (int i = 0; i < open.size(); i++) {
      Finding finding = open.get(i);
      if (finding.ruleId().equals(expectation.rule())
          && finding.location().path().equals(expectation.path())
          && finding.location().start().line() == expectation.line()
          && finding.message().contains(expectation.message())) {
        open.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean hasFix(Report report, Expectation expectation) {
    for (Finding finding : report.findings()) {
      if (finding.ruleId().equals(expectation.rule())
          && finding.location().path().equals(expectation.path())
          && finding.location().start().line() == expectation.line()
          && finding.fixes().stream().anyMatch(f -> f.title().contains(expectation.message()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasStep(Report report, Expectation expectation) {
    for (Finding finding : report.findings()) {
      List<Step> trace = finding.trace();
      for (int i = 0; i < trace.size(); i++) {
        if (expectation.rule().equals(String.valueOf(i + 1))
            && trace.get(i).location().path().equals(expectation.path())
            && trace.get(i).location().start().line() == expectation.line()) {
          return true;
        }
      }
    }
    return false;
  }

  private static void mark(
      Map<String, SortedMap<Integer, List<String>>> marks, String path, int line, String mark) {
    marks
        .computeIfAbsent(path, key -> new TreeMap<>())
        .computeIfAbsent(line, key -> new ArrayList<>())
        .add(mark);
  }

  /** The lines around what differs, as a diff shows them. */
  private void render(String path, SortedMap<Integer, List<String>> marks, StringBuilder text) {
    SourceText source = SourceText.of(path, texts.getOrDefault(path, ""));
    text.append(path).append('\n');
    for (int line = 1; line <= source.lineCount(); line++) {
      int at = line;
      boolean near = marks.keySet().stream().anyMatch(other -> Math.abs(other - at) <= 2);
      if (near) {
        text.append("%4d   %s%n".formatted(line, source.lineText(line)));
        for (String mark : marks.getOrDefault(line, List.of())) {
          text.append("     ").append(mark).append('\n');
        }
      }
    }
  }
}
