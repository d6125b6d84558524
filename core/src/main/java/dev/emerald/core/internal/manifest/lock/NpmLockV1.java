package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.Dependency;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads npm's lock files of version 1, which nest packages as their folders are nested. What the
 * project itself asks for stands in its package.json alone. Without one, and in files so old that
 * packages do not say what they ask for either, it is taken from how they are nested. Optional
 * dependencies are not told apart, but what only they lead to is marked: there one begins.
 */
final class NpmLockV1 {

  private static final String MODULES = "node_modules/";

  /** A package's list of further packages, and the folder these are installed in. */
  private record Nested(JsonValue dependencies, String prefix, @Nullable Entry outer) {}

  private final DependencyGraph.Builder graph;
  private final Placements placements;
  private final Map<Entry, JsonMember> members = new LinkedHashMap<>();
  private final Set<Entry> asked = new HashSet<>();
  private final Map<Entry, Entry> outer = new HashMap<>();
  private boolean tellsRequires;

  private NpmLockV1(SourceText source, JsonValue json, LockReading reading) {
    this.graph =
        new DependencyGraph.Builder(
            source, LockFormat.NPM, LockReading.text(json.member("lockfileVersion")));
    this.placements = new Placements(reading);
  }

  static DependencyGraph read(
      SourceText source, JsonValue json, ProjectPackages projects, LockReading reading) {
    NpmLockV1 lock = new NpmLockV1(source, json, reading);
    Entry root =
        lock.graph
            .add(
                new Span(0, 0),
                LockReading.text(json.member("name")),
                LockReading.text(json.member("version")))
            .project("");
    lock.placements.put("", root);
    lock.readEntries(json);
    lock.members.forEach(lock::readAsked);
    PackageJson manifest = projects.in(LockReading.folderOf(source)).orElse(null);
    if (manifest != null) {
      for (Dependency dependency : ProjectPackages.asked(manifest)) {
        lock.ask(root, dependency.name(), dependency.range(), dependency.kind(), new Span(0, 0));
      }
    }
    if (manifest == null || !lock.tellsRequires) {
      lock.askForTheRest(root);
    }
    return lock.graph.build();
  }

  private void readEntries(JsonValue json) {
    Deque<Nested> open = new ArrayDeque<>();
    json.member("dependencies").ifPresent(all -> open.add(new Nested(all, "", null)));
    while (!open.isEmpty()) {
      Nested nested = open.poll();
      for (JsonMember member : LockReading.lastByName(nested.dependencies()).values()) {
        String path = nested.prefix() + MODULES + member.name();
        Entry entry = add(path, member);
        if (nested.outer() != null) {
          outer.put(entry, nested.outer());
        }
        member
            .value()
            .member("dependencies")
            .ifPresent(inner -> open.add(new Nested(inner, path + "/", entry)));
      }
    }
  }

  private Entry add(String path, JsonMember member) {
    JsonValue value = member.value();
    String written = LockReading.text(value.member("version"));
    String name = member.name();
    String version = written;
    if (written.startsWith("npm:")) {
      name = Specifiers.name(written.substring(4));
      version = Specifiers.range(written.substring(4));
    }
    PackageOrigin origin = Specifiers.origin(written, PackageOrigin.REGISTRY);
    String resolved = LockReading.text(value.member("resolved"));
    boolean address = origin != PackageOrigin.REGISTRY;
    Entry entry =
        graph
            .add(member.nameSpan(), name, address ? Specifiers.archived(name, written) : version)
            .origin(origin)
            .resolved(resolved.isEmpty() ? address ? written : null : resolved)
            .integrity(LockReading.textOrNull(value.member("integrity")));
    if (LockReading.isTrue(value, "bundled")) {
      entry.bundled();
    }
    placements.put(path, entry);
    members.put(entry, member);
    return entry;
  }

  private void readAsked(Entry entry, JsonMember member) {
    JsonValue requires = member.value().member("requires").orElse(null);
    if (requires != null) {
      tellsRequires = true;
      String path = placements.pathOf(entry);
      for (JsonMember each : LockReading.lastByName(requires).values()) {
        String range = each.value().asString().orElse("");
        ask(entry, each.name(), range, kind(member, path, each.name()), each.nameSpan());
      }
    }
  }

  private DependencyKind kind(JsonMember asking, String path, String name) {
    Entry target = placements.find(path, name);
    JsonMember asked = target == null ? null : members.get(target);
    boolean begins =
        asked != null
            && LockReading.isTrue(asked.value(), "optional")
            && !LockReading.isTrue(asking.value(), "optional");
    return begins ? DependencyKind.OPTIONAL : DependencyKind.PRODUCTION;
  }

  private void ask(Entry from, String name, String range, DependencyKind kind, Span at) {
    Entry target = placements.find(placements.pathOf(from), name);
    LockReading.tellOrigin(target, range);
    if (target != null) {
      asked.add(target);
    }
    graph.ask(from, name, range, kind, target, at);
  }

  /** What nobody asks for counts as asked for by the package it lies in, or by the project. */
  private void askForTheRest(Entry root) {
    members.forEach(
        (entry, member) -> {
          if (!asked.contains(entry)) {
            Entry from = outer.getOrDefault(entry, root);
            boolean dev = LockReading.isTrue(member.value(), "dev");
            DependencyKind kind = dev ? DependencyKind.DEVELOPMENT : DependencyKind.PRODUCTION;
            graph.ask(from, member.name(), "", kind, entry, member.nameSpan());
          }
        });
  }
}
