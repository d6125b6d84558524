package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.LeftOut;
import dev.emerald.core.analysis.Limits;
import dev.emerald.core.analysis.ProgressListener.Phase;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.config.RulePlan;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.config.SettingsReader;
import dev.emerald.core.internal.dispatch.CheckRun;
import dev.emerald.core.internal.dispatch.FileRun;
import dev.emerald.core.internal.dispatch.Outcome.Kept;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleEntry.ManifestSubscription;
import dev.emerald.core.internal.dispatch.Stop;
import dev.emerald.core.internal.dispatch.Stop.Stopped;
import dev.emerald.core.internal.files.FileText;
import dev.emerald.core.internal.files.LeftOutReason;
import dev.emerald.core.internal.files.ListingOptions;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ScriptBlocks;
import dev.emerald.core.internal.files.SourceFile;
import dev.emerald.core.internal.files.TestFiles;
import dev.emerald.core.internal.flow.entries.EntryPackage;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.FlowAnalysis;
import dev.emerald.core.internal.flow.taint.Inquiry;
import dev.emerald.core.internal.flow.taint.Verdict;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.core.internal.suppress.SuppressionComments;
import dev.emerald.core.internal.threads.Workers;
import dev.emerald.core.internal.vendored.LibraryTable;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One analysis: list, read, link, check, report. One direction, no way back. Each step writes to a
 * place of its own per file and the next one reads them in order, so that threads make no
 * difference.
 */
final class Analysis {

  /** Longer files are no configuration. */
  private static final long MOST_CONFIGURATION = 1 << 20;

  private final Engine engine;
  private final Origin origin;
  private final Limits limits;
  private final Stop stop;
  private final Workers workers;
  private final BacktrackingVerdicts verdicts = new BacktrackingVerdicts();
  private final Report.Builder report = Report.builder();
  private final List<Notice> notices = new ArrayList<>();
  private final AdvisoriesOnDemand advisories = new AdvisoriesOnDemand(notices::add);
  private final List<Said> said = new ArrayList<>();
  private RulePlan plan;
  private @Nullable ProjectFiles files;
  private @Nullable ProjectView project;
  private int filesRead;
  private @Nullable Asked asked;
  private List<Verdict> accounts = List.of();
  private InstalledVersions installed = new InstalledVersions(List.of(), List.of());
  private Defused defusing = new Defused(List.of(), List.of());

  /** A place that is asked about. */
  private record Asked(RuleEntry rule, String path, int line) {}

  Analysis(Engine engine, Origin origin) {
    this.engine = engine;
    this.origin = origin;
    this.limits = engine.parts().limits;
    this.stop = new Stop(engine.parts().cancellation, limits.deadline().orElse(null));
    this.workers = new Workers(engine.parts().executor, engine.parts().parallelism);
    this.plan = engine.plan();
  }

  Report run() {
    notices.addAll(engine.notices());
    try {
      analyze();
    } catch (Stopped e) {
      notices.add(Notice.of(NoticeKind.CANCELLED, String.valueOf(e.getMessage())));
    }
    return finish();
  }

  /** Analyses everything, to say why a rule does or does not report something at a line. */
  Explanation explain(RuleEntry rule, String path, int line) {
    asked = new Asked(rule, path, line);
    Report whole = run();
    Explainer explainer =
        new Explainer(engine.flowModels(), plan, files, whole, accounts, installed, defusing);
    return explainer.explain(rule, path, line);
  }

  /** What the flow of data is asked for; null if nobody wants to know. */
  private @Nullable Inquiry inquiry(ProjectFiles listed) {
    Asked of = asked;
    SourceFile file = of == null ? null : listed.source(of.path()).orElse(null);
    SourceText text = file == null ? null : listed.read(file, failure -> {}).orElse(null);
    if (of == null || text == null || of.line() > text.lineCount()) {
      return null;
    }
    long kinds = 0;
    int origins = 0;
    for (FlowModels.Query query : engine.flowModels().queries()) {
      if (query.rule() == of.rule().number()) {
        kinds |= query.kinds();
        origins |= query.origins();
      }
    }
    int start = text.lineStart(of.line());
    int end = start + text.lineText(of.line()).length();
    return new Inquiry(of.path(), start, end, kinds, origins);
  }

