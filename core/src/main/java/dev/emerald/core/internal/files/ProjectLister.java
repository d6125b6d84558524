package dev.emerald.core.internal.files;

import dev.emerald.core.internal.manifest.ManifestKinds;
import dev.emerald.core.internal.manifest.ManifestReader;
import dev.emerald.core.internal.manifest.lock.ProjectPackages;
import dev.emerald.core.internal.threads.Workers;
import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.TsConfig;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a tree is the project's own code.
 *
 * <p>Left out are installed packages, what .gitignore files leave out, output folders, and what by
 * its content nobody wrote by hand. What a package.json ships as {@code main}, {@code module},
 * {@code exports} or {@code bin} is the project's code wherever it lies, unless its sources are
 * there too. A file that is named by itself is always taken.
 *
 * <p>The answer depends on the tree and the options alone, never on the order in which a disk lists
 * its files.
 */
public final class ProjectLister {

  /** Extensions of what a package may ship besides scripts. */
  private static final Set<String> OTHER_FORMATS =
      Set.of(
          "json", "node", "wasm", "css", "scss", "less", "sass", "html", "md", "txt", "sh", "svg");

  /** How many files are read together before they are judged. */
  private static final int TOGETHER = 512;

  /** How many bytes of a file without an extension are read for its hashbang. */
  private static final int HASHBANG = 256;

  private final FileTree tree;
  private final ListingOptions options;
  private final Workers workers;
  private final List<Notice> notices = new ArrayList<>();
  private final LeftOut.Counter counter = new LeftOut.Counter();
  private final Map<String, LeftOutReason> reasons = new HashMap<>();
  private final ManifestReader manifests = new ManifestReader(notices::add);
  private final NavigableMap<String, PackageJson> packageJsons = new TreeMap<>();
  private final NavigableMap<String, TsConfig> tsConfigs = new TreeMap<>();
  private final Set<String> knownPackages = new HashSet<>();
  private final List<SourceFile> sources = new ArrayList<>();

  private ProjectLister(FileTree tree, ListingOptions options, Workers workers) {
    this.tree = tree;
    this.options = options;
    this.workers = workers;
  }

  /** Lists a whole tree. Never throws for what lies in it. */
  public static ProjectFiles list(FileTree tree, ListingOptions options) {
    return list(tree, options, Workers.ALONE);
  }

  /**
   * Lists a whole tree. Never throws for what lies in it.
   *
   * @param workers who read its files
   */
  public static ProjectFiles list(FileTree tree, ListingOptions options, Workers workers) {
    return new ProjectLister(tree, options, workers).listAll();
  }

  /**
   * Lists files that were named by themselves, and nothing else.
   *
   * @param paths in {@code tree}
   */
  public static ProjectFiles listNamed(FileTree tree, List<String> paths, ListingOptions options) {
    return new ProjectLister(tree, options, Workers.ALONE).listThese(paths);
  }

  /**
   * Lists a folder, or a single file with the folder it lies in as the root.
   *
   * @throws IOException if there is no such folder or file; the message names it
   */
  public static ProjectFiles list(Path path, ListingOptions options) throws IOException {
    if (Files.isRegularFile(path)) {
      Path real = path.toRealPath();
      Path folder = real.getParent();
      Path name = real.getFileName();
      if (folder != null && name != null) {
        return listNamed(DiskTree.of(folder), List.of(name.toString()), options);
      }
    }
    return list(DiskTree.of(path), options);
  }

  private ProjectFiles listThese(List<String> paths) {
    List<String> sorted = paths.stream().distinct().sorted().toList();
    for (String path : sorted) {
      if (!readManifest(path) && ManifestKinds.of(path).isEmpty()) {
        addSource(path, true, null, Shipped.NOTHING);
      }
    }
    return finish(new TreeSet<>(sorted), Map.of(), Map.of());
  }

