package dev.emerald.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A folder on disk. Links are told as such and never followed. */
public final class DiskTree implements FileTree {

  private final Path root;

  private DiskTree(Path root) {
    this.root = root;
  }

  /**
   * The tree below a folder.
   *
   * @param root may itself be reached by a link
   * @throws IOException if there is no such folder; the message names it and what is wrong
   */
  public static DiskTree of(Path root) throws IOException {
    Path real;
    try {
      real = root.toRealPath();
    } catch (NoSuchFileException e) {
      throw new IOException("there is no folder " + root, e);
    } catch (AccessDeniedException e) {
      throw new IOException("no permission to read " + root, e);
    }
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(root + " is not a folder");
    }
    return new DiskTree(real);
  }

  /**
   * Where a path of the tree lies.
   *
   * @param path relative to the root
   * @return empty if it is not there, or leads out of the root
   */
  public Optional<Path> inside(String path) {
    try {
      Path real = root.resolve(path).toRealPath();
      return real.startsWith(root) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(at(folder))) {
      for (Path path : stream) {
        entries.add(new Entry(String.valueOf(path.getFileName()), kind(path)));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (InvalidPathException | SecurityException e) {
      throw new IOException(e.getMessage(), e);
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  private static Kind kind(Path path) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // Gone, or not to be looked at: reading it will say which.
      return Kind.FILE;
    }
    if (attributes.isSymbolicLink()) {
      return Kind.LINK;
    }
    if (attributes.isDirectory()) {
      return Kind.FOLDER;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  @Override
  public FileText read(String path, long limit) {
    try {
      Path file = at(path);
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return FileText.failed(LeftOutReason.UNREADABLE, "not a regular file");
      }
      return read(file, limit, attributes.size());
    } catch (NoSuchFileException e) {
      return FileText.failed(LeftOutReason.UNREADABLE, "it is not there any more");
    } catch (AccessDeniedException e) {
      return FileText.failed(LeftOutReason.UNREADABLE, "no permission to read it");
    } catch (IOException | InvalidPathException | SecurityException e) {
      return FileText.failed(LeftOutReason.UNREADABLE, "it could not be read: " + e.getMessage());
    }
  }

  private static FileText read(Path file, long limit, long size) throws IOException {
    // One byte more than the limit tells whether the file goes on; its size may be out of date.
    int most = (int) Math.min(limit, Integer.MAX_VALUE - 16) + 1;
    byte[] bytes = new byte[(int) Math.min(size + 1, most)];
    int length = 0;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      while (true) {
        int read = in.readNBytes(bytes, length, bytes.length - length);
        length += read;
        if (length < bytes.length || length == most) {
          break;
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min((long) bytes.length * 2, most));
      }
    }
    boolean cut = length == most;
    return TextDecoder.decode(bytes, cut ? length - 1 : length, cut);
  }

  private Path at(String path) {
    return path.isEmpty() ? root : root.resolve(path);
  }
}
