package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.files.DiskTree;
import dev.emerald.core.internal.files.FileTree;
import dev.emerald.core.internal.files.ListingOptions;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectLister;
import dev.emerald.core.internal.files.TextTree;
import dev.emerald.core.internal.threads.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where a project lies. */
public interface Origin {

  /**
   * Opens it.
   *
   * @throws IOException if there is nothing; the message names it and what is wrong
   */
  Opened open() throws IOException;

  /**
   * A project that can be listed.
   *
   * @param tree its files
   * @param named the files that were given by themselves; empty for the whole tree
   */
  record Opened(FileTree tree, List<String> named) {

    ProjectFiles list(ListingOptions options, Workers workers) {
      return named.isEmpty()
          ? ProjectLister.list(tree, options, workers)
          : ProjectLister.listNamed(tree, named, options);
    }
  }

  /** A folder. */
  static Origin folder(Path folder) {
    return () -> new Opened(DiskTree.of(folder), List.of());
  }

  /** A single file, with the folder it lies in as the root. */
  static Origin file(Path file) {
    return () -> {
      if (!Files.exists(file)) {
        throw new IOException("there is no file " + file);
      }
      if (!Files.isRegularFile(file)) {
        throw new IOException(file + " is not a regular file");
      }
      Path real = file.toRealPath();
      Path folder = real.getParent();
      Path name = real.getFileName();
      if (folder == null || name == null) {
        throw new IOException(file + " is not a regular file");
      }
      return new Opened(DiskTree.of(folder), List.of(name.toString()));
    };
  }

  /** Texts in memory. */
  static Origin texts(Map<String, String> texts) {
    return () -> new Opened(TextTree.of(texts), List.of());
  }
}
