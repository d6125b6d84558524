package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.RegexFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The capturing groups of a pattern, found without parsing it: their number and names. In a pattern
 * that turns out invalid the result may be off, but then nobody sees it.
 */
final class CaptureScan {

  private final Map<String, List<Integer>> numbersByName = new HashMap<>();
  private int count;
  private boolean named;

  private CaptureScan() {}

  static CaptureScan of(String source, RegexFlags flags) {
    CaptureScan scan = new CaptureScan();
    scan.read(new RegexReader(source, flags));
    return scan;
  }

  /** Number of capturing groups. */
  int count() {
    return count;
  }

  /** Whether the pattern names a group; in Annex B {@code \k} is plain text otherwise. */
  boolean named() {
    return named;
  }

  /** Numbers of the groups of a name, ascending; empty if there is none. */
  List<Integer> numbers(String name) {
    return numbersByName.getOrDefault(name, List.of());
  }

  private void read(RegexReader reader) {
    int classDepth = 0;
    for (int unit = reader.peek(); unit != RegexReader.END; unit = reader.peek()) {
      reader.skip(1);
      if (unit == '\\') {
        reader.skip(1);
      } else if (unit == '[') {
        classDepth = reader.unicodeSets() ? classDepth + 1 : 1;
      } else if (unit == ']') {
        classDepth = Math.max(0, classDepth - 1);
      } else if (unit == '(' && classDepth == 0) {
        group(reader);
      }
    }
  }

  private void group(RegexReader reader) {
    if (reader.peek() != '?') {
      count++;
      return;
    }
    boolean name = reader.peek(1) == '<' && reader.peek(2) != '=' && reader.peek(2) != '!';
    if (!name) {
      return;
    }
    count++;
    named = true;
    int resume = reader.position();
    reader.skip(2);
    try {
      numbersByName.computeIfAbsent(GroupName.read(reader), key -> new ArrayList<>(1)).add(count);
    } catch (RegexSyntaxError invalidName) {
      reader.moveTo(resume);
    }
  }
}
