package dev.emerald.core.report;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A rule as a SARIF reporting descriptor (3.49), with the properties that GitHub reads. */
final class SarifRule {

  private final JsonText json;
  private final RuleFacts rule;

  SarifRule(JsonText json, RuleFacts rule) {
    this.json = json;
    this.rule = rule;
  }

  void write() {
    json.string("id", rule.id());
    if (!rule.formerIds().isEmpty()) {
      json.strings("deprecatedIds", rule.formerIds());
    }
    json.string("name", name(rule.id()));
    text("shortDescription", rule.title());
    text("fullDescription", rule.why().isBlank() ? rule.title() : rule.why());
    json.object(
        "help",
        () ->
            json.string("text", plain((rule.why() + "\n\n" + rule.remedy()).strip()))
                .string("markdown", markdown()));
    json.object("defaultConfiguration", () -> json.string("level", level(rule.severity())));
    json.object("properties", this::properties);
  }

  private void text(String name, String text) {
    json.object(name, () -> json.string("text", plain(text)));
  }

  private void properties() {
    json.strings("tags", tags())
        .string("precision", rule.confidence().label())
        .string("problem.severity", problemSeverity(rule.severity()));
    if (isSecurity()) {
      json.string("security-severity", score(rule.severity()));
    }
  }

  private boolean isSecurity() {
    return !rule.cwe().isEmpty();
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>();
    if (isSecurity()) {
      tags.add("security");
    }
    for (int cwe : rule.cwe()) {
      tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe));
    }
    for (String category : rule.owasp()) {
      tags.add("external/owasp/" + category.toLowerCase(Locale.ROOT));
    }
    for (RoadmapItem item : rule.roadmap()) {
      tags.add("roadmap/" + item.code());
    }
    return tags;
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# ").append(rule.title()).append("\n\n");
    text.append(rule.why().strip()).append("\n\n");
    text.append("## What to do\n\n").append(rule.remedy().strip()).append("\n");
    if (!rule.bad().isEmpty()) {
      example(text, "## Not like this\n\n", rule.bad().get(0));
    }
    if (!rule.good().isEmpty()) {
      example(text, "## Like this\n\n", rule.good().get(0));
    }
    if (!rule.references().isEmpty()) {
      text.append("\n## References\n\n");
      for (String reference : rule.references()) {
        text.append("- <").append(reference).append(">\n");
      }
    }
    return text.toString();
  }

  private static void example(StringBuilder text, String heading, ExampleFile example) {
    String fence = "```";
    while (example.text().contains(fence)) {
      fence += "`";
    }
    int dot = example.file().lastIndexOf('.');
    text.append('\n').append(heading).append(fence);
    text.append(example.file().substring(dot + 1)).append('\n');
    text.append(example.text().strip()).append('\n').append(fence).append('\n');
  }

  /** A message that is text and nothing else: {@code [words](target)} would be a link (3.11.6). */
  static String plain(String text) {
    return text.replace("](", "] (");
  }

  /** The three levels that the standard has. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "recommendation";
    };
  }

  /** A number in the range that GitHub gives the same name: over 9, 7, 4 and 0. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.5";
      case INFO -> "0.0";
    };
  }

  /** The id in the form that the standard asks of names: {@code no-eval} is {@code NoEval}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder(id.length());
    for (String word : id.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }
}
