package dev.emerald.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The tests of the language in tc39/test262, a copy of which {@code -Demerald.test262=FOLDER}
 * names, taken as programs to read: all but those that must not parse. What is refused all the same
 * is listed in {@code test262-exceptions.txt} with the reason.
 */
@EnabledIfSystemProperty(named = "emerald.test262", matches = ".+")
class Test262Conformance {

  private static final Path ROOT = Path.of(System.getProperty("emerald.test262", ""));
  private static final Pattern MODULE = Pattern.compile("flags:[^\n]*\\bmodule\\b");

  @Test
  void allProgramsThatMustParseAreRead() throws IOException {
    Map<String, String> exceptions = Corpora.listed("test262-exceptions.txt");
    Set<String> unused = new HashSet<>(exceptions.keySet());
    List<String> refused = new ArrayList<>();
    int valid = 0;
    int invalid = 0;
    int invalidRefused = 0;
    for (String folder : List.of("test/language", "test/annexB", "test/staging")) {
      if (!Files.isDirectory(ROOT.resolve(folder))) {
        continue;
      }
      for (Path file : Corpora.files(ROOT.resolve(folder), ".js")) {
        String name = ROOT.relativize(file).toString().replace('\\', '/');
        String text = Corpora.read(file);
        String about = frontmatter(text);
        Goal goal = MODULE.matcher(about).find() ? Goal.MODULE : Goal.SCRIPT;
        if (name.contains("_FIXTURE")) {
          continue;
        }
        ParseResult result = Corpora.parse(file, text, new ParseOptions(Language.JS, goal));
        boolean accepted = result.diagnostics().isEmpty();
        if (about.contains("phase: parse")) {
          invalid++;
          invalidRefused += accepted ? 0 : 1;
          continue;
        }
        valid++;
        if (!accepted && !unused.remove(name)) {
          refused.add(name + ": " + result.diagnostics().get(0));
        }
      }
    }
    System.out.println(
        "test262: %d of %d valid programs accepted, %d of %d invalid ones refused"
            .formatted(valid - refused.size() - exceptions.size(), valid, invalidRefused, invalid));
    assertThat(valid).isPositive();
    assertThat(refused).isEmpty();
    assertThat(unused).as("exceptions that are none").isEmpty();
  }

  private static String frontmatter(String text) {
    int start = text.indexOf("/*---");
    int end = text.indexOf("---*/");
    return start < 0 || end < start ? "" : text.substring(start, end);
  }
}
