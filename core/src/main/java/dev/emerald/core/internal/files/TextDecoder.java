package dev.emerald.core.internal.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** From bytes to text, as the Encoding Standard's UTF-8 decode and the BOMs of UTF-16 have it. */
final class TextDecoder {

  /** How much of a file is looked at to tell text from other data. */
  private static final int SAMPLE = 8_192;

  private TextDecoder() {}

  /**
   * Decodes. What is no valid encoding becomes U+FFFD; a byte order mark is taken off.
   *
   * @param length how many of the bytes count
   * @param cut whether the file goes on beyond them
   */
  static FileText decode(byte[] bytes, int length, boolean cut) {
    if (starts(bytes, length, 0xEF, 0xBB, 0xBF)) {
      return text(bytes, 3, length, StandardCharsets.UTF_8, cut);
    }
    if (starts(bytes, length, 0xFF, 0xFE)) {
      return text(bytes, 2, length, StandardCharsets.UTF_16LE, cut);
    }
    if (starts(bytes, length, 0xFE, 0xFF)) {
      return text(bytes, 2, length, StandardCharsets.UTF_16BE, cut);
    }
    if (isBinary(bytes, length)) {
      return FileText.failed(LeftOutReason.BINARY, "not text: it holds NUL bytes");
    }
    return text(bytes, 0, length, StandardCharsets.UTF_8, cut);
  }

  private static FileText text(byte[] bytes, int from, int length, Charset charset, boolean cut) {
    return FileText.of(new String(bytes, from, length - from, charset), cut);
  }

  private static boolean starts(byte[] bytes, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** A NUL or two may stand in a string of a script; one in a hundred bytes makes it data. */
  private static boolean isBinary(byte[] bytes, int length) {
    int sample = Math.min(length, SAMPLE);
    int nuls = 0;
    for (int i = 0; i < sample; i++) {
      if (bytes[i] == 0) {
        nuls++;
      }
    }
    return nuls > 2 && nuls * 100 > sample;
  }
}
