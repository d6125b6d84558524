package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads npm's lock files of the versions 2 and 3, which list a package under the folder it is
 * installed in. Which package is meant is found as Node.js finds it: in the {@code node_modules} of
 * the folder that asks, or of the nearest one around it.
 */
final class NpmLock {

  private static final String MODULES = "node_modules/";

  private final DependencyGraph.Builder graph;
  private final ProjectPackages projects;
  private final String folder;
  private final Placements placements;
  private final Map<Entry, JsonMember> members = new LinkedHashMap<>();

  private NpmLock(
      SourceText source, JsonValue json, ProjectPackages projects, LockReading reading) {
    this.graph =
        new DependencyGraph.Builder(
            source, LockFormat.NPM, LockReading.text(json.member("lockfileVersion")));
    this.projects = projects;
    this.folder = LockReading.folderOf(source);
    this.placements = new Placements(reading);
  }

  static DependencyGraph read(
      SourceText source, JsonValue json, ProjectPackages projects, LockReading reading) {
    NpmLock lock = new NpmLock(source, json, projects, reading);
    lock.readEntries(json.member("packages").orElse(json));
    lock.members.forEach(lock::readAsked);
    return lock.graph.build();
  }

  private void readEntries(JsonValue packages) {
    Map<String, JsonMember> last = LockReading.lastByName(packages);
    Map<String, String> links = new LinkedHashMap<>();
    JsonMember root = last.get("");
    addProject("", root == null ? new Span(0, 0) : root.nameSpan(), root);
    last.forEach(
        (path, member) -> {
          JsonValue value = member.value();
          String target = LockReading.text(value.member("resolved"));
          if (LockReading.isTrue(value, "link") && !target.isEmpty()) {
            links.put(path, target);
          } else if (path.contains(MODULES)) {
            addInstalled(path, member);
          } else if (!path.isEmpty()) {
            addProject(path, member.nameSpan(), member);
          }
        });
    links.forEach((path, target) -> placements.link(path, target));
  }

  private void addProject(String path, Span span, @Nullable JsonMember member) {
    PackageJson manifest = projects.in(LockReading.in(folder, path)).orElse(null);
    String name = member == null ? "" : LockReading.text(member.value().member("name"));
    if (name.isEmpty()) {
      name = manifest == null ? "" : manifest.name().orElse("");
    }
    String version = member == null ? "" : LockReading.text(member.value().member("version"));
    Entry entry = graph.add(span, name, version).project(path);
    if (member != null) {
      entry.license(LockReading.textOrNull(member.value().member("license")));
    }
    placements.put(path, entry);
    if (member != null) {
      members.put(entry, member);
    }
  }

  private void addInstalled(String path, JsonMember member) {
    JsonValue value = member.value();
    String name = LockReading.text(value.member("name"));
    if (name.isEmpty()) {
      name = path.substring(path.lastIndexOf(MODULES) + MODULES.length());
    }
    String resolved = LockReading.text(value.member("resolved"));
    Entry entry =
        graph
            .add(member.nameSpan(), name, LockReading.text(value.member("version")))
            .origin(origin(resolved))
            .resolved(resolved.isEmpty() ? null : resolved)
            .integrity(LockReading.textOrNull(value.member("integrity")))
            .deprecated(LockReading.textOrNull(value.member("deprecated")))
            .license(LockReading.textOrNull(value.member("license")));
    if (LockReading.isTrue(value, "hasInstallScript")) {
      entry.installScript();
    }
    if (LockReading.isTrue(value, "inBundle")) {
      entry.bundled();
    }
    placements.put(path, entry);
    members.put(entry, member);
  }

  /** Archives of registries have addresses too; which are others is known by who asks for them. */
  static PackageOrigin origin(String resolved) {
    PackageOrigin origin = Specifiers.origin(resolved, PackageOrigin.REGISTRY);
    return origin == PackageOrigin.ARCHIVE ? PackageOrigin.REGISTRY : origin;
  }

  private void readAsked(Entry entry, JsonMember member) {
    JsonValue value = member.value();
    String path = placements.pathOf(entry);
    boolean project = !path.contains(MODULES);
    Set<String> seen = new LinkedHashSet<>();
    ask(entry, path, value, DependencyKind.OPTIONAL, seen);
    ask(entry, path, value, DependencyKind.PRODUCTION, seen);
    if (project) {
      ask(entry, path, value, DependencyKind.DEVELOPMENT, seen);
    }
    ask(entry, path, value, DependencyKind.PEER, seen);
  }

  private void ask(
      Entry entry, String path, JsonValue value, DependencyKind kind, Set<String> seen) {
    JsonValue group = value.member(kind.key()).orElse(null);
    if (group == null) {
      return;
    }
    for (JsonMember asked : LockReading.lastByName(group).values()) {
      if (seen.add(asked.name())) {
        String range = asked.value().asString().orElse("");
        Entry target = placements.find(path, asked.name());
        LockReading.tellOrigin(target, range);
        if (kind == DependencyKind.PEER && isOptionalPeer(value, asked.name())) {
          graph.askOptionalPeer(entry, asked.name(), range, target, asked.nameSpan());
        } else {
          graph.ask(entry, asked.name(), range, kind, target, asked.nameSpan());
        }
      }
    }
  }

  private static boolean isOptionalPeer(JsonValue value, String name) {
    return value
        .at("peerDependenciesMeta", name, "optional")
        .flatMap(JsonValue::asBoolean)
        .orElse(false);
  }
}
