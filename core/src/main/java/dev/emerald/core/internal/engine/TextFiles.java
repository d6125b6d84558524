package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.files.FileText;
import dev.emerald.core.internal.files.LeftOutReason;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which files beside the sources are read as texts, and how much of them. */
final class TextFiles {

  /** Of a longer text the beginning is read: what people write by hand is shorter. */
  private static final int MOST_UNITS = 2 << 20;

  /** Formats that hold no text, so that reading them would be for nothing. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "icns", "bmp", "tif", "tiff", "psd",
          "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "ogg", "oga", "ogv", "wav",
          "webm", "mov", "avi", "flac", "zip", "gz", "tgz", "bz2", "xz", "zst", "br", "7z", "rar",
          "tar", "jar", "war", "class", "wasm", "node", "so", "dll", "dylib", "exe", "bin", "pdf",
          "doc", "docx", "xls", "xlsx", "ppt", "pptx", "sqlite", "sqlite3", "db", "pyc", "o", "a",
          "lockb", "map");

  private TextFiles() {}

  /** Whether a file may be a text, going by its name. */
  static boolean mayBeText(String path) {
    int dot = path.lastIndexOf('.');
    boolean extension = dot > path.lastIndexOf('/');
    return !extension || !NO_TEXT.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Reads a file.
   *
   * @param gaps told what of a text was not read; a file that is no text is no gap
   * @return null if it is no text or could not be read
   */
  static @Nullable SourceText read(ProjectFiles files, String path, Consumer<Notice> gaps) {
    FileText read = files.start(path, MOST_UNITS);
    if (read.failure() == LeftOutReason.BINARY) {
      return null;
    }
    if (read.failure() != null) {
      gaps.accept(Notice.of(NoticeKind.FILE_SKIPPED, "not read: " + read.message(), path));
      return null;
    }
    if (read.cut()) {
      gaps.accept(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "longer than %,d bytes; what follows was not searched".formatted(MOST_UNITS),
              path));
    }
    return SourceText.of(path, read.text());
  }
}
