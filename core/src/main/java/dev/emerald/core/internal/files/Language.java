package dev.emerald.core.internal.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language a source file is written in, and with it which grammar reads it. */
public enum Language {
  /** JavaScript, in which JSX is allowed. */
  JAVASCRIPT,
  /** TypeScript without JSX. */
  TYPESCRIPT,
  /** TypeScript with JSX. */
  TSX,
  /** TypeScript declarations: nothing that runs. */
  DECLARATION;

  /**
   * The language that a file's name tells; for a component, {@link ScriptBlocks} knows better.
   *
   * @param path its path, or its name alone
   * @return empty if the name tells no language this library reads
   */
  public static Optional<Language> ofName(String path) {
    return Optional.ofNullable(byName(path));
  }

  private static @Nullable Language byName(String path) {
    int dot = path.lastIndexOf('.');
    if (dot <= path.lastIndexOf('/') + 1) {
      // Without an extension, or with nothing before it.
      return null;
    }
    return switch (path.substring(dot)) {
      case ".js", ".mjs", ".cjs", ".jsx", ".vue", ".svelte" -> JAVASCRIPT;
      case ".tsx" -> TSX;
      case ".ts" -> declares(path, dot) ? DECLARATION : TYPESCRIPT;
      case ".mts", ".cts" -> path.startsWith(".d", dot - 2) ? DECLARATION : TYPESCRIPT;
      default -> null;
    };
  }

  /** Whether a {@code .ts} name is {@code x.d.ts} or, for another format, {@code x.d.css.ts}. */
  private static boolean declares(String path, int lastDot) {
    if (path.startsWith(".d", lastDot - 2)) {
      return true;
    }
    int dot = path.lastIndexOf('.', lastDot - 1);
    return dot > 2 && path.startsWith(".d", dot - 2) && dot - 2 > path.lastIndexOf('/');
  }

  /**
   * The language that a hashbang line tells.
   *
   * @param text the start of the file
   * @return empty if it does not name a program that runs JavaScript or TypeScript
   */
  public static Optional<Language> ofHashbang(String text) {
    if (!text.startsWith("#!")) {
      return Optional.empty();
    }
    int end = 2;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    for (String word : text.substring(2, end).trim().split("[ \t]+", 8)) {
      String program = word.substring(word.lastIndexOf('/') + 1);
      switch (program) {
        case "node", "nodejs", "zx", "qode" -> {
          return Optional.of(JAVASCRIPT);
        }
        case "ts-node", "ts-node-esm", "tsx", "bun", "deno" -> {
          return Optional.of(TYPESCRIPT);
        }
        default -> {
          // "env", one of its options, or another program.
        }
      }
    }
    return Optional.empty();
  }
}
