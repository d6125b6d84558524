package dev.emerald.core.internal.engine;

import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.version.Version;
import dev.emerald.spi.version.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of packages the project has, as far as its lock files and package.json say. */
final class InstalledVersions {

  /** What is known of whether a version is installed. */
  enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /** The lowest version that a range as people write them allows. */
  private static final Pattern LOWEST =
      Pattern.compile("[\\^~]?v?(\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?:-[\\w.-]{1,80})?)");

  private final List<DependencyGraph> locks;
  private final List<PackageJson> manifests;

  InstalledVersions(List<DependencyGraph> locks, List<PackageJson> manifests) {
    this.locks = locks;
    this.manifests = manifests;
  }

  /**
   * Whether the project has a version that counts of the package that an API is of. A name as
   * {@code a.b} may be of a package of that name, or a member of {@code a}: what is installed
   * tells.
   *
   * @param ranges the versions that count, by package; all versions of others do
   */
  Answer has(String api, Map<String, String> ranges) {
    boolean named = false;
    boolean known = false;
    boolean open = false;
    for (Map.Entry<String, String> each : ranges.entrySet()) {
      if (isOf(api, each.getKey())) {
        named = true;
        Answer answer = installed(each.getKey(), each.getValue());
        if (answer == Answer.YES) {
          return answer;
        }
        known |= answer == Answer.NO;
        open |= answer == Answer.UNKNOWN;
      }
    }
    if (!named) {
      return Answer.YES;
    }
    return known || !open ? Answer.NO : Answer.UNKNOWN;
  }

  private static boolean isOf(String api, String name) {
    return api.startsWith(name)
        && (api.length() == name.length() || ".(/".indexOf(api.charAt(name.length())) >= 0);
  }

  private Answer installed(String name, String range) {
    VersionRange wanted = VersionRange.parse(range).orElse(null);
    if (wanted == null) {
      return Answer.UNKNOWN;
    }
    boolean locked = false;
    for (DependencyGraph lock : locks) {
      for (LockedPackage each : lock.named(name)) {
        if (wanted.contains(each.version())) {
          return Answer.YES;
        }
        locked |= !each.version().isEmpty();
      }
    }
    return locked ? Answer.NO : asked(name, wanted);
  }

  /** Without a lock file: a range may be met by the newest version as well as by its lowest. */
  private Answer asked(String name, VersionRange wanted) {
    Answer found = Answer.UNKNOWN;
    for (PackageJson manifest : manifests) {
      for (Dependency each : manifest.dependencies()) {
        if (!each.name().equals(name)) {
          continue;
        }
        Matcher lowest = LOWEST.matcher(each.range().strip());
        if (!lowest.matches()) {
          continue;
        }
        if (!wanted.contains(lowest.group(1))) {
          found = Answer.NO;
        } else if (Version.parseLoose(each.range().strip()).isPresent()) {
          return Answer.YES;
        } else {
          return Answer.UNKNOWN;
        }
      }
    }
    return found;
  }
}
