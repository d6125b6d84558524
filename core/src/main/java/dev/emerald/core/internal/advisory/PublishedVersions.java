package dev.emerald.core.internal.advisory;

import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.Version;
import dev.emerald.spi.version.VersionRange;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The versions of a package that a registry has, and what each asks for. Immutable. */
public final class PublishedVersions {

  private final NavigableMap<Version, Map<String, String>> versions;
  private final @Nullable Version latest;

  /**
   * The versions.
   *
   * @param versions with what each asks for: the name of a package to a range
   * @param latest the one that is given to whoever asks for none; null if that is not known
   */
  public PublishedVersions(Map<Version, Map<String, String>> versions, @Nullable Version latest) {
    this.versions = new TreeMap<>(versions);
    this.latest = latest;
  }

  /** The releases after a version, the nearest first. */
  List<Version> after(Version version) {
    return versions.tailMap(version, false).navigableKeySet().stream()
        .filter(each -> !each.isPrerelease())
        .toList();
  }

  /** What a version asks of a package; null if it asks nothing. */
  @Nullable String asked(Version version, String name) {
    return Objects.requireNonNullElse(versions.get(version), Map.<String, String>of()).get(name);
  }

  /** The version that a range is answered with: the latest if it lies within, or the highest. */
  Optional<Version> chosen(String range) {
    VersionRange parsed = VersionRange.parse(range, EnumSet.of(RangeOption.LOOSE)).orElse(null);
    if (parsed == null) {
      return Optional.empty();
    }
    if (latest != null && parsed.contains(latest)) {
      return Optional.of(latest);
    }
    return versions.descendingKeySet().stream().filter(parsed::contains).findFirst();
  }
}
