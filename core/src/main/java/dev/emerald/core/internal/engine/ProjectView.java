package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.SourceFile;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The project as rules see it. Immutable but for the uses of APIs, which are known last. */
final class ProjectView implements Project {

  private static final Comparator<Manifest> BY_PATH = Comparator.comparing(Manifest::path);

  private final List<FileView> files;
  private final List<ProjectPackage> packages;
  private final List<Manifest> manifests;
  private final Set<String> imports = new TreeSet<>();
  private final UnaryOperator<String> canonical;
  private final List<VendoredLibrary> vendored;
  private final @Nullable Advisories advisories;
  private volatile @Nullable Map<String, List<ApiUse>> uses;

  private ProjectView(
      List<FileView> files,
      List<ProjectPackage> packages,
      List<Manifest> manifests,
      UnaryOperator<String> canonical,
      List<VendoredLibrary> vendored,
      @Nullable Advisories advisories) {
    this.vendored = List.copyOf(vendored);
    this.files = List.copyOf(files);
    this.packages = List.copyOf(packages);
    this.manifests = manifests.stream().sorted(BY_PATH).toList();
    this.canonical = canonical;
    this.advisories = advisories;
    for (FileView file : files) {
      imports.addAll(file.imports());
    }
  }

  /**
   * The project.
   *
   * @param read those of its sources that are looked at, by path
   * @param advisories what is known of its packages; null if nobody asked
   */
  static ProjectView of(
      ProjectFiles listed,
      List<SourceFile> read,
      Configuration.Mode mode,
      ApiLinks links,
      List<VendoredLibrary> vendored,
      @Nullable Advisories advisories) {
    TreeMap<String, ProjectPackage> packages = new TreeMap<>();
    for (dev.emerald.core.internal.files.ProjectPackage each : listed.packages()) {
      PackageJson manifest = each.manifest();
      packages.put(
          each.folder(),
          new PackageView(
              each.folder(),
              Optional.of(manifest),
              PackageModes.of(manifest, each.workspace(), mode)));
    }
    List<FileView> files = new ArrayList<>();
    for (SourceFile file : read) {
      String folder =
          listed
              .packageOf(file.path())
              .map(dev.emerald.core.internal.files.ProjectPackage::folder)
              .orElse("");
      ProjectPackage owner = packages.computeIfAbsent(folder, key -> root(mode));
      files.add(
          new FileView(
              file.path(),
              file.test(),
              owner,
              packageNames(links.importedModules(file.path())),
              Collections.unmodifiableSet(new TreeSet<>(links.loadedFiles(file.path())))));
    }
    if (packages.isEmpty()) {
      packages.put("", root(mode));
    }
    List<Manifest> manifests = new ArrayList<>(listed.packageJsons().values());
    manifests.addAll(listed.tsConfigs().values());
    manifests.addAll(listed.manifests());
    return new ProjectView(
        files,
        List.copyOf(packages.values()),
        manifests,
        links.models()::canonicalPath,
        vendored,
        advisories);
  }

  private static ProjectPackage root(Configuration.Mode mode) {
    return new PackageView("", Optional.empty(), PackageModes.withoutManifest(mode));
  }

  private static Set<String> packageNames(Collection<String> modules) {
    Set<String> names = new TreeSet<>();
    for (String module : modules) {
      int slash = module.indexOf('/');
      if (slash >= 0 && module.startsWith("@")) {
        slash = module.indexOf('/', slash + 1);
      }
      names.add(slash < 0 ? module : module.substring(0, slash));
    }
    return Set.copyOf(names);
  }

  /** Makes the uses known. */
  void uses(List<ApiUse> found) {
    Map<String, List<ApiUse>> byName = new TreeMap<>();
    for (ApiUse use : found) {
      byName.computeIfAbsent(use.api(), key -> new ArrayList<>()).add(use);
    }
    uses = byName;
  }

  /** Whether it is known what the code uses. */
  boolean knowsUses() {
    return uses != null;
  }

  @Override
  public List<ProjectFile> files() {
    return List.copyOf(files);
  }

  @Override
  public List<ProjectPackage> packages() {
    return packages;
  }

  /** All manifests, by path. */
  List<Manifest> manifests() {
    return manifests;
  }

  @Override
  public <M extends Manifest> List<M> manifests(Class<M> type) {
    return manifests.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public List<ApiUse> uses(ApiPattern api) {
    Map<String, List<ApiUse>> known = uses;
    if (known == null) {
      throw new IllegalStateException(
          "where APIs are used is known after all files: ask in a check of the project");
    }
    Set<String> names = new TreeSet<>();
    for (String written : api.names()) {
      String name = canonical.apply(written);
      if (name.indexOf('*') < 0) {
        names.add(name);
        continue;
      }
      ApiPattern pattern = ApiPattern.api(name);
      known.keySet().stream().filter(pattern::matches).forEach(names::add);
    }
    List<ApiUse> found = new ArrayList<>();
    for (String name : names) {
      found.addAll(known.getOrDefault(name, List.of()));
    }
    found.sort(Comparator.comparing(ApiUse::location).thenComparing(ApiUse::api));
    return List.copyOf(found);
  }

  @Override
  public boolean imports(String packageName) {
    return imports.contains(packageName);
  }

  @Override
  public List<VendoredLibrary> vendored() {
    return vendored;
  }

  @Override
  public Optional<Advisories> advisories() {
    return Optional.ofNullable(advisories);
  }

  /** A file of the project. */
  private record FileView(
      String path,
      boolean test,
      ProjectPackage owner,
      Set<String> imports,
      Set<String> importedFiles)
      implements ProjectFile {}

  /** A package of the project. */
  private record PackageView(
      String directory, Optional<PackageJson> manifest, ProjectPackage.Mode mode)
      implements ProjectPackage {}
}
