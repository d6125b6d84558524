package dev.emerald.rules.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that recovery phrases of wallets are made of, and the checksum in them, as BIP-39
 * defines both.
 */
final class WalletWords {

  /** How many words a phrase may have. */
  private static final Set<Integer> LENGTHS = Set.of(12, 15, 18, 21, 24);

  private static final int BITS_A_WORD = 11;

  /** Phrases of examples repeat a word or two. */
  private static final int FEWEST_DIFFERENT = 6;

  private static final Map<String, Integer> NUMBERS = read();

  private WalletWords() {}

  private static Map<String, Integer> read() {
    try (InputStream list = WalletWords.class.getResourceAsStream("wallet-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("the list of words is missing");
      }
      Map<String, Integer> numbers = new HashMap<>();
      new String(list.readAllBytes(), US_ASCII)
          .lines()
          .forEach(word -> numbers.put(word, numbers.size()));
      return Map.copyOf(numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a word is one of the list. */
  static boolean contains(String word) {
    return NUMBERS.containsKey(word);
  }

  /**
   * Whether words are the phrase of a wallet: of the list, as many as a phrase has, and with the
   * right checksum. Phrases of a few words over and over, known to everybody, are none.
   */
  static boolean isPhrase(List<String> words) {
    if (!LENGTHS.contains(words.size()) || new HashSet<>(words).size() < FEWEST_DIFFERENT) {
      return false;
    }
    BigInteger bits = BigInteger.ZERO;
    for (String word : words) {
      Integer number = NUMBERS.get(word);
      if (number == null) {
        return false;
      }
      bits = bits.shiftLeft(BITS_A_WORD).or(BigInteger.valueOf(number));
    }
    int checked = words.size() * BITS_A_WORD / 33;
    int bytes = checked * 4;
    byte[] entropy = new byte[bytes];
    BigInteger whole = bits.shiftRight(checked);
    for (int i = bytes - 1; i >= 0; i--) {
      entropy[i] = whole.byteValue();
      whole = whole.shiftRight(8);
    }
    int checksum = bits.intValue() & (1 << checked) - 1;
    return (sha256(entropy)[0] & 0xff) >> 8 - checked == checksum;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
