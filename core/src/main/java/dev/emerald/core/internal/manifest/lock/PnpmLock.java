package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import dev.emerald.spi.version.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pnpm's lock files of the versions 5, 6 and 9. A package stands there once for each set of
 * peers it meets; in version 9 what a package is and what it asks for stand apart. Who asks names
 * the chosen package, so nothing has to be searched for.
 */
final class PnpmLock {

  private static final List<DependencyKind> KINDS =
      List.of(DependencyKind.OPTIONAL, DependencyKind.PRODUCTION, DependencyKind.DEVELOPMENT);

  private final DependencyGraph.Builder graph;
  private final ProjectPackages projects;
  private final String folder;
  private final YamlValue yaml;
  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<String, Entry> byDirectory = new LinkedHashMap<>();
  private final Map<Entry, YamlValue> asking = new LinkedHashMap<>();

  private PnpmLock(SourceText source, YamlValue yaml, ProjectPackages projects) {
    String version = yaml.member("lockfileVersion").flatMap(YamlValue::asString).orElse("");
    this.graph = new DependencyGraph.Builder(source, LockFormat.PNPM, version);
    this.projects = projects;
    this.folder = LockReading.folderOf(source);
    this.yaml = yaml;
  }

  static DependencyGraph read(SourceText source, YamlValue yaml, ProjectPackages projects) {
    PnpmLock lock = new PnpmLock(source, yaml, projects);
    Map<Entry, YamlValue> importers = lock.readImporters();
    lock.readPackages();
    importers.forEach(lock::readProject);
    lock.asking.forEach(lock::readAsked);
    lastByName(yaml.member("overrides").orElse(null))
        .keySet()
        .forEach(path -> lock.graph.override(Specifiers.overridden(path)));
    return lock.graph.build();
  }

  private Map<Entry, YamlValue> readImporters() {
    Map<Entry, YamlValue> importers = new LinkedHashMap<>();
    YamlValue several = yaml.member("importers").orElse(null);
    if (several == null) {
      importers.put(project("", new Span(0, 0)), yaml);
      return importers;
    }
    Map<String, YamlMember> last = lastByName(several);
    YamlMember root = last.remove(".");
    importers.put(
        project("", root == null ? new Span(0, 0) : root.key().span()),
        root == null ? several : root.value());
    last.forEach(
        (path, member) -> importers.put(project(path, member.key().span()), member.value()));
    return importers;
  }

  private Entry project(String path, Span span) {
    PackageJson manifest = projects.in(LockReading.in(folder, path)).orElse(null);
    String name = manifest == null ? "" : manifest.name().orElse("");
    String version = manifest == null ? "" : manifest.version().orElse("");
    Entry entry = graph.add(span, name, version).project(path);
    byDirectory.put(path, entry);
    return entry;
  }

  private void readPackages() {
    Map<String, YamlMember> packages = lastByName(yaml.member("packages").orElse(null));
    YamlValue snapshots = yaml.member("snapshots").orElse(null);
    if (snapshots == null) {
      packages.forEach((key, member) -> add(key, member, member.value()));
      return;
    }
    Map<String, YamlMember> asked = lastByName(snapshots);
    asked.forEach(
        (key, member) -> {
          YamlMember described = packages.getOrDefault(withoutPeers(key), member);
          add(key, described, member.value());
        });
  }

  private void add(String key, YamlMember described, YamlValue asks) {
    YamlValue value = described.value();
    String plain = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
    String name = field(value, "name");
    String version = field(value, "version");
    if (name.isEmpty()) {
      name = name(plain);
    }
    if (version.isEmpty()) {
      version = version(plain, name);
    }
    YamlValue resolution = value.member("resolution").orElse(value);
    String tarball = field(resolution, "tarball");
    String integrity = field(resolution, "integrity");
    String repository = field(resolution, "repo");
    boolean known = Version.parseLoose(version(plain, name)).isPresent();
    PackageOrigin origin = known ? PackageOrigin.REGISTRY : origin(plain, resolution, tarball);
    Entry entry =
        graph
            .add(described.key().span(), name, version)
            .origin(origin)
            .resolved(tarball.isEmpty() ? repository.isEmpty() ? null : repository : tarball)
            .integrity(integrity.isEmpty() ? null : integrity)
            .deprecated(value.member("deprecated").flatMap(YamlValue::asString).orElse(null));
    if (value.member("requiresBuild").flatMap(YamlValue::asBoolean).orElse(false)) {
      entry.installScript();
    }
    byKey.put(key, entry);
    asking.put(entry, asks);
  }