  private void analyze() {
    progress(Phase.LISTING, 0, 0);
    Origin.Opened opened;
    try {
      opened = origin.open();
    } catch (IOException e) {
      notices.add(Notice.of(NoticeKind.NOT_ANALYSED, String.valueOf(e.getMessage())));
      return;
    }
    advisories.ofCaller(plan.settings());
    obeyProjectConfiguration(opened);
    stop.check();
    ProjectFiles listed =
        opened.list(
            ListingOptions.DEFAULT
                .withInclude(plan.include())
                .withExclude(plan.exclude())
                .withLargest(limits.fileBytes(), limits.namedFileBytes())
                .withMostFiles(limits.files()),
            workers);
    files = listed;
    notices.addAll(listed.notices());
    List<ReadFile> read = read(listed);
    filesRead = read.size();
    ApiLinks links = link(listed, read);
    stop.check();
    List<VendoredLibrary> vendored = List.of();
    if (advisories.asked() || engine.parts().online != null) {
      List<LibraryTable> tables = VendoredFiles.tables(plan.settings(), notices::add);
      advisories.ofTables(tables);
      vendored = VendoredFiles.find(listed, tables, workers, stop, notices::add);
    }
    ProjectView view =
        ProjectView.of(
            listed,
            read.stream().map(ReadFile::file).toList(),
            plan.mode(),
            links,
            vendored,
            advisories.read(listed, vendored, opened.tree(), engine.parts().online, stop::check));
    project = view;
    List<ApiUse> uses = new ArrayList<>();
    FlowPass flow = new FlowPass(engine.flowModels(), plan, links, verdicts, read.size());
    for (Said ofFile : checkFiles(listed, read, links, view, flow)) {
      said.add(ofFile);
      uses.addAll(ofFile.uses());
    }
    checkTexts(listed, view);
    follow(listed, view, links, flow, uses);
    checkManifests(view);
    view.uses(uses);
    checkProject(listed, view);
  }

  /** The project's own emerald.json; not for a file that was given by itself. */
  private void obeyProjectConfiguration(Origin.Opened opened) {
    if (!opened.named().isEmpty()) {
      return;
    }
    FileText text = opened.tree().read(Configuration.FILE_NAME, MOST_CONFIGURATION);
    boolean there = text.failure() == null || text.failure() != LeftOutReason.UNREADABLE;
    if (!there) {
      return;
    }
    if (!plan.settings().projectConfiguration()) {
      notices.add(
          Notice.of(
              NoticeKind.CONFIGURATION,
              "the project's own configuration was left out, as the caller wants",
              Configuration.FILE_NAME));
      return;
    }
    try {
      if (text.failure() != null || text.cut()) {
        throw new ConfigurationException(
            text.cut() ? "larger than 1 MiB" : text.message(), Configuration.FILE_NAME, 0);
      }
      Settings own = SettingsReader.read(SourceText.of(Configuration.FILE_NAME, text.text()));
      plan = engine.planWith(own);
      advisories.ofProject(own, opened.tree());
      notices.add(
          Notice.of(
              NoticeKind.CONFIGURATION,
              "the project's own configuration was obeyed: " + own.summary(),
              Configuration.FILE_NAME));
    } catch (ConfigurationException e) {
      String message = String.valueOf(e.getMessage());
      String prefix = Configuration.FILE_NAME + ":" + e.line().orElse(0) + ": ";
      String what = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
      String whole = what + "; the file is not obeyed";
      notices.add(
          e.line().isPresent()
              ? Notice.of(
                  NoticeKind.NOT_ANALYSED, whole, Configuration.FILE_NAME, e.line().getAsInt())
              : Notice.of(NoticeKind.NOT_ANALYSED, whole, Configuration.FILE_NAME));
    }
  }

  /**
   * A source file that was read.
   *
   * @param unit null if its tree is not kept
   */
  private record ReadFile(SourceFile file, ModuleFacts facts, @Nullable SourceUnit unit) {}

