package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Report;
import dev.emerald.core.analysis.SuppressedFinding;
import dev.emerald.core.analysis.SuppressedFinding.By;
import dev.emerald.core.internal.config.IgnoreEntry;
import dev.emerald.core.internal.config.Names;
import dev.emerald.core.internal.config.Place;
import dev.emerald.core.internal.config.RulePlan;
import dev.emerald.core.internal.config.RulePlan.Ignore;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.Statement;
import dev.emerald.core.internal.engine.Said.Pending;
import dev.emerald.core.internal.suppress.Directive;
import dev.emerald.core.internal.suppress.SuppressionComments;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.source.Location;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of what was said: gives findings their severity and fingerprint, takes those out
 * that are silenced or that the profile does not show, and tells of silencers that silence nothing.
 */
final class ReportMaker {

  private static final Comparator<Evidence> EVIDENCE_ORDER =
      Comparator.comparing(Evidence::item)
          .thenComparing(
              evidence -> evidence.location().orElse(null),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Evidence::note);

  private final RulePlan plan;
  private final LocalDate today;
  private final List<Notice> notices;
  private final List<Pending> pending = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, SuppressionComments> comments = new HashMap<>();
  private final List<SuppressionComments> allComments = new ArrayList<>();
  private final Set<IgnoreEntry> usedEntries = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();

  ReportMaker(RulePlan plan, Clock clock, List<Notice> notices) {
    this.plan = plan;
    this.today = LocalDate.now(clock);
    this.notices = notices;
  }

  /** Takes what was said of a subject. */
  void add(Said said) {
    pending.addAll(said.problems());
    evidence.addAll(said.evidence());
    statements.addAll(said.statements());
    notices.addAll(said.notices());
    SuppressionComments silencers = said.silencers();
    if (silencers != null && !silencers.isEmpty()) {
      String path = silencers.directives().get(0).location().path();
      comments.put(path, silencers);
      allComments.add(silencers);
    }
  }

  /** The places of all that was taken. */
  List<Location> places() {
    List<Location> places = new ArrayList<>();
    for (Pending each : pending) {
      places.add(each.location());
      each.problem().trace().forEach(step -> places.add(step.location()));
    }
    return places;
  }

  /**
   * Puts everything into the report.
   *
   * @param folders those of the packages
   * @param byHand the scripts that developers run by hand
   * @param empty whether there was nothing to look at
   */
  Roadmap finish(Report.Builder report, List<String> folders, Set<String> byHand, boolean empty) {
    List<Pending> sorted = new ArrayList<>(pending);
    sorted.sort(Comparator.comparing(Pending::location).thenComparingInt(Pending::rule));
    Map<String, Integer> ordinals = new HashMap<>();
    for (Pending each : sorted) {
      judge(each, ordinals);
    }
    tellOfUnused();
    List<Evidence> seen = evidence.stream().sorted(EVIDENCE_ORDER).toList();
    List<Evidence> distinct = new ArrayList<>();
    for (Evidence each : seen) {
      if (distinct.isEmpty()
          || EVIDENCE_ORDER.compare(distinct.get(distinct.size() - 1), each) != 0) {
        distinct.add(each);
      }
    }
    List<RuleFacts> rules = plan.facts();
    Roadmap roadmap =
        new Roadmap(rules, findings, distinct, statements, notices, folders, byHand, empty);
    report
        .findings(findings)
        .suppressed(suppressed)
        .evidence(distinct)
        .rules(rules)
        .notices(notices)
        .roadmap(roadmap.whole());
    return roadmap;
  }

  private void judge(Pending each, Map<String, Integer> ordinals) {
    RuleFacts facts = each.plan().facts(each.rule());
    String path = each.location().path();
    String key = facts.id() + "\n" + path + "\n" + each.context();
    int ordinal = ordinals.merge(key, 1, Integer::sum) - 1;
    if (!each.plan().mayBeOn(each.rule())) {
      return;
    }
    Severity severity = severity(each);
    Confidence confidence = each.problem().confidence().orElse(facts.confidence());
    Finding finding =
        new Finding(
            facts.id(),
            each.problem().message(),
            severity,
            confidence,
            each.location(),
            each.problem().trace(),
            each.problem().fixes(),
            Fingerprints.digest(facts.id(), path, each.context(), ordinal));
    SuppressedFinding silenced = silenced(finding, each.rule());
    if (!plan.shows(severity, confidence, each.plan().chosen(each.rule()))) {
      return;
    }
    if (silenced == null) {
      findings.add(finding);
    } else {
      suppressed.add(silenced);
    }
  }

