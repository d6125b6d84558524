package dev.emerald.core.report;

import dev.emerald.core.analysis.Inventory;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes into a bill of materials: the packages of all lock files, each version once, with what
 * each asks for; and what is known to be wrong with them. In order of reference.
 */
final class BillOfMaterials {

  /** A package, wherever it is installed. */
  static final class Part {
    final String reference;
    final LockedPackage sample;
    final List<LockedPackage> places = new ArrayList<>();
    final SortedSet<String> asks = new TreeSet<>();

    private Part(String reference, LockedPackage sample) {
      this.reference = reference;
      this.sample = sample;
    }

    boolean isProject() {
      return sample.origin() == PackageOrigin.PROJECT;
    }

    /** Whether only development needs it. */
    boolean isDev() {
      return places.stream().allMatch(LockedPackage::isDev);
    }

    /** Whether everything goes on without it. */
    boolean isOptional() {
      return places.stream().allMatch(LockedPackage::isOptional);
    }

    List<SubresourceHash> hashes() {
      List<SubresourceHash> hashes = new ArrayList<>();
      for (LockedPackage place : places) {
        for (SubresourceHash hash : SubresourceHash.of(place.integrity().orElse(""))) {
          if (!hashes.contains(hash)) {
            hashes.add(hash);
          }
        }
      }
      return hashes;
    }

    Optional<String> license() {
      return places.stream().flatMap(place -> place.license().stream()).findFirst();
    }
  }

  /** Something that is known to be wrong with a package. */
  record Weakness(Part part, Advisory advisory, Exposure exposure, Optional<String> free) {}

  private final TreeMap<String, Part> parts = new TreeMap<>();
  private final List<Weakness> weaknesses = new ArrayList<>();

  /**
   * A bill.
   *
   * @param complete whether all of the project was looked at
   */
  BillOfMaterials(ReportedProject project, boolean complete) {
    Inventory inventory = project.report().inventory();
    for (DependencyGraph graph : inventory.lockFiles()) {
      for (Collection<LockedPackage> all : List.of(graph.projects(), graph.packages())) {
        all.forEach(each -> add(graph, each));
      }
    }
    for (DependencyGraph graph : inventory.lockFiles()) {
      for (Collection<LockedPackage> all : List.of(graph.projects(), graph.packages())) {
        for (LockedPackage each : all) {
          SortedSet<String> asks = add(graph, each).asks;
          for (LockedDependency asked : each.dependencies()) {
            asked.target().ifPresent(to -> asks.add(reference(graph, to)));
          }
        }
      }
    }
    parts.values().forEach(part -> part.asks.remove(part.reference));
    inventory.advisories().ifPresent(known -> addWeaknesses(inventory, known, project, complete));
  }

  private Part add(DependencyGraph graph, LockedPackage each) {
    String reference = reference(graph, each);
    Part part = parts.computeIfAbsent(reference, key -> new Part(key, each));
    if (!part.places.contains(each)) {
      part.places.add(each);
    }
    return part;
  }

  /** How a package is referred to: the project's own by where they are, others by what they are. */
  private static String reference(DependencyGraph graph, LockedPackage each) {
    if (each.origin() == PackageOrigin.PROJECT) {
      String folder = graph.directory();
      String below = each.directory();
      String path = folder.isEmpty() || below.isEmpty() ? folder + below : folder + "/" + below;
      return "project:" + (path.isEmpty() ? "." : path);
    }
    return PackageUrl.of(each.name(), each.version());
  }

  private void addWeaknesses(
      Inventory inventory, Advisories known, ReportedProject project, boolean complete) {
    for (Part part : parts.values()) {
      LockedPackage sample = part.sample;
      if (part.isProject() || sample.origin() == PackageOrigin.FOLDER) {
        continue;
      }
      List<Advisory> advisories = known.affecting(sample.name(), sample.version());
      boolean othersAsk =
          !advisories.isEmpty()
              && parts.values().stream()
                  .anyMatch(other -> !other.isProject() && other.asks.contains(part.reference));
      for (Advisory advisory : advisories) {
        weaknesses.add(
            new Weakness(
                part,
                advisory,
                Exposure.of(sample.name(), advisory, inventory, othersAsk, complete, project),
                known.nextUnaffected(sample.name(), sample.version())));
      }
    }
  }

  /** The packages, the project's own included. */
  Collection<Part> parts() {
    return parts.values();
  }

  /** What is known to be wrong, by package, the worst first. */
  List<Weakness> weaknesses() {
    return weaknesses;
  }
}
