package dev.emerald.core.internal.flow.effects;

/**
 * What is known of a text, packed in a {@code long}: a set of characters that it cannot hold so
 * that they count (absent, escaped or replaced), and small numbers for how it lies in a path, a
 * shell text, a page or a URL. Zero is what comes from outside, untouched.
 *
 * <p>A field says something of the whole text as it is now; the characters are those of the part
 * that outsiders control.
 */
public final class States {

  /** Nothing is known. */
  public static final long UNTOUCHED = 0;

  // What is known of ".." in a path.
  static final int DOTS_ANYWHERE = 0;
  static final int DOTS_LEADING = 1;
  static final int DOTS_NONE = 2;

  // How a path starts.
  static final int START_UNKNOWN = 0;
  static final int ABSOLUTE = 1;
  static final int RELATIVE = 2;

  // The quotes that a part lies in.
  static final int UNQUOTED = 0;
  static final int SINGLE = 1;
  static final int DOUBLE = 2;
  static final int BACKTICK = 3;

  // Where in a page.
  static final int HTML_UNKNOWN = 0;
  static final int HTML_TEXT = 1;
  static final int HTML_TAG = 2;
  static final int HTML_DOUBLE = 3;
  static final int HTML_SINGLE = 4;
  static final int HTML_URL_DOUBLE = 5;
  static final int HTML_URL_SINGLE = 6;
  static final int HTML_SCRIPT = 7;

  // Where in a URL.
  static final int URL_START = 0;
  static final int URL_ROOT = 1;
  static final int URL_HOST = 2;
  static final int URL_PATH = 3;
  static final int URL_QUERY = 4;

  private static final int DOTS = Metachars.COUNT;
  private static final int START = DOTS + 2;
  private static final int QUOTES = START + 2;
  private static final int HTML = QUOTES + 2;
  private static final int URL = HTML + 3;
  private static final int FLAGS = URL + 3;

  /** Something that outsiders do not control stands before it, as the folder of a path. */
  static final long BASED = 1L << FLAGS;

  /** The whole has been normalised as a path. */
  static final long NORMALIZED = 1L << FLAGS + 1;

  /** It is text and nothing else. */
  static final long TEXT = 1L << FLAGS + 2;

  /** Other text stands before it. */
  static final long BEFORE = 1L << FLAGS + 3;

  /** Constant text stands before it. */
  static final long CONSTANT_BEFORE = 1L << FLAGS + 4;

  /** Other text stands after it. */
  static final long AFTER = 1L << FLAGS + 5;

  /** It does not start with a hyphen. */
  static final long NO_DASH = 1L << FLAGS + 6;

  static final long NOT_PROTO = 1L << FLAGS + 7;
  static final long NOT_CONSTRUCTOR = 1L << FLAGS + 8;
  static final long NOT_PROTOTYPE = 1L << FLAGS + 9;

  /** It was kept from leaving its folder in a way that can be got around. */
  static final long WEAK_PATH = 1L << FLAGS + 10;

  /** As {@link #WEAK_PATH} for shells. */
  static final long WEAK_SHELL = 1L << FLAGS + 11;

  /** As {@link #WEAK_PATH} for pages. */
  static final long WEAK_HTML = 1L << FLAGS + 12;

  /** As {@link #WEAK_PATH} for all else. */
  static final long WEAK_OTHER = 1L << FLAGS + 13;

  /** It went through a function that is only known by its name, and that name says it is clean. */
  static final long WEAK = WEAK_PATH | WEAK_SHELL | WEAK_HTML | WEAK_OTHER;

  /** It starts with text of the author's that is no tag: nobody takes it for a page. */
  static final long NO_TAG = 1L << FLAGS + 14;

  /**
   * It is the description of files that were sent: what they are called is for the sender to say,
   * where they were put is not.
   */
  static final long UPLOAD = 1L << FLAGS + 15;

  /** It starts as the address of the page that a script runs in does: it stays on its server. */
  static final long HERE = 1L << FLAGS + 16;

  /** What is known of how a text starts, and not of a part of it. */
  static final long FIRST = NO_DASH | NO_TAG;

  /**
   * Bits of which each says that something is <em>safer</em>, so that both hold only if both do.
   */
  private static final long GOOD =
      Metachars.EVERY
          | NORMALIZED
          | TEXT
          | NO_DASH
          | NO_TAG
          | NOT_PROTO
          | NOT_CONSTRUCTOR
          | NOT_PROTOTYPE
          | UPLOAD
          | HERE
          | WEAK;

  /** Bits that guards and steps may add to what is known, whatever else is. */
  static final long GAINS = GOOD & ~NORMALIZED & ~UPLOAD & ~HERE;

  private static final long PLAIN_BITS =
      BASED | BEFORE | CONSTANT_BEFORE | AFTER; // of the text, neither good nor bad

  private States() {}

  /** Whether the text was put together with other text on its way. */
  public static boolean composed(long state) {
    return (state & (BEFORE | AFTER)) != 0;
  }

  /** Whether constant text stands before what outsiders control. */
  public static boolean constantBefore(long state) {
    return (state & CONSTANT_BEFORE) != 0;
  }

  /** Whether the text was put into a page, or a piece of one. */
  public static boolean isInPage(long state) {
    return html(state) != HTML_UNKNOWN;
  }

  /** What is known of either of two values. */
  public static long join(long left, long right) {
    if (left == right) {
      return left;
    }
    long joined = left & right & GOOD | (left | right) & PLAIN_BITS;
    joined = withDots(joined, Math.min(dots(left), dots(right)));
    joined = withStart(joined, start(left) == start(right) ? start(left) : START_UNKNOWN);
    joined = withQuotes(joined, quotes(left) == quotes(right) ? quotes(left) : UNQUOTED);
    joined = withHtml(joined, html(left) == html(right) ? html(left) : HTML_TEXT);
    return withUrl(joined, Math.min(url(left), url(right)));
  }

  /** Whether a text may hold all characters of another, as far as is known. */
  public static boolean mayHold(long state, String text) {
    return (state & Metachars.of(text)) == 0;
  }

  /** Whether it may be something else than text. */
  public static boolean mayBeObject(long state) {
    return (state & TEXT) == 0 && !composed(state);
  }

  static boolean has(long state, long bits) {
    return (state & bits) == bits;
  }

  static int dots(long state) {
    return (int) (state >>> DOTS) & 3;
  }

  static long withDots(long state, int dots) {
    return state & ~(3L << DOTS) | (long) dots << DOTS;
  }

  static int start(long state) {
    return (int) (state >>> START) & 3;
  }

  static long withStart(long state, int start) {
    return state & ~(3L << START) | (long) start << START;
  }

  static int quotes(long state) {
    return (int) (state >>> QUOTES) & 3;
  }

  static long withQuotes(long state, int quotes) {
    return state & ~(3L << QUOTES) | (long) quotes << QUOTES;
  }

  static int html(long state) {
    return (int) (state >>> HTML) & 7;
  }

  static long withHtml(long state, int html) {
    return state & ~(7L << HTML) | (long) html << HTML;
  }

  static int url(long state) {
    return (int) (state >>> URL) & 7;
  }

  static long withUrl(long state, int url) {
    return state & ~(7L << URL) | (long) url << URL;
  }
}
