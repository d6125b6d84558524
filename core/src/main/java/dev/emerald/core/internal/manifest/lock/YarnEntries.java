package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.source.Span;
import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.Version;
import dev.emerald.spi.version.VersionRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a yarn.lock by what was asked for. Yarn writes down each {@code name@range} that
 * somebody asks for; where {@code resolutions} of the root put another range in its place, the
 * package that is meant is found by its name.
 */
final class YarnEntries {

  private final DependencyGraph.Builder graph;
  private final LockReading reading;
  private final Map<String, Entry> byDescriptor = new HashMap<>();
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Map<String, Entry> projects = new HashMap<>();
  private final Map<String, String> resolutions = new HashMap<>();

  YarnEntries(DependencyGraph.Builder graph, LockReading reading) {
    this.graph = graph;
    this.reading = reading;
  }

  /** Takes what the root puts in the place of other ranges. */
  void resolutionsOf(PackageJson root) {
    for (JsonMember member : root.resolutions().map(JsonObject::members).orElse(List.of())) {
      Optional<String> range = member.value().asString();
      // The last package of a path such as "a/**/b" is the one that is meant.
      String path = member.name();
      int slash = path.lastIndexOf('/');
      int scope = slash > 0 ? path.lastIndexOf('/', slash - 1) : -1;
      boolean scoped = path.charAt(scope + 1) == '@';
      String name = scoped ? path.substring(scope + 1) : path.substring(slash + 1);
      range.ifPresent(text -> resolutions.put(Specifiers.name(name), text));
    }
  }

  /** Keeps a package under all that was asked for. */
  void put(Entry entry, List<String> descriptors) {
    for (String descriptor : descriptors) {
      byDescriptor.put(descriptor, entry);
      List<Entry> named =
          byName.computeIfAbsent(Specifiers.name(descriptor), key -> new ArrayList<>());
      if (named.isEmpty() || named.get(named.size() - 1) != entry) {
        named.add(entry);
      }
    }
  }

  /** Adds a package of the project. */
  Entry project(PackageJson manifest, String directory) {
    Entry entry =
        graph
            .add(new Span(0, 0), manifest.name().orElse(""), manifest.version().orElse(""))
            .project(directory);
    if (!entry.name().isEmpty()) {
      projects.put(entry.name(), entry);
    }
    return entry;
  }

  /** Adds what a package of the project asks for. */
  void ask(Entry from, PackageJson manifest) {
    for (Dependency dependency : ProjectPackages.asked(manifest)) {
      switch (dependency.kind()) {
        case PEER -> {
          // Whoever uses the package brings it.
        }
        default ->
            graph.ask(
                from,
                dependency.name(),
                dependency.range(),
                dependency.kind(),
                find(dependency.name(), dependency.range()),
                new Span(0, 0));
      }
    }
  }

  /** The package that was chosen for a range; null if there is none. */
  @Nullable Entry find(String name, String range) {
    Entry exact = byDescriptor.get(name + "@" + range);
    if (exact == null) {
      exact = byDescriptor.get(name + "@npm:" + range);
    }
    if (exact == null && resolutions.containsKey(name)) {
      String instead = resolutions.get(name);
      exact = byDescriptor.get(name + "@" + instead);
      exact = exact == null ? byDescriptor.get(name + "@npm:" + instead) : exact;
    }
    if (exact == null) {
      exact = projects.get(name);
    }
    Entry found = exact == null ? best(name, range) : exact;
    LockReading.tellOrigin(found, range);
    return found;
  }

  /** Of several packages of a name the newest that the range takes in; the only one in any case. */
  private @Nullable Entry best(String name, String range) {
    List<Entry> named = byName.getOrDefault(name, List.of());
    if (named.size() == 1) {
      return named.get(0);
    }
    String plain = range.startsWith("npm:") ? range.substring(4) : range;
    VersionRange wanted = VersionRange.parse(plain, EnumSet.of(RangeOption.LOOSE)).orElse(null);
    Entry best = null;
    Version newest = null;
    for (Entry entry : named) {
      Version version = Version.parseLoose(entry.version()).orElse(null);
      if (wanted != null
          && version != null
          && reading.step(16)
          && wanted.contains(version)
          && (newest == null || version.compareTo(newest) > 0)) {
        best = entry;
        newest = version;
      }
    }
    return best;
  }
}
