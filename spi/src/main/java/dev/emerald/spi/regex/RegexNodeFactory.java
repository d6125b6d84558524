package dev.emerald.spi.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the types of this package. <em>For the engine alone:</em> signatures change with the tree,
 * without notice. Rules read trees, they don't build them.
 *
 * <p>In all methods {@code start} and {@code end} are a node's offsets in the pattern text, of the
 * first code unit and just past the last; lists are copied. What a method takes is what the node's
 * accessors give back. Apart from the order of the offsets nothing is checked: the parser vouches
 * for the rest.
 */
public final class RegexNodeFactory {

  private RegexNodeFactory() {}

  /**
   * A valid regular expression.
   *
   * @param groups all capturing groups of the tree, in the order of their numbers
   */
  public static RegexPattern valid(
      String source, RegexFlags flags, Pattern tree, List<CapturingGroup> groups) {
    return new RegexPattern(source, flags, tree, groups);
  }

  /**
   * A regular expression without a tree.
   *
   * @throws IllegalArgumentException if there are no diagnostics
   */
  public static RegexPattern invalid(
      String source, RegexFlags flags, List<RegexDiagnostic> diagnostics) {
    return new RegexPattern(source, flags, diagnostics);
  }

  /** A reason why there is no tree. */
  public static RegexDiagnostic diagnostic(RegexDiagnostic.Kind kind, int offset, String message) {
    return new RegexDiagnostic(kind, offset, message);
  }

  /** The root. */
  public static Pattern pattern(int start, int end, List<Alternative> alternatives) {
    return new Pattern(start, end, alternatives);
  }

  /** A sequence. */
  public static Alternative alternative(int start, int end, List<Element> elements) {
    return new Alternative(start, end, elements);
  }

  /** A group that captures nothing. */
  public static Group group(
      int start, int end, RegexFlags added, RegexFlags removed, List<Alternative> alternatives) {
    return new Group(start, end, added, removed, alternatives);
  }

  /** A group that captures. */
  public static CapturingGroup capturingGroup(
      int start, int end, int number, @Nullable String name, List<Alternative> alternatives) {
    return new CapturingGroup(start, end, number, name, alternatives);
  }

  /** A look-ahead or look-behind. */
  public static LookaroundAssertion lookaround(
      int start,
      int end,
      LookaroundAssertion.Direction direction,
      boolean negated,
      List<Alternative> alternatives) {
    return new LookaroundAssertion(start, end, direction, negated, alternatives);
  }

  /** {@code ^} or {@code $}. */
  public static EdgeAssertion edge(int start, int end, EdgeAssertion.Edge edge) {
    return new EdgeAssertion(start, end, edge);
  }

  /** {@code \b} or {@code \B}. */
  public static WordBoundaryAssertion wordBoundary(int start, int end, boolean negated) {
    return new WordBoundaryAssertion(start, end, negated);
  }

  /** A repeated element. */
  public static Quantifier quantifier(
      int start, int end, int min, int max, boolean greedy, QuantifiableElement element) {
    return new Quantifier(start, end, min, max, greedy, element);
  }

  /** A reference to groups. */
  public static Backreference backreference(
      int start, int end, @Nullable String name, List<Integer> groupNumbers) {
    return new Backreference(start, end, name, groupNumbers);
  }

  /** A character that stands for itself. */
  public static PatternCharacter character(int start, int end, int value) {
    return new PatternCharacter(start, end, value);
  }

  /** The dot. */
  public static AnyCharacterSet anyCharacter(int start, int end) {
    return new AnyCharacterSet(start, end);
  }

  /** {@code \d} and its like. */
  public static EscapeCharacterSet escapeSet(
      int start, int end, EscapeCharacterSet.Escape escape, boolean negated) {
    return new EscapeCharacterSet(start, end, escape, negated);
  }

  /** {@code \p} or {@code \P}. */
  public static UnicodePropertyCharacterSet unicodeProperty(
      int start,
      int end,
      String property,
      @Nullable String value,
      boolean strings,
      boolean negated) {
    return new UnicodePropertyCharacterSet(start, end, property, value, strings, negated);
  }

  /** A class that is a union. */
  public static CharacterClass characterClass(
      int start, int end, boolean negated, List<ClassElement> elements) {
    return new CharacterClass(start, end, negated, elements);
  }

  /** A range in a class. */
  public static CharacterClassRange range(
      int start, int end, PatternCharacter min, PatternCharacter max) {
    return new CharacterClassRange(start, end, min, max);
  }

  /** A class that is a set operation. */
  public static ExpressionCharacterClass expressionClass(
      int start, int end, boolean negated, ClassExpression expression) {
    return new ExpressionCharacterClass(start, end, negated, expression);
  }

  /** {@code &&}. */
  public static ClassIntersection intersection(int start, int end, List<ClassElement> operands) {
    return new ClassIntersection(start, end, operands);
  }

  /** {@code --}. */
  public static ClassSubtraction subtraction(int start, int end, List<ClassElement> operands) {
    return new ClassSubtraction(start, end, operands);
  }

  /** {@code \q{…}}. */
  public static ClassStringDisjunction stringDisjunction(
      int start, int end, List<StringAlternative> alternatives) {
    return new ClassStringDisjunction(start, end, alternatives);
  }

  /** One string of {@code \q{…}}. */
  public static StringAlternative stringAlternative(
      int start, int end, List<PatternCharacter> characters) {
    return new StringAlternative(start, end, characters);
  }
}
