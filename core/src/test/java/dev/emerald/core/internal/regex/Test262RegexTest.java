package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.regex.ScriptTokens.Kind;
import dev.emerald.core.internal.regex.ScriptTokens.Token;
import dev.emerald.spi.regex.RegexPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Regular expressions of ECMAScript's own conformance suite, tc39/test262, a copy of which is named
 * by {@code -Demerald.test262=FOLDER}; without it nothing is done here.
 *
 * <p>Taken are literals, and strings that are passed to {@code RegExp} or, with a literal in them,
 * to {@code eval}. The figures are printed. What stands in {@code assert.throws(SyntaxError, …)},
 * or in a test that must not parse, must be refused; all others must be read. A test that must not
 * parse because its literal does not even end is the business of whoever cuts the file into tokens.
 */
@EnabledIfSystemProperty(named = "emerald.test262", matches = ".+")
class Test262RegexTest {

  private static final List<String> FOLDERS =
      List.of(
          "test/language/literals/regexp",
          "test/built-ins/RegExp",
          "test/annexB/language/literals/regexp",
          "test/annexB/built-ins/RegExp");

  /** Does not parse for what stands after its literal: {@code /a//.source}. */
  private static final String WRONG_ELSEWHERE = "test/language/literals/regexp/S7.8.5_A2.2_T2.js";

  private static final List<String> wrongs = new ArrayList<>();
  private static int refused;
  private static int read;
  private static int undecided;

  @BeforeAll
  static void readAll() throws IOException {
    Path root = Path.of(System.getProperty("emerald.test262"));
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".js")).sorted().toList()) {
          String source = Files.readString(file);
          String name = root.relativize(file).toString().replace('\\', '/');
          if (source.contains("phase: parse")) {
            mustNotParse(name, source);
          } else {
            new Positive(name, ScriptTokens.of(source)).read();
          }
        }
      }
    }
  }

  @Test
  void validExpressionsAreReadAndInvalidOnesRefused() {
    System.out.println(
        "test262: %d read as they should, %d refused as they should, %d wrong, %d not decided here"
            .formatted(read, refused, wrongs.size(), undecided));
    assertThat(read).isGreaterThan(5_000);
    assertThat(refused).isGreaterThan(400);
    assertThat(wrongs).isEmpty();
  }

  private static void mustNotParse(String file, String source) {
    int start = Math.max(0, source.indexOf("$DONOTEVALUATE();"));
    List<RegexPattern> literals = literals(ScriptTokens.of(source.substring(start)));
    if (literals.isEmpty() || file.equals(WRONG_ELSEWHERE)) {
      undecided++;
    } else if (literals.stream().allMatch(literal -> literal.tree().isPresent())) {
      wrongs.add(file + ": accepted " + literals);
    } else {
      refused++;
    }
  }

  private static List<RegexPattern> literals(List<Token> tokens) {
    List<RegexPattern> literals = new ArrayList<>();
    for (Token token : tokens) {
      if (token.kind() == Kind.REGEX) {
        literals.add(RegexParser.parse(token.text(), token.flags()));
      }
    }
    return literals;
  }

  /** A test that parses; what it passes to constructors may still have to fail. */
  private static final class Positive {

    private final String file;
    private final List<Token> tokens;
    private int depth;
    private int throwsDepth = Integer.MAX_VALUE;
    private int braces;
    private int tryBraces = Integer.MAX_VALUE;

    Positive(String file, List<Token> tokens) {
      this.file = file;
      this.tokens = tokens;
    }

    void read() {
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        track(i, token);
        if (token.kind() == Kind.REGEX) {
          expect(RegexParser.parse(token.text(), token.flags()), true);
        } else if (token.is("RegExp") && at(i + 1).is("(") && at(i + 2).kind() == Kind.STRING) {
          constructor(i + 2);
        } else if (token.is("eval")
            && at(i + 1).is("(")
            && at(i + 2).kind() == Kind.STRING
            && at(i + 3).is(")")) {
          evaluated(at(i + 2).text());
        }
      }
    }

    private void track(int index, Token token) {
      if (token.is("(")) {
        depth++;
        if (at(index - 1).is("throws") && at(index + 1).is("SyntaxError")) {
          throwsDepth = depth;
        }
      } else if (token.is(")")) {
        if (depth == throwsDepth) {
          throwsDepth = Integer.MAX_VALUE;
        }
        depth--;
      } else if (token.is("{")) {
        braces++;
        if (at(index - 1).is("try")) {
          tryBraces = braces;
        }
      } else if (token.is("}")) {
        if (braces == tryBraces) {
          tryBraces = Integer.MAX_VALUE;
        }
        braces--;
      }
    }

    private Token at(int index) {
      return index >= 0 && index < tokens.size()
          ? tokens.get(index)
          : new Token(Kind.PUNCTUATOR, "", "");
    }

    private void constructor(int argument) {
      boolean one = at(argument + 1).is(")");
      boolean two =
          at(argument + 1).is(",")
              && at(argument + 2).kind() == Kind.STRING
              && at(argument + 3).is(")");
      if (!one && !two) {
        undecided++;
        return;
      }
      RegexPattern regex =
          RegexParser.parse(at(argument).text(), one ? "" : at(argument + 2).text());
      expect(regex, depth < throwsDepth);
    }

    private void evaluated(String script) {
      for (RegexPattern literal : literals(ScriptTokens.of(script))) {
        expect(literal, depth < throwsDepth);
      }
    }

    /** Inside {@code try} a test may want either. */
    private void expect(RegexPattern regex, boolean valid) {
      if (valid && braces >= tryBraces) {
        undecided++;
      } else if (regex.tree().isPresent() != valid) {
        wrongs.add(
            file + (valid ? ": refused " : ": accepted ") + regex + " " + regex.diagnostics());
      } else if (valid) {
        read++;
      } else {
        refused++;
      }
    }
  }
}
