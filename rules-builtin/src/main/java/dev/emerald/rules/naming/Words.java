package dev.emerald.rules.naming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A set of words, looked for in names such as {@code userPassword}, {@code USER_PASSWORD}. */
public final class Words {

  private static final int LONGEST_NAME = 200;

  private final Set<String> words;

  private Words(Set<String> words) {
    this.words = words;
  }

  /** A set of words in lower case; a word may be written in several parts, {@code apikey}. */
  public static Words of(String... words) {
    return new Words(Set.copyOf(Arrays.asList(words)));
  }

  /**
   * Whether a name has one of the words as a part, or as several parts in a row. {@code hashtag}
   * does not have the word {@code hash}; {@code apiKey} has {@code apikey}.
   */
  public boolean in(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    int start = 0;
    while (start < name.length()) {
      int end = partEnd(name, start);
      if (words.contains(name.substring(start, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
      if (end < name.length()) {
        int next = partStart(name, end);
        int afterNext = next < name.length() ? partEnd(name, next) : next;
        String pair = name.substring(start, end) + name.substring(next, afterNext);
        if (words.contains(pair.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      start = partStart(name, end);
    }
    return false;
  }

  /** Just past the part that starts at {@code start}: letters up to a change of case, or digits. */
  private static int partEnd(String name, int start) {
    int end = start + 1;
    if (!Character.isLetterOrDigit(name.charAt(start))) {
      return end;
    }
    while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
      boolean upper = Character.isUpperCase(name.charAt(end));
      boolean afterLower = !Character.isUpperCase(name.charAt(end - 1));
      boolean beforeLower = end + 1 < name.length() && Character.isLowerCase(name.charAt(end + 1));
      if (upper && (afterLower || beforeLower)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int partStart(String name, int from) {
    int start = from;
    while (start < name.length() && !Character.isLetterOrDigit(name.charAt(start))) {
      start++;
    }
    return start;
  }
}
