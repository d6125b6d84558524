package dev.emerald.core.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of what was fetched.
 *
 * @param algorithm as CycloneDX calls it
 * @param hex the hash
 */
record SubresourceHash(String algorithm, String hex) {

  /** The hashes in a value of Subresource Integrity; what is none is left out. */
  static List<SubresourceHash> of(String integrity) {
    List<SubresourceHash> hashes = new ArrayList<>();
    for (String part : integrity.strip().split("\\s+", 20)) {
      int dash = part.indexOf('-');
      String algorithm = dash < 0 ? "" : algorithm(part.substring(0, dash));
      if (algorithm.isEmpty()) {
        continue;
      }
      int options = part.indexOf('?');
      String base64 = part.substring(dash + 1, options < 0 ? part.length() : options);
      try {
        byte[] bytes = Base64.getDecoder().decode(base64);
        SubresourceHash hash = new SubresourceHash(algorithm, HexFormat.of().formatHex(bytes));
        if (bytes.length == length(algorithm) && !hashes.contains(hash)) {
          hashes.add(hash);
        }
      } catch (IllegalArgumentException e) {
        // No hash: whoever installs is told by the package manager.
      }
    }
    return hashes;
  }

  private static String algorithm(String name) {
    return switch (name) {
      case "sha1" -> "SHA-1";
      case "sha256" -> "SHA-256";
      case "sha384" -> "SHA-384";
      case "sha512" -> "SHA-512";
      default -> "";
    };
  }

  private static int length(String algorithm) {
    return switch (algorithm) {
      case "SHA-1" -> 20;
      case "SHA-256" -> 32;
      case "SHA-384" -> 48;
      default -> 64;
    };
  }
}