  /** What became of a source file. */
  private static final class Slot {
    @Nullable ReadFile read;
    int units;
    final List<Notice> notices = new ArrayList<>(0);
  }

  private List<ReadFile> read(ProjectFiles listed) {
    List<SourceFile> sources = listed.sources();
    Slot[] slots = new Slot[sources.size()];
    AtomicLong finished = new AtomicLong();
    AtomicLong kept = new AtomicLong();
    AtomicInteger done = new AtomicInteger();
    long treeUnits = Math.min(limits.treeUnits(), Runtime.getRuntime().maxMemory() / 4 / 32);
    progress(Phase.READING, 0, slots.length);
    workers.each(
        slots.length,
        item -> {
          stop.check();
          Slot slot = new Slot();
          slots[item] = slot;
          // Files are begun in order, so those that have finished come before this one.
          if (finished.get() <= limits.totalUnits()) {
            try {
              read(listed, sources.get(item), slot, kept, treeUnits);
            } catch (Throwable e) {
              slot.read = null;
              slot.notices.add(FileGuard.notice(sources.get(item).path(), "reading it", e));
            }
            finished.addAndGet(slot.units);
          }
          progress(Phase.READING, done.incrementAndGet(), slots.length);
        });
    return withinLimit(sources, slots);
  }

  private static void read(
      ProjectFiles listed, SourceFile file, Slot slot, AtomicLong kept, long treeUnits) {
    SourceText text = listed.read(file, slot.notices::add).orElse(null);
    if (text == null) {
      return;
    }
    slot.units = text.length();
    SourceUnit unit = SourceUnit.of(file, text, slot.notices::add);
    ModuleFacts facts = unit.binding().facts();
    boolean keep = kept.addAndGet(text.length()) <= treeUnits;
    slot.read = new ReadFile(file, facts, keep ? unit : null);
  }

  /** The files that were read, up to the limit of all together. */
  private List<ReadFile> withinLimit(List<SourceFile> sources, Slot[] slots) {
    List<ReadFile> read = new ArrayList<>();
    long units = 0;
    for (int i = 0; i < slots.length; i++) {
      if (units > limits.totalUnits()) {
        notices.add(
            Notice.of(
                NoticeKind.LIMIT_REACHED,
                "%,d source files, from %s on, are left out: all together are larger than %,d characters"
                    .formatted(slots.length - i, sources.get(i).path(), limits.totalUnits())));
        break;
      }
      units += slots[i].units;
      notices.addAll(slots[i].notices);
      if (slots[i].read != null) {
        read.add(slots[i].read);
      }
    }
    return read;
  }

  private ApiLinks link(ProjectFiles listed, List<ReadFile> read) {
    List<ModuleFacts> facts = read.stream().map(ReadFile::facts).toList();
    try {
      return ApiLinks.link(facts, Targets.of(listed, facts, workers), engine.models(), workers);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      Notice notice = FileGuard.notice("", "linking the files", e);
      notices.add(
          Notice.of(notice.kind(), notice.message() + "; each file is looked at on its own"));
      return ApiLinks.link(List.of(), ModuleTargets.packagesAlone(), engine.models());
    }
  }

  private List<Said> checkFiles(
      ProjectFiles listed, List<ReadFile> read, ApiLinks links, ProjectView view, FlowPass flow) {
    Said[] answers = new Said[read.size()];
    Map<String, ProjectFile> views = new HashMap<>();
    view.files().forEach(file -> views.put(file.path(), file));
    AtomicInteger done = new AtomicInteger();
    progress(Phase.CHECKING, 0, answers.length);
    try {
      workers.each(
          answers.length,
          item -> {
            stop.check();
            ReadFile file = read.get(item);
            ProjectFile asSeen = views.get(file.file().path());
            if (asSeen == null) {
              throw new IllegalStateException(file.file() + " is no file of the project");
            }
            answers[item] =
                check(
                    listed,
                    file,
                    asSeen,
                    links,
                    view,
                    (unit, scopes) -> flow.lower(item, asSeen, unit, scopes));
            // What was kept for it is not needed any more.
            read.set(item, new ReadFile(file.file(), file.facts(), null));
            progress(Phase.CHECKING, done.incrementAndGet(), answers.length);
          });
    } catch (Stopped e) {
      notices.add(Notice.of(NoticeKind.CANCELLED, String.valueOf(e.getMessage())));
      List<Said> some = new ArrayList<>();
      for (Said answer : answers) {
        if (answer != null) {
          some.add(answer);
        }
      }
      said.addAll(some);
      throw e;
    }
    return List.of(answers);
  }

