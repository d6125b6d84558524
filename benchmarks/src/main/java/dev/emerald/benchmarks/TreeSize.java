package dev.emerald.benchmarks;

import dev.emerald.benchmarks.SourceFolder.SourceFile;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.source.SourceText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of heap that the trees of a folder take for each byte of source, without the sources
 * themselves. Run with {@code -XX:+UseSerialGC}.
 */
public final class TreeSize {

  private TreeSize() {}

  /** {@code TreeSize FOLDER}. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: TreeSize FOLDER");
      System.exit(2);
    }
    measure(arguments[0], Language.JS, ".js", ".mjs", ".cjs", ".jsx");
    measure(arguments[0], Language.TS, ".ts", ".mts", ".cts");
    measure(arguments[0], Language.TSX, ".tsx");
  }

  private static void measure(String folder, Language language, String... extensions) {
    List<SourceText> sources = new ArrayList<>();
    long bytes = 0;
    for (SourceFile file : SourceFolder.read(folder, extensions)) {
      sources.add(SourceText.of(file.name(), file.text()));
      bytes += file.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
    if (sources.isEmpty()) {
      return;
    }
    ParseOptions options = new ParseOptions(language, ParseOptions.Goal.UNAMBIGUOUS);
    List<Program> trees = new ArrayList<>(sources.size());
    long before = used();
    for (SourceText source : sources) {
      trees.add(Parser.parse(source, options).program());
    }
    long after = used();
    System.out.printf(
        "%s: %d files, %.2f MB, %.1f bytes of tree for each byte of source%n",
        language, trees.size(), bytes / 1e6, (double) (after - before) / bytes);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
