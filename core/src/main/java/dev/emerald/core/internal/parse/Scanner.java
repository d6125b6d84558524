package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import org.jspecify.annotations.Nullable;

/**
 * Turns text into tokens, one at a time. The fields describe the current token; {@link #next()}
 * goes on from its end. What a character means can depend on the grammar, so the parser re-reads
 * the current token where it knows better ({@code rescan…}) or asks for the next one in another
 * mode ({@code next…}). Nothing beyond the current token has been looked at, so no re-reading is
 * ever wrong about what follows.
 *
 * <p>No token makes an object, but a new name. {@link #save()} and {@link #restore} go back.
 */
class Scanner extends Separators {

  final Symbols symbols;

  /** The current token, one of {@link Token}. */
  int kind;

  /** Where the current token starts. */
  int start;

  /** The current name without escapes, and without {@code #}; of other tokens, meaningless. */
  String name = "";

  /** Whether the current name, string or template holds a backslash (or a template a CR). */
  boolean escaped;

  /** Whether the current template token is the last of its template. */
  boolean templateTail;

  /** What is wrong with an {@link Token#UNKNOWN} token. */
  String problem = "";

  /** The brackets that are open, the current token taken into account; for recovery. */
  final Brackets brackets = new Brackets();

  /** Whether the work allowed is used up; then there is nothing but {@link Token#EOF}. */
  boolean exhausted;

  private long tokensLeft;
  private boolean peekedNewline;

  /**
   * @param source the text
   * @param tokensAllowed how many tokens are read at most, those read again counted again
   */
  Scanner(String source, long tokensAllowed) {
    super(source);
    symbols = Symbols.create();
    tokensLeft = tokensAllowed;
  }

  // ---- the ordinary next token

  /** Moves on to the next token. */
  final void next() {
    previousEnd = end;
    newlineBefore = false;
    int at = end;
    char unit = text[at];
    if (unit == ' ') {
      unit = text[++at];
    }
    if (!Characters.isAsciiStart(unit)) {
      at = trivia(at, true);
      unit = text[at];
    }
    start = at;
    if (--tokensLeft < 0) {
      exhaust();
    } else if (Characters.isAsciiStart(unit)) {
      scanName(at);
    } else {
      scanOther(unit, at);
    }
  }

  private void exhaust() {
    exhausted = true;
    set(EOF, start);
  }

  private void set(int newKind, int newEnd) {
    kind = newKind;
    end = newEnd;
  }

  private void unknown(String what, int newEnd) {
    problem = what;
    set(UNKNOWN, newEnd);
  }

  private void scanName(int from) {
    char[] chars = text;
    int hash = 0;
    int at = from;
    char unit = chars[at];
    do {
      hash = Symbols.hash(hash, unit);
      unit = chars[++at];
    } while (Characters.isAsciiPart(unit));
    if (unit == '\\' || unit >= 128) {
      scanUnusualName(from, from);
      return;
    }
    name = symbols.intern(chars, from, at, hash);
    escaped = false;
    kind = symbols.lastKind();
    end = at;
  }

  /** A name with escapes or characters beyond ASCII, {@code from} its first character. */
  private void scanUnusualName(int tokenStart, int from) {
    StringBuilder out = new StringBuilder();
    boolean escapes = false;
    int at = from;
    while (true) {
      int codePoint = Character.codePointAt(text, at, text.length);
      int next = at + Character.charCount(codePoint);
      if (codePoint == '\\') {
        int mark = out.length();
        next = text[at + 1] == 'u' ? Strings.unicodeEscape(text, at + 2, length, out) : -1;
        if (next < 0) {
          unknown("invalid escape in a name", Math.min(length, at + 1));
          return;
        }
        codePoint = out.codePointAt(mark);
        out.setLength(mark);
        escapes = true;
        if (!(mark == 0 ? isStart(codePoint) : Characters.isIdentifierPart(codePoint))) {
          unknown("this escape can't stand in a name", next);
          return;
        }
      } else if (!(at == from ? isStart(codePoint) : Characters.isIdentifierPart(codePoint))) {
        break;
      }
      out.appendCodePoint(codePoint);
      at = next;
    }
    if (at == from) {
      int codePoint = Character.codePointAt(text, at, text.length);
      unknown("unexpected character", Math.min(length, at + Character.charCount(codePoint)));
      return;
    }
    name = symbols.intern(out);
    escaped = escapes;
    int word = tokenStart == from ? symbols.lastKind() : PRIVATE_NAME;
    if (escapes && word >= FIRST_CONTEXTUAL) {
      word = IDENTIFIER;
    } else if (escapes && word >= FIRST_RESERVED) {
      word = ESCAPED_KEYWORD;
    }
    set(word, at);
  }

