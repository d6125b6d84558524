package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.advisory.AdvisorySources;
import dev.emerald.core.internal.advisory.AdvisoryTable;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.files.DiskTree;
import dev.emerald.core.internal.files.FileText;
import dev.emerald.core.internal.files.FileTree;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.manifest.ManifestReader;
import dev.emerald.core.internal.online.OnlineLookup;
import dev.emerald.core.internal.online.OnlineLookup.Question;
import dev.emerald.core.internal.online.OnlineOptions;
import dev.emerald.core.internal.vendored.KnownWeakness;
import dev.emerald.core.internal.vendored.LibraryTable;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.source.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The advisories that the settings name and that services have, read and asked for as far as a
 * project's lock files need them.
 */
final class AdvisoriesOnDemand {

  /** Longer files are no settings. */
  private static final long LONGEST_SETTINGS = 1 << 20;

  private final Consumer<Notice> notices;
  private final List<Path> sources = new ArrayList<>();
  private final List<LibraryTable> tables = new ArrayList<>();
  private boolean asked;
  private boolean advisoriesGiven;

  AdvisoriesOnDemand(Consumer<Notice> notices) {
    this.notices = notices;
  }

  /** Takes what the caller has set; paths in a file are relative to its folder. */
  void ofCaller(Settings settings) {
    asked |= !settings.libraries().isEmpty();
    for (Settings.Named named : settings.advisories()) {
      asked = true;
      advisoriesGiven = true;
      String file = named.place().file();
      try {
        Path path = Path.of(named.name());
        sources.add(file == null ? path : Path.of(file).resolveSibling(path));
      } catch (InvalidPathException e) {
        tell(named.name() + " is no path", null, 0);
      }
    }
  }

  /** Takes what the project itself has set: nothing that lies outside of it is read for it. */
  void ofProject(Settings settings, FileTree tree) {
    for (Settings.Named named : settings.advisories()) {
      asked = true;
      advisoriesGiven = true;
      Optional<Path> path =
          tree instanceof DiskTree disk ? disk.inside(named.name()) : Optional.empty();
      if (path.isPresent()) {
        sources.add(path.get());
      } else {
        String why = named.name() + " is not there, or lies outside of the project";
        tell(why, named.place().file(), named.place().line());
      }
    }
  }

  /** Whether packages or libraries are to be looked up in something that was given. */
  boolean asked() {
    return asked;
  }

  /** Takes what tables of libraries know. */
  void ofTables(List<LibraryTable> given) {
    tables.addAll(given);
  }

  private void tell(String message, @Nullable String file, int line) {
    String whole = "advisories: " + message;
    notices.accept(
        file == null || line == 0
            ? Notice.of(NoticeKind.NOT_ANALYSED, whole)
            : Notice.of(NoticeKind.NOT_ANALYSED, whole, file, line));
  }

  /**
   * What is known of the packages; null if nobody asked.
   *
   * @param vendored libraries that are looked up like packages
   * @param online whom to ask on the network; null for nobody
   * @param stop throws if the analysis is to stop
   */
  @Nullable Advisories read(
      ProjectFiles files,
      List<VendoredLibrary> vendored,
      FileTree tree,
      @Nullable OnlineOptions online,
      Runnable stop) {
    Set<String> names = new HashSet<>();
    List<DependencyGraph> graphs = new ArrayList<>();
    for (Manifest manifest : files.manifests()) {
      if (manifest instanceof DependencyGraph graph) {
        names.addAll(graph.names());
        graphs.add(graph);
      }
    }
    if (online == null) {
      if (!advisoriesGiven && !graphs.isEmpty()) {
        String message =
            "known vulnerabilities of dependencies were not looked for: no advisories were given";
        notices.accept(Notice.of(NoticeKind.CONFIGURATION, message, graphs.get(0).path()));
      }
      if (!asked) {
        return null;
      }
    }
    vendored.forEach(library -> names.add(library.packageName()));
    AdvisoryTable table = AdvisorySources.load(sources, names::contains, notices);
    for (LibraryTable each : tables) {
      for (KnownWeakness known : each.weaknesses()) {
        table.add(known.name(), known.advisory(), known.affected(), known.excluded());
      }
    }
    if (online != null) {
      List<Question> questions = new ArrayList<>();
      for (DependencyGraph graph : graphs) {
        questions.add(Question.of(graph, settings(graph.directory(), tree)));
      }
      if (!vendored.isEmpty()) {
        questions.add(Question.of(vendored, settings("", tree)));
      }
      try {
        OnlineLookup.run(online, questions, table, notices, stop);
      } catch (NoClassDefFoundError e) {
        table.gap();
        tell("nobody was asked, as the JDK's module java.net.http is not there", null, 0);
      }
    }
    table.sort();
    return table;
  }

  /**
   * The .npmrc beside a lock file. It is read whether it is listed or not: one that holds a token
   * is best left out of version control, and so of the listing.
   */
  private static @Nullable NpmConfig settings(String folder, FileTree tree) {
    String path = folder.isEmpty() ? ".npmrc" : folder + "/.npmrc";
    FileText text = tree.read(path, LONGEST_SETTINGS);
    return text.failure() == null && !text.cut()
        ? ManifestReader.npmConfig(SourceText.of(path, text.text()))
        : null;
  }
}
