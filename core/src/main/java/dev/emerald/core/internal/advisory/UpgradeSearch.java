package dev.emerald.core.internal.advisory;

import dev.emerald.spi.advisory.Upgrade;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.version.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest upgrade of the first package on a way that leaves the last one, in its
 * affected versions, behind: each version on the way is asked which version of the next it would
 * bring if it was installed now.
 */
final class UpgradeSearch {

  private enum Verdict {
    FREE,
    AFFECTED,
    UNKNOWN
  }

  private final List<LockedDependency> way;
  private final Map<String, PublishedVersions> published;
  private final Predicate<Version> affected;
  private final Map<String, Verdict> known = new HashMap<>();
  private boolean gaps;

  /**
   * A search.
   *
   * @param affected whether a version of the last package is
   */
  UpgradeSearch(
      List<LockedDependency> way,
      Map<String, PublishedVersions> published,
      Predicate<Version> affected) {
    this.way = way;
    this.published = published;
    this.affected = affected;
  }

  Upgrade smallest() {
    LockedPackage first = way.isEmpty() ? null : way.get(0).target().orElse(null);
    PublishedVersions versions = first == null ? null : published.get(first.name());
    Version current = first == null ? null : Version.parseLoose(first.version()).orElse(null);
    if (versions == null || current == null) {
      return Upgrade.unknown();
    }
    for (Version version : versions.after(current)) {
      Verdict verdict = verdict(0, version, versions);
      if (verdict == Verdict.FREE) {
        return Upgrade.to(version.toString());
      }
      gaps |= verdict == Verdict.UNKNOWN;
    }
    return gaps ? Upgrade.unknown() : Upgrade.none();
  }

  /** Whether a version of the package at a step is free of what the way leads to. */
  private Verdict verdict(int step, Version version, PublishedVersions versions) {
    if (step == way.size() - 1) {
      return affected.test(version) ? Verdict.AFFECTED : Verdict.FREE;
    }
    String key = step + " " + version;
    Verdict before = known.get(key);
    if (before != null) {
      return before;
    }
    Verdict verdict = ofNext(step + 1, versions.asked(version, way.get(step + 1).name()));
    known.put(key, verdict);
    return verdict;
  }

  private Verdict ofNext(int step, @Nullable String asked) {
    if (asked == null) {
      return Verdict.FREE;
    }
    String name = way.get(step).target().map(LockedPackage::name).orElse("");
    String range = asked;
    if (asked.startsWith("npm:")) {
      int at = asked.indexOf('@', 5);
      if (!(at < 0 ? asked.substring(4) : asked.substring(4, at)).equals(name)) {
        return Verdict.FREE;
      }
      range = at < 0 ? "*" : asked.substring(at + 1);
    }
    PublishedVersions versions = published.get(name);
    Version chosen = versions == null ? null : versions.chosen(range).orElse(null);
    return versions == null || chosen == null ? Verdict.UNKNOWN : verdict(step, chosen, versions);
  }
}
