package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectPackage;
import dev.emerald.core.internal.flow.entries.EntryPackage;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.taint.View;
import dev.emerald.core.internal.flow.taint.Views;
import dev.emerald.core.internal.template.TemplateNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The programs that a project consists of: packages of which none imports a file of another, nor
 * renders a template of it, run apart, so that data does not go from one to the other. Following it
 * in each by itself says the same with less work, and several threads can.
 */
final class Programs {

  /**
   * What runs together.
   *
   * @param folder the first one of its packages
   * @param files by path
   * @param views the templates
   * @param packages those of the program whose exports others call
   */
  record Part(String folder, List<FileFlow> files, List<View> views, List<EntryPackage> packages) {

    private Part(String folder) {
      this(folder, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Whether a source or a template is one of it. */
    boolean holds(String path) {
      return files.stream().anyMatch(file -> file.path().equals(path))
          || views.stream().anyMatch(view -> view.flow().path().equals(path));
    }

    /** How much there is to follow: the values of all functions. */
    long size() {
      return size(files) + size(views.stream().map(View::flow).toList());
    }

    private static long size(List<FileFlow> flows) {
      return flows.stream().flatMap(flow -> flow.bodies().stream()).mapToLong(b -> b.size()).sum();
    }
  }

  private final ProjectFiles listed;

  /** For each folder of a package one that it runs with; itself for one of each program. */
  private final Map<String, String> joined = new HashMap<>();

  private Programs(ProjectFiles listed) {
    this.listed = listed;
  }

  /** The programs of a project, by the first folder of their packages. */
  static List<Part> of(
      ProjectFiles listed,
      ApiLinks links,
      List<FileFlow> files,
      List<View> views,
      List<EntryPackage> packages) {
    Programs programs = new Programs(listed);
    for (FileFlow file : files) {
      for (String imported : links.importedFiles(file.path())) {
        programs.join(file.path(), imported);
      }
    }
    programs.joinViews(files, views);
    Map<String, Part> parts = new TreeMap<>();
    for (FileFlow file : files) {
      programs.part(parts, programs.folder(file.path())).files().add(file);
    }
    for (View view : views) {
      programs.part(parts, programs.folder(view.flow().path())).views().add(view);
    }
    for (EntryPackage each : packages) {
      programs.part(parts, each.folder()).packages().add(each);
    }
    return List.copyOf(parts.values());
  }

  /** The numbers of the programs, the one with the most to follow first. */
  static List<Integer> largestFirst(List<Part> parts) {
    List<Integer> order = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (Part part : parts) {
      order.add(order.size());
      sizes.add(part.size());
    }
    order.sort(Comparator.comparing((Integer part) -> sizes.get(part)).reversed());
    return order;
  }

  private void joinViews(List<FileFlow> files, List<View> views) {
    if (views.isEmpty()) {
      return;
    }
    TemplateNames names =
        new TemplateNames(views.stream().map(view -> view.flow().path()).toList());
    for (FileFlow file : files) {
      for (String name : Views.rendered(List.of(file))) {
        names.find(file.path(), name).forEach(path -> join(file.path(), path));
      }
    }
    for (View view : views) {
      String from = view.flow().path();
      for (String name : view.includes()) {
        names.find(from, name).forEach(path -> join(from, path));
      }
    }
  }

  private Part part(Map<String, Part> parts, String folder) {
    return parts.computeIfAbsent(first(folder), Part::new);
  }

  private String folder(String path) {
    return listed.packageOf(path).map(ProjectPackage::folder).orElse("");
  }

  private void join(String path, String other) {
    String one = first(folder(path));
    String two = first(folder(other));
    int order = one.compareTo(two);
    if (order != 0) {
      joined.put(order < 0 ? two : one, order < 0 ? one : two);
    }
  }

  /** The first of the folders that are known to run with one. */
  private String first(String folder) {
    String at = folder;
    String next = joined.getOrDefault(at, at);
    while (!next.equals(at)) {
      String after = joined.getOrDefault(next, next);
      joined.put(at, after);
      at = next;
      next = after;
    }
    return at;
  }
}
