package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.ItemStatus;
import dev.emerald.core.analysis.ItemStatus.State;
import dev.emerald.core.internal.dispatch.Statement;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.files.TestFiles;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How a project stands on the items of the roadmap: what rules found, what they saw in place, and
 * what they said does not apply or can't be judged.
 *
 * <p>What is found in tests, and in scripts that developers run by hand, is advice.
 *
 * <p>In this order: an item that does not apply is said to be so, whatever was found on the way.
 * Then findings that decide make gaps. Then what can't be judged is not assessed. Evidence makes an
 * item met; without any it is not assessed, however many rules found nothing.
 */
final class Roadmap {

  private static final int MOST_NAMED = 3;

  private static final Comparator<Finding> MEND_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::confidence)
          .reversed()
          .thenComparing(Comparator.naturalOrder());

  private final Map<String, RuleFacts> rules = new HashMap<>();
  private final Subject project;
  private final Map<String, Subject> byFolder = new HashMap<>();
  private final Set<String> brokenFiles = new HashSet<>();
  private final Set<String> folders;
  private final String firstFolder;
  private final Set<String> byHand;
  private final boolean empty;

  /**
   * What was said.
   *
   * @param folders those of the packages
   * @param byHand the scripts that developers run by hand
   * @param empty whether there was nothing to look at
   */
  Roadmap(
      List<RuleFacts> rules,
      List<Finding> findings,
      List<Evidence> evidence,
      List<Statement> statements,
      List<Notice> notices,
      List<String> folders,
      Set<String> byHand,
      boolean empty) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.folders = new TreeSet<>(folders);
    this.firstFolder = folders.isEmpty() ? "" : folders.get(0);
    this.byHand = byHand;
    this.empty = empty;
    this.project = new Subject(this.folders);
    folders.forEach(folder -> byFolder.put(folder, new Subject(Set.of(folder))));
    findings.stream().sorted(MEND_FIRST).forEach(this::add);
    evidence.forEach(this::add);
    statements.stream().sorted().distinct().forEach(this::add);
    for (Notice notice : notices) {
      if (notice.gap()) {
        notice.path().ifPresent(brokenFiles::add);
      }
    }
  }

  /** What was said of the whole project, or of one package; each with the folder it is about. */
  private record Subject(
      Set<String> packages,
      List<About<Finding>> findings,
      List<About<Evidence>> evidence,
      List<Statement> statements) {

    private Subject(Set<String> packages) {
      this(packages, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private record About<T>(T said, String folder) {}

  private void add(Finding finding) {
    About<Finding> about = new About<>(finding, folderOf(finding.location().path()));
    project.findings().add(about);
    of(about.folder(), subject -> subject.findings().add(about));
  }

  private void add(Evidence evidence) {
    String folder =
        evidence
            .directory()
            .orElseGet(() -> folderOf(evidence.location().map(Location::path).orElse("")));
    About<Evidence> about = new About<>(evidence, folder);
    project.evidence().add(about);
    of(folder, subject -> subject.evidence().add(about));
  }

  private void add(Statement statement) {
    project.statements().add(statement);
    of(statement.directory(), subject -> subject.statements().add(statement));
  }

  private void of(String folder, Consumer<Subject> added) {
    Subject subject = byFolder.get(folder);
    if (subject != null) {
      added.accept(subject);
    }
  }

  /** How the project as a whole stands on every item, in the order of the items. */
  List<ItemStatus> whole() {
    return states(project);
  }

  /** How a package stands on every item. */
  List<ItemStatus> of(String folder) {
    return states(byFolder.getOrDefault(folder, new Subject(Set.of(folder))));
  }

  private List<ItemStatus> states(Subject subject) {
    List<ItemStatus> states = new ArrayList<>();
    for (RoadmapItem item : RoadmapItem.values()) {
      states.add(state(item, subject));
    }
    return states;
  }

  private ItemStatus state(RoadmapItem item, Subject subject) {
    if (empty) {
      return new ItemStatus(
          item,
          State.NOT_APPLICABLE,
          "there is no source and no manifest",
          List.of(),
          List.of(),
          List.of());
    }
    List<Finding> deciding = new ArrayList<>();
    List<Finding> advice = new ArrayList<>();
    Set<String> exempt = new TreeSet<>();
    Set<String> exempting = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (Statement each : subject.statements()) {
      if (each.item() != item) {
        continue;
      }
      if (each.applicable()) {
        unknown.add(each.why());
      } else {
        exempt.add(each.directory());
        exempting.add(each.why());
      }
    }
    for (About<Finding> each : subject.findings()) {
      RuleFacts rule = rules.get(each.said().ruleId());
      if (rule != null && rule.roadmap().contains(item)) {
        boolean counts = decides(each.said(), rule) && !exempt.contains(each.folder());
        (counts ? deciding : advice).add(each.said());
      }
    }
    List<Evidence> seen = new ArrayList<>();
    for (About<Evidence> each : subject.evidence()) {
      if (each.said().item() == item && !exempt.contains(each.folder())) {
        seen.add(each.said());
      }
    }
    if (exempt.containsAll(subject.packages())) {
      return new ItemStatus(
          item, State.NOT_APPLICABLE, String.join("; ", exempting), List.of(), advice, List.of());
    }
    if (!deciding.isEmpty()) {
      return new ItemStatus(item, State.GAPS, summary(deciding), deciding, advice, seen);
    }
    String broken =
        seen.stream()
            .flatMap(each -> each.location().stream())
            .map(Location::path)
            .filter(brokenFiles::contains)
            .findFirst()
            .orElse(null);
    if (broken != null) {
      unknown.add(broken + " could not be read as a whole");
    }
    if (!unknown.isEmpty()) {
      return new ItemStatus(
          item, State.NOT_ASSESSED, String.join("; ", unknown), List.of(), advice, seen);
    }
    if (!seen.isEmpty()) {
      return new ItemStatus(item, State.MET, firstNote(seen), List.of(), advice, seen);
    }
    long looking = rules.values().stream().filter(r -> r.roadmap().contains(item)).count();
    String why =
        looking == 0
            ? "no rule that ran looks at it"
            : count((int) looking, "rule") + " found nothing that decides, and nothing in place";
    return new ItemStatus(item, State.NOT_ASSESSED, why, List.of(), advice, List.of());
  }

  /** Whether a finding turns an item, as the weight of its rule says. */
  private boolean decides(Finding finding, RuleFacts rule) {
    if (finding.confidence() == Confidence.LOW) {
      return false;
    }
    String path = finding.location().path();
    boolean inTest =
        TestFiles.isTest(path) && rule.audience() != Audience.TESTS
            || byHand.contains(path) && rule.audience() == Audience.PRODUCTION;
    return switch (rule.weight()) {
      case ADVICE -> false;
      case DECIDES -> !inTest;
      case BY_SEVERITY -> !inTest && finding.severity().compareTo(Severity.MEDIUM) >= 0;
    };
  }

  /** The folder of the innermost package around a path. */
  private String folderOf(String path) {
    String found = RelativePaths.innermost(folders, path);
    return found == null ? firstFolder : found;
  }

  private static String summary(List<Finding> deciding) {
    Set<String> against = new LinkedHashSet<>();
    deciding.forEach(finding -> against.add(finding.ruleId()));
    List<String> named = against.stream().limit(MOST_NAMED).toList();
    String others =
        against.size() > MOST_NAMED ? " and " + (against.size() - MOST_NAMED) + " more rules" : "";
    return count(deciding.size(), "finding") + " of " + String.join(", ", named) + others;
  }

  private static String firstNote(List<Evidence> seen) {
    int others = seen.size() - 1;
    return seen.get(0).note() + (others == 0 ? "" : ", and " + count(others, "more piece"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
