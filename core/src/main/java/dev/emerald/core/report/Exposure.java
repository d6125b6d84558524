package dev.emerald.core.report;

import dev.emerald.core.analysis.Inventory;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far the project's code reaches what is weak in a package, in the words of VEX. Only what was
 * seen is said: that a weakness does not matter is said where nobody but the project's own code
 * uses the package, all of that was looked at, and none of it uses what the advisory names.
 *
 * @param reach {@code function}, {@code package} or {@code none}
 * @param state of the analysis, as CycloneDX calls it
 * @param justification as CycloneDX calls it; empty for none
 * @param detail what was seen
 */
record Exposure(String reach, String state, String justification, String detail) {

  private static final int MOST_NAMED = 5;

  /**
   * What is known.
   *
   * @param othersAsk whether other packages ask for the package
   * @param complete whether all of the project was looked at
   */
  static Exposure of(
      String packageName,
      Advisory advisory,
      Inventory inventory,
      boolean othersAsk,
      boolean complete,
      ReportedProject project) {
    List<String> importers = inventory.importers(packageName);
    List<Location> uses = inventory.weakUses(packageName, advisory.id());
    String others = othersAsk ? " Other packages ask for it as well." : "";
    if (!uses.isEmpty()) {
      String where =
          uses.stream()
              .limit(MOST_NAMED)
              .map(use -> project.pathOf(use.path()) + ":" + use.start().line())
              .collect(Collectors.joining(", "));
      String more = uses.size() > MOST_NAMED ? " and more" : "";
      return new Exposure(
          "function",
          "exploitable",
          "",
          "The project's code uses a function that the advisory names: " + where + more + ".");
    }
    String reach = importers.isEmpty() ? "none" : "package";
    if (advisory.isMalicious()) {
      return new Exposure(
          reach, "exploitable", "", "The package was made to do harm; it may act when installed.");
    }
    if (importers.isEmpty()) {
      return new Exposure(
          reach, "in_triage", "", "The project's own code does not import the package." + others);
    }
    String named =
        importers.stream().limit(MOST_NAMED).map(project::pathOf).collect(Collectors.joining(", "));
    String more = importers.size() > MOST_NAMED ? " and more" : "";
    String imported = "The project's code imports the package: " + named + more + ".";
    if (advisory.functions().isEmpty()) {
      return new Exposure(
          reach, "in_triage", "", imported + " The advisory names no function." + others);
    }
    String functions = String.join(", ", advisory.functions());
    String unused =
        imported + " It was not seen to use what the advisory names: " + functions + ".";
    return othersAsk || !complete
        ? new Exposure(reach, "in_triage", "", unused + others)
        : new Exposure(reach, "not_affected", "code_not_reachable", unused);
  }
}
