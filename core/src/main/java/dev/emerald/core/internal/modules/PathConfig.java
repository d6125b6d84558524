package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.spi.manifest.PathMapping;
import dev.emerald.spi.manifest.TsConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a tsconfig.json, together with those it extends, says of where modules lie. */
final class PathConfig {

  /** A pattern with a star. */
  private record Wildcard(String suffix, List<String> targets) {}

  /** Stands in {@code paths} for the folder of the configuration that is in use. */
  private static final String CONFIG_DIR = "${configDir}";

  private final @Nullable String baseFolder;
  private final Map<String, List<String>> exact = new HashMap<>();
  private final NavigableMap<String, List<Wildcard>> byPrefix = new TreeMap<>();
  private final List<String> rootDirs;
  private final @Nullable String outDir;
  private final @Nullable String rootDir;

  private PathConfig(String folder, List<TsConfig> chain) {
    TsConfig base = first(chain, config -> config.baseUrl().isPresent());
    this.baseFolder = base == null ? null : folder(folder, base, base.baseUrl().orElse("."));
    TsConfig paths = first(chain, config -> config.paths().isPresent());
    if (paths != null) {
      String from = baseFolder == null ? RelativePaths.folderOf(paths.path()) : baseFolder;
      for (PathMapping mapping : paths.paths().orElse(List.of())) {
        add(mapping, folder, from);
      }
    }
    this.rootDirs = new ArrayList<>();
    TsConfig roots = first(chain, config -> !config.rootDirs().isEmpty());
    if (roots != null) {
      for (String written : roots.rootDirs()) {
        String root = folder(folder, roots, written);
        if (root != null) {
          rootDirs.add(root);
        }
      }
    }
    TsConfig out = first(chain, config -> config.outDir().isPresent());
    this.outDir = out == null ? null : folder(folder, out, out.outDir().orElse("."));
    TsConfig root = first(chain, config -> config.rootDir().isPresent());
    this.rootDir = root == null ? null : folder(folder, root, root.rootDir().orElse("."));
  }

  /**
   * The say of a chain of configurations.
   *
   * @param folder of the first one
   * @param chain each before those it extends
   */
  static PathConfig of(String folder, List<TsConfig> chain) {
    return new PathConfig(folder, chain);
  }

  private interface Says {
    boolean test(TsConfig config);
  }

  private static @Nullable TsConfig first(List<TsConfig> chain, Says says) {
    for (TsConfig config : chain) {
      if (says.test(config)) {
        return config;
      }
    }
    return null;
  }

  private static @Nullable String folder(String folder, TsConfig config, String written) {
    return written.startsWith(CONFIG_DIR)
        ? RelativePaths.resolve(folder, relative(written))
        : RelativePaths.resolve(RelativePaths.folderOf(config.path()), written);
  }

  private static String relative(String written) {
    String rest = written.substring(CONFIG_DIR.length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private void add(PathMapping mapping, String folder, String from) {
    List<String> targets = new ArrayList<>();
    for (String written : mapping.targets()) {
      String target =
          written.startsWith(CONFIG_DIR)
              ? RelativePaths.resolve(folder, relative(written))
              : RelativePaths.resolve(from, written);
      if (target != null) {
        targets.add(target);
      }
    }
    String pattern = mapping.pattern();
    int star = pattern.indexOf('*');
    if (star < 0) {
      exact.put(pattern, targets);
    } else {
      byPrefix
          .computeIfAbsent(pattern.substring(0, star), key -> new ArrayList<>())
          .add(new Wildcard(pattern.substring(star + 1), targets));
    }
  }

  /**
   * Where a module may lie, in order of preference: an exact mapping, then those with the longest
   * text before the star, then the base folder.
   */
  List<String> candidates(String specifier) {
    List<String> candidates = new ArrayList<>(exact.getOrDefault(specifier, List.of()));
    String prefix = byPrefix.floorKey(specifier);
    while (prefix != null) {
      if (specifier.startsWith(prefix)) {
        addWildcards(byPrefix.getOrDefault(prefix, List.of()), prefix, specifier, candidates);
        prefix = byPrefix.lowerKey(prefix);
      } else {
        // Only what the two share can begin the specifier: skip all keys in between.
        String shared = specifier.substring(0, sharedLength(specifier, prefix));
        prefix = byPrefix.floorKey(shared);
      }
    }
    if (baseFolder != null) {
      String path = RelativePaths.resolve(baseFolder, specifier);
      if (path != null) {
        candidates.add(path);
      }
    }
    return candidates;
  }

  private static void addWildcards(
      List<Wildcard> wildcards, String prefix, String specifier, List<String> candidates) {
    for (Wildcard wildcard : wildcards) {
      int end = specifier.length() - wildcard.suffix().length();
      if (end >= prefix.length() && specifier.endsWith(wildcard.suffix())) {
        String star = specifier.substring(prefix.length(), end);
        for (String target : wildcard.targets()) {
          String path = RelativePaths.resolve("", target.replace("*", star));
          if (path != null) {
            candidates.add(path);
          }
        }
      }
    }
  }

  private static int sharedLength(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /**
   * Where else a path may lie, since the folders of {@code rootDirs} count as one.
   *
   * @param path relative to the root
   */
  List<String> twins(String path) {
    List<String> twins = new ArrayList<>();
    for (String root : rootDirs) {
      if (RelativePaths.isIn(root, path)) {
        String rest = root.isEmpty() ? path : path.substring(root.length() + 1);
        for (String other : rootDirs) {
          if (!other.equals(root)) {
            twins.add(RelativePaths.in(other, rest));
          }
        }
      }
    }
    return twins;
  }

  /**
   * Where the source of a file in {@code outDir} lies.
   *
   * @return null if the path is not in it
   */
  @Nullable String sourceOf(String path) {
    if (outDir == null || outDir.isEmpty() || !RelativePaths.isIn(outDir, path)) {
      return null;
    }
    String rest = path.substring(outDir.length() + 1);
    return RelativePaths.in(rootDir == null ? RelativePaths.folderOf(outDir) : rootDir, rest);
  }
}
