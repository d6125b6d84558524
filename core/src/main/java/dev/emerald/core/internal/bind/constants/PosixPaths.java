package dev.emerald.core.internal.bind.constants;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of Node.js's {@code path} as they work where {@code /} separates segments. */
final class PosixPaths {

  private PosixPaths() {}

  /** The result of a function, or null if it depends on more than its arguments. */
  static @Nullable String result(String function, List<String> arguments) {
    return switch (function) {
      case "join" -> joined(arguments);
      case "resolve" -> resolved(arguments);
      case "normalize" -> arguments.size() == 1 ? normalized(arguments.get(0)) : null;
      case "basename" -> arguments.size() == 1 ? base(arguments.get(0)) : null;
      case "dirname" -> arguments.size() == 1 ? directory(arguments.get(0)) : null;
      case "extname" -> arguments.size() == 1 ? extension(arguments.get(0)) : null;
      default -> null;
    };
  }

  private static String joined(List<String> parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        path.append(path.length() == 0 ? "" : "/").append(part);
      }
    }
    return path.length() == 0 ? "." : normalized(path.toString());
  }

  /** Null unless a part is absolute: the rest depends on the working directory. */
  private static @Nullable String resolved(List<String> parts) {
    int first = parts.size() - 1;
    while (first >= 0 && !parts.get(first).startsWith("/")) {
      first--;
    }
    if (first < 0) {
      return null;
    }
    String path = normalized(String.join("/", parts.subList(first, parts.size())));
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String normalized(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean absolute = path.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (!segment.equals("..")) {
        kept.addLast(segment);
      } else if (!kept.isEmpty() && !kept.peekLast().equals("..")) {
        kept.removeLast();
      } else if (!absolute) {
        kept.addLast(segment);
      }
    }
    String joined = String.join("/", kept);
    if (joined.isEmpty()) {
      return absolute ? "/" : path.endsWith("/") ? "./" : ".";
    }
    return (absolute ? "/" : "") + joined + (path.endsWith("/") ? "/" : "");
  }

  private static String base(String path) {
    String trimmed = trimmed(path);
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private static String directory(String path) {
    String trimmed = trimmed(path);
    int slash = trimmed.lastIndexOf('/');
    return slash < 0
        ? (path.startsWith("/") ? "/" : ".")
        : slash == 0 ? "/" : trimmed(trimmed.substring(0, slash));
  }

  private static String extension(String path) {
    String base = base(path);
    int dot = base.lastIndexOf('.');
    return dot <= 0 ? "" : base.substring(dot);
  }

  private static String trimmed(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
