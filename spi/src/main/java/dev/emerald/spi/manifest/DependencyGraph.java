package dev.emerald.spi.manifest;

import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock file: which packages are installed, which of them asks for which, and how the project
 * comes to have each. One model for the lock files of npm, Yarn, pnpm and Bun. Immutable.
 *
 * <p>npm and Bun list a version once for each place that it is installed in, pnpm once for each set
 * of peers, Yarn once; {@link #packages()} follows the file.
 */
public final class DependencyGraph implements Manifest {

  private final SourceText source;
  private final LockFormat format;
  private final String formatVersion;
  private final List<LockedPackage> projects;
  private final List<LockedPackage> packages;
  private final Map<String, List<LockedPackage>> byName;
  private final Set<String> overridden;
  private final Map<LockedPackage, LockedDependency> leading;

  private DependencyGraph(
      Builder builder, List<LockedPackage> all, Map<LockedPackage, LockedDependency> leading) {
    this.source = builder.source;
    this.format = builder.format;
    this.formatVersion = builder.formatVersion;
    this.projects = all.stream().filter(each -> each.origin() == PackageOrigin.PROJECT).toList();
    this.packages = all.stream().filter(each -> each.origin() != PackageOrigin.PROJECT).toList();
    Map<String, List<LockedPackage>> named = new LinkedHashMap<>();
    for (LockedPackage each : packages) {
      named.computeIfAbsent(each.name(), key -> new ArrayList<>()).add(each);
    }
    this.byName = named;
    this.leading = leading;
    this.overridden = Set.copyOf(builder.overridden);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** Whose file it is. */
  public LockFormat format() {
    return format;
  }

  /** The version of the format, as it is written, such as {@code 3} or {@code 9.0}. */
  public String formatVersion() {
    return formatVersion;
  }

  /** The folder that the file lies in, relative to the root of the analysed project. */
  public String directory() {
    int slash = path().lastIndexOf('/');
    return slash < 0 ? "" : path().substring(0, slash);
  }

  /** The project's own packages: the root first, then the workspaces in the order of the file. */
  public List<LockedPackage> projects() {
    return projects;
  }

  /** The root of the project. */
  public Optional<LockedPackage> root() {
    return projects.stream().filter(each -> each.directory().isEmpty()).findFirst();
  }

  /** All packages that are not the project's own, in the order of the file. */
  public List<LockedPackage> packages() {
    return packages;
  }

  /** The names of {@link #packages()}, each once, in the order of the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** The packages of a name, in the order of the file. */
  public List<LockedPackage> named(String name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  /** The packages that the lock file puts in another range for than is asked for. */
  public Set<String> overridden() {
    return overridden;
  }

  /**
   * How the project comes to have a package: what one of its own packages asks for, what that asks
   * for, and so on to the package. The shortest way that does not lead over a development
   * dependency, if there is one; of several the first in the order of the file.
   *
   * @return empty for the project's own packages and for what nothing leads to
   */
  public List<LockedDependency> pathTo(LockedPackage target) {
    List<LockedDependency> path = new ArrayList<>();
    LockedDependency step = leading.get(target);
    while (step != null) {
      path.add(step);
      step = leading.get(step.from());
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }

  /** What the engine says of a package; the setters return the same object. */
  public static final class Entry {

    final int number;
    Span span;
    final String name;
    final String version;
    PackageOrigin origin = PackageOrigin.UNKNOWN;
    @Nullable String resolved;
    @Nullable String integrity;
    @Nullable String deprecated;
    @Nullable String license;
    boolean installScript;
    boolean bundled;
    String directory = "";

    private Entry(int number, Span span, String name, String version) {
      this.number = number;
      this.span = Objects.requireNonNull(span, "span");
      this.name = Objects.requireNonNull(name, "name");
      this.version = Objects.requireNonNull(version, "version");
    }

    /** See {@link LockedPackage#origin()}. */
    public Entry origin(PackageOrigin value) {
      origin = value;
      return this;
    }

    /** See {@link LockedPackage#directory()}; makes it a package of the project. */
    public Entry project(String folder) {
      origin = PackageOrigin.PROJECT;
      directory = folder;
      return this;
    }

    /** See {@link LockedPackage#resolved()}. */
    public Entry resolved(@Nullable String address) {
      resolved = address;
      return this;
    }

    /** See {@link LockedPackage#integrity()}. */
    public Entry integrity(@Nullable String hash) {
      integrity = hash;
      return this;
    }

    /** See {@link LockedPackage#deprecated()}. */
    public Entry deprecated(@Nullable String message) {
      deprecated = message;
      return this;
    }

    /** See {@link LockedPackage#license()}. */
    public Entry license(@Nullable String expression) {
      license = expression;
      return this;
    }

    /** See {@link LockedPackage#hasInstallScript()}. */
    public Entry installScript() {
      installScript = true;
      return this;
    }

    /** See {@link LockedPackage#isBundled()}. */
    public Entry bundled() {
      bundled = true;
      return this;
    }

    /** Whether it is a package of the project. */
    public boolean isProject() {
      return origin == PackageOrigin.PROJECT;
    }

    /** The name. */
    public String name() {
      return name;
    }

    /** The version. */
    public String version() {
      return version;
    }
  }

  /** Puts a graph together. For the engine. */
  public static final class Builder {

    private record Asked(
        Entry from,
        String name,
        String range,
        DependencyKind kind,
        boolean optional,
        @Nullable Entry to,
        Span at) {}

    private final SourceText source;
    private final LockFormat format;
    private final String formatVersion;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> overridden = new HashSet<>();

    /** A graph without packages. */
    public Builder(SourceText source, LockFormat format, String formatVersion) {
      this.source = Objects.requireNonNull(source, "source");
      this.format = Objects.requireNonNull(format, "format");
      this.formatVersion = Objects.requireNonNull(formatVersion, "formatVersion");
    }

    /** Adds a package. */
    public Entry add(Span span, String name, String version) {
      Entry entry = new Entry(entries.size(), span, name, version);
      entries.add(entry);
      return entry;
    }

    /**
     * Adds what one package asks of another.
     *
     * @param to null where nothing is installed
     */
    public void ask(
        Entry from, String name, String range, DependencyKind kind, @Nullable Entry to, Span at) {
      boolean optional = kind == DependencyKind.OPTIONAL;
      asked.add(new Asked(from, name, range, kind, optional, to, at));
    }

    /**
     * Adds a peer that a package goes on without.
     *
     * @param to null where nothing is installed
     */
    public void askOptionalPeer(
        Entry from, String name, String range, @Nullable Entry to, Span at) {
      asked.add(new Asked(from, name, range, DependencyKind.PEER, true, to, at));
    }

    /** Tells that the lock file puts in another range for a package than is asked for. */
    public void override(String name) {
      overridden.add(name);
    }

    /** The graph. */
    public DependencyGraph build() {
      List<LockedPackage> all = new ArrayList<>(entries.size());
      List<List<LockedDependency>> lists = new ArrayList<>(entries.size());
      for (Entry entry : entries) {
        all.add(new LockedPackage(source, entry));
        lists.add(new ArrayList<>(4));
      }
      for (Asked each : asked) {
        Entry to = each.to();
        LockedPackage from = all.get(each.from().number);
        lists
            .get(each.from().number)
            .add(
                new LockedDependency(
                    source,
                    each.at(),
                    from,
                    each.name(),
                    each.range(),
                    each.kind(),
                    each.optional(),
                    to == null ? null : all.get(to.number)));
      }
      for (int i = 0; i < all.size(); i++) {
        all.get(i).finish(lists.get(i));
      }
      return new DependencyGraph(this, all, GraphWalk.mark(all));
    }
  }
}
