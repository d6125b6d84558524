package dev.emerald.core.internal.advisory;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Advisories by the package they are about. Immutable once it is given to others. */
public final class AdvisoryTable implements Advisories {

  private static final Comparator<AffectedPackage> ORDER =
      Comparator.comparing(
              (AffectedPackage affected) -> affected.advisory().severity(),
              Comparator.reverseOrder())
          .thenComparing(affected -> affected.advisory().id());

  private final Map<String, List<AffectedPackage>> byName = new HashMap<>();
  private long count;
  private String newest = "";

  AdvisoryTable() {}

  void add(AffectedPackage affected) {
    byName.computeIfAbsent(affected.name(), key -> new ArrayList<>()).add(affected);
  }

  /** Counts advisories, kept or not. */
  void count(long more, String modified) {
    count += more;
    if (modified.compareTo(newest) > 0) {
      newest = modified;
    }
  }

  void sort() {
    byName.values().forEach(each -> each.sort(ORDER));
  }

  @Override
  public List<Advisory> affecting(String packageName, String version) {
    List<AffectedPackage> known = byName.getOrDefault(packageName, List.of());
    if (known.isEmpty()) {
      return List.of();
    }
    Version parsed = Version.parseLoose(version).orElse(null);
    List<Advisory> affecting = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (AffectedPackage affected : known) {
      Advisory advisory = affected.advisory();
      if (!told.contains(advisory.id())
          && advisory.aliases().stream().noneMatch(told::contains)
          && affected.affects(version, parsed)) {
        affecting.add(advisory);
        told.add(advisory.id());
        told.addAll(advisory.aliases());
      }
    }
    return List.copyOf(affecting);
  }

  @Override
  public Optional<String> nextUnaffected(String packageName, String version) {
    Version parsed = Version.parseLoose(version).orElse(null);
    if (parsed == null) {
      return Optional.empty();
    }
    List<AffectedPackage> known = byName.getOrDefault(packageName, List.of());
    TreeSet<Version> candidates = new TreeSet<>();
    for (AffectedPackage affected : known) {
      candidates.addAll(affected.fixed());
    }
    for (Version candidate : candidates.tailSet(parsed, false)) {
      String text = candidate.toString();
      if (known.stream().noneMatch(affected -> affected.affects(text, candidate))) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  @Override
  public String description() {
    String when = newest.length() >= 10 ? ", the newest of " + newest.substring(0, 10) : "";
    return String.format(Locale.ROOT, "%,d advisories%s", count, when);
  }
}
