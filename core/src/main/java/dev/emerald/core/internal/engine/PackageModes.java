package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Configuration;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ProjectPackage.Mode;
import java.util.Set;

/**
 * Whether a package is run or imported, going by its package.json.
 *
 * <p>What is prepared for being imported (types, exports, a list of published files) is a library,
 * unless npm may not publish it and no other package of the project can take it from a workspace.
 * {@code main} alone says little, since {@code npm init} writes it into everything: with a start
 * script beside it the package is run, and so is a {@code server.js}, which {@code npm start} runs
 * without a script.
 */
final class PackageModes {

  private static final Set<String> SERVER = Set.of("server.js", "./server.js");

  private PackageModes() {}

  /**
   * The mode of a package.
   *
   * @param workspace whether the workspaces of a package further out name it
   * @param configured what the configuration says
   */
  static Mode of(PackageJson manifest, boolean workspace, Configuration.Mode configured) {
    return switch (configured) {
      case APPLICATION -> Mode.APPLICATION;
      case LIBRARY -> Mode.LIBRARY;
      case AUTO -> isLibrary(manifest, workspace) ? Mode.LIBRARY : Mode.APPLICATION;
    };
  }

  /** The mode of a root without a package.json. */
  static Mode withoutManifest(Configuration.Mode configured) {
    return configured == Configuration.Mode.LIBRARY ? Mode.LIBRARY : Mode.APPLICATION;
  }

  private static boolean isLibrary(PackageJson manifest, boolean workspace) {
    if (manifest.isPrivate() && !workspace) {
      return false;
    }
    boolean prepared =
        manifest.exports().isPresent()
            || manifest.types().isPresent()
            || manifest.module().isPresent()
            || !manifest.files().isEmpty() && manifest.bin().isEmpty()
            || manifest.json().member("publishConfig").isPresent() && manifest.bin().isEmpty();
    if (prepared) {
      return true;
    }
    String main = manifest.main().orElse("");
    return !main.isEmpty()
        && !SERVER.contains(main)
        && manifest.bin().isEmpty()
        && manifest.script("start").isEmpty();
  }
}
