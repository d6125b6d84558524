package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.Element;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.QuantifiableElement;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexFlags;
import dev.emerald.spi.regex.RegexNodeFactory;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ECMAScript regular expression into a tree: ECMA-262 (ES2026) §22.2.1 with the flags
 * {@code dgimsuvy}, and Annex B §B.1.2 when neither {@code u} nor {@code v} is set.
 *
 * <p>Open groups stand on a stack of the parser's own; finished elements and alternatives on two
 * more, from which a group takes what came after its opening parenthesis.
 */
public final class RegexParser {

  /** The longest pattern that is read, in UTF-16 code units; it bounds the size of a tree. */
  static final int MAX_LENGTH = 1 << 20;

  private static final String MODIFIERS = "ims";

  private final String source;
  private final RegexReader reader;
  private final EscapeParser escapes;
  private final ClassParser classes;
  private final GroupNameScopes names = new GroupNameScopes();
  private final List<Element> elements = new ArrayList<>();
  private final List<Alternative> alternatives = new ArrayList<>();
  private final Deque<OpenGroup> outer = new ArrayDeque<>();
  private OpenGroup current;
  private @Nullable CapturingGroup[] groups = new CapturingGroup[4];
  private int groupCount;

  private RegexParser(String source, RegexFlags flags) {
    this.source = source;
    this.reader = new RegexReader(source, flags);
    this.escapes = new EscapeParser(reader, source, flags);
    this.classes = new ClassParser(reader, escapes);
    this.current = new OpenGroup(GroupKind.PATTERN, 0);
  }

  /**
   * Reads a pattern. Whatever the texts hold, there is a result: a tree, or a diagnostic that says
   * what an engine would throw a {@code SyntaxError} for, or which limit was met.
   *
   * @param pattern what stands between the slashes of a literal, or the first argument of {@code
   *     new RegExp}
   * @param flags the flags as written; if they are not valid the pattern is not read, for they
   *     decide its syntax
   */
  public static RegexPattern parse(String pattern, String flags) {
    Objects.requireNonNull(pattern, "pattern");
    RegexFlags recognised = RegexFlags.of(flags);
    try {
      checkFlags(pattern.length() + 1, flags);
      if (pattern.length() > MAX_LENGTH) {
        throw new RegexSyntaxError(
            RegexDiagnostic.Kind.LIMIT,
            0,
            "The pattern is longer than " + MAX_LENGTH + " code units");
      }
      return new RegexParser(pattern, recognised).parse(recognised);
    } catch (RegexSyntaxError error) {
      RegexDiagnostic diagnostic =
          RegexNodeFactory.diagnostic(error.kind(), error.offset(), error.text());
      return RegexNodeFactory.invalid(pattern, recognised, List.of(diagnostic));
    }
  }

  private static void checkFlags(int offset, String flags) {
    for (int i = 0; i < flags.length(); i++) {
      char flag = flags.charAt(i);
      String wrong = null;
      if (!RegexFlags.isFlag(flag)) {
        wrong = "There is no flag '" + flag + "'";
      } else if (flags.indexOf(flag) < i) {
        wrong = "The flag '" + flag + "' is repeated";
      } else if (flag == 'u' && flags.lastIndexOf('v', i) >= 0
          || flag == 'v' && flags.lastIndexOf('u', i) >= 0) {
        wrong = "The flags u and v exclude each other";
      }
      if (wrong != null) {
        throw new RegexSyntaxError(RegexDiagnostic.Kind.FLAGS, offset + i, wrong);
      }
    }
  }

  private RegexPattern parse(RegexFlags flags) {
    while (true) {
      int unit = reader.peek();
      switch (unit) {
        case RegexReader.END -> {
          return finish(flags);
        }
        case '|' -> {
          endAlternative();
          reader.skip(1);
          startAlternative();
        }
        case '(' -> openGroup();
        case ')' -> closeGroup();
        case '^' -> edge(EdgeAssertion.Edge.START);
        case '$' -> edge(EdgeAssertion.Edge.END);
        case '\\' -> escape();
        case '[' -> addQuantifiable(classes.parse());
        case '.' -> {
          int start = reader.position();
          reader.skip(1);
          addQuantifiable(RegexNodeFactory.anyCharacter(start, start + 1));
        }
        case '*', '+', '?' -> throw nothingToRepeat(reader.position());
        case '{' -> openingBrace();
        case '}', ']' -> {
          if (reader.unicodeMode()) {
            throw reader.error(
                reader.position(), "'" + (char) unit + "' must be escaped with the u and v flags");
          }
          character();
        }
        default -> character();
      }
    }
  }

