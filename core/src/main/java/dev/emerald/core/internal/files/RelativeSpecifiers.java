package dev.emerald.core.internal.files;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Strings in a text that look like relative imports: quoted, starting with {@code ./} or {@code
 * ../}. A guess that costs next to nothing; what it finds is looked at more closely.
 */
final class RelativeSpecifiers {

  /** Longer strings are no paths that anybody wrote. */
  private static final int LONGEST = 256;

  private static final int MOST = 1_000;

  private RelativeSpecifiers() {}

  static Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while ((at = text.indexOf("./", at)) >= 0 && found.size() < MOST) {
      int start = at > 0 && text.charAt(at - 1) == '.' ? at - 1 : at;
      at += 2;
      char quote = start == 0 ? ' ' : text.charAt(start - 1);
      if (quote != '\'' && quote != '"') {
        continue;
      }
      int end = text.indexOf(quote, start);
      if (end > 0 && end - start <= LONGEST) {
        found.add(text.substring(start, end));
        at = end;
      }
    }
    return found;
  }
}
