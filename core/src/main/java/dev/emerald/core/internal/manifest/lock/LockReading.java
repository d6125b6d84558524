package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonNumber;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reading of one lock file: how much work it may still take, and what the readers share. */
final class LockReading {

  /** Characters of folders to look through on the search for who is meant. */
  private static final long MOST_STEPS = 1_000_000_000L;

  private final SourceText source;
  private final Consumer<Notice> notices;
  private long left = MOST_STEPS;

  LockReading(SourceText source, Consumer<Notice> notices) {
    this.source = source;
    this.notices = notices;
  }

  /** Takes note of a step of a search; false if there were too many. */
  boolean step(int characters) {
    if (left < 0) {
      return false;
    }
    left -= characters + 16L;
    if (left < 0) {
      tell(NoticeKind.LIMIT_REACHED, "too much to look for; not every dependency was followed", 0);
    }
    return left >= 0;
  }

  /**
   * Tells of a gap.
   *
   * @param line from 1; 0 for the file as a whole
   */
  void tell(NoticeKind kind, String message, int line) {
    notices.accept(
        line > 0
            ? Notice.of(kind, message, source.path(), line)
            : Notice.of(kind, message, source.path()));
  }

  /** What an address in a package.json or another package says of where a package comes from. */
  static void tellOrigin(@Nullable Entry target, String range) {
    if (target != null && !target.isProject()) {
      PackageOrigin origin = Specifiers.origin(range, PackageOrigin.REGISTRY);
      if (origin != PackageOrigin.REGISTRY) {
        target.origin(origin);
      }
    }
  }

  /** The folder of a file, relative to the root of the analysed project. */
  static String folderOf(SourceText source) {
    int slash = source.path().lastIndexOf('/');
    return slash < 0 ? "" : source.path().substring(0, slash);
  }

  /** A path below a folder, {@code .} and {@code ..} taken out. */
  static String in(String folder, String path) {
    String joined = folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
    return joined.contains("./") || joined.equals(".") || joined.endsWith("/.")
        ? normal(joined)
        : joined;
  }

  private static String normal(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..")) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /** The members of an object; of several with one name the last. */
  static Map<String, JsonMember> lastByName(JsonValue object) {
    Map<String, JsonMember> members = new LinkedHashMap<>();
    for (JsonMember member : object.members()) {
      members.put(member.name(), member);
    }
    return members;
  }

  static boolean isTrue(JsonValue value, String name) {
    return value.member(name).flatMap(JsonValue::asBoolean).orElse(false);
  }

  /** A string, or a number as it is written; empty for anything else. */
  static String text(Optional<JsonValue> value) {
    if (value.isPresent() && value.get() instanceof JsonNumber number) {
      String text = number.text();
      return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
    return value.flatMap(JsonValue::asString).orElse("");
  }

  static @Nullable String textOrNull(Optional<JsonValue> value) {
    return value.flatMap(JsonValue::asString).orElse(null);
  }
}
