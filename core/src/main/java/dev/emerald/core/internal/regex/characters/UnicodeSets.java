package dev.emerald.core.internal.regex.characters;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The characters that have a Unicode property, as far as this Java platform knows it. Its edition
 * of Unicode may be older than that of the language: single characters may be missing.
 */
final class UnicodeSets {

  private static final Map<String, CodePointSet> KNOWN = new ConcurrentHashMap<>();

  private UnicodeSets() {}

  /**
   * Looks up a set.
   *
   * @param property long name
   * @param value long name of the category or script; null for other properties
   * @return null if the platform does not know it
   */
  static @Nullable CodePointSet find(String property, @Nullable String value) {
    String key = property + '=' + value;
    CodePointSet known = KNOWN.get(key);
    if (known != null) {
      return known;
    }
    IntPredicate members = value == null ? binary(property) : withValue(property, value);
    if (members == null) {
      return null;
    }
    CodePointSet collected = collect(members);
    KNOWN.put(key, collected);
    return collected;
  }

  private static @Nullable IntPredicate withValue(String property, String value) {
    if (!property.equals("General_Category")) {
      return script(value);
    }
    int types = types(value);
    return types == 0 ? null : c -> (types & 1 << Character.getType(c)) != 0;
  }

  private static @Nullable IntPredicate script(String value) {
    try {
      Character.UnicodeScript script =
          Character.UnicodeScript.forName(value.toUpperCase(Locale.ROOT));
      return c -> Character.UnicodeScript.of(c) == script;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable IntPredicate binary(String property) {
    return switch (property) {
      case "Any" -> c -> true;
      case "ASCII" -> c -> c < 128;
      case "Assigned" -> c -> Character.getType(c) != Character.UNASSIGNED;
      case "Alphabetic" -> Character::isAlphabetic;
      case "Lowercase" -> Character::isLowerCase;
      case "Uppercase" -> Character::isUpperCase;
      case "Ideographic" -> Character::isIdeographic;
      case "White_Space" -> CharacterSets::isSpaceOfUnicode;
      case "ID_Start", "XID_Start" -> Character::isUnicodeIdentifierStart;
      case "ID_Continue", "XID_Continue" ->
          c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      case "ASCII_Hex_Digit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
      default -> null;
    };
  }

  /** A bit for each of the platform's types that belong to a category; 0 for an unknown one. */
  private static int types(String category) {
    return switch (category) {
      case "Uppercase_Letter" -> 1 << Character.UPPERCASE_LETTER;
      case "Lowercase_Letter" -> 1 << Character.LOWERCASE_LETTER;
      case "Titlecase_Letter" -> 1 << Character.TITLECASE_LETTER;
      case "Modifier_Letter" -> 1 << Character.MODIFIER_LETTER;
      case "Other_Letter" -> 1 << Character.OTHER_LETTER;
      case "Cased_Letter" ->
          types("Uppercase_Letter") | types("Lowercase_Letter") | types("Titlecase_Letter");
      case "Letter" -> types("Cased_Letter") | types("Modifier_Letter") | types("Other_Letter");
      case "Nonspacing_Mark" -> 1 << Character.NON_SPACING_MARK;
      case "Spacing_Mark" -> 1 << Character.COMBINING_SPACING_MARK;
      case "Enclosing_Mark" -> 1 << Character.ENCLOSING_MARK;
      case "Mark" -> types("Nonspacing_Mark") | types("Spacing_Mark") | types("Enclosing_Mark");
      case "Decimal_Number" -> 1 << Character.DECIMAL_DIGIT_NUMBER;
      case "Letter_Number" -> 1 << Character.LETTER_NUMBER;
      case "Other_Number" -> 1 << Character.OTHER_NUMBER;
      case "Number" -> types("Decimal_Number") | types("Letter_Number") | types("Other_Number");
      case "Connector_Punctuation" -> 1 << Character.CONNECTOR_PUNCTUATION;
      case "Dash_Punctuation" -> 1 << Character.DASH_PUNCTUATION;
      case "Open_Punctuation" -> 1 << Character.START_PUNCTUATION;
      case "Close_Punctuation" -> 1 << Character.END_PUNCTUATION;
      case "Initial_Punctuation" -> 1 << Character.INITIAL_QUOTE_PUNCTUATION;
      case "Final_Punctuation" -> 1 << Character.FINAL_QUOTE_PUNCTUATION;
      case "Other_Punctuation" -> 1 << Character.OTHER_PUNCTUATION;
      case "Punctuation" ->
          types("Connector_Punctuation")
              | types("Dash_Punctuation")
              | types("Open_Punctuation")
              | types("Close_Punctuation")
              | types("Initial_Punctuation")
              | types("Final_Punctuation")
              | types("Other_Punctuation");
      case "Math_Symbol" -> 1 << Character.MATH_SYMBOL;
      case "Currency_Symbol" -> 1 << Character.CURRENCY_SYMBOL;
      case "Modifier_Symbol" -> 1 << Character.MODIFIER_SYMBOL;
      case "Other_Symbol" -> 1 << Character.OTHER_SYMBOL;
      case "Symbol" ->
          types("Math_Symbol")
              | types("Currency_Symbol")
              | types("Modifier_Symbol")
              | types("Other_Symbol");
      case "Space_Separator" -> 1 << Character.SPACE_SEPARATOR;
      case "Line_Separator" -> 1 << Character.LINE_SEPARATOR;
      case "Paragraph_Separator" -> 1 << Character.PARAGRAPH_SEPARATOR;
      case "Separator" ->
          types("Space_Separator") | types("Line_Separator") | types("Paragraph_Separator");
      case "Control" -> 1 << Character.CONTROL;
      case "Format" -> 1 << Character.FORMAT;
      case "Surrogate" -> 1 << Character.SURROGATE;
      case "Private_Use" -> 1 << Character.PRIVATE_USE;
      case "Unassigned" -> 1 << Character.UNASSIGNED;
      case "Other" ->
          types("Control")
              | types("Format")
              | types("Surrogate")
              | types("Private_Use")
              | types("Unassigned");
      default -> 0;
    };
  }

  private static CodePointSet collect(IntPredicate members) {
    CodePointSet.Builder set = new CodePointSet.Builder(64);
    int first = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean member = members.test(c);
      if (member && first < 0) {
        first = c;
      } else if (!member && first >= 0) {
        set.add(first, c - 1);
        first = -1;
      }
    }
    if (first >= 0) {
      set.add(first, Character.MAX_CODE_POINT);
    }
    return set.build();
  }
}
