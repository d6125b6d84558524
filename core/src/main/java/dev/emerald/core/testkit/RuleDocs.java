package dev.emerald.core.testkit;

import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.rule.RuleFacts.OptionFacts;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.source.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Renders the pages of rules in Markdown: what a rule says of itself, and what it really finds in
 * its bad examples. All pages have the same headings in the same order. Immutable.
 */
public final class RuleDocs {

  /** Of a flagged range, carets mark this much at most. */
  private static final int MOST_CARETS = 100;

  private final RulePack pack;
  private final List<Path> advisories;

  private RuleDocs(RulePack pack, List<Path> advisories) {
    this.pack = pack;
    this.advisories = advisories;
  }

  /** The pages of the rules of a pack. */
  public static RuleDocs of(RulePack pack) {
    return new RuleDocs(pack, List.of());
  }

  /** These pages, for whose examples advisories are at hand. */
  public RuleDocs withAdvisories(Path... sources) {
    return new RuleDocs(pack, List.of(sources));
  }

  /** The ids of the rules. */
  public List<String> ruleIds() {
    return pack.rules().stream().map(rule -> rule.facts().id()).sorted().toList();
  }

  /**
   * The page of a rule.
   *
   * @return Markdown, with LF at the end of each line
   * @throws IllegalArgumentException if there is no such rule
   */
  public String render(String ruleId) {
    RuleFacts rule =
        pack.rules().stream()
            .map(each -> each.facts())
            .filter(facts -> facts.id().equals(ruleId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no rule '" + ruleId + "'"));
    List<String> page = new ArrayList<>();
    page.add("# " + rule.id());
    page.add("");
    page.add(rule.title() + ".");
    page.add("");
    facts(rule, page);
    page.addAll(List.of("", "## Why it matters", "", rule.why()));
    page.addAll(List.of("", "## What to do", "", rule.remedy()));
    page.addAll(List.of("", "## What is found"));
    rule.bad().forEach(example -> bad(rule, example, page));
    page.addAll(List.of("", "## What is fine"));
    rule.good().forEach(example -> example(example, page));
    page.addAll(List.of("", "## Options", ""));
    options(rule, page);
    page.addAll(List.of("", "## References", ""));
    references(rule, page);
    return String.join("\n", page) + "\n";
  }

  private static void facts(RuleFacts rule, List<String> page) {
    page.add("| | |");
    page.add("|---|---|");
    page.add("| Severity | " + rule.severity().label() + " |");
    page.add("| Confidence | " + rule.confidence().label() + " |");
    page.add("| CWE | " + joined(rule.cwe().stream().map(cwe -> "CWE-" + cwe).toList()) + " |");
    page.add("| OWASP Top Ten | " + joined(rule.owasp()) + " |");
    page.add(
        "| Roadmap | " + joined(rule.roadmap().stream().map(RuleDocs::described).toList()) + " |");
    String audience =
        switch (rule.audience()) {
          case PRODUCTION -> "all but tests, benchmarks and examples";
          case EVERYTHING -> "all";
          case TESTS -> "tests alone";
        };
    page.add("| Files | " + audience + " |");
    if (!rule.formerIds().isEmpty()) {
      page.add("| Former names | " + joined(rule.formerIds()) + " |");
    }
  }

  private static String described(RoadmapItem item) {
    return item.code() + " " + item.title();
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? "–" : String.join(", ", parts);
  }

  private void bad(RuleFacts rule, ExampleFile example, List<String> page) {
    example(example, page);
    Report report =
        new Variants(List.of(pack), RuleVerifier.settings(Set.of(rule.id()), advisories))
            .plain(Variants.texts(example));
    page.addAll(List.of("", "```text"));
    for (Finding finding : report.findings()) {
      Position start = finding.location().start();
      Position end = finding.location().end();
      page.add(finding.location() + " " + finding.severity().label() + ": " + finding.message());
      String line = report.line(finding.location().path(), start.line()).orElse("");
      int last = start.line() == end.line() ? end.column() : line.length() + 1;
      int length = Math.max(1, Math.min(MOST_CARETS, last - start.column()));
      page.add("  " + line);
      page.add("  " + indent(line, start.column() - 1) + "^".repeat(length));
    }
    page.add("```");
  }

  /** As wide as the start of a line, tabs kept. */
  private static String indent(String line, int length) {
    StringBuilder indent = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      indent.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return indent.toString();
  }

  private static void example(ExampleFile example, List<String> page) {
    page.add("");
    if (!example.note().isEmpty()) {
      page.addAll(List.of(example.note(), ""));
    }
    if (!example.packageJson().isEmpty()) {
      page.addAll(List.of("With this package.json:", ""));
      code("package.json", example.packageJson(), page);
      page.add("");
    }
    code(example.file(), example.text(), page);
  }

  private static void code(String file, String text, List<String> page) {
    int dot = file.lastIndexOf('.');
    String extension = file.substring(dot + 1).toLowerCase(Locale.ROOT);
    String fence = text.contains("```") ? "````" : "```";
    page.add(fence + (dot < 0 ? "" : extension));
    text.lines().forEach(page::add);
    page.add(fence);
  }

  private static void options(RuleFacts rule, List<String> page) {
    if (rule.options().isEmpty()) {
      page.add("None.");
      return;
    }
    page.add("| Name | Type | Default | |");
    page.add("|---|---|---|---|");
    for (OptionFacts option : rule.options()) {
      page.add(
          "| `%s` | %s | `%s` | %s |"
              .formatted(
                  option.name(),
                  option.type().name().toLowerCase(Locale.ROOT),
                  option.defaultValue(),
                  option.description()));
    }
  }

  private static void references(RuleFacts rule, List<String> page) {
    String weaknesses =
        rule.cwe().stream()
            .map(cwe -> "- https://cwe.mitre.org/data/definitions/" + cwe + ".html")
            .collect(Collectors.joining("\n"));
    if (!weaknesses.isEmpty()) {
      page.add(weaknesses);
    }
    rule.references().forEach(reference -> page.add("- " + reference));
  }
}
