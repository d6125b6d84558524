package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much was left out, by reason. Immutable. */
public final class LeftOut {

  /**
   * What one reason left out.
   *
   * @param files source files
   * @param folders folders that were not looked into
   */
  public record Count(int files, int folders) {}

  private final Map<LeftOutReason, Count> counts;

  private LeftOut(Map<LeftOutReason, Count> counts) {
    this.counts = counts;
  }

  /** What a reason left out. */
  public Count count(LeftOutReason reason) {
    return counts.getOrDefault(reason, new Count(0, 0));
  }

  /** The reasons that left something out, in the order of {@link LeftOutReason}. */
  public List<LeftOutReason> reasons() {
    return List.copyOf(counts.keySet());
  }

  /** Source files left out for any reason; those in folders not looked into do not count. */
  public int files() {
    return counts.values().stream().mapToInt(Count::files).sum();
  }

  /** Such as {@code 2 files minified, 1 folder in node_modules}; empty if nothing was left out. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (reason, count) -> {
          String files = count.files() == 0 ? "" : plural(count.files(), "file");
          String folders = count.folders() == 0 ? "" : plural(count.folders(), "folder");
          String and = files.isEmpty() || folders.isEmpty() ? "" : " and ";
          parts.add(files + and + folders + " " + reason.label());
        });
    return String.join(", ", parts);
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Counts while a project is listed. */
  static final class Counter {
    private final EnumMap<LeftOutReason, Count> counts = new EnumMap<>(LeftOutReason.class);

    void file(LeftOutReason reason) {
      counts.merge(reason, new Count(1, 0), Counter::sum);
    }

    void folder(LeftOutReason reason) {
      counts.merge(reason, new Count(0, 1), Counter::sum);
    }

    private static Count sum(Count a, Count b) {
      return new Count(a.files() + b.files(), a.folders() + b.folders());
    }

    LeftOut toLeftOut() {
      return new LeftOut(new EnumMap<>(counts));
    }
  }
}
