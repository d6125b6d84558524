package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.AnyCharacterSet;
import dev.emerald.spi.regex.Backreference;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.CharacterClassRange;
import dev.emerald.spi.regex.ClassExpression;
import dev.emerald.spi.regex.ClassIntersection;
import dev.emerald.spi.regex.ClassStringDisjunction;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.EscapeCharacterSet;
import dev.emerald.spi.regex.ExpressionCharacterClass;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.regex.StringAlternative;
import dev.emerald.spi.regex.UnicodePropertyCharacterSet;
import dev.emerald.spi.regex.WordBoundaryAssertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a tree with a blank between all parts, so that a test shows what became one node and what
 * two: {@code ab*|[a-c]} becomes {@code a b{0,∞} | [a-c]}. A character outside printable ASCII is
 * written {@code U+000A}.
 */
final class RegexText {

  private RegexText() {}

  /** The tree, or the offset and message of what is wrong. */
  static String of(String pattern, String flags) {
    RegexPattern regex = RegexParser.parse(pattern, flags);
    return regex.tree().map(tree -> text(tree)).orElseGet(() -> "✗ " + regex.diagnostics().get(0));
  }

  private static String text(RegexNode node) {
    return switch (node.kind()) {
      case PATTERN -> alternatives((Disjunction) node);
      case ALTERNATIVE -> join(((Alternative) node).elements(), " ");
      case GROUP -> group((Group) node);
      case CAPTURING_GROUP -> capturingGroup((CapturingGroup) node);
      case LOOKAROUND_ASSERTION -> lookaround((LookaroundAssertion) node);
      case EDGE_ASSERTION -> ((EdgeAssertion) node).edge() == EdgeAssertion.Edge.START ? "^" : "$";
      case WORD_BOUNDARY_ASSERTION -> ((WordBoundaryAssertion) node).negated() ? "\\B" : "\\b";
      case QUANTIFIER -> quantifier((Quantifier) node);
      case BACKREFERENCE -> backreference((Backreference) node);
      case PATTERN_CHARACTER -> character((PatternCharacter) node);
      case ANY_CHARACTER_SET -> node instanceof AnyCharacterSet ? "." : "?";
      case ESCAPE_CHARACTER_SET -> escape((EscapeCharacterSet) node);
      case UNICODE_PROPERTY_CHARACTER_SET -> property((UnicodePropertyCharacterSet) node);
      case CHARACTER_CLASS -> {
        CharacterClass set = (CharacterClass) node;
        yield "[" + (set.negated() ? "^" : "") + join(set.elements(), " ") + "]";
      }
      case CHARACTER_CLASS_RANGE -> {
        CharacterClassRange range = (CharacterClassRange) node;
        yield character(range.min()) + "-" + character(range.max());
      }
      case EXPRESSION_CHARACTER_CLASS -> {
        ExpressionCharacterClass set = (ExpressionCharacterClass) node;
        yield "[" + (set.negated() ? "^" : "") + text(set.expression()) + "]";
      }
      case CLASS_INTERSECTION, CLASS_SUBTRACTION -> {
        String operator = node instanceof ClassIntersection ? " && " : " -- ";
        yield join(((ClassExpression) node).operands(), operator);
      }
      case CLASS_STRING_DISJUNCTION ->
          "\\q{" + join(((ClassStringDisjunction) node).alternatives(), "|") + "}";
      case STRING_ALTERNATIVE -> join(((StringAlternative) node).characters(), " ");
    };
  }

  private static String join(List<? extends RegexNode> nodes, String separator) {
    List<String> texts = new ArrayList<>();
    for (RegexNode node : nodes) {
      texts.add(text(node));
    }
    return String.join(separator, texts);
  }

  private static String alternatives(Disjunction node) {
    return join(node.alternatives(), " | ");
  }

  private static String group(Group node) {
    String removed = node.removedFlags().isEmpty() ? "" : "-" + node.removedFlags();
    return "(?" + node.addedFlags() + removed + ": " + alternatives(node) + ")";
  }

  private static String capturingGroup(CapturingGroup node) {
    String name = node.name() == null ? "" : " " + node.name();
    return "(" + node.number() + name + ": " + alternatives(node) + ")";
  }

  private static String lookaround(LookaroundAssertion node) {
    String behind = node.direction() == LookaroundAssertion.Direction.BEHIND ? "<" : "";
    return "(?" + behind + (node.negated() ? "! " : "= ") + alternatives(node) + ")";
  }

  private static String quantifier(Quantifier node) {
    String max = node.max() == Quantifier.UNBOUNDED ? "∞" : String.valueOf(node.max());
    String lazy = node.greedy() ? "" : "?";
    return text(node.element()) + "{" + node.min() + "," + max + "}" + lazy;
  }

  private static String backreference(Backreference node) {
    String name = node.name() == null ? "" : node.name() + " ";
    return "<" + name + node.groupNumbers() + ">";
  }

  private static String character(PatternCharacter node) {
    int value = node.value();
    return value > ' ' && value < 0x7F ? Character.toString(value) : "U+%04X".formatted(value);
  }

  private static String escape(EscapeCharacterSet node) {
    String letter =
        switch (node.escape()) {
          case DIGIT -> "d";
          case SPACE -> "s";
          case WORD -> "w";
        };
    return "\\" + (node.negated() ? letter.toUpperCase(Locale.ROOT) : letter);
  }

  private static String property(UnicodePropertyCharacterSet node) {
    String value = node.value() == null ? "" : "=" + node.value();
    String strings = node.strings() ? " strings" : "";
    return (node.negated() ? "\\P{" : "\\p{") + node.property() + value + strings + "}";
  }
}
