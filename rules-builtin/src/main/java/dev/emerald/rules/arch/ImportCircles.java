package dev.emerald.rules.arch;

import dev.emerald.spi.project.ProjectFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The circles in which files import each other: the strongly connected components of more than one
 * file, after Tarjan, without recursion, since chains of imports may be long.
 */
final class ImportCircles {

  private final Map<String, ProjectFile> files = new TreeMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> component = new ArrayDeque<>();
  private final Set<String> inComponent = new HashSet<>();
  private final Deque<Visit> open = new ArrayDeque<>();
  private final List<List<String>> circles = new ArrayList<>();

  private ImportCircles(List<ProjectFile> of) {
    of.forEach(file -> files.put(file.path(), file));
  }

  /** The circles among some files, each in order, the largest first. */
  static List<List<String>> of(List<ProjectFile> files) {
    ImportCircles search = new ImportCircles(files);
    search.files.keySet().forEach(search::from);
    search.circles.sort(
        (a, b) ->
            a.size() != b.size()
                ? Integer.compare(b.size(), a.size())
                : a.get(0).compareTo(b.get(0)));
    return search.circles;
  }

  /** A file whose imports are being followed. */
  private record Visit(String path, Iterator<String> imports) {}

  private void from(String path) {
    if (index.containsKey(path)) {
      return;
    }
    enter(path);
    while (!open.isEmpty()) {
      Visit visit = open.getLast();
      if (visit.imports().hasNext()) {
        String next = visit.imports().next();
        if (!files.containsKey(next)) {
          continue;
        }
        if (!index.containsKey(next)) {
          enter(next);
        } else if (inComponent.contains(next)) {
          low.merge(visit.path(), index.getOrDefault(next, 0), Math::min);
        }
        continue;
      }
      open.removeLast();
      int lowest = low.getOrDefault(visit.path(), 0);
      if (!open.isEmpty()) {
        low.merge(open.getLast().path(), lowest, Math::min);
      }
      if (lowest == index.getOrDefault(visit.path(), 0)) {
        close(visit.path());
      }
    }
  }

  private void enter(String path) {
    index.put(path, index.size());
    low.put(path, index.size() - 1);
    component.addLast(path);
    inComponent.add(path);
    ProjectFile file = files.get(path);
    Iterator<String> imports =
        file == null ? List.<String>of().iterator() : file.importedFiles().iterator();
    open.addLast(new Visit(path, imports));
  }

  private void close(String path) {
    List<String> circle = new ArrayList<>();
    String last;
    do {
      last = component.removeLast();
      inComponent.remove(last);
      circle.add(last);
    } while (!last.equals(path));
    if (circle.size() > 1) {
      circle.sort(null);
      circles.add(List.copyOf(circle));
    }
  }
}
