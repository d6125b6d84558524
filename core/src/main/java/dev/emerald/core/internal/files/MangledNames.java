package dev.emerald.core.internal.files;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells bundles that were laid out again after their names were shortened. People use short names
 * too, but always the same few: a hundred different ones of one or two letters, and hardly any
 * others, are a program's work.
 */
final class MangledNames {

  private static final String[] KEYWORDS = {"const ", "let ", "var ", "function "};

  /** More than the letters of the alphabet in either case. */
  private static final int MANY = 100;

  private static final int SHORT = 2;

  private MangledNames() {}

  /** Whether most names that a text declares are short, and many different ones are. */
  static boolean in(String text) {
    if (text.length() < MANY * MANY) {
      return false;
    }
    Set<String> names = new HashSet<>();
    int declared = 0;
    int mangled = 0;
    for (String keyword : KEYWORDS) {
      int at = text.indexOf(keyword);
      while (at >= 0) {
        int start = at + keyword.length();
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        boolean whole = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
        if (whole && end > start) {
          declared++;
          if (end - start <= SHORT) {
            mangled++;
            names.add(text.substring(start, end));
          }
        }
        at = text.indexOf(keyword, start);
      }
    }
    return names.size() >= MANY && mangled * 5L >= declared * 3L;
  }
}
