package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.DependencyGraph.Entry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which package is installed in which folder, and which of them a folder sees. */
final class Placements {

  private static final String MODULES = "node_modules";

  private final LockReading reading;
  private final Map<String, Entry> byPath = new HashMap<>();
  private final Map<Entry, String> paths = new HashMap<>();

  Placements(LockReading reading) {
    this.reading = reading;
  }

  /**
   * Puts a package into a folder.
   *
   * @param path relative to the folder of the lock file
   */
  void put(String path, Entry entry) {
    byPath.put(path, entry);
    paths.putIfAbsent(entry, path);
  }

  /** Lets a folder stand for another one. */
  void link(String path, String target) {
    String normal = target.startsWith("./") ? target.substring(2) : target;
    Entry entry = byPath.get(normal.equals(".") ? "" : normal);
    if (entry != null) {
      byPath.put(path, entry);
    }
  }

  String pathOf(Entry entry) {
    return paths.getOrDefault(entry, "");
  }

  /** The package that a name means in a folder, as Node.js looks for it; null if there is none. */
  @Nullable Entry find(String from, String name) {
    String folder = from;
    while (reading.step(folder.length())) {
      if (!folder.endsWith(MODULES)) {
        Entry entry = byPath.get((folder.isEmpty() ? "" : folder + "/") + MODULES + "/" + name);
        if (entry != null) {
          return entry;
        }
      }
      if (folder.isEmpty()) {
        return null;
      }
      int slash = folder.lastIndexOf('/');
      folder = slash < 0 ? "" : folder.substring(0, slash);
    }
    return null;
  }
}
