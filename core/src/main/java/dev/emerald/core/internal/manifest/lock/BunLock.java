package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonString;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads bun.lock: a package stands under the way of names that leads to it, so {@code a/b} is the
 * "b" that only "a" sees. Its list holds the name with the version, the registry, what it asks for
 * and the hash, in that order; some are left out for what comes from elsewhere.
 */
final class BunLock {

  private final DependencyGraph.Builder graph;
  private final LockReading reading;
  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<String, Entry> byDirectory = new LinkedHashMap<>();
  private final Map<Entry, JsonValue> asking = new LinkedHashMap<>();
  private final Map<Entry, String> keys = new HashMap<>();

  private BunLock(SourceText source, JsonValue json, LockReading reading) {
    this.graph =
        new DependencyGraph.Builder(
            source, LockFormat.BUN, LockReading.text(json.member("lockfileVersion")));
    this.reading = reading;
  }

  static DependencyGraph read(SourceText source, JsonValue json, LockReading reading) {
    BunLock lock = new BunLock(source, json, reading);
    lock.readWorkspaces(json);
    json.member("packages").ifPresent(lock::readPackages);
    lock.asking.forEach(lock::readAsked);
    json.member("overrides")
        .map(JsonValue::members)
        .orElse(List.of())
        .forEach(each -> lock.graph.override(Specifiers.overridden(each.name())));
    return lock.graph.build();
  }

  private void readWorkspaces(JsonValue json) {
    JsonValue none = json.member("workspaces").orElse(json);
    Map<String, JsonMember> last = LockReading.lastByName(none);
    JsonMember root = last.remove("");
    addProject("", root == null ? new Span(0, 0) : root.nameSpan(), root);
    if (none != json) {
      last.forEach((path, member) -> addProject(path, member.nameSpan(), member));
    }
  }

  private void addProject(String path, Span span, @Nullable JsonMember member) {
    String name = member == null ? "" : LockReading.text(member.value().member("name"));
    String version = member == null ? "" : LockReading.text(member.value().member("version"));
    Entry entry = graph.add(span, name, version).project(path);
    byDirectory.put(path, entry);
    if (member != null) {
      asking.put(entry, member.value());
      keys.put(entry, path.isEmpty() ? "" : name);
    }
  }

  private void readPackages(JsonValue packages) {
    for (JsonMember member : LockReading.lastByName(packages).values()) {
      List<JsonValue> parts = member.value().elements();
      String specifier = parts.isEmpty() ? "" : parts.get(0).asString().orElse("");
      String range = Specifiers.range(specifier);
      if (range.startsWith("workspace:")) {
        Entry project = byDirectory.get(range.substring("workspace:".length()));
        if (project != null) {
          byKey.put(member.name(), project);
        }
      } else if (!specifier.isEmpty()) {
        add(member, Specifiers.name(specifier), range, parts);
      }
    }
  }

  private void add(JsonMember member, String name, String range, List<JsonValue> parts) {
    PackageOrigin origin = Specifiers.origin(range, PackageOrigin.REGISTRY);
    boolean registry = origin == PackageOrigin.REGISTRY;
    String second = parts.size() > 1 ? parts.get(1).asString().orElse("") : "";
    String last = parts.get(parts.size() - 1) instanceof JsonString hash ? hash.value() : "";
    String address = registry ? second : range;
    Entry entry =
        graph
            .add(member.nameSpan(), name, registry ? range : "")
            .origin(origin)
            .resolved(address.isEmpty() ? null : address)
            .integrity(parts.size() > 1 && isHash(last) ? last : null);
    byKey.put(member.name(), entry);
    keys.put(entry, member.name());
    for (JsonValue part : parts) {
      if (!part.members().isEmpty()) {
        asking.put(entry, part);
      }
    }
  }

  /** The last part may be a mark of Bun's own instead. */
  private static boolean isHash(String text) {
    return text.startsWith("sha") && text.indexOf('-') > 0;
  }

  private void readAsked(Entry entry, JsonValue asks) {
    String key = keys.getOrDefault(entry, "");
    Set<String> seen = new HashSet<>();
    ask(entry, key, asks, DependencyKind.OPTIONAL, seen);
    ask(entry, key, asks, DependencyKind.PRODUCTION, seen);
    ask(entry, key, asks, DependencyKind.DEVELOPMENT, seen);
    ask(entry, key, asks, DependencyKind.PEER, seen);
  }

  private void ask(Entry entry, String key, JsonValue asks, DependencyKind kind, Set<String> seen) {
    JsonValue group = asks.member(kind.key()).orElse(null);
    if (group == null) {
      return;
    }
    Set<String> optional = kind == DependencyKind.PEER ? optionalPeers(asks) : Set.of();
    for (JsonMember member : LockReading.lastByName(group).values()) {
      if (seen.add(member.name())) {
        String range = member.value().asString().orElse("");
        Entry target = find(key, member.name());
        if (optional.contains(member.name())) {
          graph.askOptionalPeer(entry, member.name(), range, target, member.nameSpan());
        } else {
          graph.ask(entry, member.name(), range, kind, target, member.nameSpan());
        }
      }
    }
  }

  private static Set<String> optionalPeers(JsonValue asks) {
    Set<String> names = new HashSet<>();
    for (JsonValue each : asks.member("optionalPeers").map(JsonValue::elements).orElse(List.of())) {
      each.asString().ifPresent(names::add);
    }
    return names;
  }

  private @Nullable Entry find(String from, String name) {
    String key = from;
    while (reading.step(key.length())) {
      Entry entry = byKey.get(key.isEmpty() ? name : key + "/" + name);
      if (entry != null || key.isEmpty()) {
        return entry;
      }
      int slash = key.lastIndexOf('/');
      int scope = slash > 0 ? key.lastIndexOf('/', slash - 1) : -1;
      // The last name may hold a slash itself.
      boolean scoped = slash > 0 && key.charAt(scope + 1) == '@';
      int cut = scoped ? scope : slash;
      key = cut < 0 ? "" : key.substring(0, cut);
    }
    return null;
  }
}
