package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.Language;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.RelativePaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a path without extension, or with that of a built file, means: as Node.js
 * does for CommonJS, TypeScript for its output's names, and bundlers for all of it.
 *
 * <p>Files that are analysed go before others, so that of a compiled file and its source beside it
 * the source is found.
 */
final class PathProbe {

  private static final List<String> FOR_SCRIPTS =
      List.of(
          ".js", ".json", ".node", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".mts", ".cts", ".vue",
          ".svelte", ".d.ts", ".d.mts", ".d.cts");

  private static final List<String> FOR_TYPED =
      List.of(
          ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".json",
          ".node", ".d.ts", ".d.mts", ".d.cts");

  private static final List<String> FOR_TYPES =
      List.of(
          ".ts", ".tsx", ".d.ts", ".mts", ".d.mts", ".cts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs",
          ".vue", ".svelte", ".json");

  private final ProjectFiles files;

  PathProbe(ProjectFiles files) {
    this.files = files;
  }

  /** Whether the file that asks is TypeScript, so that typed files go before others. */
  boolean isTyped(String from) {
    Language language =
        files
            .source(from)
            .map(source -> source.language())
            .or(() -> Language.ofName(from))
            .orElse(Language.JAVASCRIPT);
    return language != Language.JAVASCRIPT;
  }

  /** Whether there is an analysed file under a path. */
  boolean isAnalysed(String path) {
    return files.source(path).isPresent();
  }

  /**
   * The file under a path.
   *
   * @param typed whether TypeScript asks
   * @return null if there is none
   */
  @Nullable String file(String path, ImportKind kind, boolean typed) {
    if (path.isEmpty()) {
      return null;
    }
    Search search = new Search();
    boolean exactFirst = !typed && kind != ImportKind.TYPE;
    if (exactFirst && search.hit(path)) {
      return search.found;
    }
    for (String source : replacements(path, kind)) {
      if (search.hit(source)) {
        return search.found;
      }
    }
    if (!exactFirst && search.hit(path)) {
      return search.found;
    }
    for (String extension : extensions(kind, typed)) {
      if (search.hit(path + extension)) {
        return search.found;
      }
    }
    if (search.found == null) {
      // Nothing that runs: then the declarations, for what they say of types.
      search.hit(declaration(path));
    }
    return search.found;
  }

  /** The index file of a folder; null if there is none. */
  @Nullable String index(String folder, ImportKind kind, boolean typed) {
    Search search = new Search();
    String index = RelativePaths.in(folder, "index");
    for (String extension : extensions(kind, typed)) {
      if (search.hit(index + extension)) {
        return search.found;
      }
    }
    return search.found;
  }

  /** Keeps the first file that exists, until one comes that is analysed. */
  private final class Search {
    @Nullable String found;

    boolean hit(String path) {
      if (isAnalysed(path)) {
        found = path;
        return true;
      }
      if (found == null && files.exists(path)) {
        found = path;
      }
      return false;
    }
  }

  private static List<String> extensions(ImportKind kind, boolean typed) {
    if (kind == ImportKind.TYPE) {
      return FOR_TYPES;
    }
    return typed ? FOR_TYPED : FOR_SCRIPTS;
  }

  /** The declarations that go with a file; the path itself if it is not a script's. */
  private static String declaration(String path) {
    int dot = path.lastIndexOf('.');
    String stem = dot < 0 ? path : path.substring(0, dot);
    return switch (path.substring(stem.length())) {
      case ".js", ".jsx" -> stem + ".d.ts";
      case ".mjs" -> stem + ".d.mts";
      case ".cjs" -> stem + ".d.cts";
      default -> path;
    };
  }

  /** The files that TypeScript would compile to a path. */
  private static List<String> replacements(String path, ImportKind kind) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return List.of();
    }
    String stem = path.substring(0, dot);
    boolean types = kind == ImportKind.TYPE;
    return switch (path.substring(dot)) {
      case ".js" ->
          types
              ? List.of(stem + ".ts", stem + ".tsx", stem + ".d.ts")
              : List.of(stem + ".ts", stem + ".tsx");
      case ".jsx" -> types ? List.of(stem + ".tsx", stem + ".d.ts") : List.of(stem + ".tsx");
      case ".mjs" -> types ? List.of(stem + ".mts", stem + ".d.mts") : List.of(stem + ".mts");
      case ".cjs" -> types ? List.of(stem + ".cts", stem + ".d.cts") : List.of(stem + ".cts");
      default -> List.of();
    };
  }
}
