package dev.emerald.core.internal.modules;

import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code exports} or {@code imports} of a package.json give for a name, as the resolution
 * algorithm in the chapter "ECMAScript modules" of the Node.js documentation has it.
 */
final class PackageTargets {

  /** Conditions may be nested this deep; what lies further in is not read. */
  private static final int DEEPEST = 64;

  /** Targets of one name beyond this many are not read. */
  private static final int MOST_TARGETS = 100;

  private final List<String> fulfilled = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private boolean exported;

  private PackageTargets() {}

  /**
   * The targets of an exported name.
   *
   * @param exports as it stands in the package.json
   * @param subpath {@code .} for the package itself, otherwise starting with {@code ./}
   */
  static PackageTargets ofExports(JsonValue exports, String subpath, ImportKind kind) {
    PackageTargets targets = new PackageTargets();
    if (isSubpaths(exports)) {
      targets.match(exports, subpath, kind);
    } else if (subpath.equals(".")) {
      targets.collect(exports, null, kind, true, 0);
    }
    return targets;
  }

  /**
   * The targets of an internal name.
   *
   * @param imports as it stands in the package.json
   * @param name starting with {@code #}
   */
  static PackageTargets ofImports(JsonValue imports, String name, ImportKind kind) {
    PackageTargets targets = new PackageTargets();
    targets.match(imports, name, kind);
    return targets;
  }

  /** Targets whose conditions hold for the kind of import, in order of preference. */
  List<String> fulfilled() {
    return fulfilled;
  }

  /** Targets under conditions that do not hold: where else the same module may lie. */
  List<String> others() {
    return others;
  }

  /** Whether the name is there and not withheld by {@code null}. */
  boolean exported() {
    return exported;
  }

  private static boolean isSubpaths(JsonValue exports) {
    List<JsonMember> members = exports.members();
    return !members.isEmpty() && members.get(0).name().startsWith(".");
  }

  private void match(JsonValue map, String name, ImportKind kind) {
    JsonValue exact = name.indexOf('*') < 0 ? map.member(name).orElse(null) : null;
    if (exact != null && !name.endsWith("/")) {
      collect(exact, null, kind, true, 0);
      return;
    }
    JsonMember best = null;
    for (JsonMember member : map.members()) {
      if (matches(member.name(), name) && (best == null || isNearer(member, best))) {
        best = member;
      }
    }
    if (best != null) {
      collect(best.value(), starOf(best.name(), name), kind, true, 0);
    }
  }

  /** Whether a key with a star, or an old one that ends in a slash, covers a name. */
  private static boolean matches(String key, String name) {
    int star = key.indexOf('*');
    if (star < 0) {
      return key.endsWith("/") && name.length() > key.length() && name.startsWith(key);
    }
    String suffix = key.substring(star + 1);
    return name.length() >= key.length()
        && name.startsWith(key.substring(0, star))
        && name.endsWith(suffix);
  }

  private static boolean isNearer(JsonMember member, JsonMember best) {
    int byPrefix = Integer.compare(prefixLength(member.name()), prefixLength(best.name()));
    return byPrefix > 0 || byPrefix == 0 && member.name().length() >= best.name().length();
  }

  private static int prefixLength(String key) {
    int star = key.indexOf('*');
    return star < 0 ? key.length() : star;
  }

  private static String starOf(String key, String name) {
    int star = key.indexOf('*');
    return star < 0
        ? name.substring(key.length())
        : name.substring(star, name.length() - (key.length() - star - 1));
  }

  /** Collects; false once {@code null} withholds the name, and what did not hold with it. */
  private boolean collect(
      JsonValue value, @Nullable String star, ImportKind kind, boolean holds, int depth) {
    if (value instanceof JsonNull) {
      if (holds) {
        others.clear();
      }
      return !holds;
    }
    if (depth > DEEPEST || fulfilled.size() + others.size() > MOST_TARGETS) {
      return true;
    }
    String target = value.asString().orElse(null);
    if (target != null) {
      exported |= holds;
      (holds ? fulfilled : others).add(filled(target, star));
      return true;
    }
    for (JsonValue element : value.elements()) {
      collect(element, star, kind, holds, depth + 1);
    }
    for (JsonMember member : value.members()) {
      boolean fulfils = holds && kind.fulfils(member.name());
      if (!collect(member.value(), star, kind, fulfils, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static String filled(String target, @Nullable String star) {
    if (star == null) {
      return target;
    }
    return target.indexOf('*') < 0 && target.endsWith("/")
        ? target + star
        : target.replace("*", star);
  }
}