  /** Keeps what later steps need of a tree. */
  private interface Keeper {
    void keep(SourceUnit unit, Scopes scopes);
  }

  private Said check(
      ProjectFiles listed,
      ReadFile file,
      ProjectFile asSeen,
      ApiLinks links,
      ProjectView view,
      Keeper keeper) {
    String path = asSeen.path();
    FilePlan filePlan = plan.forPath(path, asSeen.test());
    try {
      SourceUnit unit = file.unit();
      if (unit == null) {
        List<Notice> failures = new ArrayList<>();
        SourceText text = listed.read(file.file(), failures::add).orElse(null);
        if (text == null) {
          return Said.nothing(failures);
        }
        unit = SourceUnit.of(file.file(), text, notice -> {});
      }
      SuppressionComments silencers = SuppressionComments.of(unit.tree().program());
      Scopes scopes = unit.binding().scopes(links);
      keeper.keep(unit, scopes);
      if (filePlan.table().idle()) {
        return Said.silent(path, List.of(), silencers);
      }
      FileRun run = new FileRun(filePlan, view, asSeen, unit.tree(), scopes, verdicts, stop);
      engine.parts().loop.go(filePlan.table(), run);
      callTexts(run, filePlan, new TextFile(whole(listed, unit), asSeen.test()));
      SourceUnit whole = unit;
      List<Said.Pending> pending =
          Said.pending(
              run.outcome(),
              at -> at.path().equals(path) ? filePlan : planFor(at),
              (of, span) -> of.equals(path) ? Fingerprints.context(whole.tree(), span) : "");
      keepLines(unit.tree().program().source(), pending);
      return new Said(
          path,
          pending,
          run.outcome().evidence(),
          run.outcome().statements(),
          run.outcome().kept(),
          run.outcome().notices(),
          run.uses().uses(),
          silencers);
    } catch (Throwable e) {
      return Said.nothing(List.of(FileGuard.notice(path, "checking it", e)));
    }
  }

  /** Follows the data through all files, and lets go what it has said better than others. */
  private void follow(
      ProjectFiles listed, ProjectView view, ApiLinks links, FlowPass flow, List<ApiUse> uses) {
    stop.check();
    List<FlowAnalysis.Answer> answers;
    try {
      List<EntryPackage> packages = EntryPackages.of(listed, view, links, plan.mode());
      answers = flow.follow(listed, packages, plan, inquiry(listed), workers, stop);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (e instanceof Stopped) {
        throw e;
      }
      notices.add(FileGuard.notice("", "following the data", e));
      return;
    }
    notices.addAll(flow.gaps());
    InstalledVersions versions =
        new InstalledVersions(
            view.manifests(DependencyGraph.class), view.manifests(PackageJson.class));
    installed = versions;
    Defused defused = new Defused(view.files(), uses);
    defusing = defused;
    FlowFindings[] findings = new FlowFindings[answers.size()];
    Said[] found = new Said[answers.size()];
    workers.each(
        findings.length,
        item -> {
          PlacesOnDemand places = new PlacesOnDemand(listed, view);
          FlowFindings ofProgram =
              new FlowFindings(
                  engine.flowModels(),
                  plan.rules(),
                  this::planFor,
                  new FlowText(engine.flowModels(), listed),
                  places,
                  slow -> places.fix(slow, links),
                  versions,
                  defused);
          found[item] = Said.found(ofProgram.of(answers.get(item).flows()));
          ofProgram.harmless(answers.get(item).harmless());
          findings[item] = ofProgram;
        });
    List<Verdict> verdicts = new ArrayList<>();
    for (FlowAnalysis.Answer answer : answers) {
      notices.addAll(answer.notices());
      verdicts.addAll(answer.verdicts());
    }
    said.replaceAll(
        each -> {
          List<Said.Pending> left = each.problems();
          for (FlowFindings ofProgram : findings) {
            left = ofProgram.withoutSilenced(left);
          }
          return each.with(left);
        });
    accounts = List.copyOf(verdicts);
    said.addAll(List.of(found));
  }