  private RegexPattern finish(RegexFlags flags) {
    if (!outer.isEmpty()) {
      throw reader.error(current.start, "A group lacks its closing )");
    }
    endAlternative();
    Pattern tree = RegexNodeFactory.pattern(0, source.length(), alternatives);
    List<CapturingGroup> inOrder = new ArrayList<>(groupCount);
    for (int i = 0; i < groupCount; i++) {
      inOrder.add(Objects.requireNonNull(groups[i]));
    }
    return RegexNodeFactory.valid(source, flags, tree, inOrder);
  }

  private void character() {
    int start = reader.position();
    int value = reader.next();
    addQuantifiable(RegexNodeFactory.character(start, reader.position(), value));
  }

  private void edge(EdgeAssertion.Edge edge) {
    int start = reader.position();
    reader.skip(1);
    elements.add(RegexNodeFactory.edge(start, start + 1, edge));
  }

  private void escape() {
    int start = reader.position();
    int unit = reader.peek(1);
    if (unit == 'b' || unit == 'B') {
      reader.skip(2);
      elements.add(RegexNodeFactory.wordBoundary(start, start + 2, unit == 'B'));
    } else {
      addQuantifiable(escapes.atom());
    }
  }

  /** A brace where an element is due: plain text in Annex B, unless it reads as a quantifier. */
  private void openingBrace() {
    int start = reader.position();
    if (bracedRepetition() != null) {
      throw nothingToRepeat(start);
    }
    if (reader.unicodeMode()) {
      throw reader.error(start, "'{' must be escaped with the u and v flags");
    }
    character();
  }

  private RegexSyntaxError nothingToRepeat(int start) {
    return reader.error(start, "A quantifier has nothing to repeat");
  }

  private void addQuantifiable(QuantifiableElement element) {
    Repetition repetition;
    switch (reader.peek()) {
      case '*' -> repetition = simple(0, Quantifier.UNBOUNDED);
      case '+' -> repetition = simple(1, Quantifier.UNBOUNDED);
      case '?' -> repetition = simple(0, 1);
      case '{' -> repetition = bracedRepetition();
      default -> repetition = null;
    }
    if (repetition == null) {
      elements.add(element);
      return;
    }
    boolean greedy = !reader.eat('?');
    elements.add(
        RegexNodeFactory.quantifier(
            element.start(), reader.position(), repetition.min, repetition.max, greedy, element));
  }

  private Repetition simple(int min, int max) {
    reader.skip(1);
    return new Repetition(min, max);
  }

