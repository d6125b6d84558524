package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.ClassElement;
import dev.emerald.spi.regex.EscapeCharacterSet;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.QuantifiableElement;
import dev.emerald.spi.regex.RegexFlags;
import dev.emerald.spi.regex.RegexNodeFactory;
import dev.emerald.spi.regex.UnicodePropertyCharacterSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what starts with a backslash. ECMA-262 §22.2.1, <em>AtomEscape</em> and
 * <em>ClassEscape</em>.
 *
 * <p>Without {@code u} and {@code v} nearly every backslash means something: what is no escape of
 * the main grammar is an octal number or the character itself (Annex B §B.1.2).
 */
final class EscapeParser {

  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";

  /** What a backslash makes plain in a class under {@code v}, beyond the syntax characters. */
  private static final String SET_PUNCTUATORS = "&-!#%,:;<=>@`~";

  private final RegexReader reader;
  private final String source;
  private final RegexFlags flags;
  private @Nullable CaptureScan captures;

  EscapeParser(RegexReader reader, String source, RegexFlags flags) {
    this.reader = reader;
    this.source = source;
    this.flags = flags;
  }

  /** Reads an escape in a sequence, other than an assertion. Stands at the backslash. */
  QuantifiableElement atom() {
    int start = reader.position();
    int unit = reader.peek(1);
    if (unit >= '1' && unit <= '9') {
      QuantifiableElement reference = numberedReference(start);
      if (reference != null) {
        return reference;
      }
    } else if (unit == 'k' && (reader.unicodeMode() || captures().named())) {
      return namedReference(start);
    }
    EscapeCharacterSet set = escapeSet(start);
    if (set != null) {
      return set;
    }
    UnicodePropertyCharacterSet property = unicodeProperty(start);
    return property != null ? property : character(start, false);
  }

  /** Reads an escape in a class, other than {@code \q}. Stands at the backslash. */
  ClassElement classElement() {
    int start = reader.position();
    EscapeCharacterSet set = escapeSet(start);
    if (set != null) {
      return set;
    }
    UnicodePropertyCharacterSet property = unicodeProperty(start);
    return property != null ? property : classCharacter();
  }

  /** Reads an escape in a class that must be a single character. Stands at the backslash. */
  PatternCharacter classCharacter() {
    int start = reader.position();
    int unit = reader.peek(1);
    boolean plain =
        unit == '-' && reader.unicodeMode()
            || reader.unicodeSets() && unit >= 0 && SET_PUNCTUATORS.indexOf(unit) >= 0;
    if (plain || unit == 'b') {
      reader.skip(2);
      return RegexNodeFactory.character(start, reader.position(), plain ? unit : '\b');
    }
    return character(start, true);
  }

  /** The groups of the whole pattern; scanned for when somebody asks for the first time. */
  private CaptureScan captures() {
    CaptureScan scan = captures;
    if (scan == null) {
      scan = CaptureScan.of(source, flags);
      captures = scan;
    }
    return scan;
  }

  /** Null if Annex B makes the digits something else; then the reader is where it was. */
  private @Nullable QuantifiableElement numberedReference(int start) {
    reader.skip(1);
    int number = reader.decimalDigits();
    if (number <= captures().count()) {
      return RegexNodeFactory.backreference(start, reader.position(), null, List.of(number));
    }
    if (reader.unicodeMode()) {
      throw reader.error(start, "There is no group for " + reader.quote(start, reader.position()));
    }
    reader.moveTo(start);
    return null;
  }

  private QuantifiableElement namedReference(int start) {
    reader.skip(2);
    if (!reader.eat('<')) {
      throw reader.error(start, "\\k must be followed by the name of a group, as in \\k<name>");
    }
    int nameStart = reader.position();
    String name = GroupName.read(reader);
    List<Integer> numbers = captures().numbers(name);
    if (numbers.isEmpty()) {
      throw reader.error(
          start, "There is no group " + reader.quote(nameStart, reader.position() - 1));
    }
    return RegexNodeFactory.backreference(start, reader.position(), name, numbers);
  }

  private @Nullable EscapeCharacterSet escapeSet(int start) {
    int unit = reader.peek(1);
    EscapeCharacterSet.Escape escape;
    switch (unit) {
      case 'd', 'D' -> escape = EscapeCharacterSet.Escape.DIGIT;
      case 's', 'S' -> escape = EscapeCharacterSet.Escape.SPACE;
      case 'w', 'W' -> escape = EscapeCharacterSet.Escape.WORD;
      default -> {
        return null;
      }
    }
    reader.skip(2);
    return RegexNodeFactory.escapeSet(start, reader.position(), escape, unit <= 'Z');
  }

  private @Nullable UnicodePropertyCharacterSet unicodeProperty(int start) {
    int letter = reader.peek(1);
    if (!reader.unicodeMode() || letter != 'p' && letter != 'P') {
      return null;
    }
    reader.skip(2);
    if (!reader.eat('{')) {
      throw reader.error(start, "\\p must be followed by a property, as in \\p{Letter}");
    }
    int nameStart = reader.position();
    int nameEnd = propertyWord();
    int valueStart = reader.eat('=') ? reader.position() : -1;
    int end = valueStart < 0 ? nameEnd : propertyWord();
    if (!reader.eat('}')) {
      throw reader.error(start, "A Unicode property lacks its closing }");
    }
    UnicodeProperties.Property property =
        UnicodeProperties.find(
            reader.slice(nameStart, nameEnd),
            valueStart < 0 ? null : reader.slice(valueStart, end));
    if (property == null) {
      throw reader.error(start, "There is no Unicode property " + reader.quote(nameStart, end));
    }
    boolean negated = letter == 'P';
    if (property.strings() && (negated || !reader.unicodeSets())) {
      throw reader.error(
          start,
          reader.quote(nameStart, end)
              + (negated
                  ? " is a property of strings, which has no complement"
                  : " is a property of strings, which needs the v flag"));
    }
    return RegexNodeFactory.unicodeProperty(
        start, reader.position(), property.name(), property.value(), property.strings(), negated);
  }

