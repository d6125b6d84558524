package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the yarn.lock of Yarn 2 and later. A workspace lists all that it asks for together; for
 * what, is told by its package.json.
 */
final class YarnBerryLock {

  private static final String WORKSPACE = "workspace:";

  private final DependencyGraph.Builder graph;
  private final YarnEntries entries;
  private final ProjectPackages projects;
  private final String folder;
  private final Map<Entry, YamlMember> members = new LinkedHashMap<>();
  private final Map<Entry, PackageJson> manifests = new LinkedHashMap<>();

  private YarnBerryLock(
      SourceText source, YamlValue yaml, ProjectPackages projects, LockReading reading) {
    String version = yaml.at("__metadata", "version").flatMap(YamlValue::asString).orElse("");
    this.graph = new DependencyGraph.Builder(source, LockFormat.YARN_BERRY, version);
    this.entries = new YarnEntries(graph, reading);
    this.projects = projects;
    this.folder = LockReading.folderOf(source);
  }

  static DependencyGraph read(
      SourceText source, YamlValue yaml, ProjectPackages projects, LockReading reading) {
    YarnBerryLock lock = new YarnBerryLock(source, yaml, projects, reading);
    projects.in(lock.folder).ifPresent(lock.entries::resolutionsOf);
    lock.readEntries(yaml);
    lock.members.forEach(lock::readAsked);
    return lock.graph.build();
  }

  private void readEntries(YamlValue yaml) {
    Map<String, YamlMember> last = new LinkedHashMap<>();
    for (YamlMember member : yaml.members()) {
      if (!member.name().startsWith("__")) {
        last.put(member.name(), member);
      }
    }
    // The root comes first, wherever it stands.
    List<YamlMember> ordered = new ArrayList<>(last.values());
    ordered.sort(Comparator.comparing(member -> !directory(member).equals(".")));
    for (YamlMember member : ordered) {
      add(member);
    }
  }

  /** Of a workspace its folder, {@code .} for the root; empty for anything else. */
  private static String directory(YamlMember member) {
    String range = Specifiers.range(field(member.value(), "resolution"));
    return range.startsWith(WORKSPACE) ? range.substring(WORKSPACE.length()) : "";
  }

  private void add(YamlMember member) {
    YamlValue value = member.value();
    String resolution = field(value, "resolution");
    String directory = directory(member);
    Entry entry =
        graph.add(member.key().span(), Specifiers.name(resolution), field(value, "version"));
    if (directory.isEmpty()) {
      String range = Specifiers.range(resolution);
      String checksum = field(value, "checksum");
      entry
          .origin(origin(range))
          .resolved(address(range))
          .integrity(checksum.isEmpty() ? null : checksum);
    } else {
      String relative = directory.equals(".") ? "" : directory;
      entry.project(relative);
      projects
          .in(LockReading.in(folder, relative))
          .ifPresent(manifest -> manifests.put(entry, manifest));
    }
    entries.put(entry, List.of(member.name().split(", ", -1)));
    members.put(entry, member);
  }

  private static PackageOrigin origin(String range) {
    if (range.startsWith("npm:") || range.startsWith("patch:")) {
      return PackageOrigin.REGISTRY;
    }
    return Specifiers.origin(range, PackageOrigin.UNKNOWN);
  }

  private static @Nullable String address(String range) {
    boolean registry = range.startsWith("npm:") || range.startsWith("patch:");
    return registry || range.isEmpty() ? null : range;
  }

  private void readAsked(Entry entry, YamlMember member) {
    PackageJson manifest = manifests.get(entry);
    YamlValue value = member.value();
    for (YamlMember asked :
        value.member("dependencies").map(YamlValue::members).orElse(List.of())) {
      String name = asked.name();
      String range = asked.value().asString().orElse("");
      Entry target = entries.find(name, range);
      graph.ask(entry, name, range, kind(value, name, manifest), target, asked.key().span());
    }
    if (manifest == null) {
      for (YamlMember peer :
          value.member("peerDependencies").map(YamlValue::members).orElse(List.of())) {
        String range = peer.value().asString().orElse("");
        // Which package a peer is differs from one who asks to the next.
        graph.ask(entry, peer.name(), range, DependencyKind.PEER, null, peer.key().span());
      }
    }
  }

  private static DependencyKind kind(YamlValue value, String name, @Nullable PackageJson manifest) {
    boolean optional =
        value.at("dependenciesMeta", name, "optional").flatMap(YamlValue::asBoolean).orElse(false);
    if (optional) {
      return DependencyKind.OPTIONAL;
    }
    if (manifest != null) {
      for (Dependency dependency : ProjectPackages.asked(manifest)) {
        if (dependency.name().equals(name)) {
          return dependency.kind();
        }
      }
    }
    return DependencyKind.PRODUCTION;
  }

  private static String field(YamlValue value, String name) {
    return value.member(name).flatMap(YamlValue::asString).orElse("");
  }
}
