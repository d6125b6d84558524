package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.BacktrackingWitness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches the texts of a candidate, and believes what it sees: whether the steps multiply with each
 * repetition of the word, or grow with a power of their number.
 */
final class Replay {

  /** Where a single match is given up. */
  private static final long MOST_STEPS = 2_000_000;

  /** How many steps all matches for one pattern may take, roughly. */
  private static final long MOST_STEPS_OF_ALL = 24_000_000;

  /** How many of them may look for a higher power once one is seen. */
  private static final long MOST_STEPS_FOR_MORE = 4_000_000;

  /**
   * A power is seen if what is measured comes this near to it from below. High ones are measured
   * with few repetitions, where lower powers still weigh.
   */
  private static final double TOLERANCE = 0.3;

  private static final double TOLERANCE_OF_HIGH = 0.5;

  /** How often the word is repeated at first at most, when a power is measured. */
  private static final int MOST_REPETITIONS = 64;

  /**
   * What bounds of repetitions let through must take more steps than this for some text of up to
   * {@link #MOST_BOUNDED} repetitions to count as exponential.
   */
  private static final long STEPS_OF_BOUNDED = 30_000_000;

  private static final int MOST_BOUNDED = 256;

  /** By how much more the steps multiply with the second doubling than with the first. */
  private static final double MULTIPLIES = 1.5;

  /**
   * The same where a bound slows the growth down from the start; then it has to come to too many
   * steps earlier than any likely power does.
   */
  private static final double MULTIPLIES_BOUNDED = 1.2;

  private static final int MOST_SLOWED = 48;

  private static final String[] SUFFIXES = {"!", "\n", "", "\u0000", "a"};

  private final StepMatcher matcher;
  private final boolean every;
  private final boolean bounded;
  private long stepsLeft = MOST_STEPS_OF_ALL;
  private boolean beyondCounting;

  /**
   * For the candidates of a pattern.
   *
   * @param every whether the search goes on after a match
   * @param bounded whether there are repetitions with a bound that the candidates do not know of
   */
  Replay(Program program, boolean every, boolean bounded) {
    this.bounded = bounded;
    this.matcher = new StepMatcher(program);
    this.every = every;
  }

  /** What a candidate turns out to be; null if no text shows that it costs more than others. */
  @Nullable Backtracking confirm(Candidate candidate, Alphabet alphabet, List<int[]> failing) {
    List<String> suffixes = new ArrayList<>();
    for (int[] word : failing) {
      suffixes.add(alphabet.text(word));
    }
    int more = failing.isEmpty() ? 2 : SUFFIXES.length;
    for (int i = 0; i < more; i++) {
      if (!suffixes.contains(SUFFIXES[i])) {
        suffixes.add(SUFFIXES[i]);
      }
    }
    int[] word = candidate.prefix();
    String prefix = word == null ? "" : alphabet.text(word);
    String pump = alphabet.text(candidate.pump());
    Backtracking best = null;
    for (String suffix : suffixes) {
      Backtracking seen =
          candidate.exponential()
              ? exponential(prefix, pump, suffix)
              : polynomial(prefix, pump, suffix, candidate.degree());
      if (seen == null && word == null) {
        seen =
            candidate.exponential()
                ? exponential(suffix, pump, suffix)
                : polynomial(suffix, pump, suffix, candidate.degree());
      }
      if (seen != null && (best == null || seen.degree() > best.degree())) {
        best = seen;
        stepsLeft = Math.min(stepsLeft, MOST_STEPS_FOR_MORE);
        if (candidate.exponential() || best.degree() == candidate.degree()) {
          return best;
        }
      }
    }
    return best;
  }

  /** Whether not all that should have been matched was. */
  boolean exhausted() {
    return stepsLeft <= 0;
  }

  /** Whether a text of a few characters took more steps than can be counted. */
  boolean beyondCounting() {
    return beyondCounting;
  }

  /** Steps with so many repetitions; {@link StepMatcher#GIVEN_UP}. */
  private long steps(String prefix, String pump, String suffix, int repetitions) {
    return steps(prefix, pump, suffix, repetitions, MOST_STEPS);
  }

  private long steps(String prefix, String pump, String suffix, int repetitions, long most) {
    if (stepsLeft <= 0) {
      return StepMatcher.GIVEN_UP;
    }
    long steps = matcher.count(prefix + pump.repeat(repetitions) + suffix, every, most);
    stepsLeft -= steps == StepMatcher.GIVEN_UP ? most : steps;
    return steps;
  }

