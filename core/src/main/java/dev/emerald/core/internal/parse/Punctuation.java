package dev.emerald.core.internal.parse;

import java.util.Arrays;

/** How tokens with one spelling are spelled; for messages. */
final class Punctuation {

  private static final String[] TEXTS = texts();

  private Punctuation() {}

  /** The spelling of a punctuator or a keyword. */
  static String text(int kind) {
    return kind >= Token.FIRST_RESERVED ? Token.word(kind - Token.FIRST_RESERVED) : TEXTS[kind];
  }

  private static String[] texts() {
    String[] texts = new String[Token.FIRST_RESERVED];
    Arrays.fill(texts, "token");
    String spellings =
        "( ) [ ] { } . ... ?. ; , ? : => @ # ! ~ ++ -- = += -= *= /= %= **= <<= >>= >>>= |= ^= &="
            + " ||= &&= ??= && || ?? == != === !== < <= > >= << >> >>> + - * / % ** | ^ &";
    int kind = Token.LPAREN;
    for (String spelling : spellings.split(" ", -1)) {
      texts[kind++] = spelling;
    }
    return texts;
  }
}
