package dev.emerald.core.internal.online;

import dev.emerald.core.internal.advisory.AdvisoryTable;
import dev.emerald.core.internal.advisory.PublishedVersions;
import dev.emerald.core.internal.manifest.ManifestReader;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what lock files install. What can't be asked, or is answered badly, is a notice and a
 * gap of the table: that nothing is known is never taken for that there is nothing to know.
 */
public final class OnlineLookup {

  private static final int MOST_SETTINGS = 1 << 20;

  /** How many packages are asked for in whole, to find upgrades. */
  private static final int MOST_PACKUMENTS = 400;

  /**
   * Something to look up.
   *
   * @param path of the file that names the packages
   * @param versions of each package
   * @param graph the lock file; null if the packages do not come from one
   * @param settings the project's own for npm; null if there are none
   */
  public record Question(
      String path,
      NavigableMap<String, SortedSet<String>> versions,
      @Nullable DependencyGraph graph,
      @Nullable NpmConfig settings) {

    /** The packages of a lock file that may be published: not what is on the machine alone. */
    public static Question of(DependencyGraph graph, @Nullable NpmConfig settings) {
      NavigableMap<String, SortedSet<String>> versions = new TreeMap<>();
      for (LockedPackage each : graph.packages()) {
        if (each.origin() != PackageOrigin.FOLDER) {
          add(versions, each.name(), each.version());
        }
      }
      return new Question(graph.path(), versions, graph, settings);
    }

    /** Libraries that lie in the project; there is at least one. */
    public static Question of(List<VendoredLibrary> vendored, @Nullable NpmConfig settings) {
      NavigableMap<String, SortedSet<String>> versions = new TreeMap<>();
      vendored.forEach(each -> add(versions, each.packageName(), each.version()));
      return new Question(vendored.get(0).location().path(), versions, null, settings);
    }

    private static void add(
        NavigableMap<String, SortedSet<String>> versions, String name, String version) {
      if (!name.isEmpty() && !version.isEmpty()) {
        versions.computeIfAbsent(name, key -> new TreeSet<>()).add(version);
      }
    }
  }

  private final OnlineOptions options;
  private final AdvisoryTable table;
  private final Consumer<Notice> notices;
  private final Runnable stop;
  private final long end;

  private OnlineLookup(
      OnlineOptions options, AdvisoryTable table, Consumer<Notice> notices, Runnable stop) {
    this.options = options;
    this.table = table;
    this.notices = notices;
    this.stop = stop;
    this.end = System.nanoTime() + options.deadline.toNanos();
  }

  /**
   * Asks.
   *
   * @param into gets what is known
   * @param stop throws if the analysis is to stop
   */
  public static void run(
      OnlineOptions options,
      List<Question> questions,
      AdvisoryTable into,
      Consumer<Notice> notices,
      Runnable stop) {
    new OnlineLookup(options, into, notices, stop).run(questions);
  }

  /** What is asked in one: of one registry, with the same settings. */
  private record Batch(URI registry, NpmSettings settings, List<Question> questions) {}

  private void run(List<Question> questions) {
    if (questions.isEmpty()) {
      return;
    }
    NpmConfig user = userSettings();
    try (Crew crew = new Crew()) {
      if (options.npm) {
        for (Batch batch : batches(questions, user)) {
          askRegistry(batch, crew);
        }
      }
      if (options.osv != null) {
        askOsv(options.osv, questions, user, crew);
      }
    }
  }