  /** The text of a file: of a component all of it, not its scripts alone. */
  private static SourceText whole(ProjectFiles listed, SourceUnit unit) {
    SourceText scripts = unit.tree().program().source();
    return ScriptBlocks.isComponent(scripts.path())
        ? listed.read(scripts.path(), failure -> {}).orElse(scripts)
        : scripts;
  }

  private FilePlan planFor(Location location) {
    return plan.forPath(location.path(), TestFiles.isTest(location.path()));
  }

  private void keepLines(SourceText source, List<Said.Pending> pending) {
    synchronized (report) {
      for (Said.Pending each : pending) {
        if (each.location().path().equals(source.path())) {
          report.excerpt(source, each.location());
        }
        each.problem().secrets().forEach(report::mask);
        each.problem().trace().stream()
            .filter(step -> step.location().path().equals(source.path()))
            .forEach(step -> report.excerpt(source, step.location()));
      }
    }
  }

  private static void callTexts(CheckRun run, FilePlan filePlan, TextFile text) {
    for (RuleEntry rule : filePlan.table().rules()) {
      rule.texts().forEach(check -> run.call(rule.number(), check, text));
    }
  }

  /** Texts that are no sources. They are read one by one and not kept: there may be many. */
  private void checkTexts(ProjectFiles listed, ProjectView view) {
    List<String> paths = new ArrayList<>();
    for (String path : listed.paths()) {
      boolean wanted = plan.forPath(path, TestFiles.isTest(path)).table().wantsTexts();
      if (wanted && listed.source(path).isEmpty() && TextFiles.mayBeText(path)) {
        paths.add(path);
      }
    }
    Said[] answers = new Said[paths.size()];
    workers.each(
        answers.length,
        item -> {
          stop.check();
          answers[item] = checkText(listed, paths.get(item), view);
        });
    said.addAll(List.of(answers));
  }

  private Said checkText(ProjectFiles listed, String path, ProjectView view) {
    try {
      List<Notice> gaps = new ArrayList<>();
      SourceText text = TextFiles.read(listed, path, gaps::add);
      if (text == null) {
        return Said.nothing(gaps);
      }
      boolean test = TestFiles.isTest(path);
      FilePlan textPlan = plan.forPath(path, test);
      CheckRun run = new CheckRun(textPlan, view, path, verdicts, stop);
      callTexts(run, textPlan, new TextFile(text, test));
      run.outcome().notices().addAll(gaps);
      Said ofText =
          Said.of(
              path,
              run.outcome(),
              this::planFor,
              (of, span) -> of.equals(path) ? Fingerprints.context(text, span) : "");
      keepLines(text, ofText.problems());
      return ofText;
    } catch (Stopped e) {
      throw e;
    } catch (Throwable e) {
      return Said.nothing(List.of(FileGuard.notice(path, "checking it", e)));
    }
  }

  private void checkManifests(ProjectView view) {
    for (Manifest manifest : view.manifests()) {
      stop.check();
      FilePlan manifestPlan = plan.forPath(manifest.path(), TestFiles.isTest(manifest.path()));
      CheckRun run = new CheckRun(manifestPlan, view, manifest.path(), verdicts, stop);
      for (RuleEntry rule : manifestPlan.table().rules()) {
        for (ManifestSubscription<?> subscription : rule.manifests()) {
          call(run, rule.number(), subscription, manifest);
        }
      }
      Said ofManifest =
          Said.of(
              manifest.path(),
              run.outcome(),
              this::planFor,
              (path, span) ->
                  path.equals(manifest.path()) ? Fingerprints.context(manifest, span) : "");
      keepLines(manifest.source(), ofManifest.problems());
      said.add(ofManifest);
    }
  }

  private static <M extends Manifest> void call(
      CheckRun run, int rule, ManifestSubscription<M> subscription, Manifest manifest) {
    if (subscription.type().isInstance(manifest)) {
      run.call(rule, subscription.check(), subscription.type().cast(manifest));
    }
  }

