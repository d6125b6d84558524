package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.regex.RegexPattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which regular expression an expression is. */
class RegexOfTest {

  static Stream<Arguments> expressions() {
    return Table.of(
        """
        f(«/a+/gi») => /a+/gi
        const r = /a+/; f(«r») => /a+/
        f(«new RegExp('a\\\\d')») => /a\\d/
        f(«RegExp('a', 'g')») => /a/g
        f(«new RegExp(/a/i)») => /a/i
        f(«new RegExp(/a/i, 'g')») => /a/g
        const s = 'b+'; f(«new RegExp(`^${s}$`)») => /^b+$/
        const s = 'b+', r = new RegExp('^' + s); f(«r») => /^b+/
        f(«new RegExp('(')») => /(/
        const w = /\\w+/, r = new RegExp(w.source + '|b'); f(«r») => /\\w+|b/
        const w = /\\w+/; f(«new RegExp([w.source, 'b'].join('|'))») => /\\w+|b/
        const r = /^LINE$/.source.replace('LINE', /a+/.source); f(«new RegExp(r)») => /^a+$/
        const r = /^name=name$/.source.replace(/name/g, '\\\\w*'); f(«new RegExp(r)») => /^\\w*=\\w*$/
        f(«new RegExp(x)») => none
        f(«new RegExp('a', x)») => none
        f(«new RegExp(...x)») => none
        f(«new RegExp()») => none
        let r = /a/; r = /b/; f(«r») => none
        function g(RegExp) { f(«new RegExp('a')») } => none
        f(«'/a/'») => none
        f(«x») => none
        """);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void literalsAndConstantsAreRead(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    RegexPattern pattern = project.scopes().regexOf(project.expression());
    assertThat(pattern == null ? "none" : pattern.toString()).isEqualTo(expected);
  }

  @Test
  void anExpressionIsReadOnce() {
    MarkedProject project = MarkedProject.of("f(«/a+/»)");
    assertThat(project.scopes().regexOf(project.expression()))
        .isNotNull()
        .isSameAs(project.scopes().regexOf(project.expression()));
  }
}