  /** Steps over the characters that names and values of properties have; gives their end. */
  private int propertyWord() {
    int unit = reader.peek();
    while (RegexReader.isAsciiLetter(unit) || RegexReader.isDigit(unit) || unit == '_') {
      reader.skip(1);
      unit = reader.peek();
    }
    return reader.position();
  }

  /** <em>CharacterEscape</em>, and what Annex B puts in its place. */
  private PatternCharacter character(int start, boolean inClass) {
    reader.skip(1);
    int value = characterValue(start, inClass);
    return RegexNodeFactory.character(start, reader.position(), value);
  }

  private int characterValue(int start, boolean inClass) {
    int unit = reader.peek();
    switch (unit) {
      case RegexReader.END -> throw reader.error(start, "A backslash ends the pattern");
      case 't' -> {
        return single('\t');
      }
      case 'n' -> {
        return single('\n');
      }
      case 'v' -> {
        return single(0x0B);
      }
      case 'f' -> {
        return single('\f');
      }
      case 'r' -> {
        return single('\r');
      }
      case 'c' -> {
        return control(start, inClass);
      }
      case 'x' -> {
        return hexadecimal(start);
      }
      case 'u' -> {
        reader.skip(1);
        int value = unicodeEscape(reader, reader.unicodeMode());
        if (value < 0 && reader.unicodeMode()) {
          throw reader.error(start, "\\u must be followed by four hexadecimal digits or {…}");
        }
        return value < 0 ? 'u' : value;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(start);
      }
      default -> {
        return identity(start, unit);
      }
    }
  }

  private int single(int value) {
    reader.skip(1);
    return value;
  }

  private int control(int start, boolean inClass) {
    int letter = reader.peek(1);
    boolean valid =
        RegexReader.isAsciiLetter(letter)
            || inClass && !reader.unicodeMode() && (RegexReader.isDigit(letter) || letter == '_');
    if (valid) {
      reader.skip(2);
      return letter % 32;
    }
    if (reader.unicodeMode()) {
      throw reader.error(start, "\\c must be followed by a letter");
    }
    // Annex B: the backslash stands for itself and the c is read on its own.
    return '\\';
  }

  private int hexadecimal(int start) {
    reader.skip(1);
    int value = reader.hexDigits(2);
    if (value >= 0) {
      return value;
    }
    if (reader.unicodeMode()) {
      throw reader.error(start, "\\x must be followed by two hexadecimal digits");
    }
    return 'x';
  }

  /** {@code \0}, or one of Annex B's octal numbers of up to three digits and the value 255. */
  private int octal(int start) {
    int value = reader.peek() - '0';
    reader.skip(1);
    if (reader.unicodeMode()) {
      if (value != 0 || RegexReader.isDigit(reader.peek())) {
        throw reader.error(start, "Octal escapes are not allowed with the u and v flags");
      }
      return 0;
    }
    int further = value <= 3 ? 2 : 1;
    for (int i = 0; i < further && RegexReader.isOctalDigit(reader.peek()); i++) {
      value = value * 8 + (reader.peek() - '0');
      reader.skip(1);
    }
    return value;
  }

  private int identity(int start, int unit) {
    boolean valid =
        reader.unicodeMode()
            ? SYNTAX_CHARACTERS.indexOf(unit) >= 0
            : unit != 'k' || !captures().named();
    if (!valid) {
      int end = reader.position();
      reader.next();
      throw reader.error(start, "There is no escape " + reader.quote(end - 1, reader.position()));
    }
    reader.skip(1);
    return unit;
  }

  /**
   * Reads what follows {@code \}{@code u}: four hexadecimal digits, or in Unicode mode also a code
   * point in braces or two escapes that make a surrogate pair.
   *
   * @return the value, or -1 with the reader where it was
   */
  static int unicodeEscape(RegexReader reader, boolean unicodeMode) {
    int start = reader.position();
    if (unicodeMode && reader.eat('{')) {
      int value = bracedCodePoint(reader);
      if (value < 0) {
        reader.moveTo(start);
      }
      return value;
    }
    int value = reader.hexDigits(4);
    boolean lead = value >= Character.MIN_HIGH_SURROGATE && value <= Character.MAX_HIGH_SURROGATE;
    if (unicodeMode && lead && reader.peek() == '\\' && reader.peek(1) == 'u') {
      int afterLead = reader.position();
      reader.skip(2);
      int trail = reader.hexDigits(4);
      if (trail >= Character.MIN_LOW_SURROGATE && trail <= Character.MAX_LOW_SURROGATE) {
        return Character.toCodePoint((char) value, (char) trail);
      }
      reader.moveTo(afterLead);
    }
    return value;
  }

  /** Reads digits and the closing brace; -1 if they are no code point. */
  private static int bracedCodePoint(RegexReader reader) {
    int value = -1;
    for (int digit = RegexReader.hexDigit(reader.peek());
        digit >= 0;
        digit = RegexReader.hexDigit(reader.peek())) {
      value = Math.max(0, value) * 16 + digit;
      if (value > Character.MAX_CODE_POINT) {
        return -1;
      }
      reader.skip(1);
    }
    return reader.eat('}') ? value : -1;
  }
}
