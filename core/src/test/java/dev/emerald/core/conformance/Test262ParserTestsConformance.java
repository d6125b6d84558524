package dev.emerald.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import dev.emerald.spi.ast.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The programs of tc39/test262-parser-tests, a copy of which {@code
 * -Demerald.test262-parser-tests=FOLDER} names.
 */
@EnabledIfSystemProperty(named = "emerald.test262-parser-tests", matches = ".+")
class Test262ParserTestsConformance {

  private static final Path ROOT = Path.of(System.getProperty("emerald.test262-parser-tests", ""));

  @Test
  void allValidProgramsAreRead() throws IOException {
    List<String> refused = new ArrayList<>();
    List<Path> files = Corpora.files(ROOT.resolve("pass"), ".js");
    for (Path file : files) {
      ParseResult result = parse(file);
      if (!result.diagnostics().isEmpty()) {
        refused.add(file.getFileName() + ": " + result.diagnostics().get(0));
      }
    }
    System.out.println(
        "pass: %d of %d accepted".formatted(files.size() - refused.size(), files.size()));
    assertThat(files).hasSizeGreaterThan(1_900);
    assertThat(refused).isEmpty();
  }

  @Test
  void parenthesesAndSemicolonsThatAreSpelledOutChangeNothing() throws IOException {
    List<String> different = new ArrayList<>();
    Map<String, String> known = Corpora.listed("test262-different.txt");
    int respelled = 0;
    List<Path> files = Corpora.files(ROOT.resolve("pass"), ".js");
    for (Path file : files) {
      String name = file.getFileName().toString();
      Program implicit = parse(file).program();
      Program explicit = parse(ROOT.resolve("pass-explicit").resolve(name)).program();
      if (Shape.of(implicit).equals(Shape.of(explicit))) {
        continue;
      }
      boolean same = Shape.withoutSpelling(implicit).equals(Shape.withoutSpelling(explicit));
      if (!known.containsKey(name) || same != known.get(name).equals("spelling")) {
        different.add(name);
      } else if (same) {
        respelled++;
      }
    }
    System.out.println(
        "pass-explicit: %d of %d have the same tree, %d but for names and numbers, %d are others"
            .formatted(
                files.size() - different.size() - known.size(),
                files.size(),
                respelled,
                known.size() - respelled));
    assertThat(different).isEmpty();
  }

  /** For information: a scanner may accept more than the language. */
  @Test
  void invalidProgramsAreCounted() throws IOException {
    for (String folder : List.of("fail", "early")) {
      List<Path> files = Corpora.files(ROOT.resolve(folder), ".js");
      int refused = 0;
      for (Path file : files) {
        if (!parse(file).diagnostics().isEmpty()) {
          refused++;
        }
      }
      System.out.println("%s: %d of %d refused".formatted(folder, refused, files.size()));
      assertThat(files).isNotEmpty();
    }
  }

  private static ParseResult parse(Path file) throws IOException {
    Goal goal = file.toString().endsWith(".module.js") ? Goal.MODULE : Goal.SCRIPT;
    return Corpora.parse(file, Corpora.read(file), new ParseOptions(Language.JS, goal));
  }
}
