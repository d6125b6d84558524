package dev.emerald.core.internal.regex.backtracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.ExactMatcher.Outcome;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our reader and our matcher beside those of GraalJS: which patterns are valid, and where matches
 * and captures are. Patterns are made here, or are those of the fixtures; nothing else is run.
 */
class RegexOracleTest {

  private static final String ASK =
      """
      (pattern, flags, texts) => {
        let regex;
        try {
          regex = new RegExp(pattern, flags + 'd');
        } catch (e) {
          return 'invalid';
        }
        return texts.split('\\uffff').map((text) => {
          regex.lastIndex = 0;
          const match = regex.exec(text);
          return match ? match.indices.map((i) => (i ? i.join() : '-1,-1')).join() : 'NONE';
        }).join(';');
      }
      """;

  private static Context context;
  private static Value ask;

  @BeforeAll
  static void start() {
    // It says at length that it runs without a compiler, which is meant.
    System.setProperty("polyglotimpl.AttachLibraryFailureAction", "ignore");
    context =
        Context.newBuilder("js")
            .allowHostAccess(HostAccess.NONE)
            .allowIO(IOAccess.NONE)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowCreateThread(false)
            .allowNativeAccess(false)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    ask = context.eval("js", ASK);
  }

  @AfterAll
  static void stop() {
    context.close(true);
  }

  private record Asked(String pattern, String flags) {
    @Override
    public String toString() {
      return "/" + pattern + "/" + flags;
    }
  }

  private static String oracle(Asked asked, List<String> texts) {
    return ask.execute(asked.pattern, asked.flags, String.join("\uffff", texts)).asString();
  }

  /** Any tokens in any order: what is no pattern has to be refused, and nothing else. */
  @Test
  void theSamePatternsAreValid() {
    Random random = new Random(5);
    String[] tokens = {
      "a",
      "b",
      "Z",
      "1",
      "_",
      " ",
      "\u00e9",
      "\u017f",
      "\ud83d\ude00",
      "\ud83d",
      "/",
      "=",
      "!",
      ":",
      "<",
      ">",
      "\\d",
      "\\W",
      "\\s",
      "\\b",
      "\\B",
      "\\n",
      "\\0",
      "\\00",
      "\\x41",
      "\\x4",
      "\\u0041",
      "\\u{41}",
      "\\u{110000}",
      "\\ud83d\\ude00",
      "\\cA",
      "\\c",
      "\\c1",
      "\\1",
      "\\2",
      "\\8",
      "\\k<n>",
      "\\k",
      "\\p{L}",
      "\\P{Lu}",
      "\\p{Script=Greek}",
      "\\p{Nope}",
      "\\p",
      "\\-",
      "\\/",
      "\\a",
      "\\$",
      "\\",
      "(",
      "(",
      "(?:",
      "(?=",
      "(?!",
      "(?<=",
      "(?<!",
      "(?<n>",
      "(?<m>",
      "(?<1>",
      "(?i:",
      "(?-s:",
      "(?ii:",
      "(?i-i:",
      "(?",
      ")",
      ")",
      ")",
      "[",
      "[",
      "[^",
      "]",
      "]",
      "-",
      "a-z",
      "z-a",
      "\\d-z",
      "^",
      "$",
      "|",
      ".",
      "*",
      "+",
      "?",
      "*?",
      "{2}",
      "{1,2}",
      "{2,1}",
      "{1,}",
      "{,2}",
      "{",
      "}",
      "&&",
      "--",
      "&",
      "\\q{a|bc}",
    };
    String[] flags = {"", "", "i", "u", "u", "v", "v", "m", "s", "iu", "iv"};
    List<String> wrong = new ArrayList<>();
    int valid = 0;
    for (int i = 0; i < 4_000; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        pattern.append(tokens[random.nextInt(tokens.length)]);
      }
      Asked asked = new Asked(pattern.toString(), flags[random.nextInt(flags.length)]);
      boolean expected = !oracle(asked, List.of("")).equals("invalid");
      RegexPattern read = RegexParser.parse(asked.pattern, asked.flags);
      valid += expected ? 1 : 0;
      if (expected != read.tree().isPresent()) {
        wrong.add((expected ? "valid: " : "not valid: ") + asked + " " + read.diagnostics());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(valid).isGreaterThan(700);
  }

  @Test
  void matchesAreWhereTheOracleHasThem() {
    Random random = new Random(6);
    List<Asked> patterns = new ArrayList<>();
    String[] flags = {"", "", "", "i", "u", "iu", "m", "s", "ms", "v", "iv", "y"};
    for (int i = 0; i < 2_000; i++) {
      Writer writer = new Writer(random);
      String text = writer.disjunction(3);
      patterns.add(new Asked(text, flags[random.nextInt(flags.length)]));
    }
    assertThat(compare(patterns, random)).isGreaterThan(1_700);
  }

  @Test
  void patternsOfFixturesMatchAsTheOracleHasThem() throws IOException {
    Set<Asked> patterns = new LinkedHashSet<>();
    Path fixtures = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(fixtures.resolve("rules-builtin"))) {
      fixtures = fixtures.getParent();
    }
    try (Stream<Path> files = Files.walk(fixtures.resolve("rules-builtin/src/test/resources"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).sorted().toList()) {
        SourceText text = SourceText.of("x.js", Files.readString(file));
        ParseOptions options = new ParseOptions(Language.JS, Goal.UNAMBIGUOUS);
        SyntaxTree tree = SyntaxTree.of(Parser.parse(text, options).program());
        for (int i = 0; i < tree.size(); i++) {
          Node node = tree.node(i);
          if (node instanceof RegExpLiteral literal) {
            patterns.add(new Asked(literal.pattern(), literal.flags().replace("d", "")));
          }
        }
      }
    }
    assertThat(compare(List.copyOf(patterns), new Random(7))).isGreaterThan(70);
  }

