package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.TsConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the {@code extends} of tsconfig.json files points to. Immutable. */
public final class ConfigReferences {

  /** How many configurations one may name. */
  private static final int MOST = 32;

  private final Predicate<String> exists;
  private final Map<String, String> folderByName = new HashMap<>();

  /**
   * For a project.
   *
   * @param exists whether there is a file under a path
   * @param packageJsons by the folder they lie in; of several of one name the first counts
   */
  public ConfigReferences(
      Predicate<String> exists, NavigableMap<String, PackageJson> packageJsons) {
    this.exists = exists;
    packageJsons.forEach(
        (folder, manifest) ->
            manifest.name().ifPresent(name -> folderByName.putIfAbsent(name, folder)));
  }

  /**
   * The configurations that another one builds on, as far as the project holds them.
   *
   * @return their paths, in the order in which they are named
   */
  public List<String> of(TsConfig config) {
    List<String> paths = new ArrayList<>();
    for (String reference : config.extendedConfigs()) {
      String path = resolve(config.path(), reference);
      if (path != null && paths.size() < MOST) {
        paths.add(path);
      }
    }
    return paths;
  }

  private @Nullable String resolve(String from, String reference) {
    String path =
        reference.startsWith(".")
            ? RelativePaths.resolve(RelativePaths.folderOf(from), reference)
            : inPackage(reference);
    if (path == null) {
      return null;
    }
    for (String ending : List.of("", ".json", "/tsconfig.json")) {
      String config = path + ending;
      if (config.endsWith(".json") && exists.test(config)) {
        return config;
      }
    }
    return null;
  }

  private @Nullable String inPackage(String reference) {
    int slash = reference.indexOf('/');
    if (reference.startsWith("@") && slash >= 0) {
      slash = reference.indexOf('/', slash + 1);
    }
    String folder = folderByName.get(slash < 0 ? reference : reference.substring(0, slash));
    if (folder == null) {
      return null;
    }
    return slash < 0
        ? RelativePaths.in(folder, "tsconfig.json")
        : RelativePaths.resolve(folder, reference.substring(slash + 1));
  }
}
