package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.RegexPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The verdicts of one analysis, each pattern looked at once. Safe for use by several threads. */
public final class BacktrackingVerdicts {

  /** More are not kept: what comes then is looked at each time it is asked for. */
  private static final int MOST_KEPT = 20_000;

  private final Map<Key, Backtracking> kept = new ConcurrentHashMap<>();
  private final Map<Key, Backtracking> exponential = new ConcurrentHashMap<>();

  /** Without verdicts. */
  public BacktrackingVerdicts() {}

  private record Key(String source, String flags, boolean every) {}

  /**
   * The verdict on a pattern.
   *
   * @param every whether the search goes on after a match
   */
  public Backtracking of(RegexPattern pattern, boolean every) {
    return verdict(kept, pattern, every, BacktrackingAnalysis::analyze);
  }

  /**
   * The verdict on whether a pattern is exponential; linear stands for all that is not.
   *
   * @param every whether the search goes on after a match
   */
  public Backtracking exponential(RegexPattern pattern, boolean every) {
    return verdict(exponential, pattern, every, BacktrackingAnalysis::exponential);
  }

  private interface Question {
    Backtracking answer(RegexPattern pattern, boolean every);
  }

  private static Backtracking verdict(
      Map<Key, Backtracking> kept, RegexPattern pattern, boolean every, Question question) {
    Key key = new Key(pattern.source(), pattern.flags().toString(), every);
    Backtracking known = kept.get(key);
    if (known == null) {
      known = question.answer(pattern, every);
      if (kept.size() < MOST_KEPT) {
        kept.put(key, known);
      }
    }
    return known;
  }

  /** Says of a pattern, in a file or of no place, that there is no verdict. */
  public static Notice notice(@Nullable String path, RegexPattern pattern, Backtracking verdict) {
    String source = pattern.source();
    String shown = source.length() <= 60 ? source : source.substring(0, 60) + "…";
    String reason = verdict.reason().orElse("");
    String message = "no verdict on the regular expression " + shown + " (" + reason + ")";
    return path == null
        ? Notice.of(NoticeKind.LIMIT_REACHED, message)
        : Notice.of(NoticeKind.LIMIT_REACHED, message, path);
  }

  /**
   * Whether there is no verdict because of a limit: not where the pattern is not valid, and not
   * where all that looked slow was tried and was not.
   */
  public static boolean isBeyondLimits(RegexPattern pattern, Backtracking verdict) {
    return verdict.growth() == Backtracking.Growth.NOT_DECIDED
        && (pattern.tree().isPresent() || BacktrackingAnalysis.isBeyondReading(pattern))
        && !verdict.reason().orElse("").equals(BacktrackingAnalysis.UNSETTLED);
  }
}