  /** Looks for repetitions that take many steps but not too many, and compares their halves. */
  private @Nullable Backtracking exponential(String before, String pump, String suffix) {
    // The shortest texts are needed where a bound multiplies the ways from the start.
    String prefix =
        bounded && before.endsWith(pump)
            ? before.substring(0, before.length() - pump.length())
            : before;
    int n = 1;
    long quadruple = StepMatcher.GIVEN_UP;
    for (int next : new int[] {1, 2, 3, 4, 6, 8, 12, 16}) {
      long steps = steps(prefix, pump, suffix, 4 * next);
      if (steps == StepMatcher.GIVEN_UP) {
        break;
      }
      n = next;
      quadruple = steps;
      if (steps > 20_000) {
        break;
      }
    }
    if (quadruple == StepMatcher.GIVEN_UP && bounded) {
      quadruple = steps(prefix, pump, suffix, 4, STEPS_OF_BOUNDED);
    }
    if (quadruple == StepMatcher.GIVEN_UP) {
      beyondCounting = true;
      return null;
    }
    long once = steps(prefix, pump, suffix, n);
    long twice = steps(prefix, pump, suffix, 2 * n);
    if (once <= 0 || twice <= once) {
      return null;
    }
    double firstDoubling = Math.log((double) twice / once);
    double secondDoubling = Math.log((double) quadruple / twice);
    boolean multiplies = secondDoubling >= MULTIPLIES * firstDoubling;
    boolean slowed = bounded && secondDoubling >= MULTIPLIES_BOUNDED * firstDoubling;
    if (!multiplies && !slowed || secondDoubling / (2 * n) <= 0.04 || quadruple < 1_000) {
      return null;
    }
    if (bounded && !goesOn(prefix, pump, suffix, n, multiplies ? MOST_BOUNDED : MOST_SLOWED)) {
      return null;
    }
    return Backtracking.exponential(
        new BacktrackingWitness(prefix, pump, suffix, n, once, twice, quadruple));
  }

  /** Whether no bound of a repetition ends the growth before a text takes too long. */
  private boolean goesOn(String prefix, String pump, String suffix, int n, int most) {
    for (int more = 8 * n; more <= most; more <<= 1) {
      String text = prefix + pump.repeat(more) + suffix;
      if (matcher.count(text, every, STEPS_OF_BOUNDED) == StepMatcher.GIVEN_UP) {
        return true;
      }
    }
    return false;
  }

  /** Measures the power, with more repetitions while that may show a higher one. */
  private @Nullable Backtracking polynomial(String prefix, String pump, String suffix, int degree) {
    int n = firstRepetitions(degree, pump.length());
    boolean less = false;
    Backtracking best = null;
    while (n >= 1) {
      long once = steps(prefix, pump, suffix, n);
      long twice = once < 0 ? once : steps(prefix, pump, suffix, 2 * n);
      if (twice > 0 && n >= 16 && power(once, twice) < 1.2) {
        return best;
      }
      long quadruple = twice < 0 ? twice : steps(prefix, pump, suffix, 4 * n);
      if (quadruple == StepMatcher.GIVEN_UP) {
        if (best != null) {
          return best;
        }
        less = true;
        n >>= 1;
        continue;
      }
      double power = power(twice, quadruple);
      double tolerance = power > 3 ? TOLERANCE_OF_HIGH : TOLERANCE;
      int measured = Math.min(degree, (int) Math.floor(power + tolerance));
      if (measured >= 2 && (best == null || measured > best.degree())) {
        BacktrackingWitness witness =
            new BacktrackingWitness(prefix, pump, suffix, n, once, twice, quadruple);
        best = Backtracking.polynomial(measured, witness);
      }
      if (less || measured >= degree || n >= MOST_REPETITIONS || power < 1.05) {
        return best;
      }
      n <<= 1;
    }
    return best;
  }

  private static int firstRepetitions(int degree, int pumpLength) {
    int most = degree > 4 ? 8 : degree == 4 ? 12 : degree == 3 ? 16 : 32;
    return Math.max(2, Math.min(most, 4 * most / pumpLength));
  }

  private static double power(long steps, long stepsTwice) {
    return Math.log((double) stepsTwice / steps) / Math.log(2);
  }
}
