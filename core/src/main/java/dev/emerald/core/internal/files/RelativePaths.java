package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arithmetic of paths that are relative to the root, with {@code /} between the segments. */
public final class RelativePaths {

  private RelativePaths() {}

  /** The folder a path lies in; the empty path for one without a slash. */
  public static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last segment. */
  public static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path in a folder. */
  public static String in(String folder, String path) {
    if (folder.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? folder : folder + "/" + path;
  }

  /** The innermost of some folders around a path; null if it lies in none of them. */
  public static @Nullable String innermost(Set<String> folders, String path) {
    String folder = path;
    while (!folder.isEmpty()) {
      folder = folderOf(folder);
      if (folders.contains(folder)) {
        return folder;
      }
    }
    return null;
  }

  /** Whether a path lies in a folder, at any depth; everything lies in the root. */
  public static boolean isIn(String folder, String path) {
    return folder.isEmpty()
        || path.length() > folder.length()
            && path.startsWith(folder)
            && path.charAt(folder.length()) == '/';
  }

  /**
   * Where a path leads to from a folder, {@code .}, {@code ..} and doubled slashes taken out.
   *
   * @param folder normal
   * @param path relative to it
   * @return null if it leads out of the root
   */
  public static @Nullable String resolve(String folder, String path) {
    if (isPlain(path)) {
      return in(folder, path);
    }
    List<String> segments = new ArrayList<>();
    if (!folder.isEmpty()) {
      segments.addAll(List.of(folder.split("/")));
    }
    return walk(segments, path) ? String.join("/", segments) : null;
  }

  /**
   * A path as somebody may write it: with backslashes, a drive, a leading slash or dots. What leads
   * above the root is cut off.
   */
  public static String normal(String written) {
    String path = written.replace('\\', '/');
    if (path.length() >= 2 && path.charAt(1) == ':' && isLetter(path.charAt(0))) {
      path = path.substring(2);
    }
    List<String> segments = new ArrayList<>();
    walk(segments, path);
    return String.join("/", segments);
  }

  /** Goes along a path; false if that led above the root, where it stayed. */
  private static boolean walk(List<String> segments, String path) {
    boolean inside = true;
    int start = 0;
    while (start <= path.length()) {
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      String segment = path.substring(start, end);
      start = end + 1;
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          inside = false;
        } else {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return inside;
  }

  private static boolean isLetter(char unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
  }

  private static boolean isPlain(String path) {
    return !path.isEmpty()
        && path.charAt(0) != '.'
        && path.charAt(0) != '/'
        && !path.contains("/.")
        && !path.contains("//")
        && !path.endsWith("/");
  }
}
