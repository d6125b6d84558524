package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyGraph.Entry;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the yarn.lock of Yarn 1. It looks like YAML and is none: keys are lists of what was asked
 * for, values have no colon before them. What the project asks for stands in its package.json
 * files.
 */
final class YarnClassicLock {

  private static final int MOST_TOLD = 5;

  /** A line: how far it is indented, its words, and whether it ends in a colon. */
  private record Line(int indentation, List<String> words, Span span, boolean opens) {}

  /** What a block of the file says of a package. */
  private static final class Block {
    final Line key;
    final Map<String, String> fields = new LinkedHashMap<>();
    final List<Line> dependencies = new ArrayList<>();
    final List<Line> optional = new ArrayList<>();

    Block(Line key) {
      this.key = key;
    }
  }

  private final SourceText source;
  private final String text;
  private final LockReading reading;
  private final List<Block> blocks = new ArrayList<>();
  private int told;

  private YarnClassicLock(SourceText source, LockReading reading) {
    this.source = source;
    this.text = source.text();
    this.reading = reading;
  }

  static DependencyGraph read(SourceText source, ProjectPackages projects, LockReading reading) {
    YarnClassicLock lock = new YarnClassicLock(source, reading);
    lock.readBlocks();
    return lock.graph(projects);
  }

  private DependencyGraph graph(ProjectPackages projects) {
    DependencyGraph.Builder graph =
        new DependencyGraph.Builder(source, LockFormat.YARN_CLASSIC, "1");
    YarnEntries entries = new YarnEntries(graph, reading);
    Map<Entry, PackageJson> own = new LinkedHashMap<>();
    String folder = LockReading.folderOf(source);
    List<String> directories = new ArrayList<>(List.of(""));
    directories.addAll(projects.workspacesOf(folder));
    for (String directory : directories) {
      projects
          .in(LockReading.in(folder, directory))
          .ifPresent(manifest -> own.put(entries.project(manifest, directory), manifest));
    }
    projects.in(folder).ifPresent(entries::resolutionsOf);
    Map<Block, Entry> packages = new LinkedHashMap<>();
    for (Block block : blocks) {
      Entry entry = add(block, graph);
      entries.put(entry, block.key.words());
      packages.put(block, entry);
    }
    own.forEach(entries::ask);
    packages.forEach(
        (block, entry) -> {
          ask(entry, block.dependencies, DependencyKind.PRODUCTION, entries, graph);
          ask(entry, block.optional, DependencyKind.OPTIONAL, entries, graph);
        });
    return graph.build();
  }

  private static Entry add(Block block, DependencyGraph.Builder graph) {
    String descriptor = block.key.words().get(0);
    String name = Specifiers.name(descriptor);
    String range = Specifiers.range(descriptor);
    PackageOrigin origin = Specifiers.origin(range, PackageOrigin.REGISTRY);
    if (range.startsWith("npm:")) {
      name = Specifiers.name(range.substring(4));
    }
    return graph
        .add(block.key.span(), name, block.fields.getOrDefault("version", ""))
        .origin(origin)
        .resolved(block.fields.get("resolved"))
        .integrity(block.fields.get("integrity"));
  }

  private static void ask(
      Entry from,
      List<Line> lines,
      DependencyKind kind,
      YarnEntries entries,
      DependencyGraph.Builder graph) {
    for (Line line : lines) {
      String name = line.words().get(0);
      String range = line.words().size() > 1 ? line.words().get(1) : "";
      graph.ask(from, name, range, kind, entries.find(name, range), line.span());
    }
  }

  private void readBlocks() {
    Block block = null;
    @Nullable List<Line> list = null;
    for (int number = 1; number <= source.lineCount(); number++) {
      Line line = line(source.lineStart(number));
      if (line == null) {
        tell(number);
        continue;
      }
      if (line.words().isEmpty()) {
        continue;
      }
      if (line.indentation() == 0) {
        list = null;
        block = line.opens() ? new Block(line) : null;
        if (block == null) {
          tell(number);
        } else {
          blocks.add(block);
        }
      } else if (block == null) {
        tell(number);
      } else if (line.indentation() <= 2) {
        list = list(line, block);
        if (!line.opens() && line.words().size() > 1) {
          block.fields.put(line.words().get(0), line.words().get(1));
        }
      } else if (list != null) {
        list.add(line);
      }
    }
  }

  private static @Nullable List<Line> list(Line line, Block block) {
    if (!line.opens()) {
      return null;
    }
    return switch (line.words().get(0)) {
      case "dependencies" -> block.dependencies;
      case "optionalDependencies" -> block.optional;
      default -> null;
    };
  }

  private void tell(int line) {
    if (told++ < MOST_TOLD) {
      reading.tell(
          NoticeKind.SYNTAX_ERROR, "not valid in a yarn.lock: the line was left out", line);
    }
  }

  /** Reads a line; null if it is none of the format. */
  private @Nullable Line line(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int indentation = at - start;
    int first = at;
    List<String> words = new ArrayList<>(2);
    boolean opens = false;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      char unit = text.charAt(at);
      if (unit == '#') {
        break;
      }
      if (unit == ' ' || unit == ',') {
        at++;
      } else if (unit == ':') {
        opens = true;
        at++;
      } else {
        int end = unit == '"' ? quotedEnd(at) : bareEnd(at);
        if (end < 0 || unit != '"' && (unit < ' ' || end == at)) {
          return null;
        }
        words.add(unit == '"' ? unquoted(at + 1, end - 1) : text.substring(at, end));
        at = end;
      }
    }
    return new Line(indentation, words, new Span(first, Math.max(first, at)), opens);
  }

  private int bareEnd(int start) {
    int end = start;
    while (end < text.length() && " ,:\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** The offset behind the closing quote; -1 if the line ends before. */
  private int quotedEnd(int start) {
    for (int i = start + 1; i < text.length() && !isBreak(text.charAt(i)); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  private String unquoted(int start, int end) {
    String raw = text.substring(start, end);
    return raw.indexOf('\\') < 0 ? raw : raw.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private static boolean isBreak(char unit) {
    return unit == '\n' || unit == '\r';
  }
}
