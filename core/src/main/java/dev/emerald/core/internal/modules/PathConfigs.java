package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.ConfigReferences;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.spi.manifest.TsConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configurations that hold for a folder, those of nearer folders first; in one folder
 * tsconfig.json before jsconfig.json before others, such as tsconfig.app.json.
 *
 * <p>TypeScript reads one configuration for a file. Which one is said on its command line, so all
 * of them are asked, and a mapping counts where it leads to a file that is there.
 */
final class PathConfigs {

  /** How many configurations one may build upon. */
  private static final int MOST_EXTENDED = 64;

  /** How many configurations of one folder are asked. */
  private static final int MOST_IN_FOLDER = 16;

  private final Map<String, List<PathConfig>> byFolder = new HashMap<>();

  PathConfigs(ProjectFiles files) {
    ConfigReferences references =
        new ConfigReferences(files.tsConfigs()::containsKey, files.packageJsons());
    List<TsConfig> ordered = new ArrayList<>(files.tsConfigs().values());
    ordered.sort(
        (a, b) -> {
          int byRank = Integer.compare(rank(a.path()), rank(b.path()));
          return byRank != 0 ? byRank : a.path().compareTo(b.path());
        });
    for (TsConfig config : ordered) {
      String folder = RelativePaths.folderOf(config.path());
      List<PathConfig> configs = byFolder.computeIfAbsent(folder, key -> new ArrayList<>());
      if (configs.size() < MOST_IN_FOLDER) {
        configs.add(PathConfig.of(folder, chain(config, files, references)));
      }
    }
  }

  private static int rank(String path) {
    return switch (RelativePaths.nameOf(path)) {
      case "tsconfig.json" -> 0;
      case "jsconfig.json" -> 1;
      default -> 2;
    };
  }

  /** The configurations in a folder itself. */
  List<PathConfig> in(String folder) {
    return byFolder.getOrDefault(folder, List.of());
  }

  /** Whether there is none at all. */
  boolean isEmpty() {
    return byFolder.isEmpty();
  }

  /** A configuration and those it builds on, in the order in which they have a say. */
  private static List<TsConfig> chain(
      TsConfig config, ProjectFiles files, ConfigReferences references) {
    Map<String, TsConfig> chain = new LinkedHashMap<>();
    Deque<TsConfig> open = new ArrayDeque<>();
    open.push(config);
    while (!open.isEmpty() && chain.size() < MOST_EXTENDED) {
      TsConfig next = open.pop();
      if (chain.putIfAbsent(next.path(), next) != null) {
        continue;
      }
      // The last one named ends up on top: it has its say before the others.
      for (String path : references.of(next)) {
        TsConfig base = files.tsConfigs().get(path);
        if (base != null && open.size() < MOST_EXTENDED) {
          open.push(base);
        }
      }
    }
    return List.copyOf(chain.values());
  }
}
