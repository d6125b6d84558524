package dev.emerald.core.internal.files;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.TsConfig;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The project's own files, as {@link ProjectLister} found them. Immutable, and safe for use by
 * several threads; texts are read anew each time they are asked for.
 */
public final class ProjectFiles {

  private final FileTree tree;
  private final ListingOptions options;
  private final List<SourceFile> sources;
  private final Map<String, SourceFile> sourceByPath;
  private final NavigableSet<String> paths;
  private final Map<String, LeftOutReason> leftOutPaths;
  private final List<String> thirdPartyFolders;
  private final List<ProjectPackage> packages;
  private final Map<String, ProjectPackage> packageByFolder;
  private final NavigableMap<String, PackageJson> packageJsons;
  private final NavigableMap<String, TsConfig> tsConfigs;
  private final List<Manifest> manifests;
  private final LeftOut leftOut;
  private final Map<String, LeftOutReason> reasons;
  private final List<Notice> notices;

  ProjectFiles(
      FileTree tree,
      ListingOptions options,
      List<SourceFile> sources,
      NavigableSet<String> paths,
      Map<String, LeftOutReason> leftOutPaths,
      Map<String, LeftOutReason> leftOutFolders,
      List<ProjectPackage> packages,
      NavigableMap<String, PackageJson> packageJsons,
      NavigableMap<String, TsConfig> tsConfigs,
      List<Manifest> manifests,
      LeftOut leftOut,
      Map<String, LeftOutReason> reasons,
      List<Notice> notices) {
    this.tree = tree;
    this.options = options;
    this.sources = List.copyOf(sources);
    this.sourceByPath = new HashMap<>();
    for (SourceFile source : sources) {
      sourceByPath.put(source.path(), source);
    }
    this.paths = Collections.unmodifiableNavigableSet(new TreeSet<>(paths));
    this.leftOutPaths = Map.copyOf(leftOutPaths);
    this.thirdPartyFolders =
        leftOutFolders.entrySet().stream()
            .filter(entry -> entry.getValue() == LeftOutReason.THIRD_PARTY)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    this.packages = List.copyOf(packages);
    this.packageByFolder = new HashMap<>();
    for (ProjectPackage each : packages) {
      packageByFolder.put(each.folder(), each);
    }
    this.packageJsons = Collections.unmodifiableNavigableMap(new TreeMap<>(packageJsons));
    this.tsConfigs = Collections.unmodifiableNavigableMap(new TreeMap<>(tsConfigs));
    this.manifests = List.copyOf(manifests);
    this.leftOut = leftOut;
    this.reasons = Map.copyOf(reasons);
    this.notices = List.copyOf(notices);
  }

  /** The sources to analyse, by path in UTF-16 code unit order. */
  public List<SourceFile> sources() {
    return sources;
  }

  /** The source to analyse under a path. */
  public Optional<SourceFile> source(String path) {
    return Optional.ofNullable(sourceByPath.get(path));
  }

  /**
   * Every file of the tree that its name does not leave out, whatever it is, in order: where to
   * look for manifests of other kinds.
   */
  public NavigableSet<String> paths() {
    return paths;
  }

  /** Whether there is a file under a path, be it one that is not analysed. */
  public boolean exists(String path) {
    return paths.contains(path) || leftOutPaths.containsKey(path);
  }

  /** The files that are left out since their names say that they are minified, in order. */
  public NavigableSet<String> minified() {
    NavigableSet<String> minified = new TreeSet<>();
    leftOutPaths.forEach(
        (path, reason) -> {
          if (reason == LeftOutReason.MINIFIED) {
            minified.add(path);
          }
        });
    return minified;
  }

