package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.ClassElement;
import dev.emerald.spi.regex.ClassStringDisjunction;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.QuantifiableElement;
import dev.emerald.spi.regex.RegexNodeFactory;
import dev.emerald.spi.regex.StringAlternative;
import dev.emerald.spi.regex.UnicodePropertyCharacterSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads character classes. ECMA-262 §22.2.1, <em>CharacterClass</em>: flat ones as they were
 * always, and with the {@code v} flag sets that nest.
 */
final class ClassParser {

  /** What must be escaped in a class under {@code v}. */
  private static final String SET_SYNTAX_CHARACTERS = "()[]{}/-\\|";

  /** What must not stand twice in a row in a class under {@code v}. */
  private static final String DOUBLE_PUNCTUATORS = "&!#$%*+,.:;<=>?@^`~";

  private final RegexReader reader;
  private final EscapeParser escapes;

  ClassParser(RegexReader reader, EscapeParser escapes) {
    this.reader = reader;
    this.escapes = escapes;
  }

  /** Reads a class. Stands at its opening bracket. */
  QuantifiableElement parse() {
    return reader.unicodeSets() ? nestedClass() : flatClass();
  }

  private QuantifiableElement flatClass() {
    int start = reader.position();
    reader.enter(start);
    reader.skip(1);
    boolean negated = reader.eat('^');
    List<ClassElement> elements = new ArrayList<>();
    while (!reader.eat(']')) {
      ClassElement first = flatAtom(start);
      int dash = reader.position();
      if (reader.peek() != '-' || reader.peek(1) == ']' || reader.peek(1) == RegexReader.END) {
        elements.add(first);
        continue;
      }
      reader.skip(1);
      ClassElement second = flatAtom(start);
      if (first instanceof PatternCharacter min && second instanceof PatternCharacter max) {
        elements.add(range(min, max));
      } else if (reader.unicodeMode()) {
        throw reader.error(dash, "A set of characters can't be the end of a range");
      } else {
        elements.add(first);
        elements.add(RegexNodeFactory.character(dash, dash + 1, '-'));
        elements.add(second);
      }
    }
    reader.leave();
    return RegexNodeFactory.characterClass(start, reader.position(), negated, elements);
  }

  private ClassElement flatAtom(int classStart) {
    int start = reader.position();
    int unit = reader.peek();
    if (unit == RegexReader.END) {
      throw unterminated(classStart);
    }
    if (unit == '\\') {
      return escapes.classElement();
    }
    int value = reader.next();
    return RegexNodeFactory.character(start, reader.position(), value);
  }

  private ClassElement range(PatternCharacter min, PatternCharacter max) {
    if (min.value() > max.value()) {
      throw reader.error(
          min.start(), "The range " + reader.quote(min.start(), max.end()) + " is out of order");
    }
    return RegexNodeFactory.range(min.start(), max.end(), min, max);
  }

  private RegexSyntaxError unterminated(int classStart) {
    return reader.error(classStart, "A character class lacks its closing ]");
  }

  /** Reads a class under {@code v}; the classes that are open stand on a stack. */
  private QuantifiableElement nestedClass() {
    Deque<OpenClass> outer = new ArrayDeque<>();
    OpenClass current = open();
    while (true) {
      if (reader.eat(']')) {
        QuantifiableElement closed = close(current);
        if (outer.isEmpty()) {
          return closed;
        }
        boolean strings = current.strings;
        current = outer.pop();
        current.add((ClassElement) closed, strings);
        operator(current);
      } else if (reader.peek() == '[') {
        outer.push(current);
        current = open();
      } else if (reader.peek() == RegexReader.END) {
        throw unterminated(current.start);
      } else {
        setElement(current);
      }
    }
  }

  private OpenClass open() {
    int start = reader.position();
    reader.enter(start);
    reader.skip(1);
    boolean negated = reader.eat('^');
    return new OpenClass(start, reader.position(), negated);
  }

  private QuantifiableElement close(OpenClass open) {
    reader.leave();
    int end = reader.position();
    if (open.operandDue) {
      throw reader.error(end - 1, "An operand is missing before ]");
    }
    if (open.negated && open.strings) {
      throw reader.error(open.start, "A class that can match several characters has no complement");
    }
    return switch (open.operation) {
      case NONE, UNION ->
          RegexNodeFactory.characterClass(open.start, end, open.negated, open.elements);
      case INTERSECTION ->
          RegexNodeFactory.expressionClass(
              open.start,
              end,
              open.negated,
              RegexNodeFactory.intersection(open.contentStart, end - 1, open.elements));
      case SUBTRACTION ->
          RegexNodeFactory.expressionClass(
              open.start,
              end,
              open.negated,
              RegexNodeFactory.subtraction(open.contentStart, end - 1, open.elements));
    };
  }

