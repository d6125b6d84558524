package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of paths as git's gitignore documentation defines them: {@code ?}, {@code *} within a
 * segment, {@code **} for any number of segments, bracket expressions, and {@code \} before what is
 * meant literally.
 *
 * <p>Matching takes time of at most the product of the lengths of pattern and path, whatever either
 * says, and no memory.
 */
final class Glob {

  private static final int ANY_UNIT = -1;
  private static final int ANY_TEXT = -2;
  private static final int FIRST_CLASS = -3;

  /**
   * One segment of the pattern: units to match literally, or negative codes. Null stands for {@code
   * **}.
   */
  private final List<int @Nullable []> segments;

  private final List<CharClass> classes;
  private final boolean possible;

  private Glob(List<int @Nullable []> segments, List<CharClass> classes, boolean possible) {
    this.segments = segments;
    this.classes = classes;
    this.possible = possible;
  }

  /** Reads a pattern. One that is malformed matches nothing, as in git. */
  static Glob of(String pattern) {
    Parser parser = new Parser(pattern);
    boolean wellFormed = parser.parse();
    return new Glob(parser.segments, parser.classes, wellFormed);
  }

  private static final class Parser {
    final List<int @Nullable []> segments = new ArrayList<>();
    final List<CharClass> classes = new ArrayList<>();
    private final String pattern;
    private int[] codes = new int[16];
    private int count;

    Parser(String pattern) {
      this.pattern = pattern;
    }

    boolean parse() {
      int at = 0;
      while (at < pattern.length()) {
        char unit = pattern.charAt(at++);
        if (unit == '\\') {
          if (at == pattern.length()) {
            return false;
          }
          unit = pattern.charAt(at++);
          if (unit != '/') {
            add(unit);
            continue;
          }
        }
        switch (unit) {
          case '/' -> endSegment();
          case '?' -> add(ANY_UNIT);
          case '*' -> add(ANY_TEXT);
          case '[' -> {
            CharClass.Reader reader = new CharClass.Reader(pattern, at);
            CharClass read = reader.read();
            if (read == null) {
              return false;
            }
            add(FIRST_CLASS - classes.size());
            classes.add(read);
            at = reader.end();
          }
          default -> add(unit);
        }
      }
      endSegment();
      return true;
    }

    private void add(int code) {
      if (count == codes.length) {
        codes = Arrays.copyOf(codes, count * 2);
      }
      codes[count++] = code;
    }

    private void endSegment() {
      boolean globstar = count >= 2;
      for (int i = 0; i < count && globstar; i++) {
        globstar = codes[i] == ANY_TEXT;
      }
      segments.add(globstar ? null : Arrays.copyOf(codes, count));
      count = 0;
    }
  }

  /**
   * Whether the pattern covers the whole of a path.
   *
   * @param path the path
   * @param from offset in {@code path} at which the part to be matched starts
   * @param budget pays for the work
   */
  boolean matches(String path, int from, MatchBudget budget) {
    if (!possible) {
      return false;
    }
    int segment = 0;
    int at = from;
    int starSegment = -1;
    int starAt = 0;
    while (at <= path.length()) {
      int end = segmentEnd(path, at);
      if (segment < segments.size()) {
        int @Nullable [] codes = segments.get(segment);
        if (codes == null) {
          if (segment == segments.size() - 1) {
            return true;
          }
          starSegment = segment++;
          starAt = at;
          continue;
        }
        if (segmentMatches(codes, path, at, end, budget)) {
          segment++;
          at = end + 1;
          continue;
        }
      }
      if (starSegment < 0) {
        return false;
      }
      // The last ** takes one segment more; what came before it need not be tried again.
      segment = starSegment + 1;
      starAt = segmentEnd(path, starAt) + 1;
      at = starAt;
    }
    return segment == segments.size();
  }

  /** Whether the pattern covers a name without any slash, as basename patterns do. */
  boolean matchesName(String path, int nameStart, MatchBudget budget) {
    return possible
        && segments.size() == 1
        && (segments.get(0) == null
            || segmentMatches(segments.get(0), path, nameStart, path.length(), budget));
  }

  /** Whether the pattern may cover something at or below a folder. */
  boolean mayMatchBelow(String folder) {
    int at = 0;
    for (int segment = 0; possible && segment < segments.size(); segment++) {
      int @Nullable [] codes = segments.get(segment);
      if (codes == null || at > folder.length()) {
        return true;
      }
      int end = segmentEnd(folder, at);
      if (!segmentMatches(codes, folder, at, end, MatchBudget.unlimited())) {
        return false;
      }
      at = end + 1;
    }
    return possible;
  }

  private static int segmentEnd(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }

  private boolean segmentMatches(int[] codes, String path, int from, int to, MatchBudget budget) {
    int steps = 1;
    int code = 0;
    int at = from;
    int star = -1;
    int starAt = 0;
    while (at < to) {
      steps++;
      if (code < codes.length && codes[code] == ANY_TEXT) {
        star = code++;
        starAt = at;
      } else if (code < codes.length && unitMatches(codes[code], path.charAt(at))) {
        code++;
        at++;
      } else if (star >= 0) {
        code = star + 1;
        at = ++starAt;
      } else {
        budget.spend(steps);
        return false;
      }
    }
    budget.spend(steps);
    while (code < codes.length && codes[code] == ANY_TEXT) {
      code++;
    }
    return code == codes.length;
  }

  private boolean unitMatches(int code, char unit) {
    if (code >= 0) {
      return code == unit;
    }
    return code == ANY_UNIT || classes.get(FIRST_CLASS - code).matches(unit);
  }
}
