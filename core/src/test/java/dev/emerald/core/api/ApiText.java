package dev.emerald.core.api;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A module's public surface as lines of text, and what changed between two of them. */
final class ApiText {
  private ApiText() {}

  /**
   * Writes what a module offers.
   *
   * @param engineOnly names of types whose members are the engine's business: listed by name alone
   */
  static List<String> of(ExportedTypes exported, Set<String> engineOnly) {
    List<String> lines = new ArrayList<>(module(exported.module()));
    for (Class<?> type : exported.types()) {
      lines.add("");
      lines.addAll(TypeText.linesOf(type, !engineOnly.contains(type.getName())));
    }
    return lines;
  }

  private static List<String> module(ModuleDescriptor module) {
    List<String> lines = new ArrayList<>();
    lines.add("module " + module.name());
    module.exports().stream()
        .filter(export -> !export.isQualified())
        .map(export -> "  exports " + export.source())
        .sorted()
        .forEach(lines::add);
    module.requires().stream()
        .filter(
            require -> require.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
        .map(require -> "  requires transitive " + require.name())
        .sorted()
        .forEach(lines::add);
    module.uses().stream().map(service -> "  uses " + service).sorted().forEach(lines::add);
    module.provides().stream()
        .map(provision -> "  provides " + provision.service())
        .sorted()
        .forEach(lines::add);
    return lines;
  }

  /**
   * The lines that went ({@code -}) and came ({@code +}), each group below the head of its type;
   * empty if nothing changed but the order.
   */
  static List<String> changes(List<String> recorded, List<String> current) {
    Set<Line> before = lines(recorded);
    Set<Line> after = lines(current);
    Set<Line> all = new LinkedHashSet<>(before);
    all.addAll(after);
    List<String> changes = new ArrayList<>();
    Set<String> heads = new LinkedHashSet<>();
    all.forEach(line -> heads.add(line.head()));
    for (String head : heads) {
      List<String> group = new ArrayList<>();
      for (Line line : all) {
        if (line.head().equals(head) && before.contains(line) != after.contains(line)) {
          group.add((before.contains(line) ? "- " : "+ ") + line.text());
        }
      }
      if (!group.isEmpty()) {
        if (!group.get(0).endsWith(head)) {
          changes.add("  " + head);
        }
        changes.addAll(group);
      }
    }
    return changes;
  }

  private static Set<Line> lines(List<String> text) {
    Set<Line> lines = new LinkedHashSet<>();
    String head = "";
    for (String line : text) {
      if (!line.isBlank()) {
        head = line.startsWith(" ") ? head : line;
        lines.add(new Line(head, line));
      }
    }
    return lines;
  }

  /** A line is told apart by the head it stands below: many types have one called the same. */
  private record Line(String head, String text) {}
}
