package dev.emerald.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources below a folder, in memory, so that no measurement reads a disk. */
final class SourceFolder {

  private SourceFolder() {}

  /** A file. */
  record SourceFile(String name, String text) {}

  /**
   * All files below a folder whose names end in one of the extensions, by path. Files that are not
   * UTF-8 are left out: peers refuse them.
   */
  static List<SourceFile> read(String folder, String... extensions) {
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("name a folder of sources: -p folder=DIR");
    }
    Path root = Path.of(folder);
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> Stream.of(extensions).anyMatch(e -> path.toString().endsWith(e)))
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(path -> readFile(root, path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list " + folder, e);
    }
  }

  private static Stream<SourceFile> readFile(Path root, Path path) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return Stream.of(new SourceFile(root.relativize(path).toString(), text));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