  /**
   * The files in folders that are left out as they hold libraries of others, as far as these can be
   * listed; in order.
   *
   * @param most how many to list at most
   */
  public NavigableSet<String> thirdParty(int most) {
    NavigableSet<String> files = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(thirdPartyFolders);
    for (int folders = 0; !open.isEmpty() && folders < most; folders++) {
      String folder = open.pop();
      try {
        for (FileTree.Entry entry : tree.list(folder)) {
          String path = folder + "/" + entry.name();
          if (entry.kind() == FileTree.Kind.FILE && files.size() < most) {
            files.add(path);
          } else if (entry.kind() == FileTree.Kind.FOLDER && !entry.name().equals("node_modules")) {
            open.push(path);
          }
        }
      } catch (IOException e) {
        // It was left out anyway; what of it can be listed is looked at.
      }
    }
    return files;
  }

  /** The packages, by folder in UTF-16 code unit order. */
  public List<ProjectPackage> packages() {
    return packages;
  }

  /** The package a path lies in: that of the nearest folder around it which is a package. */
  public Optional<ProjectPackage> packageOf(String path) {
    return Optional.ofNullable(RelativePaths.innermost(packageByFolder.keySet(), path))
        .map(packageByFolder::get);
  }

  /** Every package.json by the folder it lies in, those that make no package included. */
  public NavigableMap<String, PackageJson> packageJsons() {
    return packageJsons;
  }

  /** Every tsconfig.json and jsconfig.json, and what they build on, by path. */
  public NavigableMap<String, TsConfig> tsConfigs() {
    return tsConfigs;
  }

  /** The manifests of all other kinds, by path. */
  public List<Manifest> manifests() {
    return manifests;
  }

  /**
   * The paths that the package.json of a folder names for those who install the package; they may
   * lack an extension or name a folder.
   */
  public List<String> shipped(String folder) {
    PackageJson manifest = packageJsons.get(folder);
    return manifest == null ? List.of() : ShippedPaths.of(folder, manifest);
  }

  /** How much was left out, and why. */
  public LeftOut leftOut() {
    return leftOut;
  }

  /** Why a source file, or a folder around it, is left out; empty if none of them is. */
  public Optional<LeftOutReason> leftOut(String path) {
    for (String each = path; !each.isEmpty(); each = RelativePaths.folderOf(each)) {
      LeftOutReason reason = reasons.get(each);
      if (reason != null) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /** What could not be read or listed, sorted. */
  public List<Notice> notices() {
    return notices;
  }

  /**
   * Reads a source. Of a component its scripts alone are left, at their places.
   *
   * @param onFailure told why there is no text
   * @return empty if the file can no longer be read
   */
  public Optional<SourceText> read(SourceFile source, Consumer<Notice> onFailure) {
    long limit = source.named() ? options.largestNamedFile() : options.largestFile();
    Optional<String> text = text(source.path(), limit, onFailure);
    if (ScriptBlocks.isComponent(source.path())) {
      text = text.map(component -> ScriptBlocks.of(component).text());
    }
    return text.map(read -> SourceText.of(source.path(), read));
  }

  /**
   * Reads any file of {@link #paths()}.
   *
   * @param onFailure told why there is no text
   * @return empty if the file cannot be read, is no text, or is too large
   */
  public Optional<SourceText> read(String path, Consumer<Notice> onFailure) {
    return text(path, options.largestFile(), onFailure).map(text -> SourceText.of(path, text));
  }

  /**
   * Reads the start of any file of {@link #paths()}, {@link #minified()} or {@link #thirdParty}.
   *
   * @param most how many bytes, or UTF-16 units of a text in memory
   */
  public FileText start(String path, int most) {
    return tree.read(path, most);
  }

  private Optional<String> text(String path, long limit, Consumer<Notice> onFailure) {
    FileText read = tree.read(path, limit);
    if (read.failure() == null && !read.cut()) {
      return Optional.of(read.text());
    }
    String why = read.cut() ? "larger than the limit of " + limit + " bytes" : read.message();
    onFailure.accept(Notice.of(NoticeKind.FILE_SKIPPED, "not read: " + why, path));
    return Optional.empty();
  }

  /** The packages' names and the number of sources, for logs. */
  @Override
  public String toString() {
    return new ArrayList<>(packages) + ", " + sources.size() + " sources";
  }
}
