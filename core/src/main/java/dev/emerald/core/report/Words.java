package dev.emerald.core.report;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. */
final class Words {

  private Words() {}

  /**
   * Breaks a text at its spaces; a longer word stays whole.
   *
   * @param width in UTF-16 units, as near to columns as prose needs
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
