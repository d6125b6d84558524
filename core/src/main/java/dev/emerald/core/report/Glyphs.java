package dev.emerald.core.report;

/**
 * How characters of a text that nobody vouches for are shown on a terminal: never as anything that
 * a terminal acts on or a reader can't see.
 *
 * <p>Controls, escape sequences, direction overrides, joiners and other format characters, and
 * surrogates without their other half appear as JavaScript writes them: {@code \}{@code u{1b}}.
 * Columns are counted as terminals do: none for combining marks, two for wide characters (Unicode
 * Standard Annex 11).
 */
enum Glyphs {
  /** Shows what Unicode can show. */
  UNICODE("\u2502", "\u2026"),
  /** Shows everything beyond ASCII as escapes, for terminals in another encoding. */
  ASCII("|", "...");

  /** First and last code points of the wide ranges, in order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
    0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F004,
    0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D,
    0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0,
    0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF,
    0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4,
    0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5,
    0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0,
    0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000,
    0x3FFFD,
  };

  private final String frame;
  private final String ellipsis;

  Glyphs(String frame, String ellipsis) {
    this.frame = frame;
    this.ellipsis = ellipsis;
  }

  /** The vertical line left of an excerpt, one column. */
  String frame() {
    return frame;
  }

  /** What stands for text that is left out. */
  String ellipsis() {
    return ellipsis;
  }

  /**
   * Shows a code point, or a surrogate alone.
   *
   * @return how many columns it takes
   */
  int append(StringBuilder out, int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      out.append((char) codePoint);
      return 1;
    }
    if (this == ASCII || isHidden(codePoint)) {
      int before = out.length();
      out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      return out.length() - before;
    }
    out.appendCodePoint(codePoint);
    return columns(codePoint);
  }

  /** A foreign text on one line: tabs are spaces, all else as {@link #append} shows it. */
  String line(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (out == null && (codePoint < ' ' || codePoint >= 0x7F)) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        append(out, codePoint == '\t' ? ' ' : codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return out == null ? text : out.toString();
  }

  /** Columns of a code point that is shown as it is. */
  static int columns(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint >= 0x1160 && codePoint <= 0x11FF) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SPACE_SEPARATOR && codePoint != 0x3000
        || (codePoint & 0xFFFE) == 0xFFFE;
  }

  private static boolean isWide(int codePoint) {
    if (codePoint < WIDE[0]) {
      return false;
    }
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < WIDE[2 * middle]) {
        high = middle - 1;
      } else if (codePoint > WIDE[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