  /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}; null, without a step, if it is none. */
  private @Nullable Repetition bracedRepetition() {
    int start = reader.position();
    reader.skip(1);
    int minStart = reader.position();
    int min = reader.decimalDigits();
    int minEnd = reader.position();
    int max = min;
    int maxStart = minStart;
    if (min >= 0 && reader.eat(',')) {
      maxStart = reader.position();
      max = reader.decimalDigits();
    }
    int maxEnd = reader.position();
    if (min < 0 || !reader.eat('}')) {
      reader.moveTo(start);
      return null;
    }
    if (max < 0) {
      return new Repetition(Math.min(min, Quantifier.UNBOUNDED - 1), Quantifier.UNBOUNDED);
    }
    if (exceeds(minStart, minEnd, maxStart, maxEnd)) {
      throw reader.error(start, "The numbers of a quantifier are out of order");
    }
    return new Repetition(
        Math.min(min, Quantifier.UNBOUNDED - 1), Math.min(max, Quantifier.UNBOUNDED - 1));
  }

  /** Compares two numbers by their digits, however many these are. */
  private boolean exceeds(int start, int end, int otherStart, int otherEnd) {
    int from = skipZeros(start, end);
    int otherFrom = skipZeros(otherStart, otherEnd);
    if (end - from != otherEnd - otherFrom) {
      return end - from > otherEnd - otherFrom;
    }
    return source.substring(from, end).compareTo(source.substring(otherFrom, otherEnd)) > 0;
  }

  private int skipZeros(int start, int end) {
    int at = start;
    while (at < end && source.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private void startAlternative() {
    current.alternativeStart = reader.position();
    current.firstElement = elements.size();
    current.alternativeNames = names.mark();
  }

  private void endAlternative() {
    List<Element> own = elements.subList(current.firstElement, elements.size());
    alternatives.add(
        RegexNodeFactory.alternative(current.alternativeStart, reader.position(), own));
    own.clear();
    names.endAlternative(current.alternativeNames);
  }

  private void openGroup() {
    int start = reader.position();
    reader.enter(start);
    reader.skip(1);
    OpenGroup group = reader.eat('?') ? specialGroup(start) : capturing(start, null);
    outer.push(current);
    current = group;
    group.firstAlternative = alternatives.size();
    group.disjunctionNames = names.mark();
    startAlternative();
  }

  private OpenGroup capturing(int start, @Nullable String name) {
    OpenGroup group = new OpenGroup(GroupKind.CAPTURING, start);
    group.number = ++groupCount;
    group.name = name;
    return group;
  }

  /** Reads what follows {@code (?}. */
  private OpenGroup specialGroup(int start) {
    if (reader.eat(':')) {
      return new OpenGroup(GroupKind.PLAIN, start);
    }
    if (reader.eat('=')) {
      return new OpenGroup(GroupKind.LOOKAHEAD, start);
    }
    if (reader.eat('!')) {
      return new OpenGroup(GroupKind.NEGATIVE_LOOKAHEAD, start);
    }
    if (reader.eat("<=")) {
      return new OpenGroup(GroupKind.LOOKBEHIND, start);
    }
    if (reader.eat("<!")) {
      return new OpenGroup(GroupKind.NEGATIVE_LOOKBEHIND, start);
    }
    if (reader.eat('<')) {
      String name = GroupName.read(reader);
      if (!names.declare(name)) {
        throw reader.error(
            start, "There is another group " + reader.quote(start + 3, reader.position() - 1));
      }
      return capturing(start, name);
    }
    return modifiers(start);
  }

  private OpenGroup modifiers(int start) {
    OpenGroup group = new OpenGroup(GroupKind.PLAIN, start);
    int addedStart = reader.position();
    String added = modifierLetters();
    boolean removes = reader.eat('-');
    String removed = removes ? modifierLetters() : "";
    if (!reader.eat(':') || added.isEmpty() && !removes) {
      throw reader.error(start, "There is no group that starts like this");
    }
    String all = added + removed;
    if (all.isEmpty()) {
      throw reader.error(addedStart, "A group's modifiers name no flag");
    }
    if (all.length() > RegexFlags.of(all).size()) {
      throw reader.error(addedStart, "A group's modifiers name a flag twice");
    }
    group.added = RegexFlags.of(added);
    group.removed = RegexFlags.of(removed);
    return group;
  }

  private String modifierLetters() {
    int start = reader.position();
    while (reader.peek() != RegexReader.END && MODIFIERS.indexOf(reader.peek()) >= 0) {
      reader.skip(1);
    }
    return reader.slice(start, reader.position());
  }

  private void closeGroup() {
    if (outer.isEmpty()) {
      throw reader.error(reader.position(), "A closing ) has no group to close");
    }
    endAlternative();
    reader.skip(1);
    reader.leave();
    OpenGroup group = current;
    names.endDisjunction(group.disjunctionNames);
    List<Alternative> own = alternatives.subList(group.firstAlternative, alternatives.size());
    int end = reader.position();
    switch (group.kind) {
      case CAPTURING -> addQuantifiable(closeCapturing(group, end, own));
      case LOOKAHEAD, NEGATIVE_LOOKAHEAD, LOOKBEHIND, NEGATIVE_LOOKBEHIND ->
          closeLookaround(group, end, own);
      default ->
          addQuantifiable(
              RegexNodeFactory.group(group.start, end, group.added, group.removed, own));
    }
    own.clear();
    current = outer.pop();
  }

  private CapturingGroup closeCapturing(OpenGroup group, int end, List<Alternative> own) {
    CapturingGroup node =
        RegexNodeFactory.capturingGroup(group.start, end, group.number, group.name, own);
    if (group.number > groups.length) {
      groups = Arrays.copyOf(groups, Math.max(group.number, groups.length * 2));
    }
    groups[group.number - 1] = node;
    return node;
  }

  private void closeLookaround(OpenGroup group, int end, List<Alternative> own) {
    boolean ahead = group.kind == GroupKind.LOOKAHEAD || group.kind == GroupKind.NEGATIVE_LOOKAHEAD;
    boolean negated =
        group.kind == GroupKind.NEGATIVE_LOOKAHEAD || group.kind == GroupKind.NEGATIVE_LOOKBEHIND;
    LookaroundAssertion assertion =
        RegexNodeFactory.lookaround(
            group.start,
            end,
            ahead ? LookaroundAssertion.Direction.AHEAD : LookaroundAssertion.Direction.BEHIND,
            negated,
            own);
    if (ahead && !reader.unicodeMode()) {
      // Annex B lets a look-ahead be repeated.
      addQuantifiable(assertion);
    } else {
      elements.add(assertion);
    }
  }

  private enum GroupKind {
    PATTERN,
    CAPTURING,
    PLAIN,
    LOOKAHEAD,
    NEGATIVE_LOOKAHEAD,
    LOOKBEHIND,
    NEGATIVE_LOOKBEHIND
  }

  private record Repetition(int min, int max) {}

  /** A group whose closing parenthesis has not come yet, or the whole pattern. */
  private static final class OpenGroup {
    final GroupKind kind;
    final int start;
    int number;
    @Nullable String name;
    RegexFlags added = RegexFlags.none();
    RegexFlags removed = RegexFlags.none();
    int firstAlternative;
    int firstElement;
    int alternativeStart;
    int disjunctionNames;
    int alternativeNames;

    OpenGroup(GroupKind kind, int start) {
      this.kind = kind;
      this.start = start;
    }
  }
}