  private static boolean isStart(int codePoint) {
    return Characters.isIdentifierStart(codePoint);
  }

  private void scanOther(char unit, int at) {
    char[] chars = text;
    char second = chars[at + 1];
    switch (unit) {
      case '(' -> {
        brackets.open(Brackets.PAREN);
        set(LPAREN, at + 1);
      }
      case ')' -> {
        brackets.close(Brackets.PAREN);
        set(RPAREN, at + 1);
      }
      case '[' -> {
        brackets.open(Brackets.BRACKET);
        set(LBRACKET, at + 1);
      }
      case ']' -> {
        brackets.close(Brackets.BRACKET);
        set(RBRACKET, at + 1);
      }
      case '{' -> {
        brackets.open(Brackets.BRACE);
        set(LBRACE, at + 1);
      }
      case '}' -> {
        brackets.closeBrace();
        set(RBRACE, at + 1);
      }
      case ';' -> set(SEMICOLON, at + 1);
      case ',' -> set(COMMA, at + 1);
      case ':' -> set(COLON, at + 1);
      case '~' -> set(TILDE, at + 1);
      case '@' -> set(AT, at + 1);
      case '>' -> set(GT, at + 1);
      case '.' -> {
        if (Characters.isDigit(second)) {
          scanNumber(at);
        } else if (second == '.' && chars[at + 2] == '.') {
          set(ELLIPSIS, at + 3);
        } else {
          set(DOT, at + 1);
        }
      }
      case '\'', '"' -> scanString(unit, at);
      case '`' -> scanTemplate(at);
      case '#' -> scanPrivateName(at);
      case 0 -> {
        if (at >= length) {
          set(EOF, length);
        } else {
          unknown("unexpected character", at + 1);
        }
      }
      default -> {
        if (Characters.isDigit(unit)) {
          scanNumber(at);
        } else if (unit >= 128 || unit == '\\') {
          scanUnusualName(at, at);
        } else {
          scanOperator(unit, second, at);
        }
      }
    }
  }

  private void scanOperator(char unit, char second, int at) {
    char third = second == 0 ? 0 : text[at + 2];
    switch (unit) {
      case '=' -> {
        if (second == '=') {
          set(third == '=' ? EQ_STRICT : EQ, third == '=' ? at + 3 : at + 2);
        } else {
          set(second == '>' ? ARROW : ASSIGN, second == '>' ? at + 2 : at + 1);
        }
      }
      case '!' -> {
        if (second == '=') {
          set(third == '=' ? NE_STRICT : NE, third == '=' ? at + 3 : at + 2);
        } else {
          set(NOT, at + 1);
        }
      }
      case '+' -> sign(second, '+', INCREMENT, PLUS, PLUS_ASSIGN, at);
      case '-' -> sign(second, '-', DECREMENT, MINUS, MINUS_ASSIGN, at);
      case '*' -> doubled(second, third, '*', STAR, STAR_ASSIGN, STAR_STAR, STAR_STAR_ASSIGN, at);
      case '&' -> doubled(second, third, '&', AMP, AMP_ASSIGN, AMP_AMP, AMP_AMP_ASSIGN, at);
      case '|' -> doubled(second, third, '|', BAR, BAR_ASSIGN, BAR_BAR, BAR_BAR_ASSIGN, at);
      case '<' -> doubled(second, third, '<', LT, LE, SHL, SHL_ASSIGN, at);
      case '?' -> {
        if (second == '.' && !Characters.isDigit(third)) {
          set(OPTIONAL_DOT, at + 2);
        } else if (second == '?') {
          set(third == '=' ? COALESCE_ASSIGN : COALESCE, third == '=' ? at + 3 : at + 2);
        } else {
          set(QUESTION, at + 1);
        }
      }
      case '/' -> withAssign(second, SLASH, SLASH_ASSIGN, at);
      case '%' -> withAssign(second, PERCENT, PERCENT_ASSIGN, at);
      case '^' -> withAssign(second, CARET, CARET_ASSIGN, at);
      default -> unknown("unexpected character", at + 1);
    }
  }

