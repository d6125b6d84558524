package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a package.json gives to those who install the package: the paths that it names. */
final class ShippedPaths {

  /** Values of {@code exports} beyond this many are not read. */
  private static final int MOST_VALUES = 10_000;

  private ShippedPaths() {}

  /**
   * Paths of {@code main}, {@code module}, {@code exports} and {@code bin}, relative to the root. A
   * path may lack its extension or name a folder; one with a {@code *} is cut before the segment
   * that holds it.
   *
   * @param folder of the package
   */
  static List<String> of(String folder, PackageJson manifest) {
    Set<String> written = new LinkedHashSet<>();
    manifest.main().ifPresent(written::add);
    manifest.module().ifPresent(written::add);
    manifest.exports().ifPresent(exports -> collect(exports, written));
    for (NamedText command : manifest.bin()) {
      written.add(command.text());
    }
    List<String> paths = new ArrayList<>();
    for (String target : written) {
      int star = target.indexOf('*');
      String path =
          star < 0 ? target : target.substring(0, Math.max(0, target.lastIndexOf('/', star)));
      String resolved = RelativePaths.resolve(folder, path);
      if (resolved != null && RelativePaths.isIn(folder, resolved) && !resolved.equals(folder)) {
        paths.add(resolved);
      }
    }
    return paths;
  }

  private static void collect(JsonValue exports, Set<String> into) {
    Deque<JsonValue> open = new ArrayDeque<>();
    open.add(exports);
    for (int i = 0; i < MOST_VALUES && !open.isEmpty(); i++) {
      JsonValue value = open.poll();
      value.asString().filter(path -> !isDeclaration(path)).ifPresent(into::add);
      open.addAll(value.elements());
      for (JsonMember member : value.members()) {
        open.add(member.value());
      }
    }
  }

  private static boolean isDeclaration(String path) {
    return path.endsWith(".d.ts") || path.endsWith(".d.mts") || path.endsWith(".d.cts");
  }
}