  /** Reads a character, range, escape or {@code \q}, and the operator after it. */
  private void setElement(OpenClass open) {
    int next = reader.peek() == '\\' ? reader.peek(1) : RegexReader.END;
    if (next == 'q') {
      StringsAndNode disjunction = stringDisjunction();
      open.add(disjunction.node, disjunction.strings);
      operator(open);
      return;
    }
    if (next != RegexReader.END && "dDsSwWpP".indexOf(next) >= 0) {
      ClassElement set = escapes.classElement();
      open.add(set, set instanceof UnicodePropertyCharacterSet property && property.strings());
      operator(open);
      return;
    }
    PatternCharacter min = setCharacter();
    if (reader.peek() != '-' || reader.peek(1) == '-') {
      open.add(min, false);
      operator(open);
      return;
    }
    if (open.operandDue) {
      throw reader.error(min.start(), "A range can't be an operand; put it in brackets");
    }
    reader.skip(1);
    if (reader.peek() == RegexReader.END) {
      throw unterminated(open.start);
    }
    open.add(range(min, setCharacter()), false);
    open.operation = Operation.UNION;
  }

  /** After an operand: reads the operator that follows, which must fit those before. */
  private void operator(OpenClass open) {
    if (open.operation == Operation.UNION
        || reader.peek() == ']'
        || reader.peek() == RegexReader.END) {
      return;
    }
    int at = reader.position();
    Operation operation = Operation.UNION;
    if (reader.eat("&&")) {
      operation = Operation.INTERSECTION;
      if (reader.peek() == '&') {
        throw reader.error(reader.position(), "An operand can't start with &");
      }
    } else if (reader.eat("--")) {
      operation = Operation.SUBTRACTION;
    }
    if (open.operation != Operation.NONE && open.operation != operation) {
      throw reader.error(at, "Union, && and -- can't be mixed in a class; use brackets");
    }
    open.operation = operation;
    open.operandDue = operation != Operation.UNION;
  }

  /** <em>ClassSetCharacter</em>. */
  private PatternCharacter setCharacter() {
    int start = reader.position();
    int unit = reader.peek();
    if (unit == '\\') {
      return escapes.classCharacter();
    }
    if (SET_SYNTAX_CHARACTERS.indexOf(unit) >= 0) {
      throw reader.error(
          start, reader.quote(start, start + 1) + " must be escaped in a class with the v flag");
    }
    if (unit == reader.peek(1) && DOUBLE_PUNCTUATORS.indexOf(unit) >= 0) {
      throw reader.error(
          start, reader.quote(start, start + 2) + " is reserved in a class with the v flag");
    }
    int value = reader.next();
    return RegexNodeFactory.character(start, reader.position(), value);
  }

  private StringsAndNode stringDisjunction() {
    int start = reader.position();
    reader.skip(2);
    if (!reader.eat('{')) {
      throw reader.error(start, "\\q must be followed by strings, as in \\q{ab|c}");
    }
    List<StringAlternative> alternatives = new ArrayList<>();
    List<PatternCharacter> characters = new ArrayList<>();
    boolean strings = false;
    int alternativeStart = reader.position();
    while (true) {
      int unit = reader.peek();
      if (unit == RegexReader.END) {
        throw reader.error(start, "The strings of \\q lack their closing }");
      }
      if (unit != '|' && unit != '}') {
        characters.add(setCharacter());
        continue;
      }
      strings |= characters.size() != 1;
      alternatives.add(
          RegexNodeFactory.stringAlternative(alternativeStart, reader.position(), characters));
      characters.clear();
      reader.skip(1);
      alternativeStart = reader.position();
      if (unit == '}') {
        return new StringsAndNode(
            RegexNodeFactory.stringDisjunction(start, alternativeStart, alternatives), strings);
      }
    }
  }

  private enum Operation {
    /** One operand at most so far. */
    NONE,
    UNION,
    INTERSECTION,
    SUBTRACTION
  }

  private record StringsAndNode(ClassStringDisjunction node, boolean strings) {}

  /** A class whose closing bracket has not come yet. */
  private static final class OpenClass {
    final int start;
    final int contentStart;
    final boolean negated;
    final List<ClassElement> elements = new ArrayList<>();
    Operation operation = Operation.NONE;
    boolean operandDue;

    /** Whether it may match anything but a single character: <em>MayContainStrings</em>. */
    boolean strings;

    OpenClass(int start, int contentStart, boolean negated) {
      this.start = start;
      this.contentStart = contentStart;
      this.negated = negated;
    }

    void add(ClassElement element, boolean mayContainStrings) {
      switch (operation) {
        case NONE -> strings = mayContainStrings;
        case UNION -> strings |= mayContainStrings;
        case INTERSECTION -> strings &= mayContainStrings;
        case SUBTRACTION -> {
          // What is taken away adds no strings.
        }
      }
      elements.add(element);
      operandDue = false;
    }
  }
}