  private ProjectFiles listAll() {
    ProjectWalk walk = new ProjectWalk(tree, options, counter, notices::add);
    walk.walk();
    walk.files().forEach(this::readManifest);
    Shipped shipped = new Shipped(walk);
    takeBackShipped(shipped);
    // What is taken back on the way comes at the end of the list.
    int from = 0;
    while (from < walk.found().size()) {
      int to = Math.min(walk.found().size(), from + TOGETHER);
      addSources(walk, from, to, shipped);
      from = to;
    }
    sources.sort(Comparator.comparing(SourceFile::path));
    readExtendedConfigs(walk.files());
    walk.leftOutFiles().forEach(this::leaveOut);
    walk.leftOutFolders().forEach((path, reason) -> counter.folder(reason));
    reasons.putAll(walk.leftOutFolders());
    return finish(walk.files(), walk.leftOutFiles(), walk.leftOutFolders());
  }

  /** Takes back what packages ship; that may hold packages in turn, as dist/package.json. */
  private void takeBackShipped(Shipped shipped) {
    while (knownPackages.size() < packageJsons.size()) {
      for (PackageJson manifest : List.copyOf(packageJsons.values())) {
        String folder = RelativePaths.folderOf(manifest.path());
        if (knownPackages.add(folder)) {
          shipped.takeBack(folder, manifest).forEach(this::readManifest);
        }
      }
    }
  }

  private ProjectFiles finish(
      NavigableSet<String> files,
      Map<String, LeftOutReason> leftOutFiles,
      Map<String, LeftOutReason> leftOutFolders) {
    List<ProjectPackage> packages = Packages.of(packageJsons);
    List<Manifest> others = readOthers(files, packages);
    notices.addAll(tree.notices());
    notices.sort(null);
    return new ProjectFiles(
        tree,
        options,
        sources,
        files,
        leftOutFiles,
        leftOutFolders,
        packages,
        packageJsons,
        tsConfigs,
        others,
        counter.toLeftOut(),
        reasons,
        notices);
  }

  /** Reads the manifests that the listing does not rest on itself. */
  private List<Manifest> readOthers(NavigableSet<String> files, List<ProjectPackage> packages) {
    NavigableSet<String> workspaces = new TreeSet<>();
    for (ProjectPackage each : packages) {
      if (each.workspace()) {
        workspaces.add(each.folder());
      }
    }
    ManifestKinds.Surroundings around =
        new ManifestKinds.Surroundings(new ProjectPackages(packageJsons, workspaces), notices::add);
    List<Manifest> others = new ArrayList<>();
    for (String path : files) {
      ManifestKinds.Kind kind = ManifestKinds.of(path).orElse(null);
      if (kind != null) {
        SourceText text = kind.isText() ? manifestText(path) : SourceText.of(path, "");
        Manifest read = text == null ? null : kind.reader().read(text, around);
        if (read != null) {
          others.add(read);
        }
      } else if (DockerIgnoreFile.isNamed(path)) {
        SourceText text = manifestText(path);
        if (text != null) {
          others.add(DockerIgnoreFile.read(text));
        }
      }
    }
    return others;
  }

  /** Reads a file that is a manifest by its name; false if it is none. */
  private boolean readManifest(String path) {
    String name = RelativePaths.nameOf(path);
    if (name.equals("package.json")) {
      SourceText text = manifestText(path);
      if (text != null) {
        packageJsons.put(RelativePaths.folderOf(path), manifests.packageJson(text));
      }
      return true;
    }
    boolean config = name.startsWith("tsconfig.") || name.startsWith("jsconfig.");
    if (config && name.endsWith(".json")) {
      readConfig(path);
      return true;
    }
    return false;
  }

  private void readConfig(String path) {
    SourceText text = manifestText(path);
    if (text != null) {
      tsConfigs.put(path, manifests.tsConfig(text));
    }
  }

  /** Configurations may have any name, if others build on them. */
  private void readExtendedConfigs(Set<String> files) {
    ConfigReferences references = new ConfigReferences(files::contains, packageJsons);
    Deque<TsConfig> open = new ArrayDeque<>(tsConfigs.values());
    while (!open.isEmpty()) {
      for (String path : references.of(open.poll())) {
        if (!tsConfigs.containsKey(path)) {
          readConfig(path);
          TsConfig read = tsConfigs.get(path);
          if (read != null) {
            open.add(read);
          }
        }
      }
    }
  }

  private @Nullable SourceText manifestText(String path) {
    FileText read = tree.read(path, options.largestFile());
    if (read.failure() != null) {
      skip(path, read.message());
      return null;
    }
    if (read.cut()) {
      skip(path, tooLarge(options.largestFile()));
      return null;
    }
    return SourceText.of(path, read.text());
  }