  /** Compares on texts made of what the pattern is made of; the number of patterns compared. */
  private static int compare(List<Asked> patterns, Random random) {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Asked asked : patterns) {
      List<String> texts = texts(asked.pattern, random);
      String expected = oracle(asked, texts);
      RegexPattern read = RegexParser.parse(asked.pattern, asked.flags);
      if (read.tree().isEmpty() || expected.equals("invalid")) {
        boolean limit =
            read.diagnostics().stream().anyMatch(d -> d.kind() == RegexDiagnostic.Kind.LIMIT);
        if (read.tree().isPresent() || !expected.equals("invalid") && !limit) {
          wrong.add(asked + ": " + expected + ", ours " + read.diagnostics());
        }
        continue;
      }
      ExactMatcher matcher;
      try {
        matcher = new ExactMatcher(read);
      } catch (NotDecidable unknownCharacters) {
        continue;
      }
      compared++;
      String[] answers = expected.split(";", -1);
      for (int i = 0; i < answers.length; i++) {
        Outcome outcome = matcher.search(texts.get(i), 200_000);
        String ours = outcome == Outcome.FOUND ? joined(matcher.places()) : outcome.toString();
        if (outcome != Outcome.GIVEN_UP && !ours.equals(answers[i])) {
          wrong.add(asked + " on '" + texts.get(i) + "': " + answers[i] + ", ours " + ours);
        }
      }
    }
    assertThat(wrong).isEmpty();
    return compared;
  }

  private static String joined(int[] places) {
    return Arrays.stream(places).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private static List<String> texts(String pattern, Random random) {
    String characters = pattern.replaceAll("[\\\\()\\[\\]{}|*+?^$\uffff]", "") + "aB1 \n_-";
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; i < 7; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(9); j >= 0; j--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Writes valid patterns at random. */
  private static final class Writer {
    private static final String[] ATOMS = {
      "a",
      "b",
      "B",
      "1",
      " ",
      "_",
      "\\n",
      "[ab]",
      "[^a]",
      "[a-c1]",
      ".",
      "\\d",
      "\\w",
      "\\W",
      "\\s",
      "k",
      "\\u017f",
      "\\u212a",
      "\u00e9",
      "[^\\w]",
      "[\\s\\S]",
    };
    private static final String[] ASSERTIONS = {"^", "$", "\\b", "\\B"};
    private static final String[] QUANTIFIERS = {
      "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "", "", "", "",
    };
    private static final String[] OPENINGS = {
      "(", "(?:", "(", "(?=", "(?!", "(?<=", "(?<!", "(?i:"
    };

    private final Random random;
    private int groups;

    Writer(Random random) {
      this.random = random;
    }

    String disjunction(int depth) {
      StringBuilder text = new StringBuilder(alternative(depth));
      while (random.nextInt(3) == 0) {
        text.append('|').append(alternative(depth));
      }
      return text.toString();
    }

    private String alternative(int depth) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(4); i > 0; i--) {
        text.append(element(depth));
      }
      return text.toString();
    }

    private String element(int depth) {
      int kind = random.nextInt(12);
      if (kind == 0) {
        return ASSERTIONS[random.nextInt(ASSERTIONS.length)];
      }
      if (kind == 1 && groups > 0) {
        return "\\" + (1 + random.nextInt(groups)) + "(?:)";
      }
      if (kind < 5 && depth > 0) {
        String opening = OPENINGS[random.nextInt(OPENINGS.length)];
        groups += opening.equals("(") ? 1 : 0;
        String group = opening + disjunction(depth - 1) + ")";
        boolean repeated = opening.equals("(") || opening.endsWith(":");
        return group + (repeated ? QUANTIFIERS[random.nextInt(QUANTIFIERS.length)] : "");
      }
      String atom = ATOMS[random.nextInt(ATOMS.length)];
      return atom + QUANTIFIERS[random.nextInt(QUANTIFIERS.length)];
    }
  }
}
