package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.advisory.AdvisorySources;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.files.DiskTree;
import dev.emerald.core.internal.files.FileTree;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.Manifest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The advisories that the settings name, read as far as a project's lock files need them. */
final class AdvisoriesOnDemand {

  private final Consumer<Notice> notices;
  private final List<Path> sources = new ArrayList<>();
  private boolean asked;

  AdvisoriesOnDemand(Consumer<Notice> notices) {
    this.notices = notices;
  }

  /** Takes what the caller has set; paths in a file are relative to its folder. */
  void ofCaller(Settings settings) {
    for (Settings.Named named : settings.advisories()) {
      asked = true;
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

  private void tell(String message, @Nullable String file, int line) {
    String whole = "advisories: " + message;
    notices.accept(
        file == null || line == 0
            ? Notice.of(NoticeKind.NOT_ANALYSED, whole)
            : Notice.of(NoticeKind.NOT_ANALYSED, whole, file, line));
  }

  /** What is known of the packages; null if nobody asked. */
  @Nullable Advisories read(ProjectFiles files) {
    Set<String> names = new HashSet<>();
    String first = null;
    for (Manifest manifest : files.manifests()) {
      if (manifest instanceof DependencyGraph graph) {
        names.addAll(graph.names());
        first = first == null ? graph.path() : first;
      }
    }
    if (!asked) {
      if (first != null) {
        String message =
            "known vulnerabilities of dependencies were not looked for: no advisories were given";
        notices.accept(Notice.of(NoticeKind.CONFIGURATION, message, first));
      }
      return null;
    }
    return AdvisorySources.load(sources, names::contains, notices);
  }
}