  private void sign(char second, char same, int twice, int once, int assign, int at) {
    if (second == same) {
      set(twice, at + 2);
    } else {
      withAssign(second, once, assign, at);
    }
  }

  private void withAssign(char second, int plain, int assign, int at) {
    if (second == '=') {
      set(assign, at + 2);
    } else {
      set(plain, at + 1);
    }
  }

  private void doubled(
      char second, char third, char same, int once, int assign, int twice, int both, int at) {
    if (second == same) {
      withAssign(third, twice, both, at + 1);
    } else {
      withAssign(second, once, assign, at);
    }
  }

  private void scanNumber(int at) {
    int numberEnd = Numbers.end(text, at);
    boolean bad = numberEnd < 0;
    int past = bad ? ~numberEnd : numberEnd;
    int codePoint = Character.codePointAt(text, past, text.length);
    if (codePoint == '\\' || Characters.isIdentifierPart(codePoint)) {
      bad = true;
      while (Characters.isAsciiPart(text[past])) {
        past++;
      }
    }
    if (bad) {
      unknown("malformed number", past);
    } else {
      set(text[past - 1] == 'n' ? BIGINT : NUMBER, past);
    }
  }

  private void scanString(char quote, int at) {
    int close = Strings.stringEnd(text, at + 1, length, quote);
    if (close < 0) {
      unknown("unterminated string", ~close);
      return;
    }
    escaped = false;
    for (int i = at + 1; i < close; i++) {
      if (text[i] == '\\') {
        escaped = true;
        break;
      }
    }
    set(STRING, close + 1);
  }

  /** A piece of a template that starts at its backtick or at the brace before it. */
  private void scanTemplate(int at) {
    escaped = false;
    int i = at + 1;
    while (true) {
      char unit = text[i];
      if (unit == '`') {
        templateTail = true;
        set(TEMPLATE, i + 1);
        return;
      }
      if (unit == '$' && text[i + 1] == '{') {
        brackets.open(Brackets.SUBSTITUTION);
        templateTail = false;
        set(TEMPLATE, i + 2);
        return;
      }
      if (unit == '\\') {
        escaped = true;
        i++;
      } else if (unit == '\r') {
        escaped = true;
      }
      if (i >= length) {
        unknown("unterminated template", length);
        return;
      }
      i++;
    }
  }

  private void scanPrivateName(int at) {
    char unit = text[at + 1];
    if (Characters.isAsciiStart(unit)) {
      scanName(at + 1);
      if (kind != UNKNOWN) {
        kind = PRIVATE_NAME;
      }
    } else if (unit == '\\' || unit >= 128) {
      scanUnusualName(at, at + 1);
    } else {
      set(HASH, at + 1);
    }
  }

  // ---- other modes

  /** Reads the current {@code /} or {@code /=} as the start of a regular expression. */
  final void rescanRegExp() {
    int close = Strings.regExpEnd(text, start + 1, length);
    if (close < 0) {
      unknown("unterminated regular expression", ~close);
      return;
    }
    int at = close + 1;
    while (Characters.isIdentifierPart(text[at])) {
      at++;
    }
    if (text[at] == '\\') {
      unknown("malformed flags of a regular expression", at + 1);
    } else {
      set(REGEXP, at);
    }
  }

  /** The offset of the slash that closes the current regular expression. */
  final int regExpClose() {
    int at = end - 1;
    while (text[at] != '/') {
      at--;
    }
    return at;
  }

  /** Reads the current {@code >} together with what follows it as an operator. */
  final void rescanGreater() {
    int at = start + 1;
    if (text[at] == '>') {
      at++;
      boolean unsigned = text[at] == '>';
      if (unsigned) {
        at++;
      }
      boolean assign = text[at] == '=';
      int plain = unsigned ? USHR : SHR;
      set(assign ? unsigned ? USHR_ASSIGN : SHR_ASSIGN : plain, assign ? at + 1 : at);
    } else if (text[at] == '=') {
      set(GE, at + 1);
    }
  }

