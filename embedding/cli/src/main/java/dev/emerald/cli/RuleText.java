package dev.emerald.cli;

import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.rule.RuleFacts.OptionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What rules say of themselves, as text. */
final class RuleText {

  private static final int WIDTH = 80;

  private RuleText() {}

  /** One rule a line: id, severity, title. */
  static String list(List<RuleFacts> rules) {
    int longest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (RuleFacts rule : rules) {
      text.append(padded(rule.id(), longest))
          .append("  ")
          .append(padded(rule.severity().label(), "critical".length()))
          .append("  ")
          .append(rule.title())
          .append('\n');
    }
    return text.toString();
  }

  /** All that a rule says. */
  static String page(RuleFacts rule) {
    StringBuilder text = new StringBuilder();
    text.append(rule.id()).append(": ").append(rule.title()).append("\n\n");
    fact(text, "severity", rule.severity().label());
    fact(text, "confidence", rule.confidence().label());
    fact(text, "weakness", joined(rule.cwe().stream().map(cwe -> "CWE-" + cwe).toList()));
    fact(text, "OWASP", joined(rule.owasp()));
    for (var item : rule.roadmap()) {
      fact(text, "roadmap", item.code() + " " + item.title());
    }
    fact(text, "looks at", audience(rule));
    fact(text, "once named", joined(rule.formerIds()));
    section(text, "Why", rule.why());
    section(text, "What to do", rule.remedy());
    examples(text, "Found", rule.bad());
    examples(text, "Not found", rule.good());
    options(text, rule.options());
    if (!rule.references().isEmpty()) {
      text.append("\nReferences\n");
      rule.references().forEach(page -> text.append("  ").append(page).append('\n'));
    }
    return text.toString();
  }

  private static void fact(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(padded(name, 12)).append(value).append('\n');
    }
  }

  private static String audience(RuleFacts rule) {
    return switch (rule.audience()) {
      case PRODUCTION -> "what runs in production";
      case EVERYTHING -> "all sources";
      case TESTS -> "tests";
    };
  }

  private static void section(StringBuilder text, String heading, String prose) {
    if (!prose.isBlank()) {
      text.append('\n').append(heading).append('\n');
      wrap(prose, WIDTH - 2).forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  private static void examples(StringBuilder text, String heading, List<ExampleFile> examples) {
    for (ExampleFile example : examples) {
      text.append('\n').append(heading).append(" (").append(example.file()).append(")");
      text.append(example.note().isEmpty() ? "" : ": " + example.note()).append('\n');
      code(text, example.text());
      if (!example.packageJson().isEmpty()) {
        text.append("  with package.json\n");
        code(text, example.packageJson());
      }
    }
  }

  private static void code(StringBuilder text, String code) {
    for (String line : code.stripTrailing().split("\n", -1)) {
      text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
    }
  }

  private static void options(StringBuilder text, List<OptionFacts> options) {
    if (options.isEmpty()) {
      return;
    }
    text.append("\nOptions\n");
    for (OptionFacts option : options) {
      String type = option.type().name().toLowerCase(Locale.ROOT);
      text.append("  ").append(option.name()).append(" (").append(type);
      text.append(", ").append(option.defaultValue()).append(" by default)\n");
      wrap(option.description(), WIDTH - 4)
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
  }

  private static List<String> wrap(String prose, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : prose.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String joined(List<String> values) {
    return String.join(", ", values);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
