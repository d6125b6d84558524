package dev.emerald.rules.secrets;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of one maker look like.
 *
 * @param maker whose they are and what for
 * @param keyword how they begin
 * @param unit what may follow
 * @param shortest how many of those at least
 * @param longest how many of those at most
 * @param proof what else must hold of a whole token; what proves it by a checksum says so in {@code
 *     proven}
 * @param proven whether {@code proof} leaves no doubt
 */
record TokenShape(
    String maker,
    String keyword,
    IntPredicate unit,
    int shortest,
    int longest,
    Predicate<String> proof,
    boolean proven) {

  /** Random characters repeat, but not so often. */
  private static final int FEWEST_DIFFERENT = 8;

  /** A shape that letters, digits, {@code _} and so on fill up. */
  static TokenShape of(String maker, String keyword, IntPredicate unit, int shortest, int longest) {
    return new TokenShape(maker, keyword, unit, shortest, longest, TokenShape::looksRandom, false);
  }

  /** This shape, with something else that must hold of the whole token. */
  TokenShape with(Predicate<String> further) {
    return new TokenShape(maker, keyword, unit, shortest, longest, proof.and(further), proven);
  }

  /** This shape, with a checksum that must be right. */
  TokenShape proven(Predicate<String> checksum) {
    return new TokenShape(maker, keyword, unit, shortest, longest, checksum, true);
  }

  /**
   * The token at a place.
   *
   * @param start where the keyword begins
   * @return null if there is none
   */
  @Nullable String at(String text, int start) {
    if (start > 0 && isWord(text.charAt(start - 1)) && isWord(keyword.charAt(0))) {
      return null;
    }
    int from = start + keyword.length();
    int most = (int) Math.min(text.length(), (long) from + longest + 2);
    int end = from;
    while (end < most && unit.test(text.charAt(end))) {
      end++;
    }
    // A full stop or a dash may end a sentence.
    while (end > from && ".-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end - from < shortest
        || end - from > longest
        || end < text.length() && isWord(text.charAt(end))
        || Credentials.distinct(text.substring(from, end)) < FEWEST_DIFFERENT) {
      return null;
    }
    String token = text.substring(start, end);
    return proof.test(token) ? token : null;
  }

  private static boolean looksRandom(String token) {
    return !Credentials.isPlaceholder(token);
  }

  static boolean isWord(int unit) {
    return unit < 128 && (Character.isLetterOrDigit(unit) || unit == '_');
  }
}
