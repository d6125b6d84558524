package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.bind.models.ModelLine;
import java.util.List;
import java.util.Set;

/**
 * The words at the end of a line that say under which conditions it holds, or more of what it says.
 * What they mean is decided in {@link dev.emerald.core.internal.flow.effects}.
 */
final class Words {

  static final Set<String> SOURCE =
      Set.of("text", "object", "rooted", "own", "bytes", "upload", "unchecked", "here");

  /** How the word of a line begins that names what data has as its origin from there on. */
  private static final String ORIGIN = "origin:";

  static final Set<String> SINK =
      Set.of(
          "text",
          "object",
          "whole",
          "host",
          "dash",
          "html",
          "unquoted",
          "metadata",
          "write",
          "composed",
          "markup",
          "sniffed",
          "tagged",
          "number",
          "built",
          "declared",
          "evaluated",
          "program",
          "redirects",
          "unverified");

  static final Set<String> CLEAN = Set.of("html", "shell", "weak", "string");

  static final Set<String> GUARD = Set.of("throws", "weak");

  static final Set<String> PASS =
      Set.of(
          "same",
          "path:join",
          "path:resolve",
          "path:normalize",
          "path:base",
          "path:url",
          "decode",
          "encode:url",
          "encode:html",
          "json",
          "number",
          "format",
          "join",
          "string",
          "object",
          "within",
          "fetched");

  private Words() {}

  /**
   * The words of a line from one on.
   *
   * @throws IllegalArgumentException for one that means nothing there
   */
  static List<String> of(Set<String> known, ModelLine line, int from) {
    List<String> words = line.words().subList(Math.min(from, line.size()), line.size());
    for (String word : words) {
      boolean origin = known == PASS && isOrigin(word);
      if (!known.contains(word) && !origin && !isAboutTheCall(word)) {
        throw line.error(
            "'"
                + word
                + "' means nothing here; known are arg:N, arg:N:TEXT|…, option:NAME,"
                + " !option:NAME, option:NAME=VALUE, !module:NAME|…"
                + (known.isEmpty()
                    ? ""
                    : ", " + String.join(", ", known.stream().sorted().toList())));
      }
    }
    return List.copyOf(words);
  }

  /** The index of the word that names an origin; -1 if none does. */
  static int origin(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isOrigin(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOrigin(String word) {
    return word.startsWith(ORIGIN) && word.length() > ORIGIN.length();
  }

  /** The origin that a word names. */
  static String originOf(String word) {
    return word.substring(ORIGIN.length());
  }

  /** What the other arguments are. */
  private static boolean isAboutTheCall(String word) {
    if (word.startsWith("arg:")) {
      String rest = word.substring(4);
      int colon = rest.indexOf(':');
      String index = colon < 0 ? rest : rest.substring(0, colon);
      return !index.isEmpty()
          && index.length() <= 2
          && index.chars().allMatch(c -> c >= '0' && c <= '9')
          && colon != rest.length() - 1;
    }
    if (word.startsWith("!module:")) {
      return word.length() > "!module:".length();
    }
    String option = word.startsWith("!") ? word.substring(1) : word;
    return option.startsWith("option:") && option.length() > "option:".length();
  }
}
