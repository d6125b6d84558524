/**
 * How long a backtracking engine takes for a regular expression.
 *
 * <p>Read {@link dev.emerald.core.internal.regex.backtracking.BacktrackingAnalysis} first. {@code
 * AutomatonWriter} writes the position automaton of a pattern ({@code Automaton}, from {@code
 * Fragment}s); {@code ExponentialSearch} and {@code PolynomialSearch} look in it for words that can
 * be matched in many ways, {@code FailingSuffix} for what makes all of them fail. {@code
 * ProgramWriter} writes the same pattern as a {@code Program} for {@code StepMatcher}, which
 * follows the specification exactly and counts; {@code Replay} matches each candidate with it, and
 * what it does not see is not reported. {@code NotDecidable} is the way out where a limit is met.
 *
 * <p>The notions are those of ambiguity in automata (Weber and Seidl): EDA for exponential, IDA for
 * polynomial growth. Limits are counts, never times.
 */
@NullMarked
package dev.emerald.core.internal.regex.backtracking;

import org.jspecify.annotations.NullMarked;
