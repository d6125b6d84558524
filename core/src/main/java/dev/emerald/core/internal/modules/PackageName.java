package dev.emerald.core.internal.modules;

import org.jspecify.annotations.Nullable;

/**
 * The name of a package and what follows it in an import.
 *
 * @param name scope included
 * @param subpath without the slash between; empty if nothing follows
 */
record PackageName(String name, String subpath) {

  /**
   * Splits a specifier.
   *
   * @return null if it cannot name a package
   */
  static @Nullable PackageName of(String specifier) {
    int slash = specifier.indexOf('/');
    if (specifier.startsWith("@")) {
      if (slash < 2) {
        return null;
      }
      slash = specifier.indexOf('/', slash + 1);
    }
    String name = slash < 0 ? specifier : specifier.substring(0, slash);
    if (name.isEmpty() || name.endsWith("/") || !isName(name)) {
      return null;
    }
    String subpath = slash < 0 ? "" : specifier.substring(slash + 1);
    while (subpath.startsWith("/")) {
      subpath = subpath.substring(1);
    }
    return new PackageName(name, subpath);
  }

  /**
   * Splits a name with a version in it, as an alias in the dependencies stands for.
   *
   * @param versioned such as {@code @scope/name@^1.0.0/sub}, without {@code npm:}
   */
  static @Nullable PackageName ofVersioned(String versioned) {
    int at = versioned.indexOf('@', 1);
    if (at < 0) {
      return of(versioned);
    }
    int slash = versioned.indexOf('/', at);
    return of(versioned.substring(0, at) + (slash < 0 ? "" : versioned.substring(slash)));
  }

  private static boolean isName(String name) {
    char first = name.charAt(0);
    if (first == '.' || first == '~' || first == '$' && name.startsWith("${")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (unit <= ' ' || "\\:%?#!*\"'`<>|{}()[]^".indexOf(unit) >= 0) {
        return false;
      }
    }
    return true;
  }
}
