package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.dispatch.Stop;
import dev.emerald.core.internal.files.FileText;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.TestFiles;
import dev.emerald.core.internal.threads.Workers;
import dev.emerald.core.internal.vendored.LibraryFinder;
import dev.emerald.core.internal.vendored.LibraryTable;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Looks for libraries among a project's files. Of what is the project's own code the head is looked
 * at, where banners stand; of what is not, as it is minified or a bundle, more: it may be several
 * libraries one after the other.
 */
final class VendoredFiles {

  private static final int HEAD = 4 << 10;
  private static final int MOST_UNITS = 2 << 20;
  private static final int MOST_FILES = 50_000;
  private static final int LONGEST_TABLE = 32 << 20;

  private VendoredFiles() {}

  /** The tables to look with: the one that is built in, and those that are given. */
  static List<LibraryTable> tables(Settings settings, Consumer<Notice> notices) {
    List<LibraryTable> tables = new ArrayList<>(List.of(LibraryTable.builtIn()));
    for (Settings.Named named : settings.libraries()) {
      String what = "libraries: " + named.name();
      try (InputStream in = Files.newInputStream(Path.of(named.name()))) {
        byte[] bytes = in.readNBytes(LONGEST_TABLE + 1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        LibraryTable table =
            bytes.length > LONGEST_TABLE
                ? null
                : LibraryTable.read(SourceText.of(named.name(), text)).orElse(null);
        if (table == null) {
          notices.accept(Notice.of(NoticeKind.NOT_ANALYSED, what + " is no table of libraries"));
          continue;
        }
        tables.add(table);
        if (table.unread() > 0) {
          notices.accept(
              Notice.of(
                  NoticeKind.SYNTAX_ERROR,
                  what + " holds " + table.unread() + " expressions that could not be read"));
        }
      } catch (IOException | SecurityException | InvalidPathException e) {
        notices.accept(Notice.of(NoticeKind.NOT_ANALYSED, what + " can't be read"));
      }
    }
    return tables;
  }

  /** What is found, by path, then place. */
  static List<VendoredLibrary> find(
      ProjectFiles files,
      List<LibraryTable> tables,
      Workers workers,
      Stop stop,
      Consumer<Notice> notices) {
    TreeSet<String> paths = new TreeSet<>(files.paths());
    paths.addAll(files.minified());
    paths.addAll(files.thirdParty(MOST_FILES));
    paths.removeIf(path -> !isScript(path) || TestFiles.isTest(path));
    List<String> listed = paths.stream().limit(MOST_FILES).toList();
    if (listed.size() < paths.size()) {
      String message =
          "vendored libraries were looked for in the first %,d files".formatted(MOST_FILES);
      notices.accept(Notice.of(NoticeKind.LIMIT_REACHED, message));
    }
    LibraryFinder finder = new LibraryFinder(tables);
    LibraryFinder.Found[] found = new LibraryFinder.Found[listed.size()];
    workers.each(
        found.length,
        item -> {
          stop.check();
          found[item] = look(files, listed.get(item), finder);
        });
    List<VendoredLibrary> all = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      all.addAll(found[i].libraries());
      if (found[i].exhausted()) {
        String message = "whether this is a library of others could not be told in time";
        notices.accept(Notice.of(NoticeKind.LIMIT_REACHED, message, listed.get(i)));
      }
    }
    return all;
  }

  private static LibraryFinder.Found look(ProjectFiles files, String path, LibraryFinder finder) {
    int most = files.source(path).isPresent() ? HEAD : MOST_UNITS;
    FileText read = files.start(path, most);
    return read.failure() != null
        ? new LibraryFinder.Found(List.of(), false)
        : finder.find(SourceText.of(path, read.text()), !read.cut());
  }

  private static boolean isScript(String path) {
    return path.endsWith(".js") || path.endsWith(".mjs") || path.endsWith(".cjs");
  }
}