  /** Cuts the current {@code <<}, {@code <=} or {@code <<=} down to {@code <}. */
  final void rescanLess() {
    set(LT, start + 1);
  }

  /** Reads the current {@code }} as the end of a substitution, with the template text after it. */
  final void rescanTemplateContinuation() {
    scanTemplate(start);
  }

  /** Makes the current name take in what JSX allows in names: dashes. */
  final void rescanJsxName() {
    int at = end;
    while (text[at] == '-') {
      do {
        at++;
      } while (Characters.isIdentifierPart(text[at]));
    }
    if (at > end) {
      name = symbols.intern(text, start, at);
      set(IDENTIFIER, at);
    }
  }

  /** Moves on to text between tags, or to the single <code>{</code> or {@code <} after it. */
  final void nextJsxText() {
    previousEnd = end;
    newlineBefore = false;
    start = end;
    if (--tokensLeft < 0) {
      exhaust();
      return;
    }
    int at = start;
    char unit = text[at];
    if (unit == '{') {
      brackets.open(Brackets.BRACE);
      set(LBRACE, at + 1);
    } else if (unit == '<') {
      set(LT, at + 1);
    } else if (at >= length) {
      set(EOF, length);
    } else {
      while (at < length && text[at] != '{' && text[at] != '<') {
        at++;
      }
      set(JSX_TEXT, at);
    }
  }

  /** Moves on to the value of an attribute: a string in it knows no escapes and may span lines. */
  final void nextJsxAttributeValue() {
    newlineBefore = false;
    int at = trivia(end, false);
    char quote = text[at];
    if (quote != '"' && quote != '\'') {
      next();
      return;
    }
    previousEnd = end;
    trivia(end, true);
    start = at++;
    while (at < length && text[at] != quote) {
      at++;
    }
    escaped = false;
    if (at >= length) {
      unknown("unterminated string", length);
    } else {
      set(STRING, at + 1);
    }
  }

  // ---- looking ahead

  /** The kind of the token after the current one. */
  final int peek() {
    State here = save();
    next();
    int peeked = kind;
    peekedNewline = newlineBefore;
    restore(here);
    return peeked;
  }

  /** Whether a line ends before the token that {@link #peek} has just looked at. */
  final boolean peekNewlineBefore() {
    return peekedNewline;
  }

  /** Where the scan stands, to come back to. */
  final State save() {
    return new State(this);
  }

  /** Goes back to where the scan stood, any number of times. */
  final void restore(State state) {
    kind = state.kind;
    start = state.start;
    end = state.end;
    previousEnd = state.previousEnd;
    newlineBefore = state.newlineBefore;
    name = state.name;
    escaped = state.escaped;
    templateTail = state.templateTail;
    problem = state.problem;
    comments.cut(end);
    brackets.depth = state.bracketDepth;
    if (exhausted) {
      set(EOF, start);
    }
  }

  /** A place in the text and the token there. */
  static final class State {
    private final int kind;
    private final int start;
    private final int end;
    private final int previousEnd;
    private final boolean newlineBefore;
    private final boolean escaped;
    private final boolean templateTail;
    private final String name;
    private final String problem;
    private final int bracketDepth;

    private State(Scanner scanner) {
      kind = scanner.kind;
      start = scanner.start;
      end = scanner.end;
      previousEnd = scanner.previousEnd;
      newlineBefore = scanner.newlineBefore;
      escaped = scanner.escaped;
      templateTail = scanner.templateTail;
      name = scanner.name;
      problem = scanner.problem;
      bracketDepth = scanner.brackets.depth;
    }
  }

  /** The text of a range, once for each short text that repeats. */
  final String slice(int from, int to) {
    return to - from <= Symbols.MAX_SHARED
        ? symbols.intern(text, from, to)
        : new String(text, from, to - from);
  }

  /** The value of the current string; null if an escape in it is invalid. */
  final @Nullable String stringValue() {
    return escaped ? Strings.cook(text, start + 1, end - 1, false) : slice(start + 1, end - 1);
  }

  /** The cooked text of the current piece of a template; null if an escape in it is invalid. */
  final @Nullable String templateValue() {
    int close = templateTail ? end - 1 : end - 2;
    return escaped ? Strings.cook(text, start + 1, close, true) : slice(start + 1, close);
  }
}
