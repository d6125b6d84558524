package dev.emerald.core.analysis;

import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis says. Immutable and safe for use by several threads.
 *
 * <p>All paths are relative to the root of the analysed project. Two reports are equal if they say
 * the same; how long the analysis took makes no difference.
 */
public final class Report {

  /** Lines before and after a place that {@link #line} still knows. */
  private static final int CONTEXT = 2;

  /** Lines of a place, from its start, that {@link #line} knows. */
  private static final int MOST_LINES = 20;

  private final List<Finding> findings;
  private final List<SuppressedFinding> suppressed;
  private final List<Notice> notices;
  private final List<RuleFacts> rules;
  private final List<Evidence> evidence;
  private final List<ItemStatus> roadmap;
  private final List<AnalyzedPackage> packages;
  private final List<LeftOut> leftOut;
  private final Inventory inventory;
  private final int filesRead;
  private final Map<String, Map<Integer, String>> lines;
  private final Duration duration;

  private Report(Builder builder) {
    findings = builder.findings.stream().sorted().toList();
    suppressed =
        builder.suppressed.stream().sorted((a, b) -> a.finding().compareTo(b.finding())).toList();
    notices = builder.notices.stream().distinct().sorted().toList();
    rules = builder.rules.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    evidence = List.copyOf(builder.evidence);
    roadmap = List.copyOf(builder.roadmap);
    packages = List.copyOf(builder.packages);
    leftOut = List.copyOf(builder.leftOut);
    inventory = builder.inventory;
    filesRead = builder.filesRead;
    lines = builder.lines;
    duration = builder.duration;
  }

  /** For the engine, and for tests of what is made of reports. */
  public static Builder builder() {
    return new Builder();
  }

  /** The findings, in their natural order. */
  public List<Finding> findings() {
    return findings;
  }

  /** The findings that a comment or the configuration silences, in the order of the findings. */
  public List<SuppressedFinding> suppressed() {
    return suppressed;
  }

  /** Remarks on the analysis itself, in their natural order. */
  public List<Notice> notices() {
    return notices;
  }

  /** What the rules that ran say of themselves, by id. */
  public List<RuleFacts> rules() {
    return rules;
  }

  /**
   * What a rule says of itself.
   *
   * @param id as {@link Finding#ruleId()} gives it
   * @return empty for a rule that did not run
   */
  public Optional<RuleFacts> rule(String id) {
    return rules.stream().filter(facts -> facts.id().equals(id)).findFirst();
  }

  /** The practices that are in place and where that was seen: by item, then place, then note. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** How the project stands on each item of the roadmap, in the order of {@link RoadmapItem}. */
  public List<ItemStatus> roadmap() {
    return roadmap;
  }

  /** The packages of the project, by directory. */
  public List<AnalyzedPackage> packages() {
    return packages;
  }

  /** What the project installs, what is known of it, and what the code uses of it. */
  public Inventory inventory() {
    return inventory;
  }

  /** How many source files were read. */
  public int filesRead() {
    return filesRead;
  }

  /** What was not looked at, by reason. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /**
   * The text of a line, for excerpts. Known for the lines of findings, suppressed ones included,
   * and of the steps of their traces, with two lines around each and the first twenty of a long
   * one.
   *
   * @param line from 1
   * @return the line without its terminator, however long; empty for lines that are not known
   */
  public Optional<String> line(String path, int line) {
    return Optional.ofNullable(lines.getOrDefault(path, Map.of()).get(line));
  }

  /** Whether there is no gap: everything that was to be looked at was. */
  public boolean complete() {
    return notices.stream().noneMatch(Notice::gap);
  }

  /** The highest severity among the findings; empty if there are none. */
  public Optional<Severity> highestSeverity() {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }

  /** How long the analysis took. */
  public Duration duration() {
    return duration;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Report that
        && filesRead == that.filesRead
        && notices.equals(that.notices)
        && rules.equals(that.rules)
        && roadmap.equals(that.roadmap)
        && packages.equals(that.packages)
        && leftOut.equals(that.leftOut)
        && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return Objects.hash(filesRead, notices, rules, said());
  }

  /** Findings and evidence are equal by identity; this is what they say. */
  private List<String> said() {
    List<String> said = new ArrayList<>();
    for (Finding finding : findings) {
      said.add(text(finding));
    }
    for (SuppressedFinding silenced : suppressed) {
      said.add(text(silenced.finding()) + silenced.by() + silenced.reason());
    }
    for (Evidence seen : evidence) {
      said.add(seen.toString());
    }
    return said;
  }

  private static String text(Finding finding) {
    return finding
        + "|"
        + finding.location()
        + "|"
        + finding.confidence()
        + "|"
        + finding.trace()
        + "|"
        + finding.fingerprint();
  }

