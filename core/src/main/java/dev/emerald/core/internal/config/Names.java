package dev.emerald.core.internal.config;

import dev.emerald.core.analysis.ConfigurationException;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages about names that do not exist. */
public final class Names {

  /** Names further apart than this are not taken for a slip of the finger. */
  private static final int FURTHEST = 3;

  /** More names than this are counted: a line has to stay one that is read. */
  private static final int MOST_LISTED = 20;

  /** Longer names are cut: they come from untrusted files. */
  private static final int LONGEST = 60;

  private Names() {}

  /**
   * That a name does not exist, which ones do, and which of these is nearest.
   *
   * @param what such as {@code rule}
   */
  public static String unknown(String what, String name, Collection<String> known) {
    String list;
    if (known.isEmpty()) {
      list = "there are none";
    } else if (known.size() <= MOST_LISTED) {
      list = "there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known);
    } else {
      list = "there are " + known.size();
    }
    return unknownNear(what, name, known) + " (" + list + ")";
  }

  /** That a name does not exist, and which one is nearest; for remarks that may be many. */
  public static String unknownNear(String what, String name, Collection<String> known) {
    String nearest = nearest(name, known);
    String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    return "unknown "
        + what
        + " '"
        + shown
        + "'"
        + (nearest == null ? "" : ", did you mean '" + nearest + "'?");
  }

  /** What {@link #unknown} says, as an exception about a place. */
  public static ConfigurationException mistake(
      String what, String name, Collection<String> known, Place place) {
    return new ConfigurationException(unknown(what, name, known), place.file(), place.line());
  }

  /** The nearest of some names; null if none is near. */
  static @Nullable String nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = Math.min(FURTHEST, Math.max(1, name.length() / 2)) + 1;
    for (String candidate : new TreeSet<>(known)) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
