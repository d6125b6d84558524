package dev.emerald.core.internal.template;

import dev.emerald.core.internal.files.RelativePaths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which templates a name stands for: the folder of the views and the extension are mostly set
 * elsewhere, so it is the end of a path. Immutable.
 */
public final class TemplateNames {

  /** A name that fits more templates says nothing of any. */
  private static final int MOST = 4;

  private final Map<String, List<String>> byName = new HashMap<>();

  /** The names of some templates. */
  public TemplateNames(Collection<String> paths) {
    for (String path : new TreeSet<>(paths)) {
      byName.computeIfAbsent(last(path), name -> new ArrayList<>()).add(path);
    }
  }

  /** The last segment of a name, without its extension: what has to be equal. */
  public static String last(String name) {
    String last = RelativePaths.nameOf(name);
    int dot = last.indexOf('.', 1);
    return dot < 0 ? last : last.substring(0, dot);
  }

  /**
   * The templates that a name stands for.
   *
   * @param from the path of the file that names it
   * @return empty if none does
   */
  public List<String> find(String from, String name) {
    List<String> candidates = byName.get(last(name.strip()));
    if (candidates == null) {
      return List.of();
    }
    String folder = RelativePaths.folderOf(from);
    String written = name.strip().replace('\\', '/');
    String relative = written.startsWith("/") ? null : RelativePaths.resolve(folder, written);
    List<String> found = new ArrayList<>();
    for (String path : candidates) {
      if (relative != null && is(path, relative)) {
        return List.of(path);
      }
    }
    String wanted = RelativePaths.normal(written);
    for (String path : candidates) {
      if (endsWith(path, wanted)) {
        found.add(path);
      }
    }
    if (found.size() > 1) {
      found.sort(Comparator.comparingInt((String path) -> distance(path, wanted, folder)));
      int least = distance(found.get(0), wanted, folder);
      found.removeIf(path -> distance(path, wanted, folder) > least);
    }
    return found.size() > MOST ? List.of() : found;
  }

  private static boolean is(String path, @Nullable String name) {
    return name != null && (path.equals(name) || withoutExtension(path).equals(name));
  }

  private static boolean endsWith(String path, String wanted) {
    String bare = withoutExtension(path);
    return path.equals(wanted)
        || bare.equals(wanted)
        || path.endsWith("/" + wanted)
        || bare.endsWith("/" + wanted);
  }

  private static String withoutExtension(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 2);
    return dot < 0 ? path : path.substring(0, dot);
  }

  /**
   * How far a template lies from the file that names it: folders up and down, views at the root
   * first.
   */
  private static int distance(String path, String wanted, String folder) {
    String root = RelativePaths.folderOf(path);
    int more = (int) wanted.chars().filter(c -> c == '/').count();
    for (int i = 0; i < more; i++) {
      root = RelativePaths.folderOf(root);
    }
    String name = RelativePaths.nameOf(root);
    boolean views = name.equals("views") || name.equals("templates") || name.equals("view");
    String[] one = folder.isEmpty() ? new String[0] : folder.split("/");
    String[] other = root.isEmpty() ? new String[0] : root.split("/");
    int same = 0;
    while (same < one.length && same < other.length && one[same].equals(other[same])) {
      same++;
    }
    return 2 * (one.length + other.length - 2 * same) - (views ? 3 : 0);
  }
}
