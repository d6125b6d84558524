package dev.emerald.spi.project;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.scope.ApiPattern;
import java.util.List;
import java.util.Optional;

/** The project under analysis: what was listed, and what its code uses. */
public interface Project {

  /** The source files that are the project's own, by path. */
  List<ProjectFile> files();

  /** The packages, by directory; never empty: without a package.json the root is one. */
  List<ProjectPackage> packages();

  /** The manifests of a type, by path. */
  <M extends Manifest> List<M> manifests(Class<M> type);

  /**
   * The places where the code uses an API: calls and constructions of it, and reads of it where it
   * is passed on. By path and place.
   */
  List<ApiUse> uses(ApiPattern api);

  /** Whether any file imports a package, or a path within it. */
  boolean imports(String packageName);

  /**
   * The libraries of others that lie in the project as files of its own, as far as they are known
   * by name, banner or hash: by path, then place. Tests left aside.
   */
  List<VendoredLibrary> vendored();

  /**
   * What is known of the packages in the project's lock files, and of the vendored libraries.
   *
   * @return empty if whoever started the analysis gave no advisories: then nothing is known, for
   *     better or worse
   */
  Optional<Advisories> advisories();
}
