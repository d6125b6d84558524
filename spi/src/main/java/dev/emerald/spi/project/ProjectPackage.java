package dev.emerald.spi.project;

import dev.emerald.spi.manifest.PackageJson;
import java.util.Optional;

/** A package of the project: a folder with a package.json, or the root. */
public interface ProjectPackage {

  /** The folder relative to the root of the project; empty for the root itself. */
  String directory();

  /** Its package.json; empty for a root without one. */
  Optional<PackageJson> manifest();

  /** Whether it is run or imported by others. */
  Mode mode();

  /** The two kinds of packages: what an outsider controls differs. */
  enum Mode {
    /** It is run: requests, messages and arguments come from outside. */
    APPLICATION,
    /** Others import it: the arguments of what it exports come from outside. */
    LIBRARY
  }
}