  /** The severity; the one that the configuration gives counts as it is. */
  private static Severity severity(Pending each) {
    Severity set = each.plan().severity(each.rule());
    if (each.plan().chosen(each.rule())) {
      return set;
    }
    Severity own = each.problem().severity().orElse(set);
    if (!each.lower()) {
      return own;
    }
    return switch (own) {
      case CRITICAL -> Severity.HIGH;
      case HIGH -> Severity.MEDIUM;
      case MEDIUM -> Severity.LOW;
      case LOW, INFO -> own;
    };
  }

  private @Nullable SuppressedFinding silenced(Finding finding, int rule) {
    SuppressionComments ofFile =
        plan.settings().suppressionComments() ? comments.get(finding.location().path()) : null;
    if (ofFile != null) {
      Directive directive =
          ofFile.silence(finding.location().start().line(), name -> isNamed(name, rule));
      if (directive != null) {
        return new SuppressedFinding(finding, By.COMMENT, directive.reason(), directive.location());
      }
    }
    for (Ignore ignore : plan.ignores()) {
      if (!expired(ignore.entry()) && ignore.covers(rule, finding.location().path())) {
        usedEntries.add(ignore.entry());
        return new SuppressedFinding(finding, By.CONFIGURATION, ignore.entry().reason(), null);
      }
    }
    return null;
  }

  private boolean isNamed(String name, int rule) {
    return plan.rules().named(name).filter(entry -> entry.number() == rule).isPresent();
  }

  private boolean expired(IgnoreEntry entry) {
    return entry.until() != null && today.isAfter(entry.until());
  }

  private void tellOfUnused() {
    if (plan.settings().suppressionComments()) {
      for (SuppressionComments ofFile : allComments) {
        ofFile.directives().forEach(this::tellOfUnused);
        if (ofFile.tooMany()) {
          notices.add(
              Notice.of(
                  NoticeKind.LIMIT_REACHED,
                  "more than %,d comments that silence findings; the others are not obeyed"
                      .formatted(SuppressionComments.MOST),
                  ofFile.directives().get(0).location().path()));
        }
      }
    } else if (!allComments.isEmpty()) {
      notices.add(
          Notice.of(
              NoticeKind.CONFIGURATION,
              "comments that silence findings were left out in "
                  + allComments.size()
                  + (allComments.size() == 1 ? " file" : " files")
                  + ", as the caller wants"));
    }
    for (Ignore ignore : plan.ignores()) {
      IgnoreEntry entry = ignore.entry();
      String what =
          "the 'ignore' entry for "
              + (entry.rule() == null ? "all rules" : "'" + entry.rule() + "'")
              + (entry.path() == null ? "" : " in '" + entry.path() + "'");
      if (expired(entry)) {
        notices.add(notice(what + " ended on " + entry.until(), entry.place()));
      } else if (!usedEntries.contains(entry) && (ignore.rule() < 0 || ran(ignore.rule()))) {
        notices.add(notice(what + " silences nothing; remove it", entry.place()));
      }
    }
  }

  private boolean ran(int rule) {
    return plan.facts().stream()
        .anyMatch(facts -> facts.equals(plan.rules().entries().get(rule).facts()));
  }

  private static Notice notice(String message, Place place) {
    return Notice.of(
        NoticeKind.UNUSED_SUPPRESSION, message + (place.file() == null ? "" : " (" + place + ")"));
  }

  private void tellOfUnused(Directive directive) {
    Location at = directive.location();
    if (directive.rules().isEmpty() && !directive.used(0)) {
      notices.add(unused("this comment silences nothing; remove it", at));
    }
    for (int i = 0; i < directive.rules().size(); i++) {
      if (directive.used(i)) {
        continue;
      }
      String name = directive.rules().get(i);
      RuleEntry rule = plan.rules().named(name).orElse(null);
      if (rule == null) {
        notices.add(unused(Names.unknownNear("rule", name, plan.rules().ids()), at));
      } else if (plan.rules().runs(rule) && ran(rule.number())) {
        // Of a rule that did not run it is not known whether the comment would silence something.
        notices.add(unused("this comment silences nothing of '" + name + "'; remove the name", at));
      }
    }
  }

  private static Notice unused(String message, Location at) {
    return Notice.of(NoticeKind.UNUSED_SUPPRESSION, message, at.path(), at.start().line());
  }
}
