package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.rewrite.LinearForm.Use;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.SourceText;
import org.jspecify.annotations.Nullable;

/** Fixes of slow regular expressions, where the expression stands in the source. */
public final class RegexFixes {

  private static final int MOST_SHOWN = 60;
  private static final int MOST_REFERENCES = 50;
  private static final int MOST_OF_A_FILE = 25;

  private final SyntaxTree tree;
  private final Scopes scopes;
  private final SourceText source;
  private final LinearForms forms = new LinearForms(MOST_OF_A_FILE);

  /** For the expressions of a file. */
  public RegexFixes(SyntaxTree tree, Scopes scopes) {
    this.tree = tree;
    this.scopes = scopes;
    this.source = tree.program().source();
  }

  /**
   * A fix for an expression that is slow.
   *
   * @param regex a literal, a call of {@code RegExp}, or a string that is taken for a pattern
   * @param every whether the search goes on after a match
   * @return null if none is known
   */
  public @Nullable Fix fix(Expression regex, RegexPattern pattern, boolean every) {
    if (regex instanceof RegExpLiteral literal) {
      return ofLiteral(literal, pattern, every, use(regex));
    }
    if (regex instanceof StringLiteral text) {
      return ofText(text, pattern, every, Use.ANYTHING);
    }
    if (regex instanceof Invocation call
        && call.callee() instanceof Identifier callee
        && callee.name().equals("RegExp")
        && call.argument(0) instanceof StringLiteral text) {
      return ofText(text, pattern, every, use(regex));
    }
    return null;
  }

  /**
   * A fix for the expression in a range.
   *
   * @param every whether the search goes on after a match
   * @return null if none is known, or if there is no such expression
   */
  public @Nullable Fix fix(int start, int end, RegexPattern pattern, boolean every) {
    for (int i = 0; i < tree.size(); i++) {
      Node node = tree.node(i);
      if (node.start() == start
          && node.end() == end
          && (node instanceof RegExpLiteral || node instanceof Invocation)) {
        return fix((Expression) node, pattern, every);
      }
    }
    return null;
  }

  private @Nullable Fix ofText(StringLiteral text, RegexPattern pattern, boolean every, Use use) {
    StringPlaces places = StringPlaces.of(source.slice(text.start(), text.end()));
    if (places == null || !places.value().equals(pattern.source())) {
      return null;
    }
    String changed = forms.of(pattern, every, use);
    if (changed == null) {
      return null;
    }
    Difference part = Difference.of(pattern.source(), changed);
    String written = places.written(part.text());
    return written == null
        ? null
        : Fix.of(
            title(pattern, changed),
            source.location(
                text.start() + places.place(part.start()), text.start() + places.place(part.end())),
            written);
  }

  private @Nullable Fix ofLiteral(
      RegExpLiteral literal, RegexPattern pattern, boolean every, Use use) {
    int start = literal.start() + 1;
    if (!source.text().startsWith(pattern.source() + "/", start)) {
      return null;
    }
    String changed = forms.of(pattern, every, use);
    if (changed == null || !standsInLiteral(changed)) {
      return null;
    }
    Difference part = Difference.of(pattern.source(), changed);
    return Fix.of(
        title(pattern, changed),
        source.location(start + part.start(), start + part.end()),
        part.text());
  }

  /** Whether a pattern can be written between slashes as it is. */
  private static boolean standsInLiteral(String pattern) {
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (SourceText.isLineTerminator(c) || Character.isSurrogate(c)) {
        return false;
      }
      switch (c) {
        case '\\' -> i++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '/' -> {
          if (!inClass) {
            return false;
          }
        }
        default -> {
          // an ordinary character
        }
      }
    }
    return !pattern.isEmpty() && pattern.charAt(0) != '*';
  }

  private static String title(RegexPattern pattern, String changed) {
    return "Write the expression as /"
        + (changed.length() <= MOST_SHOWN ? changed : changed.substring(0, MOST_SHOWN) + "…")
        + "/"
        + pattern.flags()
        + ", which matches the same in linear time";
  }

  /** What a program sees of the matches of an expression. */
  private Use use(Expression regex) {
    Node parent = tree.parent(regex);
    if (parent instanceof VariableDeclarator declarator
        && declarator.id() instanceof Identifier name
        && declarator.init() == regex
        && tree.enclosing(declarator, ExportNamedDeclaration.class) == null) {
      Symbol symbol = scopes.symbolOf(name);
      return symbol != null && isOnlyTested(symbol) ? Use.TEST : Use.ANYTHING;
    }
    return isTested(regex) ? Use.TEST : Use.ANYTHING;
  }

  private boolean isOnlyTested(Symbol symbol) {
    if (symbol.reassigned()
        || symbol.references().size() > MOST_REFERENCES
        || symbol.references().isEmpty()) {
      return false;
    }
    for (Identifier reference : symbol.references()) {
      if (!isTested(reference)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is done with an expression but to call its method {@code test}. */
  private boolean isTested(Expression regex) {
    return tree.parent(regex) instanceof MemberExpression member
        && member.object() == regex
        && !member.computed()
        && member.property() instanceof Identifier name
        && name.name().equals("test")
        && tree.parent(member) instanceof CallExpression call
        && call.callee() == member;
  }

  /**
   * Where two texts differ.
   *
   * @param start offset in the first text
   * @param end offset in the first text past the difference
   * @param text what the second text has there
   */
  private record Difference(int start, int end, String text) {

    static Difference of(String before, String after) {
      int shorter = Math.min(before.length(), after.length());
      int start = 0;
      while (start < shorter && before.charAt(start) == after.charAt(start)) {
        start++;
      }
      int same = 0;
      while (same < shorter - start
          && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
        same++;
      }
      return new Difference(
          start, before.length() - same, after.substring(start, after.length() - same));
    }
  }
}
