package dev.emerald.core.internal.advisory;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.advisory.Upgrade;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.version.Version;
import dev.emerald.spi.version.VersionRange;
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
import java.util.function.Predicate;

/** Advisories by the package they are about. Immutable once it is given to others. */
public final class AdvisoryTable implements Advisories {

  private static final Comparator<AffectedPackage> ORDER =
      Comparator.comparing(
              (AffectedPackage affected) -> affected.advisory().severity(),
              Comparator.reverseOrder())
          .thenComparing(affected -> affected.advisory().id());

  private final Map<String, List<AffectedPackage>> byName = new HashMap<>();
  private final Map<String, PublishedVersions> published = new HashMap<>();
  private final Set<String> services = new TreeSet<>();
  private long count;
  private String newest = "";
  private boolean gaps;

  /** A table without advisories. */
  public AdvisoryTable() {}

  void add(AffectedPackage affected) {
    byName.computeIfAbsent(affected.name(), key -> new ArrayList<>()).add(affected);
  }

  /** Adds what a registry says of a package: the range of the versions that are affected. */
  public void add(String packageName, Advisory advisory, VersionRange affected) {
    add(packageName, advisory, affected, Set.of());
  }

  /** Adds a range of affected versions, some of which are not. */
  public void add(
      String packageName, Advisory advisory, VersionRange affected, Set<String> excluded) {
    add(new AffectedPackage(packageName, advisory, affected, excluded));
  }

  /**
   * Adds an advisory in the OSV format, as far as it is about some packages.
   *
   * @param name what it is called in messages
   * @return whether all of it could be read
   */
  public boolean addOsv(String name, String text, Predicate<String> wanted) {
    OsvReader.Read read = OsvReader.read(name, text);
    if (read == null) {
      return false;
    }
    for (AffectedPackage each : read.packages()) {
      if (wanted.test(each.name())) {
        add(each);
      }
    }
    return !read.partly();
  }

  /** Adds which versions of a package there are. */
  public void add(String packageName, PublishedVersions versions) {
    published.put(packageName, versions);
  }

  /** Counts advisories, kept or not. */
  void count(long more, String modified) {
    count += more;
    if (modified.compareTo(newest) > 0) {
      newest = modified;
    }
  }

  /** Takes down that a service was asked of all packages, and has answered. */
  public void asked(String service) {
    services.add(service);
  }

  /** Takes down that something could not be read, or asked. */
  public void gap() {
    gaps = true;
  }

  /** Puts the advisories in order; to be called before the table is given to others. */
  public void sort() {
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
    PublishedVersions versions = published.get(packageName);
    Iterable<Version> candidates;
    if (versions != null) {
      candidates = versions.after(parsed);
    } else {
      TreeSet<Version> fixed = new TreeSet<>();
      known.forEach(affected -> fixed.addAll(affected.fixed()));
      candidates = fixed.tailSet(parsed, false);
    }
    for (Version candidate : candidates) {
      if (!isAffected(known, candidate)) {
        return Optional.of(candidate.toString());
      }
    }
    return Optional.empty();
  }

  private static boolean isAffected(List<AffectedPackage> known, Version version) {
    String text = version.toString();
    return known.stream().anyMatch(affected -> affected.affects(text, version));
  }

  @Override
  public Upgrade smallestUpgrade(List<LockedDependency> way) {
    String last =
        way.isEmpty() ? "" : way.get(way.size() - 1).target().map(LockedPackage::name).orElse("");
    List<AffectedPackage> known = byName.getOrDefault(last, List.of());
    return new UpgradeSearch(way, published, version -> isAffected(known, version)).smallest();
  }

  @Override
  public boolean isComplete() {
    return !gaps && (count > 0 || !services.isEmpty());
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    if (count > 0 || services.isEmpty()) {
      String when = newest.length() >= 10 ? ", the newest of " + newest.substring(0, 10) : "";
      String what = count == 1 ? "1 advisory" : String.format(Locale.ROOT, "%,d advisories", count);
      parts.add(what + when);
    }
    for (String service : services) {
      parts.add("the advisories of " + service);
    }
    return String.join(", and ", parts);
  }
}
