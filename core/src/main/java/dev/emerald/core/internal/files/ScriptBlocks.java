package dev.emerald.core.internal.files;

import java.util.Locale;

/**
 * The script blocks of a Vue or Svelte component.
 *
 * <p>Everything else is blanked out, so that offsets, lines and columns in what is left are those
 * of the file.
 */
public final class ScriptBlocks {

  private final String text;
  private final Language language;

  private ScriptBlocks(String text, Language language) {
    this.text = text;
    this.language = language;
  }

  /** Whether a file is a component by its name. */
  public static boolean isComponent(String path) {
    return path.endsWith(".vue") || path.endsWith(".svelte");
  }

  /**
   * Finds the scripts of a component.
   *
   * @param component the whole file
   */
  public static ScriptBlocks of(String component) {
    char[] kept = new char[component.length()];
    for (int i = 0; i < kept.length; i++) {
      char unit = component.charAt(i);
      boolean ends = unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029';
      kept[i] = ends ? unit : ' ';
    }
    Language language = Language.JAVASCRIPT;
    int at = 0;
    while ((at = component.indexOf('<', at)) >= 0) {
      if (component.startsWith("<!--", at)) {
        int end = component.indexOf("-->", at + 4);
        at = end < 0 ? component.length() : end + 3;
        continue;
      }
      if (!startsTag(component, at)) {
        at++;
        continue;
      }
      int tagEnd = tagEnd(component, at);
      String attributes = component.substring(Math.min(at + 7, tagEnd), tagEnd);
      at = tagEnd;
      if (attributes.endsWith("/>")) {
        continue;
      }
      int end = scriptEnd(component, at);
      String lang = attribute(attributes, "lang");
      if (isProgram(attribute(attributes, "type"), lang)) {
        component.getChars(at, end, kept, at);
        language = language(lang, attribute(attributes, "type"), language);
      }
      at = end;
    }
    return new ScriptBlocks(new String(kept), language);
  }

  /** The scripts, and spaces for all that is none; as long as the component. */
  public String text() {
    return text;
  }

  /** The language of the scripts. */
  public Language language() {
    return language;
  }

  private static boolean startsTag(String text, int at) {
    if (!text.regionMatches(true, at + 1, "script", 0, 6) || at + 7 >= text.length()) {
      return false;
    }
    char after = text.charAt(at + 7);
    return after == '>' || after == '/' || after <= ' ';
  }

  /** Offset just past the tag that starts at an offset; a {@code >} in quotes does not end it. */
  private static int tagEnd(String text, int start) {
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (quote != 0) {
        quote = unit == quote ? 0 : quote;
      } else if (unit == '"' || unit == '\'') {
        quote = unit;
      } else if (unit == '>') {
        return i + 1;
      }
    }
    return text.length();
  }

  private static int scriptEnd(String text, int from) {
    int at = from;
    while ((at = text.indexOf("</", at)) >= 0) {
      if (text.regionMatches(true, at + 2, "script", 0, 6)) {
        return at;
      }
      at += 2;
    }
    return text.length();
  }

  /** The value of an attribute, lower case; empty if it is not there or has none. */
  private static String attribute(String tag, String name) {
    int at = 0;
    while ((at = tag.indexOf(name, at)) >= 0) {
      int after = at + name.length();
      boolean whole = at == 0 || tag.charAt(at - 1) <= ' ';
      at = after;
      while (after < tag.length() && tag.charAt(after) <= ' ') {
        after++;
      }
      if (!whole || after >= tag.length() || tag.charAt(after) != '=') {
        continue;
      }
      return value(tag, after + 1).toLowerCase(Locale.ROOT);
    }
    return "";
  }

  private static String value(String tag, int from) {
    int start = from;
    while (start < tag.length() && tag.charAt(start) <= ' ') {
      start++;
    }
    if (start < tag.length() && (tag.charAt(start) == '"' || tag.charAt(start) == '\'')) {
      int end = tag.indexOf(tag.charAt(start), start + 1);
      return end < 0 ? "" : tag.substring(start + 1, end);
    }
    int end = start;
    while (end < tag.length() && tag.charAt(end) > ' ' && tag.charAt(end) != '>') {
      end++;
    }
    return tag.substring(start, end);
  }

  private static boolean isProgram(String type, String lang) {
    return switch (lang) {
      case "", "js", "javascript", "jsx", "ts", "typescript", "tsx" ->
          type.isEmpty()
              || type.equals("module")
              || type.endsWith("javascript")
              || type.endsWith("typescript");
      default -> false;
    };
  }

  private static Language language(String lang, String type, Language before) {
    if (lang.equals("tsx")) {
      return Language.TSX;
    }
    boolean typed = lang.equals("ts") || lang.equals("typescript") || type.endsWith("typescript");
    return typed && before == Language.JAVASCRIPT ? Language.TYPESCRIPT : before;
  }
}
