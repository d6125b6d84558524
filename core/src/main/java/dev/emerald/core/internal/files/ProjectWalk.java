package dev.emerald.core.internal.files;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The walk through a tree: which files there are, and which of them their names leave out.
 *
 * <p>A folder that is left out is not entered, unless a pattern of the options may take back
 * something in it; {@link #takeBack} enters it later, once a package.json turns out to ship it.
 */
final class ProjectWalk {

  /** A folder still to be listed. */
  private record Folder(
      String path, int depth, IgnoreRules ignored, @Nullable LeftOutReason leftOut) {}

  private final FileTree tree;
  private final ListingOptions options;
  private final Consumer<Notice> notices;
  private final LeftOut.Counter counter;
  private final MatchBudget budget;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final Map<String, LeftOutReason> leftOutFolders = new HashMap<>();
  private final Map<String, LeftOutReason> leftOutFiles = new HashMap<>();
  private final NavigableSet<String> files = new TreeSet<>();
  private final List<String> found = new ArrayList<>();
  private boolean full;
  private boolean toldOfBudget;

  ProjectWalk(
      FileTree tree, ListingOptions options, LeftOut.Counter counter, Consumer<Notice> notices) {
    this.tree = tree;
    this.options = options;
    this.budget = new MatchBudget(options.mostMatchSteps());
    this.counter = counter;
    this.notices = notices;
  }

  /** Every file that is not left out, whatever it is, in order. */
  NavigableSet<String> files() {
    return files;
  }

  /** The files in the order in which they were found, so that one can tell what came later. */
  List<String> found() {
    return found;
  }

  /** The source files that their names leave out, and why. */
  Map<String, LeftOutReason> leftOutFiles() {
    return leftOutFiles;
  }

  /** The folders not entered, and why. */
  Map<String, LeftOutReason> leftOutFolders() {
    return leftOutFolders;
  }

  /** Walks the whole tree. */
  void walk() {
    open.add(new Folder("", 0, IgnoreRules.none(budget), null));
    drain();
  }

  /** Takes in a file that its name left out. */
  void takeBackFile(String path) {
    leftOutFiles.remove(path);
    add(path);
  }

  /** Enters a folder that was left out; .gitignore files around it no longer count. */
  void takeBack(String folder) {
    leftOutFolders.remove(folder);
    int depth = 1 + (int) folder.chars().filter(unit -> unit == '/').count();
    open.add(new Folder(folder, depth, IgnoreRules.none(budget), null));
    drain();
  }

  private void drain() {
    while (!open.isEmpty() && !full) {
      list(open.poll());
    }
    open.clear();
    if (budget.exhausted() && !toldOfBudget) {
      toldOfBudget = true;
      notices.accept(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "the .gitignore files have too many patterns; not all of them were obeyed"));
    }
  }

  private void list(Folder folder) {
    List<FileTree.Entry> entries;
    try {
      entries = tree.list(folder.path());
    } catch (IOException e) {
      counter.folder(LeftOutReason.UNREADABLE);
      String message = "the folder could not be listed; check the permission to read it";
      notices.accept(
          folder.path().isEmpty()
              ? Notice.of(NoticeKind.FILE_SKIPPED, message)
              : Notice.of(NoticeKind.FILE_SKIPPED, message, folder.path()));
      return;
    }
    IgnoreRules ignored = folder.ignored();
    if (entries.contains(new FileTree.Entry(".gitignore", FileTree.Kind.FILE))) {
      ignored = withIgnoreFile(ignored, folder.path());
    }
    for (FileTree.Entry entry : entries) {
      String path = RelativePaths.in(folder.path(), entry.name());
      switch (entry.kind()) {
        case FOLDER -> folder(path, folder, ignored);
        case FILE -> file(path, folder, ignored);
        case LINK -> link(path);
        case OTHER -> special(path);
      }
      if (full) {
        return;
      }
    }
  }

  private IgnoreRules withIgnoreFile(IgnoreRules outer, String folder) {
    String path = RelativePaths.in(folder, ".gitignore");
    FileText read = tree.read(path, options.largestFile());
    if (read.failure() != null || read.cut()) {
      String why = read.cut() ? "larger than the limit" : read.message();
      notices.accept(Notice.of(NoticeKind.FILE_SKIPPED, "not obeyed: " + why, path));
      return outer;
    }
    return outer.with(folder, read.text());
  }

  /** Pipes, sockets and devices: to read one may take forever. */
  private void special(String path) {
    if (Language.ofName(path).isPresent()) {
      leftOutFiles.put(path, LeftOutReason.UNREADABLE);
      notices.accept(Notice.of(NoticeKind.FILE_SKIPPED, "not read: not a regular file", path));
    }
  }

  private void link(String path) {
    if (Language.ofName(path).isPresent()) {
      leftOutFiles.put(path, LeftOutReason.LINK);
    }
  }

  private void folder(String path, Folder outer, IgnoreRules ignored) {
    if (FolderNames.isVersionControl(RelativePaths.nameOf(path))) {
      return;
    }
    LeftOutReason reason = reasonForFolder(path, outer, ignored);
    if (reason != null && !mayHoldWanted(path, reason)) {
      leftOutFolders.put(path, reason);
      return;
    }
    if (outer.depth() >= ListingOptions.DEEPEST) {
      counter.folder(LeftOutReason.BEYOND_LIMIT);
      notices.accept(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "folders deeper than " + ListingOptions.DEEPEST + " levels are not looked into",
              path));
      return;
    }
    open.add(new Folder(path, outer.depth() + 1, ignored, reason));
  }

  private @Nullable LeftOutReason reasonForFolder(String path, Folder outer, IgnoreRules ignored) {
    if (options.exclude().coversFolder(path)) {
      return LeftOutReason.EXCLUDED;
    }
    if (outer.leftOut() != null) {
      return outer.leftOut();
    }
    LeftOutReason byName = FolderNames.leftOut(path);
    if (byName != null) {
      return byName;
    }
    return ignored.ignores(path, true) ? LeftOutReason.GIT_IGNORED : null;
  }

  private boolean mayHoldWanted(String folder, LeftOutReason reason) {
    return reason == LeftOutReason.EXCLUDED
        ? options.exclude().mayTakeOutBelow(folder)
        : options.include().mayCoverBelow(folder);
  }

  private void file(String path, Folder folder, IgnoreRules ignored) {
    LeftOutReason reason = reasonForFile(path, folder, ignored);
    if (reason == null) {
      if (files.size() >= options.mostFiles()) {
        full = true;
        notices.accept(
            Notice.of(
                NoticeKind.LIMIT_REACHED,
                "more than " + options.mostFiles() + " files; the rest was not looked at"));
        return;
      }
      add(path);
    } else if (Language.ofName(path).isPresent()) {
      leftOutFiles.put(path, reason);
    }
  }

  private void add(String path) {
    if (files.add(path)) {
      found.add(path);
    }
  }

  private @Nullable LeftOutReason reasonForFile(String path, Folder folder, IgnoreRules ignored) {
    if (options.exclude().coversFile(path)) {
      return LeftOutReason.EXCLUDED;
    }
    if (options.include().coversFile(path)) {
      return null;
    }
    if (folder.leftOut() != null && folder.leftOut() != LeftOutReason.EXCLUDED) {
      return folder.leftOut();
    }
    if (ignored.ignores(path, false)) {
      return LeftOutReason.GIT_IGNORED;
    }
    return byFileName(RelativePaths.nameOf(path));
  }

  private static @Nullable LeftOutReason byFileName(String name) {
    if (name.startsWith(".pnp.")) {
      return LeftOutReason.GENERATED;
    }
    boolean minified =
        name.endsWith(".min.js")
            || name.endsWith(".min.mjs")
            || name.endsWith(".min.cjs")
            || name.endsWith("-min.js");
    return minified ? LeftOutReason.MINIFIED : null;
  }
}
