package dev.emerald.core.report;

import java.nio.charset.StandardCharsets;

/** Paths as URI references (RFC 3986). */
final class UriPath {

  private static final String HEX = "0123456789ABCDEF";

  private UriPath() {}

  /**
   * A path as a URI reference: relative for a relative path, a {@code file} URI for an absolute
   * one.
   *
   * @param path with {@code /} between the segments; {@code C:/x} is absolute
   */
  static String of(String path) {
    if (path.startsWith("//")) {
      return "file:" + encode(path);
    }
    if (path.startsWith("/")) {
      return "file://" + encode(path);
    }
    if (isDriveAbsolute(path)) {
      return "file:///" + path.charAt(0) + ":" + encode(path.substring(2));
    }
    return path.isEmpty() ? "." : encode(path);
  }

  static boolean isAbsolute(String path) {
    return path.startsWith("/") || isDriveAbsolute(path);
  }

  private static boolean isDriveAbsolute(String path) {
    return path.length() > 2
        && (path.charAt(0) | 0x20) >= 'a'
        && (path.charAt(0) | 0x20) <= 'z'
        && path.charAt(1) == ':'
        && path.charAt(2) == '/';
  }

  /**
   * Percent-encodes what is special somewhere in a URI: a colon in a first segment is no scheme and
   * {@code ?}, {@code #} and {@code %} are parts of names.
   */
  private static String encode(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte unit : JsonText.wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      if (c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || "-._~/@+,=$!()".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }
}
