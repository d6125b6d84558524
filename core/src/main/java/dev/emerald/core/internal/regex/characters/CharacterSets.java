package dev.emerald.core.internal.regex.characters;

import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.CharacterClassRange;
import dev.emerald.spi.regex.ClassExpression;
import dev.emerald.spi.regex.ClassIntersection;
import dev.emerald.spi.regex.EscapeCharacterSet;
import dev.emerald.spi.regex.ExpressionCharacterClass;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.UnicodePropertyCharacterSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The characters that a node matches: ECMA-262 §22.2.2.9, <em>CompileToCharSet</em>. For one
 * pattern and one thread; recursion is bounded by the parser's limit on the depth of classes.
 */
public final class CharacterSets {

  /** Line feed, carriage return, line and paragraph separator. */
  public static final CodePointSet LINE_TERMINATORS = of("\n\n\r\r\u2028\u2029");

  /** {@code \w} without {@code i} and {@code u}. */
  public static final CodePointSet WORD = of("09AZ__az");

  private static final CodePointSet DIGIT = of("09");

  /** WhiteSpace and LineTerminator. */
  private static final CodePointSet SPACE =
      of(
          "\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f"
              + "\u3000\u3000\ufeff\ufeff");

  private final boolean unicode;
  private final int highest;

  /** Equal sets, each once: equal sets are then the same object. */
  private final Map<CodePointSet, CodePointSet> shared = new HashMap<>();

  /**
   * The sets of a pattern.
   *
   * @param unicode whether it has the {@code u} or {@code v} flag
   */
  public CharacterSets(boolean unicode) {
    this.unicode = unicode;
    this.highest = unicode ? Character.MAX_CODE_POINT : Character.MAX_VALUE;
  }

  /** All characters. */
  public CodePointSet all() {
    return share(CodePointSet.range(0, highest));
  }

  /**
   * The characters that a node matches.
   *
   * @param ignoreCase whether the {@code i} flag holds here
   * @param dotAll whether the {@code s} flag holds here
   * @return null for what can match several characters, or whose members are not known
   */
  public @Nullable CodePointSet of(RegexNode node, boolean ignoreCase, boolean dotAll) {
    CodePointSet set =
        switch (node.kind()) {
          case ANY_CHARACTER_SET -> dotAll ? all() : LINE_TERMINATORS.complement(highest);
          case CHARACTER_CLASS -> ofClass((CharacterClass) node, ignoreCase);
          case EXPRESSION_CHARACTER_CLASS ->
              ofExpression((ExpressionCharacterClass) node, ignoreCase);
          default -> {
            CodePointSet simple = ofElement(node, ignoreCase);
            yield simple == null ? null : closed(simple, ignoreCase);
          }
        };
    return set == null ? null : share(set);
  }

  private @Nullable CodePointSet ofClass(CharacterClass node, boolean ignoreCase) {
    CodePointSet.Builder members = new CodePointSet.Builder(node.childCount());
    for (int i = 0; i < node.childCount(); i++) {
      CodePointSet element = ofElement(node.child(i), ignoreCase);
      if (element == null) {
        return null;
      }
      members.addAll(element);
    }
    CodePointSet set = closed(members.build(), ignoreCase);
    return node.negated() ? set.complement(highest) : set;
  }

  private @Nullable CodePointSet ofExpression(ExpressionCharacterClass node, boolean ignoreCase) {
    ClassExpression expression = node.expression();
    CodePointSet set = null;
    for (int i = 0; i < expression.childCount(); i++) {
      CodePointSet operand = ofElement(expression.child(i), ignoreCase);
      if (operand == null) {
        return null;
      }
      operand = closed(operand, ignoreCase);
      if (set == null) {
        set = operand;
      } else if (expression instanceof ClassIntersection) {
        set = set.intersection(operand);
      } else {
        set = set.intersection(operand.complement(highest));
      }
    }
    return set == null || !node.negated() ? set : set.complement(highest);
  }

  private @Nullable CodePointSet ofElement(RegexNode node, boolean ignoreCase) {
    return switch (node.kind()) {
      case PATTERN_CHARACTER -> CodePointSet.of(((PatternCharacter) node).value());
      case CHARACTER_CLASS_RANGE -> {
        CharacterClassRange range = (CharacterClassRange) node;
        yield CodePointSet.range(range.min().value(), range.max().value());
      }
      case ESCAPE_CHARACTER_SET -> ofEscape((EscapeCharacterSet) node, ignoreCase);
      case UNICODE_PROPERTY_CHARACTER_SET -> ofProperty((UnicodePropertyCharacterSet) node);
      case CHARACTER_CLASS -> ofClass((CharacterClass) node, ignoreCase);
      case EXPRESSION_CHARACTER_CLASS -> ofExpression((ExpressionCharacterClass) node, ignoreCase);
      default -> null;
    };
  }

  private CodePointSet ofEscape(EscapeCharacterSet node, boolean ignoreCase) {
    CodePointSet set =
        switch (node.escape()) {
          case DIGIT -> DIGIT;
          case SPACE -> SPACE;
          case WORD -> ignoreCase && unicode ? closed(WORD, true) : WORD;
        };
    return node.negated() ? set.complement(highest) : set;
  }

  private @Nullable CodePointSet ofProperty(UnicodePropertyCharacterSet node) {
    CodePointSet set = node.strings() ? null : UnicodeSets.find(node.property(), node.value());
    return set == null || !node.negated() ? set : set.complement(highest);
  }

  private CodePointSet closed(CodePointSet set, boolean ignoreCase) {
    return ignoreCase ? CaseVariants.close(set, unicode) : set;
  }

  /** The set itself, or an equal one that was seen before. */
  public CodePointSet share(CodePointSet set) {
    CodePointSet known = shared.putIfAbsent(set, set);
    return known == null ? set : known;
  }

  /** White_Space of Unicode: as {@code \s} but for two characters. */
  static boolean isSpaceOfUnicode(int codePoint) {
    return codePoint == 0x85 || codePoint != 0xFEFF && SPACE.contains(codePoint);
  }

  private static CodePointSet of(String bounds) {
    CodePointSet.Builder set = new CodePointSet.Builder(bounds.length() >> 1);
    for (int i = 0; i < bounds.length(); i += 2) {
      set.add(bounds.charAt(i), bounds.charAt(i + 1));
    }
    return set.build();
  }
}
