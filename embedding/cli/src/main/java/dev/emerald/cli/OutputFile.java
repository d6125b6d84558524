package dev.emerald.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: beside it first, then moved over it in one step. What
 * is no ordinary file, such as a pipe or {@code /dev/stdout}, is written to as it is.
 */
final class OutputFile {

  private final Path named;
  private final Path target;
  private final boolean ordinary;

  private OutputFile(Path named, Path target, boolean ordinary) {
    this.named = named;
    this.target = target;
    this.ordinary = ordinary;
  }

  /**
   * Checks that the file can be written, so that nobody waits for an analysis whose report has no
   * place.
   *
   * @param file absolute
   * @param path the same as the user wrote it
   * @throws UsageException if it can't
   */
  static OutputFile at(Path file, Path path) {
    if (Files.isDirectory(file)) {
      throw new UsageException(path + " is a folder; --output needs the name of a file in it");
    }
    boolean ordinary = !Files.exists(file) || Files.isRegularFile(file);
    // What the links of a device lead to, as those of /dev/stdout, has no name to be opened by.
    Path target = ordinary ? throughLinks(file) : file;
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(
          path + " can't be written: there is no folder " + folder + "; create it first");
    }
    if (ordinary && !Files.isWritable(folder)) {
      throw new UsageException(
          path + " can't be written: no permission to write in the folder " + folder);
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new UsageException(path + " can't be written: it is write-protected");
    }
    return new OutputFile(path, target, ordinary);
  }

  /** What is to be written; it may throw what the writer throws. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it. */
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes the file.
   *
   * @throws UsageException if that fails; what was there before is then still there, unharmed
   */
  void write(Content content) {
    try {
      if (ordinary) {
        replace(content);
      } else {
        write(target, content, StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      throw new UsageException(named + " can't be written: " + reason(e));
    }
  }

  private void replace(Content content) throws IOException {
    Path name = target.getFileName();
    String suffix = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    Path draft = target.resolveSibling("." + name + "." + suffix + ".tmp");
    try {
      write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepPermissions(draft);
      try {
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Path path, Content content, StandardOpenOption... options)
      throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path, options), StandardCharsets.UTF_8))) {
      content.writeTo(out);
    }
  }

  private void keepPermissions(Path draft) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (old != null && view != null && Files.exists(target)) {
      view.setPermissions(old.readAttributes().permissions());
    }
  }

  /** Where a link leads, so that the link stays one; a link to nothing yet leads to that. */
  private static Path throughLinks(Path path) {
    Path at = path;
    for (int links = 0; links < 40 && Files.isSymbolicLink(at); links++) {
      try {
        at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
      } catch (IOException e) {
        throw new UsageException(path + " can't be written: " + reason(e));
      }
    }
    if (Files.isSymbolicLink(at)) {
      throw new UsageException(path + " can't be written: its links lead in a circle");
    }
    return at;
  }

  /** The cause in words; exceptions of the file system often say nothing but the path. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
