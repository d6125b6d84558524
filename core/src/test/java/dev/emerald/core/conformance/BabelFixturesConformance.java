package dev.emerald.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import dev.emerald.spi.manifest.JsonArray;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The fixtures of Babel's parser, of which {@code -Demerald.babel-fixtures=FOLDER} names a copy:
 * the folders {@code typescript}, {@code jsx} and {@code es20…} of {@code
 * packages/babel-parser/test/fixtures} in babel/babel.
 *
 * <p>A fixture is valid if Babel neither throws nor notes an error. What we refuse all the same is
 * listed in {@code babel-exceptions.txt} with the reason.
 */
@EnabledIfSystemProperty(named = "emerald.babel-fixtures", matches = ".+")
class BabelFixturesConformance {

  private static final Path ROOT = Path.of(System.getProperty("emerald.babel-fixtures", ""));

  @Test
  void validProgramsAreReadButForTheExceptions() throws IOException {
    Map<String, String> exceptions = Corpora.listed("babel-exceptions.txt");
    List<String> refused = new ArrayList<>();
    Set<String> unused = new HashSet<>(exceptions.keySet());
    Map<String, int[]> counts = new HashMap<>();
    for (Path input : Corpora.files(ROOT, "/input.js", "/input.ts", "/input.tsx", "/input.mjs")) {
      Path folder = input.getParent();
      Map<String, JsonValue> options = options(folder);
      String name = ROOT.relativize(folder).toString().replace('\\', '/');
      if (options.containsKey("throws") || hasErrors(folder)) {
        count(counts, name, 2, accepts(input, options) ? 0 : 1);
        continue;
      }
      ParseResult result = parse(input, options);
      boolean accepted = result.diagnostics().isEmpty();
      count(counts, name, 0, accepted ? 1 : 0);
      if (!accepted && !unused.remove(name)) {
        refused.add(name + ": " + result.diagnostics().get(0));
      }
    }
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                System.out.println(
                    "babel %s: %d of %d valid accepted, %d of %d invalid refused"
                        .formatted(
                            entry.getKey(),
                            entry.getValue()[1],
                            entry.getValue()[0],
                            entry.getValue()[3],
                            entry.getValue()[2])));
    assertThat(counts).isNotEmpty();
    assertThat(refused).isEmpty();
    assertThat(unused).as("exceptions that are none").isEmpty();
  }

  private static void count(Map<String, int[]> counts, String name, int at, int success) {
    int[] numbers = counts.computeIfAbsent(name.replaceAll("/.*", ""), suite -> new int[4]);
    numbers[at]++;
    numbers[at + 1] += success;
  }

  private static boolean accepts(Path input, Map<String, JsonValue> options) throws IOException {
    return parse(input, options).diagnostics().isEmpty();
  }

  private static ParseResult parse(Path input, Map<String, JsonValue> options) throws IOException {
    Language language = Language.JS;
    if (hasPlugin(options, "typescript")) {
      language = hasPlugin(options, "jsx") ? Language.TSX : Language.TS;
      if (options.containsKey("dts")) {
        language = Language.DTS;
      }
    }
    return Corpora.parse(input, Corpora.read(input), new ParseOptions(language, goal(options)));
  }

  private static Goal goal(Map<String, JsonValue> options) {
    if (options.containsKey("allowAwaitOutsideFunction")) {
      return Goal.UNAMBIGUOUS;
    }
    JsonValue type = options.get("sourceType");
    return switch (type == null ? "script" : type.asString().orElse("")) {
      case "module" -> Goal.MODULE;
      case "unambiguous" -> Goal.UNAMBIGUOUS;
      case "commonjs" -> Goal.COMMONJS;
      default -> options.containsKey("allowReturnOutsideFunction") ? Goal.COMMONJS : Goal.SCRIPT;
    };
  }

  private static boolean hasPlugin(Map<String, JsonValue> options, String name) {
    if (!(options.get("plugins") instanceof JsonArray plugins)) {
      return false;
    }
    for (JsonValue plugin : plugins.elements()) {
      JsonValue id =
          plugin instanceof JsonArray pair && !pair.elements().isEmpty()
              ? pair.elements().get(0)
              : plugin;
      if (id.asString().filter(name::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The options of a fixture: its own over those of the folders around it. */
  private static Map<String, JsonValue> options(Path folder) throws IOException {
    Map<String, JsonValue> options = new HashMap<>();
    Path at = ROOT;
    addOptions(at, options);
    for (Path part : ROOT.relativize(folder)) {
      at = at.resolve(part);
      addOptions(at, options);
    }
    return options;
  }

  private static void addOptions(Path folder, Map<String, JsonValue> options) throws IOException {
    if (json(folder.resolve("options.json")) instanceof JsonObject own) {
      own.members().forEach(member -> options.put(member.name(), member.value()));
      // The options of a plugin matter in one case alone.
      if (own.toString().contains("\"dts\"")) {
        options.put("dts", own);
      }
    }
  }

  private static @Nullable JsonValue json(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    return JsonReader.read(SourceText.of(file.toString(), Corpora.read(file))).root();
  }

  private static boolean hasErrors(Path folder) throws IOException {
    for (String name : List.of("output.json", "output.extended.json")) {
      Path output = folder.resolve(name);
      if (Files.exists(output) && Corpora.read(output).contains("\n  \"errors\":")) {
        return true;
      }
    }
    return false;
  }
}