  private @Nullable NpmConfig userSettings() {
    Path file = options.userSettings;
    if (file == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_SETTINGS), StandardCharsets.UTF_8);
      return ManifestReader.npmConfig(SourceText.of(file.toString(), text));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | SecurityException e) {
      gap("the settings in " + file + " can't be read", null);
      return null;
    }
  }

  private NpmSettings settings(@Nullable NpmConfig project, @Nullable NpmConfig user) {
    List<NpmConfig> files = new ArrayList<>();
    if (project != null && options.projectSettings) {
      files.add(project);
    }
    if (user != null) {
      files.add(user);
    }
    return new NpmSettings(options.environment, files);
  }

  private List<Batch> batches(List<Question> questions, @Nullable NpmConfig user) {
    Map<String, Batch> batches = new LinkedHashMap<>();
    for (Question question : questions) {
      NpmConfig project = question.settings();
      NpmSettings settings = settings(project, user);
      try {
        URI registry = settings.registry(options.registry);
        if (registry == null) {
          gap(
              "no registry was asked, as none is set: neither by the caller nor by the"
                  + " environment nor in an .npmrc",
              question.path());
          continue;
        }
        String key = registry + " " + (project == null ? "" : project.path());
        batches
            .computeIfAbsent(key, each -> new Batch(registry, settings, new ArrayList<>()))
            .questions()
            .add(question);
      } catch (LookupException e) {
        gap(String.valueOf(e.getMessage()), question.path());
      }
    }
    return List.copyOf(batches.values());
  }

  private void askRegistry(Batch batch, Crew crew) {
    BoundedHttp http = new BoundedHttp(options, batch.settings().proxies(), end, stop);
    NavigableMap<String, SortedSet<String>> versions = versions(batch.questions());
    try {
      BulkAudit audit = new BulkAudit(http, batch.settings());
      unread(audit.ask(batch.registry(), versions, table), batch.registry());
      table.asked(Call.place(batch.registry()));
    } catch (LookupException e) {
      gap(e.getMessage() + "; its advisories are not known", batch.questions().get(0).path());
      return;
    }
    findVersions(batch, new Packuments(http, batch.settings()), crew);
  }

  /** Learns which versions there are of what is affected, and of what brings it in. */
  private void findVersions(Batch batch, Packuments packuments, Crew crew) {
    SortedSet<String> names = new TreeSet<>();
    for (Question question : batch.questions()) {
      DependencyGraph graph = question.graph();
      if (graph == null) {
        continue;
      }
      for (LockedPackage each : graph.packages()) {
        if (!table.affecting(each.name(), each.version()).isEmpty()) {
          names.add(each.name());
          for (LockedDependency step : graph.pathTo(each)) {
            step.target().ifPresent(target -> names.add(target.name()));
          }
        }
      }
    }
    List<String> asked = names.stream().limit(MOST_PACKUMENTS).toList();
    Map<String, PublishedVersions> found = new TreeMap<>();
    List<LookupException> failures = new ArrayList<>();
    try {
      crew.all(
          asked,
          name -> {
            try {
              PublishedVersions versions = packuments.of(name, batch.registry());
              synchronized (found) {
                if (versions != null) {
                  found.put(name, versions);
                }
              }
            } catch (LookupException e) {
              synchronized (found) {
                failures.add(e);
              }
            }
          });
    } catch (LookupException e) {
      failures.add(e);
    }
    found.forEach(table::add);
    if (!failures.isEmpty() || asked.size() < names.size()) {
      String why =
          failures.isEmpty()
              ? "only " + MOST_PACKUMENTS + " were asked for"
              : Objects.requireNonNullElse(failures.get(0).getMessage(), "");
      notice(
          NoticeKind.NOT_ANALYSED,
          "which versions there are is not known of %d of %d packages: %s"
              .formatted(names.size() - asked.size() + failures.size(), names.size(), why),
          batch.questions().get(0).path());
    }
  }

  private void askOsv(URI api, List<Question> questions, @Nullable NpmConfig user, Crew crew) {
    NpmConfig first = questions.get(0).settings();
    BoundedHttp http = new BoundedHttp(options, settings(first, user).proxies(), end, stop);
    try {
      unread(new OsvService(http, crew, api).ask(versions(questions), table), api);
      table.asked(Call.place(api));
    } catch (LookupException e) {
      gap(e.getMessage() + "; its advisories are not known", questions.get(0).path());
    }
  }

  private void unread(int count, URI from) {
    if (count > 0) {
      String what = count == 1 ? "1 advisory" : count + " advisories";
      gap(what + " of " + Call.place(from) + " could not be read", null);
    }
  }

  private static NavigableMap<String, SortedSet<String>> versions(List<Question> questions) {
    NavigableMap<String, SortedSet<String>> versions = new TreeMap<>();
    for (Question question : questions) {
      question
          .versions()
          .forEach(
              (name, each) -> versions.computeIfAbsent(name, key -> new TreeSet<>()).addAll(each));
    }
    return versions;
  }

  private void gap(String message, @Nullable String path) {
    table.gap();
    notice(NoticeKind.NOT_ANALYSED, message, path);
  }

  private void notice(NoticeKind kind, String message, @Nullable String path) {
    String whole = "advisories: " + message;
    notices.accept(path == null ? Notice.of(kind, whole) : Notice.of(kind, whole, path));
  }
}
