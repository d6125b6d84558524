package dev.emerald.core.internal.advisory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads advisories: a folder of OSV files, a zip of them as ecosystems publish it, an index, or one
 * OSV file. For use by one thread.
 */
public final class AdvisorySources {

  /** No honest advisory is longer. */
  private static final int LONGEST = 8 << 20;

  /** How much a zip may hold, unpacked. */
  private static final long MOST_BYTES = 16L << 30;

  private static final int MOST_FILES = 5_000_000;

  private static final int DEEPEST = 32;

  private final Predicate<String> wanted;
  private final Consumer<Notice> notices;
  private final AdvisoryTable table = new AdvisoryTable();
  private final List<AffectedPackage> all = new ArrayList<>();
  private final boolean keepAll;
  private long count;
  private String newest = "";

  private AdvisorySources(Predicate<String> wanted, boolean keepAll, Consumer<Notice> notices) {
    this.wanted = wanted;
    this.keepAll = keepAll;
    this.notices = notices;
  }

  /**
   * Reads the advisories on some packages.
   *
   * @param notices told of what could not be read
   */
  public static AdvisoryTable load(
      List<Path> sources, Predicate<String> wanted, Consumer<Notice> notices) {
    AdvisorySources reading = new AdvisorySources(wanted, false, notices);
    sources.forEach(reading::read);
    reading.table.sort();
    return reading.table;
  }

  /**
   * Writes an index of advisories.
   *
   * @return how many there are
   * @throws IOException if it can't be written
   */
  public static long buildIndex(List<Path> sources, Writer out, Consumer<Notice> notices)
      throws IOException {
    AdvisorySources reading = new AdvisorySources(name -> true, true, notices);
    sources.forEach(reading::read);
    AdvisoryIndexFile.write(reading.all, reading.count, reading.newest, out);
    return reading.count;
  }

  private void read(Path source) {
    try {
      if (Files.isDirectory(source)) {
        readFolder(source);
        return;
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(source), 1 << 16)) {
        in.mark(AdvisoryIndexFile.MAGIC.length());
        String head = new String(in.readNBytes(AdvisoryIndexFile.MAGIC.length()), UTF_8);
        in.reset();
        if (head.startsWith("PK")) {
          readZip(source, in);
        } else if (head.equals(AdvisoryIndexFile.MAGIC)) {
          readIndex(source, in);
        } else {
          readOsv(source.toString(), source, in);
        }
      }
    } catch (IOException | SecurityException e) {
      tell(NoticeKind.NOT_ANALYSED, source + " can't be read: " + e.getMessage());
    }
  }

  private void readIndex(Path source, InputStream in) throws IOException {
    if (keepAll) {
      tell(NoticeKind.NOT_ANALYSED, source + " is an index already; it was left out");
      return;
    }
    long unread = AdvisoryIndexFile.read(in, wanted, table);
    if (unread > 0) {
      tell(NoticeKind.SYNTAX_ERROR, unread + " lines of " + source + " are not valid");
    }
  }

  private void readFolder(Path folder) throws IOException {
    long[] unread = new long[1];
    int[] files = new int[1];
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || !file.toString().endsWith(".json")) {
              return FileVisitResult.CONTINUE;
            }
            if (files[0]++ > MOST_FILES) {
              tell(NoticeKind.LIMIT_REACHED, folder + " holds more than " + MOST_FILES + " files");
              return FileVisitResult.TERMINATE;
            }
            try (InputStream in = Files.newInputStream(file)) {
              unread[0] += take(file.toString(), in.readNBytes(LONGEST + 1));
            } catch (IOException e) {
              unread[0]++;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            unread[0]++;
            return FileVisitResult.CONTINUE;
          }
        });
    tellUnread(folder, unread[0]);
  }

  private void readZip(Path source, InputStream in) {
    long unread = 0;
    long bytes = 0;
    int entries = 0;
    boolean toldOfNames = false;
    try (ZipInputStream zip = new ZipInputStream(in, UTF_8)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        String name = entry.getName();
        if (leadsOut(name)) {
          if (!toldOfNames) {
            toldOfNames = true;
            tell(NoticeKind.SYNTAX_ERROR, source + " holds paths that lead out of it; left out");
          }
          continue;
        }
        if (++entries > MOST_FILES || bytes > MOST_BYTES) {
          tell(NoticeKind.LIMIT_REACHED, source + " holds too much; the rest was not read");
          break;
        }
        if (name.endsWith(".json")) {
          byte[] content = zip.readNBytes(LONGEST + 1);
          bytes += content.length;
          unread += take(name, content);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      table.gap();
      tell(
          NoticeKind.SYNTAX_ERROR,
          source + " is broken after " + entries + " files: " + e.getMessage());
    }
    tellUnread(source, unread);
  }

  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || List.of(name.split("/", -1)).contains("..");
  }

  private void readOsv(String name, Path source, InputStream in) throws IOException {
    tellUnread(source, take(name, in.readNBytes(LONGEST + 1)));
  }

  /** Takes an advisory; 1 if it, or a part of it, could not be read. */
  private int take(String name, byte[] content) {
    if (content.length > LONGEST) {
      return 1;
    }
    OsvReader.Read read = OsvReader.read(name, new String(content, UTF_8));
    if (read == null) {
      return 1;
    }
    if (!read.packages().isEmpty()) {
      count++;
      newest = read.modified().compareTo(newest) > 0 ? read.modified() : newest;
      table.count(1, read.modified());
    }
    for (AffectedPackage each : read.packages()) {
      if (keepAll) {
        all.add(each);
      } else if (wanted.test(each.name())) {
        table.add(each);
      }
    }
    return read.partly() ? 1 : 0;
  }

  private void tellUnread(Path source, long unread) {
    if (unread > 0) {
      String what = unread == 1 ? "1 file" : unread + " files";
      tell(NoticeKind.SYNTAX_ERROR, what + " in " + source + " could not be read as advisories");
    }
  }

  private void tell(NoticeKind kind, String message) {
    if (kind != NoticeKind.SYNTAX_ERROR) {
      table.gap();
    }
    notices.accept(Notice.of(kind, "advisories: " + message));
  }
}
