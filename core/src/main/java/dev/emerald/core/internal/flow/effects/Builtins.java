package dev.emerald.core.internal.flow.effects;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Node.js and the language do to texts, in the words of models. */
final class Builtins {

  /** What {@code encodeURIComponent} leaves none of. */
  static final long ENCODED_COMPONENT = Metachars.EVERY & ~Metachars.of("-.!*('");

  /** What {@code encodeURI} leaves none of. */
  static final long ENCODED_URI = Metachars.of("\"`<>|\\\n\r {[\0%");

  /** What {@code JSON.stringify} leaves none of that counts within its quotes. */
  static final long JSON = Metachars.of("\"\\\n\r\0");

  private Builtins() {}

  /** What a function does, as a word of a {@code pass} line; null if nothing is known. */
  static @Nullable String word(String api) {
    if (api.startsWith("path.")) {
      return path(api.substring(api.lastIndexOf('.') + 1));
    }
    return switch (api) {
      case "globalThis.decodeURI",
          "globalThis.decodeURIComponent",
          "globalThis.unescape",
          "querystring.unescape" ->
          "decode";
      case "globalThis.encodeURIComponent", "querystring.escape", "querystring.stringify" ->
          "encode:url";
      case "globalThis.encodeURI", "globalThis.escape" -> "encode:uri";
      case "globalThis.JSON.stringify" -> "json";
      case "globalThis.Number",
          "globalThis.parseInt",
          "globalThis.parseFloat",
          "globalThis.Number.parseInt",
          "globalThis.Number.parseFloat",
          "globalThis.BigInt",
          "globalThis.Boolean",
          "globalThis.isNaN",
          "globalThis.isFinite",
          "globalThis.Number.isInteger",
          "globalThis.Number.isNaN",
          "globalThis.Array.isArray" ->
          "number";
      case "globalThis.String" -> "string";
      case "util.format" -> "format";
      case "fs.realpathSync", "fs.promises.realpath", "fs.realpathSync.native" -> "path:resolve";
      case "globalThis.JSON.parse" -> "object";
      default -> api.startsWith("globalThis.Math.") ? "number" : null;
    };
  }

  private static @Nullable String path(String function) {
    return switch (function) {
      case "join" -> "path:join";
      case "resolve" -> "path:resolve";
      case "normalize" -> "path:normalize";
      case "basename" -> "path:base";
      case "extname" -> "path:base";
      case "relative" -> "path:relative";
      default -> null;
    };
  }

  /** What the name of a function promises. */
  enum Meaning {
    CLEANS,
    DECODES,
    NONE
  }

  /** What the name of a function promises. */
  static Meaning meaning(String name) {
    if (name.length() < 5) {
      return Meaning.NONE;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("unescape") || lower.contains("decode") || lower.contains("unquote")) {
      return Meaning.DECODES;
    }
    boolean cleans =
        lower.contains("escape")
            || lower.contains("sanitiz")
            || lower.contains("sanitis")
            || lower.contains("encode")
            || lower.contains("quote")
            || lower.contains("purify");
    return cleans ? Meaning.CLEANS : Meaning.NONE;
  }
}
