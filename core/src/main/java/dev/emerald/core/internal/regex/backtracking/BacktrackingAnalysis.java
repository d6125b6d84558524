package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells how the steps that a backtracking engine takes grow with the length of a text.
 *
 * <p>A first look answers for patterns that repeat nothing without bound. For others the automaton
 * is searched for words that can be matched in many ways; each is tried by matching, and none is
 * reported that does not show its growth. That there is none is said only where the search was
 * complete.
 *
 * <p>All work is limited by counts, so the same pattern has the same answer on every machine.
 */
public final class BacktrackingAnalysis {

  private static final long MOST_WORK = 3_000_000;
  private static final int MOST_CANDIDATES = 12;

  /** Why there is no verdict where all candidates were tried and none showed growth. */
  static final String UNSETTLED = "No text was found that settles it";

  private static final String TOO_DEEP = "The expression has too many groups in one another";

  private BacktrackingAnalysis() {}

  /**
   * Analyses a pattern.
   *
   * @param every whether the search goes on after a match, as {@code replace} does with the {@code
   *     g} flag, and {@code split} always
   */
  public static Backtracking analyze(RegexPattern pattern, boolean every) {
    return analyze(pattern, every, false);
  }

  /**
   * Analyses a pattern for exponential growth alone, which is far cheaper: what is not exponential
   * counts as linear.
   *
   * @param every whether the search goes on after a match
   */
  static Backtracking exponential(RegexPattern pattern, boolean every) {
    return analyze(pattern, every, true);
  }

  private static Backtracking analyze(
      RegexPattern pattern, boolean every, boolean onlyExponential) {
    Pattern tree = pattern.tree().orElse(null);
    if (tree == null) {
      return Backtracking.notDecided(
          isBeyondReading(pattern) ? TOO_DEEP : "The expression is not valid");
    }
    try {
      return FirstLook.isLinear(pattern)
          ? Backtracking.linear()
          : search(pattern, tree, every, onlyExponential);
    } catch (NotDecidable limit) {
      return Backtracking.notDecided(limit.reason());
    }
  }

  /** Whether a pattern has no tree though it may be valid. */
  static boolean isBeyondReading(RegexPattern pattern) {
    return pattern.tree().isEmpty()
        && pattern.diagnostics().stream()
            .allMatch(each -> each.kind() == RegexDiagnostic.Kind.LIMIT);
  }

  private static Backtracking search(
      RegexPattern pattern, Pattern tree, boolean every, boolean onlyExponential) {
    CharacterSets characters = new CharacterSets(pattern.flags().unicodeMode());
    Automaton automaton = AutomatonWriter.write(pattern, tree, characters);
    Components components = Components.of(automaton.next);
    Work work = new Work(MOST_WORK);
    List<Candidate> exponential = ExponentialSearch.search(automaton, components, work);
    List<Candidate> candidates = new ArrayList<>(exponential);
    if (!onlyExponential && !work.exhausted()) {
      candidates.addAll(PolynomialSearch.search(automaton, components, work));
    }
    boolean behind = !onlyExponential && FirstLook.looksBehindWithoutBound(tree);
    boolean complete = !work.exhausted() && !behind;
    boolean beyondCounting = false;
    Backtracking best = Backtracking.linear();
    if (!candidates.isEmpty()) {
      Program program = ProgramWriter.write(pattern, tree, characters);
      Replay replay = new Replay(program, every, automaton.hasBounds());
      int tried = 0;
      for (Candidate candidate : candidates) {
        if (best.isExponential()
            || !candidate.exponential() && best.degree() >= candidate.degree()) {
          break;
        }
        if (tried++ == MOST_CANDIDATES) {
          complete = false;
          break;
        }
        List<int[]> suffixes = FailingSuffix.search(automaton, candidate);
        Backtracking seen = replay.confirm(candidate, automaton.alphabet, suffixes);
        if (seen != null && (seen.isExponential() || seen.degree() > best.degree())) {
          best = seen;
        }
        complete &= seen != null || suffixes.isEmpty() || !automaton.approximate;
      }
      beyondCounting = replay.beyondCounting();
      complete &= !replay.exhausted() && !beyondCounting;
    }
    if (best.isSuperLinear() || complete) {
      return best;
    }
    return Backtracking.notDecided(
        work.exhausted() || beyondCounting
            ? "The expression has too many ways to match"
            : behind ? "The expression looks behind without a bound" : UNSETTLED);
  }
}