  private static PackageOrigin origin(String key, YamlValue resolution, String tarball) {
    if (field(resolution, "type").equals("git")) {
      return PackageOrigin.GIT;
    }
    if (field(resolution, "type").equals("directory") || tarball.startsWith("file:")) {
      return PackageOrigin.FOLDER;
    }
    PackageOrigin byKey = Specifiers.origin(Specifiers.range(key), PackageOrigin.UNKNOWN);
    if (byKey == PackageOrigin.FOLDER) {
      return byKey;
    }
    return tarball.isEmpty() ? byKey : PackageOrigin.ARCHIVE;
  }

  /** A key without the peers behind it: {@code (peer@1.0.0)}, or {@code _peer@1.0.0} before. */
  private static String withoutPeers(String key) {
    int parenthesis = key.indexOf('(');
    return parenthesis > 0 ? key.substring(0, parenthesis) : key;
  }

  /** The name in {@code name@version}, or in {@code name/version} as version 5 writes it. */
  private static String name(String key) {
    int scope = key.startsWith("@") ? key.indexOf('/') + 1 : 0;
    int slash = key.indexOf('/', scope);
    int at = key.indexOf('@', Math.max(1, scope));
    if (at > 0 && (slash < 0 || at < slash)) {
      return key.substring(0, at);
    }
    return slash < 0 ? key : key.substring(0, slash);
  }

  private static String version(String key, String name) {
    if (!key.startsWith(name) || key.length() <= name.length()) {
      return "";
    }
    String rest = key.substring(name.length() + 1);
    int end = rest.length();
    for (char mark : new char[] {'_', '/', '('}) {
      int at = rest.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return rest.substring(0, end);
  }

  private void readProject(Entry project, YamlValue importer) {
    Map<String, String> specifiers = new HashMap<>();
    for (YamlMember member :
        importer.member("specifiers").map(YamlValue::members).orElse(List.of())) {
      specifiers.put(member.name(), member.value().asString().orElse(""));
    }
    Set<String> seen = new HashSet<>();
    for (DependencyKind kind : KINDS) {
      for (YamlMember member : lastByName(importer.member(kind.key()).orElse(null)).values()) {
        String chosen = member.value().asString().orElseGet(() -> field(member.value(), "version"));
        String range = field(member.value(), "specifier");
        if (range.isEmpty()) {
          range = specifiers.getOrDefault(member.name(), "");
        }
        if (seen.add(member.name())) {
          Entry target = find(member.name(), chosen, project);
          graph.ask(project, member.name(), range, kind, target, member.key().span());
        }
      }
    }
  }

  private void readAsked(Entry entry, YamlValue asks) {
    Map<String, String> peers = new HashMap<>();
    for (YamlMember peer :
        asks.member("peerDependencies").map(YamlValue::members).orElse(List.of())) {
      peers.put(peer.name(), peer.value().asString().orElse(""));
    }
    Set<String> seen = new HashSet<>();
    for (DependencyKind kind : List.of(DependencyKind.OPTIONAL, DependencyKind.PRODUCTION)) {
      for (YamlMember member : lastByName(asks.member(kind.key()).orElse(null)).values()) {
        if (seen.add(member.name())) {
          String chosen = member.value().asString().orElse("");
          Entry target = find(member.name(), chosen, null);
          String range = peers.getOrDefault(member.name(), "");
          graph.ask(entry, member.name(), range, kind, target, member.key().span());
        }
      }
    }
  }

  private @Nullable Entry find(String name, String chosen, @Nullable Entry project) {
    if (chosen.startsWith("link:")) {
      String base = project == null ? "" : directoryOf(project);
      return byDirectory.get(LockReading.in(base, chosen.substring(5)));
    }
    for (String key :
        List.of(
            name + "@" + chosen, "/" + name + "@" + chosen, "/" + name + "/" + chosen, chosen)) {
      Entry entry = byKey.get(key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private String directoryOf(Entry project) {
    for (Map.Entry<String, Entry> each : byDirectory.entrySet()) {
      if (each.getValue() == project) {
        return each.getKey();
      }
    }
    return "";
  }

  private static Map<String, YamlMember> lastByName(@Nullable YamlValue mapping) {
    Map<String, YamlMember> members = new LinkedHashMap<>();
    if (mapping != null) {
      for (YamlMember member : mapping.members()) {
        members.put(member.name(), member);
      }
    }
    return members;
  }

  private static String field(YamlValue value, String name) {
    return value.member(name).flatMap(YamlValue::asString).orElse("");
  }
}