  private void checkProject(ProjectFiles listed, ProjectView view) {
    FilePlan everywhere = plan.everywhere();
    List<RuleEntry> rules =
        plan.rules().entries().stream()
            .filter(rule -> !rule.projects().isEmpty() && everywhere.mayBeOn(rule.number()))
            .toList();
    Map<Integer, List<Kept>> kept = kept();
    CheckRun[] runs = new CheckRun[rules.size()];
    workers.each(
        runs.length,
        i -> {
          stop.check();
          RuleEntry rule = rules.get(i);
          List<Kept> own = kept.getOrDefault(rule.number(), List.of());
          CheckRun run = new CheckRun(everywhere, view, null, verdicts, stop).with(own);
          rule.projects().forEach(check -> run.call(rule.number(), check, view));
          runs[i] = run;
        });
    PlacesOnDemand places = new PlacesOnDemand(listed, view);
    for (CheckRun run : runs) {
      said.add(Said.of("", run.outcome(), this::planFor, places));
    }
  }

  /**
   * What rules have kept, by rule, and by path: the order in which subjects were looked at does not
   * count.
   */
  private Map<Integer, List<Kept>> kept() {
    List<Said> byPath = new ArrayList<>(said);
    byPath.sort(Comparator.comparing(Said::path));
    Map<Integer, List<Kept>> kept = new HashMap<>();
    for (Said subject : byPath) {
      for (Kept each : subject.kept()) {
        kept.computeIfAbsent(each.rule(), rule -> new ArrayList<>()).add(each);
      }
    }
    return kept;
  }

  private void progress(Phase phase, int done, int total) {
    synchronized (workers) {
      engine.parts().listener.progressed(phase, done, total);
    }
  }

  private Report finish() {
    ReportMaker maker = new ReportMaker(plan, engine.parts().clock, notices);
    said.forEach(maker::add);
    ProjectFiles listed = files;
    if (listed != null) {
      keepMissingLines(listed, maker.places());
      report.leftOut(
          listed.leftOut().reasons().stream()
              .map(
                  reason -> {
                    var count = listed.leftOut().count(reason);
                    return new LeftOut(reason.label(), count.files(), count.folders());
                  })
              .toList());
    }
    ProjectView view = project;
    boolean empty = view != null && filesRead == 0 && view.manifests().isEmpty();
    List<String> folders =
        view == null
            ? List.of("")
            : view.packages().stream().map(ProjectPackage::directory).toList();
    Set<String> byHand = view == null ? Set.of() : HandTools.in(view);
    Roadmap roadmap = maker.finish(report, folders, byHand, empty);
    if (view != null) {
      report.packages(packages(view, roadmap));
      report.inventory(Stocktaking.of(view));
    }
    return report.filesRead(filesRead).duration(stop.elapsed()).build();
  }

  private static List<AnalyzedPackage> packages(ProjectView view, Roadmap roadmap) {
    Map<ProjectPackage, Integer> counts = new HashMap<>();
    for (ProjectFile file : view.files()) {
      counts.merge(file.owner(), 1, Integer::sum);
    }
    List<AnalyzedPackage> packages = new ArrayList<>();
    for (ProjectPackage each : view.packages()) {
      packages.add(
          new AnalyzedPackage(
              each.directory(),
              each.manifest().flatMap(manifest -> manifest.name()).orElse(null),
              each.mode(),
              counts.getOrDefault(each, 0),
              roadmap.of(each.directory())));
    }
    return packages;
  }

  /** Lines of places in other files than the one that was being checked. */
  private void keepMissingLines(ProjectFiles listed, List<Location> places) {
    Map<String, SourceText> texts = new HashMap<>();
    for (Location place : places) {
      if (report.knows(place)) {
        continue;
      }
      SourceText text =
          texts.computeIfAbsent(
              place.path(),
              path -> listed.read(path, failure -> {}).orElseGet(() -> SourceText.of(path, "")));
      if (place.span().end() <= text.length()) {
        report.excerpt(text, place);
      }
    }
  }
}