  /** How many findings and notices there are, and how many files were read. */
  @Override
  public String toString() {
    return findings.size()
        + " findings, "
        + notices.size()
        + " notices, "
        + filesRead
        + " files read";
  }

  /** Gathers what a report says; what is not set is empty. Sorts findings, notices and rules. */
  public static final class Builder {

    private List<Finding> findings = List.of();
    private List<SuppressedFinding> suppressed = List.of();
    private List<Notice> notices = List.of();
    private List<RuleFacts> rules = List.of();
    private List<Evidence> evidence = List.of();
    private List<ItemStatus> roadmap = List.of();
    private List<AnalyzedPackage> packages = List.of();
    private List<LeftOut> leftOut = List.of();
    private Inventory inventory = Inventory.builder().build();
    private int filesRead;
    private final Map<String, Map<Integer, String>> lines = new HashMap<>();
    private final List<Location> secrets = new ArrayList<>();
    private Duration duration = Duration.ZERO;

    private Builder() {}

    /** See {@link Report#findings()}. */
    public Builder findings(List<Finding> findings) {
      this.findings = List.copyOf(findings);
      return this;
    }

    /** See {@link Report#suppressed()}. */
    public Builder suppressed(List<SuppressedFinding> suppressed) {
      this.suppressed = List.copyOf(suppressed);
      return this;
    }

    /** See {@link Report#notices()}. */
    public Builder notices(List<Notice> notices) {
      this.notices = List.copyOf(notices);
      return this;
    }

    /** See {@link Report#rules()}. */
    public Builder rules(List<RuleFacts> rules) {
      this.rules = List.copyOf(rules);
      return this;
    }

    /** See {@link Report#evidence()}. */
    public Builder evidence(List<Evidence> evidence) {
      this.evidence = List.copyOf(evidence);
      return this;
    }

    /** See {@link Report#roadmap()}. */
    public Builder roadmap(List<ItemStatus> roadmap) {
      this.roadmap = List.copyOf(roadmap);
      return this;
    }

    /** See {@link Report#packages()}. */
    public Builder packages(List<AnalyzedPackage> packages) {
      this.packages = List.copyOf(packages);
      return this;
    }

    /** See {@link Report#leftOut()}. */
    public Builder leftOut(List<LeftOut> leftOut) {
      this.leftOut = List.copyOf(leftOut);
      return this;
    }

    /** See {@link Report#inventory()}. */
    public Builder inventory(Inventory inventory) {
      this.inventory = Objects.requireNonNull(inventory, "inventory");
      return this;
    }

    /** See {@link Report#filesRead()}. */
    public Builder filesRead(int filesRead) {
      this.filesRead = filesRead;
      return this;
    }

    /** Keeps the lines of a place, and those around it, for {@link Report#line}. */
    public Builder excerpt(SourceText source, Location location) {
      Map<Integer, String> known = lines.computeIfAbsent(source.path(), path -> new HashMap<>());
      int first = location.start().line();
      int last = Math.min(location.end().line(), first + MOST_LINES - 1);
      int from = Math.max(1, first - CONTEXT);
      int to = Math.min(source.lineCount(), last + CONTEXT);
      for (int line = from; line <= to; line++) {
        known.computeIfAbsent(line, source::lineText);
      }
      return this;
    }

    /** Has the lines of a place shown with what stands there masked: for secrets. */
    public Builder mask(Location secret) {
      secrets.add(Objects.requireNonNull(secret, "secret"));
      return this;
    }

    /** Whether the lines of a place are kept already. */
    public boolean knows(Location location) {
      return lines.getOrDefault(location.path(), Map.of()).containsKey(location.start().line());
    }

    /** See {@link Report#duration()}. */
    public Builder duration(Duration duration) {
      this.duration = Objects.requireNonNull(duration, "duration");
      return this;
    }

    /** The report. The builder is not to be used any more. */
    public Report build() {
      for (Location secret : secrets) {
        Map<Integer, String> known = lines.getOrDefault(secret.path(), Map.of());
        for (int line = secret.start().line(); line <= secret.end().line(); line++) {
          String text = known.get(line);
          if (text != null) {
            known.put(line, masked(text, line, secret));
          }
        }
      }
      return new Report(this);
    }

    /** A line with a star for every unit of a secret, so that columns stay what they are. */
    private static String masked(String text, int line, Location secret) {
      int from = line == secret.start().line() ? secret.start().column() - 1 : 0;
      int to = line == secret.end().line() ? secret.end().column() - 1 : text.length();
      int start = Math.min(from, text.length());
      int end = Math.max(start, Math.min(to, text.length()));
      return text.substring(0, start) + "*".repeat(end - start) + text.substring(end);
    }
  }
}
