package dev.emerald.core.internal.advisory;

import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.version.Version;
import dev.emerald.spi.version.VersionRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one advisory says of one package: which of its versions are affected, as the evaluation
 * algorithm of the OSV schema has it. Immutable.
 */
final class AffectedPackage {

  /** What begins or ends at a version. */
  enum Mark {
    /** From here on versions are affected. */
    INTRODUCED,
    /** From here on versions are free of it. */
    FIXED,
    /** The last version that is affected. */
    LAST_AFFECTED
  }

  /**
   * An event of a range.
   *
   * @param version null for the beginning of all versions
   */
  record Event(Mark mark, @Nullable Version version) {}

  private static final Comparator<Event> ORDER =
      Comparator.comparing(
              Event::version, Comparator.nullsFirst(Comparator.<Version>naturalOrder()))
          .thenComparing(Event::mark);

  private final String name;
  private final Advisory advisory;
  private final List<List<Event>> ranges;
  private final Set<String> versions;
  private final @Nullable VersionRange range;
  private final Set<String> excluded;

  AffectedPackage(String name, Advisory advisory, List<List<Event>> ranges, Set<String> versions) {
    this.name = name;
    this.advisory = advisory;
    this.ranges = ranges.stream().map(events -> events.stream().sorted(ORDER).toList()).toList();
    this.versions = Set.copyOf(versions);
    this.range = null;
    this.excluded = Set.of();
  }

  /**
   * What a registry says, or a table of libraries: a range as npm has them.
   *
   * @param excluded versions within that are not affected
   */
  AffectedPackage(String name, Advisory advisory, VersionRange range, Set<String> excluded) {
    this.name = name;
    this.advisory = advisory;
    this.ranges = List.of();
    this.versions = Set.of();
    this.range = range;
    this.excluded = Set.copyOf(excluded);
  }

  String name() {
    return name;
  }

  Advisory advisory() {
    return advisory;
  }

  List<List<Event>> ranges() {
    return ranges;
  }

  Set<String> versions() {
    return versions;
  }

  /**
   * Whether a version is affected.
   *
   * @param parsed null if the text is no version
   */
  boolean affects(String written, @Nullable Version parsed) {
    if (versions.contains(written)) {
      return true;
    }
    if (parsed == null) {
      return false;
    }
    if (range != null) {
      return range.contains(parsed) && !excluded.contains(written);
    }
    for (List<Event> events : ranges) {
      if (affects(events, parsed)) {
        return true;
      }
    }
    return false;
  }

  private static boolean affects(List<Event> events, Version version) {
    boolean affected = false;
    for (Event event : events) {
      int order = event.version() == null ? 1 : version.compareTo(event.version());
      switch (event.mark()) {
        case INTRODUCED -> affected |= order >= 0;
        case FIXED -> affected &= order < 0;
        case LAST_AFFECTED -> affected &= order <= 0;
      }
    }
    return affected;
  }

  /** The versions that are named as the first without the weakness. */
  List<Version> fixed() {
    List<Version> fixed = new ArrayList<>();
    for (List<Event> events : ranges) {
      for (Event event : events) {
        if (event.mark() == Mark.FIXED && event.version() != null) {
          fixed.add(event.version());
        }
      }
    }
    if (range != null) {
      addEnds(range, fixed);
    }
    return fixed;
  }

  /** Adds the versions that a range ends before. */
  private static void addEnds(VersionRange range, List<Version> into) {
    for (String bound : range.toString().split("\\|\\||\\s+", -1)) {
      if (bound.startsWith("<") && !bound.startsWith("<=")) {
        // The range's own way to say that prereleases are out as well.
        String version =
            bound.endsWith("-0") ? bound.substring(1, bound.length() - 2) : bound.substring(1);
        Version.parseLoose(version).ifPresent(into::add);
      }
    }
  }
}