  /** Adds some of what was found: it is read together, and judged one by one. */
  private void addSources(ProjectWalk walk, int from, int to, Shipped shipped) {
    @Nullable SourceLook[] looks = new SourceLook[to - from];
    boolean imports = !walk.leftOutFolders().isEmpty();
    workers.each(
        looks.length,
        item -> {
          String path = walk.found().get(from + item);
          if (Language.ofName(path).isPresent()) {
            looks[item] = SourceLook.at(tree, path, options.largestFile(), imports);
          }
        });
    for (int i = from; i < to; i++) {
      addSource(walk.found().get(i), false, looks[i - from], shipped);
    }
  }

  /**
   * Adds a source.
   *
   * @param look at its text; null if none was taken yet
   */
  private void addSource(String path, boolean named, @Nullable SourceLook look, Shipped shipped) {
    Language language = language(path, named || shipped.contains(path));
    if (language == null) {
      if (named) {
        leaveOut(path, LeftOutReason.FOREIGN);
        skip(path, "its name says that it is neither JavaScript nor TypeScript");
      }
      return;
    }
    long limit = named ? options.largestNamedFile() : options.largestFile();
    SourceLook read = look == null ? SourceLook.at(tree, path, limit, !named) : look;
    LeftOutReason failure = read.failure();
    if (failure != null) {
      leaveOut(path, failure);
      skip(path, read.message());
      return;
    }
    if (!named && !options.include().coversFile(path)) {
      LeftOutReason reason = shipped.leftOutByContent(path, read);
      if (reason != null) {
        leaveOut(path, reason);
        return;
      }
    }
    if (read.cut()) {
      leaveOut(path, LeftOutReason.TOO_LARGE);
      skip(path, tooLarge(limit));
      return;
    }
    if (!named) {
      List<String> more = shipped.takeBackImported(packageFolder(path), path, read.imported());
      more.forEach(this::readManifest);
      takeBackShipped(shipped);
    }
    Language scripts = read.language();
    Language spoken = scripts == null ? language : scripts;
    sources.add(new SourceFile(path, spoken, sourceType(path), named));
  }

  private void leaveOut(String path, LeftOutReason reason) {
    counter.file(reason);
    reasons.put(path, reason);
  }

  /** The language by the name; where that tells nothing, by the hashbang. */
  private @Nullable Language language(String path, boolean certain) {
    Optional<Language> byName = Language.ofName(path);
    boolean plainName = RelativePaths.nameOf(path).indexOf('.') < 0;
    if (byName.isPresent() || !certain && !plainName) {
      return byName.orElse(null);
    }
    Language byHashbang = Language.ofHashbang(tree.read(path, HASHBANG).text()).orElse(null);
    if (byHashbang != null || !certain) {
      return byHashbang;
    }
    return isOtherFormat(path) ? null : Language.JAVASCRIPT;
  }

  private static boolean isOtherFormat(String path) {
    return OTHER_FORMATS.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  private @Nullable SourceType sourceType(String path) {
    int dot = path.lastIndexOf('.');
    String extension = dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    return switch (extension) {
      case ".mjs", ".mts", ".vue", ".svelte" -> SourceType.MODULE;
      case ".cjs", ".cts" -> SourceType.COMMONJS;
      case ".js", "" -> typeOfScope(path);
      default -> null;
    };
  }

  /** The folder of the nearest package.json, or the root. */
  private String packageFolder(String path) {
    String found = RelativePaths.innermost(packageJsons.keySet(), path);
    return found == null ? "" : found;
  }

  /** What the nearest package.json says of the {@code .js} files around it. */
  private @Nullable SourceType typeOfScope(String path) {
    PackageJson scope = packageJsons.get(packageFolder(path));
    return switch (scope == null ? "" : scope.type().orElse("")) {
      case "module" -> SourceType.MODULE;
      case "commonjs" -> SourceType.COMMONJS;
      default -> null;
    };
  }

  private void skip(String path, String message) {
    notices.add(Notice.of(NoticeKind.FILE_SKIPPED, "not read: " + message, path));
  }

  private static String tooLarge(long limit) {
    return String.format(
        Locale.ROOT, "larger than %,d bytes; exclude it or raise the limit", limit);
  }
}
