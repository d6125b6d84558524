package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.PackageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the {@code extends} of a tsconfig.json points to. */
public final class ConfigReferences {

  private ConfigReferences() {}

  /**
   * The configuration that another one names.
   *
   * @param from path of the one that names it
   * @param reference as it is written: a relative path, or a package of the project and a path in
   *     it
   * @param exists whether there is a file under a path
   * @param packageJsons the project's, by folder
   * @return its path; null if the project has no such file
   */
  public static @Nullable String resolve(
      String from,
      String reference,
      Predicate<String> exists,
      Map<String, PackageJson> packageJsons) {
    for (String path : candidates(from, reference, packageJsons)) {
      for (String ending : List.of("", ".json", "/tsconfig.json")) {
        String config = path + ending;
        if (config.endsWith(".json") && exists.test(config)) {
          return config;
        }
      }
    }
    return null;
  }

  private static List<String> candidates(
      String from, String reference, Map<String, PackageJson> packageJsons) {
    List<String> candidates = new ArrayList<>();
    if (reference.startsWith(".")) {
      String path = RelativePaths.resolve(RelativePaths.folderOf(from), reference);
      if (path != null) {
        candidates.add(path);
      }
      return candidates;
    }
    packageJsons.forEach(
        (folder, manifest) -> {
          String name = manifest.name().orElse("");
          boolean named = reference.equals(name) || reference.startsWith(name + "/");
          if (!name.isEmpty() && named) {
            String rest = reference.substring(Math.min(reference.length(), name.length() + 1));
            String path = RelativePaths.resolve(folder, rest);
            if (path != null) {
              candidates.add(path);
            }
          }
        });
    return candidates;
  }
}
